// The controls of the form. Each writes to one place of the draft, shows what stands there, and tells
// below itself what is wrong there. `refresh` brings all up to date after a change.

import { h, newId, write } from "./dom.js";
import { pointer } from "./draft.js";
import { partAt, problems } from "./schema.js";
import { languageNames, languages, say } from "./words.js";

/** @typedef {import("./draft.js").Draft} Draft */
/** @typedef {import("./draft.js").Path} Path */
/** @typedef {any} Json */

export class Form {
  /** @type {Map<string, string>} what is wrong, by place */
  problems;
  /** @type {Set<{element: HTMLElement, refresh: () => void}>} */
  #parts = new Set();

  /** @param {Draft} draft @param {AbortSignal} signal when the form goes */
  constructor(draft, signal) {
    this.draft = draft;
    this.signal = signal;
    this.problems = problems(draft.value);
    draft.addEventListener("change", () => this.refresh(), { signal });
  }

  refresh() {
    this.problems = problems(this.draft.value);
    // What a refresh adds or takes away is not in this round.
    for (const part of [...this.#parts]) if (this.#parts.has(part)) part.refresh();
  }

  /** @template {HTMLElement} E @param {E} element @param {() => void} refresh @returns {E} */
  keep(element, refresh) {
    this.#parts.add({ element, refresh });
    refresh();
    return element;
  }

  /** Forgets the controls in an element that goes. @param {HTMLElement} element */
  drop(element) {
    for (const part of this.#parts) if (element.contains(part.element)) this.#parts.delete(part);
    element.remove();
  }
}

/** @typedef {{label: string, hint?: string, hideLabel?: boolean}} Names */

/**
 * A label, a control and room for what is wrong.
 * @param {Form} form @param {Path} path @param {Names} names @param {HTMLElement} control
 * @param {...(Node | string)} beside
 */
export function field(form, path, { label, hint, hideLabel }, control, ...beside) {
  const id = (control.id ||= newId());
  const error = h("p.error", { id: `${id}-error` });
  const note = hint ? h("p.hint", { id: `${id}-hint` }, hint) : null;
  const box = h(
    "div.field",
    { "data-path": pointer(path) },
    h("label", { htmlFor: id, className: hideLabel ? "unseen" : "" }, label),
    beside.length ? h("div.beside", {}, control, ...beside) : control,
    note,
    error,
  );
  return form.keep(box, () => {
    const wrong = form.problems.get(pointer(path)) ?? "";
    error.textContent = wrong;
    control.setAttribute("aria-invalid", String(wrong !== ""));
    const told = [note && note.id, wrong && error.id].filter(Boolean).join(" ");
    if (told) control.setAttribute("aria-describedby", told);
    else control.removeAttribute("aria-describedby");
  });
}

// Emptied, it is not said any more; a text that must be said stays there, empty.
/** @param {Form} form @param {Path} path @param {Names & {long?: boolean, type?: string, placeholder?: string, must?: boolean, beside?: Node[]}} names */
export function textField(form, path, names) {
  const { draft } = form;
  const input = h(names.long ? "textarea" : "input", {
    ...(names.long ? { rows: 2 } : { type: names.type ?? "text", autocomplete: "off" }),
    placeholder: names.placeholder ?? "",
    oninput: () => draft.set(path, input.value || names.must ? input.value : undefined),
    onchange: () => draft.endStep(),
  });
  form.keep(input, () => write(input, String(draft.get(path) ?? "")));
  return field(form, path, names, input, ...(names.beside ?? []));
}

/** @param {Form} form @param {Path} path @param {Names & {step?: number, min?: number, max?: number, placeholder?: string}} names */
export function numberField(form, path, names) {
  const { draft } = form;
  const input = h("input", {
    type: "number",
    inputMode: "decimal",
    step: String(names.step ?? "any"),
    placeholder: names.placeholder ?? "",
    oninput: () => {
      if (input.validity.badInput) return;
      draft.set(path, input.value === "" ? undefined : Number(input.value));
    },
    onchange: () => draft.endStep(),
  });
  for (const end of /** @type {const} */ (["min", "max"])) {
    if (names[end] !== undefined) input[end] = String(names[end]);
  }
  form.keep(input, () => {
    const value = draft.get(path);
    if (input.value === "" || Number(input.value) !== value) write(input, String(value ?? ""));
  });
  return field(form, path, names, input);
}

/**
 * One of several; the first may stand for "not said".
 * @param {Form} form @param {Path} path @param {Names & {options: [Json, string][], write?: (value: Json) => void, read?: () => Json}} names
 */
export function choiceField(form, path, names) {
  const { draft } = form;
  const read = names.read ?? (() => draft.get(path));
  const same = (/** @type {Json} */ a, /** @type {Json} */ b) =>
    JSON.stringify(a) === JSON.stringify(b);
  const select = h(
    "select",
    {
      onchange: () => {
        const [value] = names.options[select.selectedIndex];
        draft.endStep();
        if (names.write) names.write(value);
        else draft.set(path, value);
      },
    },
    names.options.map(([, text]) => h("option", {}, text)),
  );
  form.keep(select, () => {
    const index = names.options.findIndex(([value]) => same(value, read()));
    if (select.selectedIndex !== index) select.selectedIndex = index;
  });
  return field(form, path, names, select);
}

/** On where nothing is said; `off` when it is not. @param {Form} form @param {Path} path @param {Names & {off: Json}} names */
export function switchField(form, path, { label, hint, off }) {
  const { draft } = form;
  const id = newId();
  const input = h("input", {
    id,
    type: "checkbox",
    onchange: () => {
      draft.endStep();
      draft.set(path, input.checked ? undefined : off);
    },
  });
  form.keep(input, () => {
    input.checked = draft.get(path) !== off;
  });
  return h(
    "div.field.switch",
    { "data-path": pointer(path) },
    input,
    h("label", { htmlFor: id }, label),
    hint && h("p.hint", {}, hint),
  );
}

/**
 * One for every language, or one a language.
 * @param {Form} form @param {Path} path @param {Names & {language: () => string}} names
 * @param {(value: Json) => boolean} isEach whether there is one a language
 * @param {(path: Path, names: Names) => HTMLElement} one the field of one
 * @param {Json} empty what stands in it at first
 */
function byLanguage(form, path, names, isEach, one, empty) {
  const { draft } = form;
  const box = h("div.words", {});
  let shape = "?";
  const switcher = h("button.small", {
    type: "button",
    onclick: () => {
      const value = draft.get(path);
      draft.endStep();
      if (isEach(value)) draft.set(path, value[names.language()] ?? Object.values(value)[0]);
      else draft.set(path, { [names.language()]: value ?? empty });
      box.querySelector("input, textarea")?.focus();
    },
  });
  return form.keep(box, () => {
    const value = draft.get(path);
    const each = isEach(value);
    const tags = each ? [...new Set([...languages, ...Object.keys(value)])] : [];
    if (shape === (shape = each ? tags.join() : "one")) return;
    for (const old of [...box.children]) form.drop(/** @type {HTMLElement} */ (old));
    switcher.textContent = say(each ? "one_text" : "text_by_language");
    switcher.setAttribute("aria-label", `${switcher.textContent}: ${names.label}`);
    const inputs = each
      ? tags.map((tag) =>
          one([...path, tag], {
            ...names,
            label: `${names.label}, ${languageNames[tag] ?? tag}`,
            hideLabel: false,
          }),
        )
      : [one(path, names)];
    box.append(...inputs, switcher);
  });
}

/**
 * A text for every language, or one a language.
 * @param {Form} form @param {Path} path @param {Names & {long?: boolean, placeholder?: string, language: () => string}} names
 */
export const wordsField = (form, path, names) =>
  byLanguage(
    form,
    path,
    names,
    (value) => value !== null && typeof value === "object",
    (place, own) => textField(form, place, own),
    "",
  );

/**
 * A list of texts, one a line.
 * @param {Form} form @param {Path} path @param {Names} names
 */
function linesField(form, path, names) {
  const { draft } = form;
  /** @param {string} text */
  const linesOf = (text) =>
    text
      .split("\n")
      .map((line) => line.trim())
      .filter(Boolean);
  const input = h("textarea", {
    rows: 3,
    oninput: () => {
      const lines = linesOf(input.value);
      draft.set(path, lines.length ? lines : undefined);
    },
    onchange: () => draft.endStep(),
  });
  form.keep(input, () => {
    const value = draft.get(path);
    const text = (Array.isArray(value) ? value : []).join("\n");
    if (linesOf(input.value).join("\n") !== text) write(input, text);
  });
  return field(form, path, { ...names, hint: names.hint ?? say("one_a_line") }, input);
}

/**
 * A list of texts for every language, or one a language.
 * @param {Form} form @param {Path} path @param {Names & {language: () => string}} names
 */
export const listsField = (form, path, names) =>
  byLanguage(
    form,
    path,
    names,
    (value) => value !== null && typeof value === "object" && !Array.isArray(value),
    (place, own) => linesField(form, place, own),
    [],
  );

/**
 * The rows of a list or of an object. One whose key stays is not made anew: what is open in it stays open.
 * @param {Form} form
 * @param {() => string[]} keys what the rows are known by
 * @param {(key: string, index: number) => HTMLElement} row
 */
export function rows(form, keys, row) {
  const box = h("div.rows", {});
  /** @type {Map<string, HTMLElement>} */
  const known = new Map();
  return form.keep(box, () => {
    const now = keys();
    for (const [key, element] of known) {
      if (now.includes(key)) continue;
      form.drop(element);
      known.delete(key);
    }
    now.forEach((key, i) => {
      const element = known.get(key) ?? row(key, i);
      known.set(key, element);
      // A move takes the focus away, so only what is not in its place moves.
      if (box.children[i] !== element) box.insertBefore(element, box.children[i] ?? null);
    });
  });
}

/** @param {string} title @param {() => (Node | string)[]} make its content, made when it is first opened */
export function fold(title, make, hint = "") {
  let made = false;
  const details = h("details", {
    ontoggle: () => {
      if (made || !details.open) return;
      made = true;
      details.append(...make());
    },
  });
  details.append(h("summary", {}, h("span", {}, title), hint && h("small", {}, hint)));
  return details;
}

/**
 * The key of a row of the clinic's own, by which others may know it.
 * @param {Form} form @param {string} part "advice" @param {string} key
 */
export function keyField(form, part, key) {
  const { draft } = form;
  const id = newId();
  const error = h("p.error", { id: `${id}-error` });
  const input = h("input", {
    id,
    type: "text",
    value: key,
    autocomplete: "off",
    spellcheck: false,
    "aria-describedby": error.id,
    onchange: () => {
      const name = input.value.trim();
      const wrong = !/^[a-z0-9_]+$/.test(name)
        ? "wrong_key"
        : name !== key && isTaken(part, name, draft.get([part]))
          ? "wrong_taken"
          : "";
      error.textContent = wrong && say(wrong);
      input.setAttribute("aria-invalid", String(wrong !== ""));
      if (!wrong && name !== key) draft.rename([part], key, name);
    },
  });
  return h("div.field", {}, h("label", { htmlFor: id }, say("row_key")), input, error);
}

/** @param {string} part @param {string} name @param {Json} own */
const isTaken = (part, name, own) => name in (own ?? {}) || name in partAt([part]).properties;
