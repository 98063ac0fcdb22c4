// Step 4: before the visit, what people see, when to call, settings, views and words.
import { ask, fieldNames, rows as ours } from "rt:configurator-facts";
import { h } from "./dom.js";
import { fold, rows, textField } from "./fields.js";
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
  const named = (/** @type {string} */ key) =>
    ask.advice[language][
      ours.find((row) => row.key === key || row.key.endsWith(`_${key}`))?.key ?? key
    ] ?? key;
  const list = rows(
    form,
    () => [...known, ...own()],
    (key) => {
      const path = [part, key];
      const mine = !known.includes(key);
      const definition = resolved(
        mine ? partAt([part]).additionalProperties : schema.properties[part].properties[key],
      );
      const title = mine ? say("own_row") : named(key);
      return fold(title, () =>
        [
          members(form, path, definition, { language: spoken }),
          part === "before" && !mine ? hide(form, path) : "",
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

/** Texts of the interface in one language. @param {Form} form @param {() => string} spoken */
function ownWords(form, spoken) {
  const { draft } = form;
  const known = schema.$defs.words.propertyNames.enum;
  const list = rows(
    form,
    () => Object.keys(draft.get(["words", spoken()]) ?? {}),
    (key) =>
      textField(form, ["words", spoken(), key], {
        label: key,
        hint: ask.words[language]?.[key] ?? "",
      }),
  );
  const select = h(
    "select",
    { "aria-label": say("word_choose") },
    known.map((/** @type {string} */ key) =>
      h("option", { value: key }, `${ask.words[language]?.[key] ?? ""} (${key})`),
    ),
  );
  const add = h(
    "button",
    {
      type: "button",
      onclick: () =>
        draft.set(["words", spoken(), select.value], ask.words[spoken()]?.[select.value] ?? ""),
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
    h("p.hint", {}, say("protected")),
  ];
}
