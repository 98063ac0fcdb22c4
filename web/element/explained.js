// What the browser itself refuses, with what to do about it.

/** @typedef {import("./reasons.js").Refusal} Refusal */

/** @param {any} error @returns {Refusal} */
export function explained(error) {
  const { where = "recovery-timeline", code, message = String(error) } = error ?? {};
  if (code) return { where: where ?? "recovery-timeline", what: message, code };
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
