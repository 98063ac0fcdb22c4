// The controls of the form. Each writes to one place of the draft, shows what stands there, and tells
// below itself what is wrong there. `refresh` brings all up to date after a change.

import { h, newId, write } from "./dom.js";
import { pointer } from "./draft.js";
import { problems } from "./schema.js";
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

/** @param {Form} form @param {Path} path @param {Names & {long?: boolean, type?: string, placeholder?: string}} names */
export function textField(form, path, names) {
  const { draft } = form;
  const input = h(names.long ? "textarea" : "input", {
    ...(names.long ? { rows: 2 } : { type: names.type ?? "text", autocomplete: "off" }),
    placeholder: names.placeholder ?? "",
    oninput: () => draft.set(path, input.value === "" ? undefined : input.value),
    onchange: () => draft.endStep(),
  });
  form.keep(input, () => write(input, String(draft.get(path) ?? "")));
  return field(form, path, names, input);
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
 * A text for every language, or one a language.
 * @param {Form} form @param {Path} path @param {Names & {long?: boolean, placeholder?: string, language: () => string}} names
 */
export function wordsField(form, path, names) {
  const { draft } = form;
  const box = h("div.words", {});
  let shape = "?";
  const switcher = h("button.small", {
    type: "button",
    onclick: () => {
      const value = draft.get(path);
      draft.endStep();
      if (value && typeof value === "object")
        draft.set(path, value[names.language()] ?? Object.values(value)[0]);
      else draft.set(path, { [names.language()]: value ?? "" });
      box.querySelector("input, textarea")?.focus();
    },
  });
  return form.keep(box, () => {
    const value = draft.get(path);
    const each = value !== null && typeof value === "object";
    const tags = each ? [...new Set([...languages, ...Object.keys(value)])] : [];
    if (shape === (shape = each ? tags.join() : "one")) return;
    for (const old of [...box.children]) form.drop(/** @type {HTMLElement} */ (old));
    switcher.textContent = say(each ? "one_text" : "text_by_language");
    switcher.setAttribute("aria-label", `${switcher.textContent}: ${names.label}`);
    const inputs = each
      ? tags.map((tag) =>
          textField(form, [...path, tag], {
            ...names,
            label: `${names.label}, ${languageNames[tag] ?? tag}`,
            hideLabel: false,
          }),
        )
      : [textField(form, path, names)];
    box.append(...inputs, switcher);
  });
}

/**
 * A list of texts, one a line.
 * @param {Form} form @param {Path} path @param {Names} names
 */
export function linesField(form, path, names) {
  const { draft } = form;
  const input = h("textarea", {
    rows: 3,
    oninput: () => {
      const lines = input.value
        .split("\n")
        .map((/** @type {string} */ line) => line.trim())
        .filter(Boolean);
      draft.set(path, lines.length ? lines : undefined);
    },
    onchange: () => draft.endStep(),
  });
  const shown = () =>
    input.value
      .split("\n")
      .map((/** @type {string} */ line) => line.trim())
      .filter(Boolean)
      .join("\n");
  form.keep(input, () => {
    const text = (draft.get(path) ?? []).join("\n");
    if (shown() !== text) write(input, text);
  });
  return field(form, path, { ...names, hint: names.hint ?? say("one_a_line") }, input);
}

/**
 * The rows of a list or of an object, made anew only when their number or names change.
 * @param {Form} form
 * @param {() => string[]} keys what the rows are known by
 * @param {(key: string, index: number) => HTMLElement} row
 */
export function rows(form, keys, row) {
  const box = h("div.rows", {});
  let known = "";
  return form.keep(box, () => {
    const now = keys();
    if (known === (known = JSON.stringify(now))) return;
    for (const old of [...box.children]) form.drop(/** @type {HTMLElement} */ (old));
    box.append(...now.map(row));
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
