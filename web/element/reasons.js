// Why it cannot run here, for the visitor in plain words.

/** @typedef {{where: string, what: string, code?: string}} Refusal */
/** @typedef {import("./short.js").Short} Short */

const HOPEFUL = /^(cut|memory|missing|page)$/; // it may go better the next time

/**
 * For the visitor, in the language of the short result.
 * @param {Refusal} refusal
 * @param {Short} short
 * @param {Document} document
 * @param {() => void} again
 * @returns {Node[]}
 */
export function reasonFor({ code = "" }, { words, language }, document, again) {
  const reason = document.createElement("p");
  /** @type {Record<string, string>} */
  const told = { ...words };
  reason.textContent = told[code.includes("wasm") ? "refused" : code] ?? words.failed;
  reason.lang = language;
  reason.dir = "auto";
  if (!HOPEFUL.test(code)) return [reason];
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = words.again;
  button.lang = language;
  button.addEventListener("click", again);
  return [reason, button];
}
