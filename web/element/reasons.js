// Why it cannot run here: for the clinic with place and remedy, for the visitor in plain words.

/** @typedef {{where: string, what: string, code?: string}} Refusal */
/** @typedef {import("./short.js").Short} Short */

/** @param {any} error @returns {Refusal} */
export function explained(error) {
  const { where = "recovery-timeline", code, message = String(error) } = error ?? {};
  if (code) return { where, what: message, code };
  if (!globalThis.WebAssembly) {
    const what =
      "It needs WebAssembly, which is switched off here. Use a current browser, or allow it.";
    return { where, what, code: "no_wasm" };
  }
  if (/policy|unsafe-eval|blocked by CSP/i.test(message)) {
    const what =
      "The page's content security policy does not allow WebAssembly. " +
      "Add 'wasm-unsafe-eval' to its script-src.";
    return { where, what, code: "wasm_policy" };
  }
  if (error instanceof RangeError || /memory/i.test(message)) {
    const what = `The browser gives it no memory (${message}). Close other pages and try again.`;
    return { where, what, code: "memory" };
  }
  if (error instanceof WebAssembly.CompileError) {
    const what = `The .wasm file is damaged (${message}). Upload it again, as binary.`;
    return { where, what, code: "damaged" };
  }
  return { where, what: message, code: "failed" };
}

/** @type {Record<string, keyof import("./short.js").LoadingWords>} */
const REASONS = {
  ...{ no_wasm: "refused", wasm_policy: "refused" },
  ...{ cut: "cut", memory: "memory", stopped: "stopped" },
};
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
  reason.textContent = words[REASONS[code] ?? "failed"];
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
