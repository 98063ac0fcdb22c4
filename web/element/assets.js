// The assets of the widget: the compiled module, the model and the words. Every element of a page shares
// them; recovery-timeline.js gets them, with patience (loading.js).

/** @typedef {Awaited<ReturnType<typeof loadAssets>>} Assets */
/** @typedef {typeof import("./loading.js")} Loading */

/**
 * @param {{language: string, locale: string}} chosen one that has words
 * @param {string | null} base where the parts lie
 * @param {Pick<Loading, "part" | "once">} loading
 */
export async function loadAssets(chosen, base, { part, once }) {
  const compiled = async () => WebAssembly.compile(await part("wasm", base));
  const [module, model, words] = await Promise.all([
    once("compiled " + base, compiled),
    part("model", base),
    part("words/" + chosen.language, base),
  ]);
  return { module, model, words, ...chosen };
}
