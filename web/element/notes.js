// What the page is told while the widget runs: nothing of it is shown to the visitor.

/** @typedef {import("../wasm/module.js").Diagnostic} Diagnostic */
/** @typedef {import("./reasons.js").Refusal} Refusal */
/** @typedef {import("./widget.js").Warning} Warning */

/** @param {HTMLElement} element @param {Warning[]} warnings */
export function warn(element, warnings) {
  if (!warnings.length) return;
  for (const { where, what, given, used } of warnings) {
    const change = used ? ` Given: ${given}, used: ${used}.` : "";
    console.warn(`recovery-timeline: ${where}: ${what}${change}`);
  }
  const told = { bubbles: true, composed: true, detail: { warnings } };
  element.dispatchEvent(new CustomEvent("recovery-warning", told));
}

/**
 * What was wrong in the clinic's content, and in getting it. One that is late is not wrong.
 * @param {Diagnostic[]} diagnostics
 * @param {{errors: Refusal[], warnings?: Refusal[]}} clinic
 */
export function contentNotes(diagnostics, { errors, warnings = [] }) {
  /** @param {boolean} isWarning */
  const told = (isWarning) =>
    diagnostics
      .filter(({ level }) => (level === "warning") === isWarning)
      .map(({ where, what }) => ({ where, what }));
  return {
    refused: [...errors.filter(({ code }) => code !== "late"), ...told(false)],
    warnings: [...errors.filter(({ code }) => code === "late"), ...warnings, ...told(true)],
  };
}

/** @param {string} asked @param {string} used @returns {Warning[]} */
export function languageNotes(asked, used) {
  if (used.split("-")[0] === asked.toLowerCase().split("-")[0]) return [];
  const what = "There are no words for this language.";
  return [{ where: "lang", what, given: asked, used }];
}

/** The keys whose values differ. @param {Record<string, unknown>} before @param {Record<string, unknown>} now */
export const changes = (before, now) =>
  Object.keys(now).filter((key) => JSON.stringify(now[key]) !== JSON.stringify(before[key]));
