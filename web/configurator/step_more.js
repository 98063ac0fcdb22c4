// Step 4: before the visit, what people see, when to call, settings, views and words.
import { ask, fieldNames } from "rt:configurator-facts";
import { h } from "./dom.js";
import { fold, keyField, rows, textField } from "./fields.js";
import { generic, members } from "./generic.js";
import { partAt, resolved, schema } from "./schema.js";
import { language, say } from "./words.js";

/** @typedef {import("./fields.js").Form} Form */

/**
 * Rows of ours with the clinic's word, and rows of its own.
 * @param {Form} form @param {"before" | "people_see"} part @param {() => string} spoken
 */
function rowsOf(form, part, spoken) {
  const { draft } = form;
  const known = Object.keys(partAt([part]).properties);
  const own = () => Object.keys(draft.get([part]) ?? {}).filter((key) => !known.includes(key));
  const prefix = part === "before" ? "before" : "see";
  const nameOf = (/** @type {string} */ key) => ask.advice[language][`${prefix}_${key}`] ?? key;
  const list = rows(
    form,
    () => [...known, ...own()],
    (key) => {
      const path = [part, key];
      const mine = !known.includes(key);
      const definition = resolved(
        mine ? partAt([part]).additionalProperties : schema.properties[part].properties[key],
      );
      const title = mine ? say("own_row") : nameOf(key);
      return fold(title, () =>
        [
          members(form, path, definition, { language: spoken }),
          part === "before" && !mine ? hide(form, path) : "",
          mine ? keyField(form, part, key) : "",
          mine
            ? h(
                "button.small",
                { type: "button", onclick: () => draft.set(path, undefined) },
                say("remove"),
              )
            : "",
        ].filter(Boolean),
      );
    },
  );
  const add = () => {
    let n = 1;
    while (draft.get([part, `own_${n}`])) n++;
    draft.endStep();
    draft.set([part, `own_${n}`], { question: "", words: "" });
    const last = /** @type {HTMLDetailsElement} */ (list.lastElementChild);
    last.open = true;
  };
  return [list, h("button", { type: "button", onclick: add }, say("own_add"))];
}

/** @param {Form} form @param {(string | number)[]} path */
function hide(form, path) {
  const { draft } = form;
  const button = h("button.small", {
    type: "button",
    onclick: () => draft.set(path, draft.get(path) === "hidden" ? undefined : "hidden"),
  });
  return form.keep(button, () => {
    button.textContent = say(draft.get(path) === "hidden" ? "show_row" : "hide_row");
  });
}

/**
 * A text of the interface: one, or the forms in which its language counts.
 * @param {Form} form @param {(string | number)[]} path
 */
function wordField(form, path) {
  const { draft } = form;
  const [, language_, key] = path.map(String);
  const label = named(key);
  const value = draft.get(path);
  const forms = value !== null && typeof value === "object" ? value : null;
  const categories = new Intl.PluralRules(language_).resolvedOptions().pluralCategories;
  const fields = forms
    ? [...new Set([...categories, ...Object.keys(forms)])].map((one) =>
        textField(form, [...path, one], {
          label: `${label}, ${one}`,
          must: one === "other",
        }),
      )
    : [textField(form, path, { label, must: true })];
  return h(
    "div.field",
    {},
    fields,
    h(
      "button.small",
      {
        type: "button",
        "aria-label": `${say("remove")}: ${label}`,
        onclick: () => draft.set(path, undefined),
      },
      say("remove"),
    ),
  );
}

/** A text of ours by its key. @param {string} key */
function named(key) {
  const text = ask.words[language]?.[key] ?? "";
  return `${typeof text === "object" ? text.other : text} (${key})`;
}

/** Texts of the interface in one language. @param {Form} form @param {() => string} spoken */
function ownWords(form, spoken) {
  const { draft } = form;
  const known = schema.$defs.words.propertyNames.enum;
  const list = rows(
    form,
    () => Object.keys(draft.get(["words", spoken()]) ?? {}).map((key) => `${spoken()} ${key}`),
    (row) => wordField(form, ["words", ...row.split(" ")]),
  );
  const select = h(
    "select",
    { "aria-label": say("word_choose") },
    known.map((/** @type {string} */ key) => h("option", { value: key }, named(key))),
  );
  const add = h(
    "button",
    {
      type: "button",
      onclick: () => {
        const path = ["words", spoken(), select.value];
        draft.endStep();
        if (draft.get(path) === undefined)
          draft.set(path, ask.words[spoken()]?.[select.value] ?? "");
      },
    },
    say("word_add"),
  );
  return [h("p.hint", {}, say("words_hint")), list, h("div.line", {}, select, add)];
}

/** @param {Form} form @param {() => string} spoken */
export function moreStep(form, spoken) {
  const options = { language: spoken };
  const optionNames = Object.fromEntries(
    Object.entries(fieldNames[language]).map(([key, { label }]) => [key, label]),
  );
  return [
    fold(say("part_before"), () => rowsOf(form, "before", spoken)),
    fold(say("part_see"), () => rowsOf(form, "people_see", spoken)),
    fold(say("part_call"), () => [
      h("p.hint", {}, say("call_hint")),
      members(form, ["when_to_call"], partAt(["when_to_call"]), options),
    ]),
    fold(say("part_fields"), () => [
      members(form, ["fields"], partAt(["fields"]), { ...options, optionNames }),
    ]),
    fold(say("part_views"), () => [generic(form, ["views"], partAt(["views"]), options)]),
    fold(say("part_words"), () => ownWords(form, spoken)),
    fold(say("part_file"), () => [
      h(
        "div.members",
        {},
        ["$schema", "format"].map((key) => generic(form, [key], partAt([key]), options)),
      ),
    ]),
    h("p.hint", {}, say("protected")),
  ];
}
