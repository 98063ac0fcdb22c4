// Step 1: who the clinic is, its color and the language of the page.
import { h, newId, write } from "./dom.js";
import { field, fold, textField, wordsField } from "./fields.js";
import { generic } from "./generic.js";
import { partAt } from "./schema.js";
import { languageNames, languages, say } from "./words.js";

/** @typedef {import("./fields.js").Form} Form */

/** @param {string} hex @returns {number} relative luminance */
function luminance(hex) {
  const part = (/** @type {number} */ i) => {
    const c = parseInt(hex.slice(1 + 2 * i, 3 + 2 * i), 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * part(0) + 0.7152 * part(1) + 0.0722 * part(2);
}
/** @param {string} a @param {string} b */
export function contrast(a, b) {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}
/** "#abc" -> "#aabbcc"; null where it is no color of this kind. @param {unknown} text */
export function hexOf(text) {
  const found = /^#([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(String(text ?? "").trim());
  if (!found) return null;
  const digits = found[1].length === 3 ? [...found[1]].map((c) => c + c).join("") : found[1];
  return "#" + digits.toLowerCase();
}

const LOGO = ["clinic", "logo"];
const PATH = ["theme", "accent"];
const USUAL = "#7a2d42";

/** Whether a text stands there for one language. @param {any} value @returns {boolean} */
function hasTranslations(value) {
  if (value === null || typeof value !== "object") return false;
  const keys = Object.keys(value);
  const tagged =
    !Array.isArray(value) && keys.length > 0 && keys.every((key) => key in languageNames);
  return tagged
    ? keys.every((key) => typeof value[key] === "string")
    : Object.values(value).some(hasTranslations);
}

/** @param {Form} form */
function colorField(form) {
  const { draft } = form;
  const text = h("input", {
    id: newId(),
    type: "text",
    autocomplete: "off",
    spellcheck: false,
    placeholder: USUAL,
    oninput: () => draft.set(PATH, text.value.trim() || undefined),
    onchange: () => draft.endStep(),
  });
  const picker = h("input", {
    type: "color",
    "aria-label": say("pick_color"),
    oninput: () => draft.set(PATH, picker.value),
    onchange: () => draft.endStep(),
  });
  const told = h("output", {});
  form.keep(text, () => {
    write(text, String(draft.get(PATH) ?? ""));
    const hex = hexOf(draft.get(PATH));
    picker.value = hex ?? USUAL;
    const ratio = hex ? contrast(hex, "#ffffff") : 0;
    const n = ratio.toFixed(1);
    told.textContent = !hex ? "" : say(ratio >= 4.5 ? "color_readable" : "color_adjusted", { n });
    told.className = ratio >= 4.5 ? "good" : "note";
  });
  return field(form, PATH, { label: say("brand_color") }, text, picker, told);
}

/** A picture of the assistant's computer, which goes into the document. @param {Form} form */
function logoFile({ draft }) {
  const file = h("input", {
    id: newId(),
    type: "file",
    accept: "image/png,image/jpeg,image/webp,image/svg+xml",
    onchange: () => {
      const reader = new FileReader();
      reader.onload = () => {
        draft.endStep();
        draft.set(LOGO, String(reader.result));
      };
      if (file.files[0]) reader.readAsDataURL(file.files[0]);
      file.value = "";
    },
  });
  return h("div.field", {}, h("label", { htmlFor: file.id }, say("logo_file")), file);
}

/**
 * @param {Form} form
 * @param {{language: string}} page what is chosen for the page, kept beside the document
 * @param {() => void} changed
 */
export function clinicStep(form, page, changed) {
  const select = h(
    "select",
    {
      id: newId(),
      onchange: () => {
        page.language = select.value;
        changed();
      },
    },
    languages.map((tag) =>
      h("option", { value: tag, selected: tag === page.language }, languageNames[tag]),
    ),
  );
  const spoken = () => page.language;
  // Texts in several languages are asked for where there are some, or where someone says so.
  const many = h("input", { id: newId(), type: "checkbox", onchange: () => form.refresh() });
  form.keep(many, () => {
    if (hasTranslations(form.draft.value)) many.checked = true;
    document.body.classList.toggle("many-languages", many.checked);
  });
  /** @param {string} key */
  const words = (key) =>
    wordsField(form, ["clinic", key], { label: say(`clinic_${key}`), language: spoken });
  /** @param {string} key @param {string} type */
  const plain = (key, type) =>
    textField(form, ["clinic", key], { label: say(`clinic_${key}`), type });
  return [
    h(
      "div.grid",
      {},
      words("name"),
      words("short_name"),
      plain("phone", "tel"),
      plain("book", "url"),
      plain("site", "url"),
      words("hours"),
      colorField(form),
      h("div.field", {}, h("label", { htmlFor: select.id }, say("page_language")), select),
      h("div.field.switch", {}, many, h("label", { htmlFor: many.id }, say("many_languages"))),
    ),
    fold(say("more_look"), () => [
      generic(form, LOGO, partAt(LOGO), { language: spoken }),
      logoFile(form),
      generic(form, ["theme"], partAt(["theme"]), { language: spoken, skip: ["accent"] }),
    ]),
  ];
}
