// Controls for any part of the document, made from the schema: what the steps do not draw by hand.

import { h } from "./dom.js";
import {
  choiceField,
  field,
  fold,
  listsField,
  numberField,
  rows,
  switchField,
  textField,
  wordsField,
} from "./fields.js";
import { label, resolved } from "./schema.js";
import { language, say } from "./words.js";

/** @typedef {import("./fields.js").Form} Form */
/** @typedef {import("./draft.js").Path} Path */
/** @typedef {Record<string, any>} Schema */

const isText = (/** @type {Schema} */ part) => part.type === "string";
const isWords = (/** @type {Schema} */ part) =>
  part.anyOf?.some(isText) &&
  part.anyOf.some((/** @type {Schema} */ one) => one.additionalProperties);

/**
 * @param {Form} form @param {Path} path @param {Schema} reference
 * @param {{language: () => string, name?: string, skip?: string[], optionNames?: Record<string, string>}} options
 * @returns {HTMLElement}
 */
export function generic(form, path, reference, options) {
  const part = resolved(reference);
  const key = String(path.at(-1));
  const names = { label: options.name ?? label(key), hint: hintOf(part) };
  if (isWords(part))
    return wordsField(form, path, {
      ...names,
      long: longest(part) > 100,
      language: options.language,
    });
  if (part.enum || part.const !== undefined)
    return choiceField(form, path, {
      ...names,
      options: [
        [undefined, say("as_usual")],
        ...(part.enum ?? [part.const]).map((/** @type {any} */ one) => [one, label(String(one))]),
      ],
    });
  if (part.anyOf?.some((/** @type {Schema} */ one) => one.type === "null"))
    return openField(form, path, part, names);
  if (part.type === "boolean") {
    return choiceField(form, path, {
      ...names,
      options: [
        [undefined, say("as_usual")],
        [true, say("yes")],
        [false, say("no")],
      ],
    });
  }
  if (part.type === "number" || part.type === "integer") {
    return numberField(form, path, {
      ...names,
      min: part.minimum,
      max: part.maximum,
      step: part.type === "integer" ? 1 : undefined,
    });
  }
  if (isText(part)) return textField(form, path, { ...names, long: part.maxLength > 200 });
  if (part.type === "array" && resolved(part.items).type === "object")
    return listOf(form, path, part, names, options);
  if (part.type === "array" && part.items.enum) return several(form, path, part, names);
  if (part.anyOf?.some((/** @type {any} */ one) => one.type === "array"))
    return listsField(form, path, { ...names, language: options.language });
  if (part.type === "object" || part.anyOf?.some((/** @type {any} */ one) => one.properties))
    return members(form, path, part, options);
  return textField(form, path, names);
}

/** What may be left open (null): a few numbers, or a day and hour. @param {Form} form @param {Path} path @param {Schema} part @param {{label: string, hint?: string}} names */
function openField(form, path, part, names) {
  const { draft } = form;
  const whole = part.anyOf.find((/** @type {any} */ one) => one.type === "integer");
  if (whole) {
    const numbers = Array.from(
      { length: whole.maximum - whole.minimum + 1 },
      (_, i) => whole.minimum + i,
    );
    return choiceField(form, path, {
      ...names,
      options: [
        [undefined, say("as_usual")],
        [null, say("left_open")],
        ...numbers.map((n) => /** @type {[number, string]} */ ([n, String(n)])),
      ],
    });
  }
  const open = h("input", {
    type: "checkbox",
    "aria-label": `${names.label}: ${say("left_open")}`,
    onchange: () => {
      draft.endStep();
      draft.set(path, open.checked ? null : undefined);
    },
  });
  form.keep(open, () => {
    open.checked = draft.get(path) === null;
  });
  const beside = [h("label", {}, open, say("left_open"))];
  return textField(form, path, { ...names, type: "datetime-local", beside });
}

// The schema is in English; some of it only repeats the name.
/** @param {Schema} part */
function hintOf({ description = "" }) {
  const says = description.length < 90 && !/^The (setting|option) /.test(description);
  return language === "en" && says ? description : undefined;
}

