// The configurator: a form for the clinic's document beside the real widget. Nothing leaves the page.
import { direction } from "rt:configurator-facts";
import { begin, formLanguages, isGuest, pageLanguages } from "rt:home";
import { checkList } from "./checks.js";
import { h, newId } from "./dom.js";
import { Draft } from "./draft.js";
import { Form } from "./fields.js";
import { parsed } from "./opening.js";
import { Preview } from "./preview.js";
import { adviceStep } from "./step_advice.js";
import { clinicStep } from "./step_clinic.js";
import { moreStep } from "./step_more.js";
import { siteStep } from "./step_site.js";
import { treatmentsStep } from "./step_treatments.js";
import { chosenLanguage, language, languageNames, languages, say, speak } from "./words.js";

const draft = new Draft();
let shown = new AbortController(); // the form in one language
const page = { language: chosenLanguage(pageLanguages) };

/** A document of before: a file, or pasted. @param {HTMLElement} told */
function opener(told) {
  const text = h("textarea.code", { id: newId(), rows: 6, spellcheck: false });
  /** @param {ArrayBuffer | string} given */
  const open = (given) => {
    const { value, reason } = parsed(given);
    if (reason) {
      told.textContent = say("open_failed", { reason });
      return;
    }
    draft.open(value);
    told.textContent = say("opened");
    details.open = false;
  };
  const file = h("input", {
    id: newId(),
    type: "file",
    accept: ".json,application/json",
    onchange: async () => {
      if (file.files[0]) open(await file.files[0].arrayBuffer());
      file.value = "";
    },
  });
  const details = h(
    "details.open",
    {},
    h("summary", {}, say("open")),
    h("div.field", {}, h("label", { htmlFor: file.id }, say("open_file")), file),
    h("div.field", {}, h("label", { htmlFor: text.id }, say("open_paste")), text),
    h("button", { type: "button", onclick: () => open(text.value) }, say("open_pasted")),
  );
  return details;
}

function show() {
  document.documentElement.lang = language;
  document.documentElement.dir = direction[language];
  document.title = say("title");
  shown.abort();
  shown = new AbortController();
  const { signal } = shown;
  const form = new Form(draft, signal);
  const spoken = () => page.language;
  const told = h("p.hint", { role: "status" });
  const preview = new Preview(
    draft,
    spoken,
    () => {
      list.refresh();
      form.refresh();
    },
    signal,
  );
  /** Of the treatments that are shown, in their order. @param {number} i */
  const red = (i) => {
    const all = draft.get(["treatments"]) ?? draft.get(["presets"]) ?? [];
    if (all[i]?.hidden) return "";
    return (
      preview.usuallyRed[all.slice(0, i).filter((/** @type {any} */ one) => !one?.hidden).length] ??
      ""
    );
  };
  const list = checkList(form, () => preview.remarks);
  const undo = h("button.small", { type: "button", onclick: () => draft.undo() }, say("undo"));
  const redo = h("button.small", { type: "button", onclick: () => draft.redo() }, say("redo"));
  form.keep(undo, () => (undo.disabled = !draft.canUndo));
  form.keep(redo, () => (redo.disabled = !draft.canRedo));
  const speech = h(
    "select",
    {
      "aria-label": say("own_language"),
      onchange: () => {
        speak(speech.value);
        show();
      },
    },
    languages.map((tag) =>
      h("option", { value: tag, selected: tag === language }, languageNames[tag]),
    ),
  );
  const step = (/** @type {number} */ n, /** @type {string} */ key, /** @type {any[]} */ content) =>
    h(
      "section",
      { "aria-labelledby": `step-${n}` },
      h("h2", { id: `step-${n}` }, `${n} ${say(key)}`),
      content,
    );
  document.body.classList.toggle("guest", isGuest);
  document.body.replaceChildren(
    h(
      "header",
      {},
      !isGuest && [h("h1", {}, say("title")), h("p.hint", {}, say("promise"))],
      h("div.line", {}, h("a", { href: "#live" }, say("to_preview")), undo, redo, speech),
    ),
    h(
      "main",
      {},
      h(
        "div.form",
        {},
        opener(told),
        told,
        step(
          1,
          "step_clinic",
          clinicStep(form, page, () => preview.load()),
        ),
        step(2, "step_treatments", treatmentsStep(form, spoken, red)),
        step(3, "step_advice", adviceStep(form, spoken)),
        step(4, "step_more", moreStep(form, spoken)),
      ),
      h(
        "div.aside",
        {},
        h(
          "section.live",
          { "aria-labelledby": "live" },
          h("h2", { id: "live" }, say("preview")),
          preview.element,
        ),
      ),
      h(
        "div",
        {},
        h(
          "section",
          { "aria-labelledby": "checks" },
          h("h2", { id: "checks" }, say("checked")),
          list.element,
        ),
        step(5, "step_site", siteStep(form, spoken)),
      ),
    ),
  );
}

speak(chosenLanguage(formLanguages));
begin(draft);
show();
