// Where the configurator lives: here a frame in the settings page of the WordPress plugin, beside the
// field that the page stores. The widget comes from the plugin's own files.
import { ask, direction } from "rt:configurator-facts";
import { escaped, inScript } from "./dom.js";
import { parsed } from "./opening.js";

const frame = /** @type {HTMLIFrameElement} */ (window.frameElement);
const { widget, text: id = "" } = frame.dataset;
const text = /** @type {HTMLTextAreaElement} */ (frame.ownerDocument.getElementById(id));

export const isGuest = true;
export const formLanguages = [frame.dataset.language ?? ""];
export const pageLanguages = [frame.dataset.site ?? ""];
export const forms = ["wordpress"];
export const documentKey = frame.dataset.key ?? "";
export const wholeFile = undefined;

/** @param {import("./one_file.js").Wanted} wanted @returns {string} */
export function previewPage({ language, clinic, head = "", direction: given }) {
  const words = /** @type {Record<string, string>} */ (ask.words[language]);
  return `<!doctype html><html lang="${language}" dir="${given ?? direction[language]}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">
<title>${escaped(words.title)}</title><style>body { margin: 0 }</style>${head}</head><body>
<noscript><p>${escaped(words.needs_script)}</p></noscript>
<recovery-timeline loading="eager" link="off"><script type="application/json">${inScript(clinic ?? {})}</script></recovery-timeline>
<script defer src="${escaped(widget ?? "")}"></script></body></html>`;
}

/** @param {import("./draft.js").Draft} draft */
export function begin(draft) {
  // What cannot be read is mended in the field, and the form would write over it.
  let begun = false;
  const read = () => {
    const { value, reason } = parsed(text.value.trim() || "{}");
    frame.style.display = reason ? "none" : "block";
    const source = text.closest("details");
    if (reason && source) source.open = true;
    if (reason) return;
    if (begun) draft.open(value);
    else draft.start(value);
    begun = true;
  };
  const same = () => JSON.stringify(parsed(text.value).value) === JSON.stringify(draft.value);
  read();
  text.addEventListener("change", read);
  draft.addEventListener("change", () => {
    if (!same()) text.value = JSON.stringify(draft.value, null, 2);
  });
  text.form?.addEventListener("submit", () => draft.markSaved());
  window.parent.addEventListener("beforeunload", (event) => {
    if (draft.isUnsaved) event.preventDefault();
  });
  const fit = () => {
    frame.style.height = `${document.body.offsetHeight}px`;
  };
  new ResizeObserver(() => requestAnimationFrame(fit)).observe(document.body);
}