const longest = (/** @type {Schema} */ part) =>
  Math.max(...part.anyOf.map((/** @type {any} */ one) => one.maxLength ?? 0));

/** The members of an object, those that open in folds. @param {Form} form @param {Path} path @param {Schema} part @param {any} options */
export function members(form, path, part, options) {
  const own = part.properties
    ? part
    : part.anyOf.map(resolved).find((/** @type {any} */ one) => one.properties);
  const skip = options.skip ?? [];
  const children = Object.entries(own.properties)
    .filter(([key, child]) => !skip.includes(key) && !resolved(child).deprecated)
    .map(([key, child]) => {
      const one = resolved(child);
      const inner = { ...options, skip: [], name: options.optionNames?.[key] };
      const opens =
        one.type === "object" ||
        one.anyOf?.some((/** @type {any} */ branch) => resolved(branch).properties);
      if (!opens) return generic(form, [...path, key], child, inner);
      return fold(options.optionNames?.[key] ?? label(key), () => [
        generic(form, [...path, key], child, inner),
      ]);
    });
  return h("div.members", {}, children);
}

/** @param {Form} form @param {Path} path @param {Schema} part @param {{label: string}} names @param {any} options */
function listOf(form, path, part, names, options) {
  const { draft } = form;
  const item = resolved(part.items);
  const list = rows(
    form,
    () =>
      (draft.get(path) ?? []).map((/** @type {unknown} */ _, /** @type {number} */ i) => String(i)),
    (_, i) =>
      h(
        "fieldset",
        {},
        h("legend", {}, `${names.label} ${i + 1}`),
        members(form, [...path, i], item, options),
        h(
          "button.small",
          { type: "button", onclick: () => draft.set([...path, i], undefined) },
          say("remove"),
        ),
      ),
  );
  const empty = Object.fromEntries(
    (item.required ?? []).map((/** @type {string} */ key) => [
      key,
      item.properties[key].type === "number" ? 0 : "",
    ]),
  );
  const add = h(
    "button.small",
    {
      type: "button",
      onclick: () => {
        // A row has words or steps: its words become those of the first step.
        const row = path.slice(0, -1);
        const { words, ...rest } = draft.get(row) ?? {};
        const moved = path.at(-1) === "steps" && words !== undefined && !draft.get(path);
        draft.endStep();
        if (moved) draft.set(row, { ...rest, steps: [{ ...empty, words }] });
        else draft.set([...path, (draft.get(path) ?? []).length], empty);
      },
    },
    `${say("add")}: ${names.label}`,
  );
  return field(form, path, names, h("div", {}, list, add));
}

/** Some of several, in their order. @param {Form} form @param {Path} path @param {Schema} part @param {{label: string}} names */
function several(form, path, part, names) {
  const { draft } = form;
  const all = part.items.enum;
  const boxes = all.map((/** @type {any} */ one) => {
    const must = part.contains?.const === one;
    const input = h("input", {
      type: "checkbox",
      disabled: must,
      onchange: () => {
        const now = draft.get(path) ?? all;
        const next = input.checked
          ? [...now, one]
          : now.filter((/** @type {any} */ other) => other !== one);
        draft.endStep();
        draft.set(path, JSON.stringify(next) === JSON.stringify(all) ? undefined : next);
      },
    });
    form.keep(input, () => {
      input.checked = (draft.get(path) ?? all).includes(one);
    });
    const move = (/** @type {number} */ by) => () => {
      const now = [...(draft.get(path) ?? all)];
      const from = now.indexOf(one),
        to = from + by;
      if (from < 0 || to < 0 || to >= now.length) return;
      now.splice(to, 0, ...now.splice(from, 1));
      draft.endStep();
      draft.set(path, now);
    };
    const name = label(one);
    return h(
      "div.line",
      {},
      h("label", {}, input, " ", name),
      h(
        "button.small",
        { type: "button", "aria-label": say("earlier", { name }), onclick: move(-1) },
        "↑",
      ),
      h(
        "button.small",
        { type: "button", "aria-label": say("later", { name }), onclick: move(1) },
        "↓",
      ),
    );
  });
  return h("fieldset", {}, h("legend", {}, names.label), boxes);
}
