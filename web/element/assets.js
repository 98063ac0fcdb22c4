// The parts of the widget beside its own script: the compiled module, the model and the words.
//
// Every element of a page shares one promise a part. Where they come from is decided by the build:
// files beside the script ("url"), or bytes within it ("inline", the one offline file).

import * as from from "rt:parts";
import { chooseLanguage } from "./languages.js";

const shared = new Map();

// A load that failed is forgotten, so that the next element tries again.
function once(name, load) {
  if (!shared.has(name)) {
    const promise = load(name);
    promise.catch(() => shared.delete(name));
    shared.set(name, promise);
  }
  return shared.get(name);
}

async function fetched(path) {
  const url = new URL(path, import.meta.url);
  const response = await fetch(url).catch(() => null);
  if (!response?.ok) {
    const reason = response ? `the server answered ${response.status}` : "no answer came";
    const remedy = "Check that all files of the widget lie beside its script.";
    throw Object.assign(new Error(`It could not be loaded: ${reason}. ${remedy}`), {
      where: url.pathname,
    });
  }
  return response;
}

async function compiled() {
  if (from.kind === "inline") return WebAssembly.compile(await from.bytes("wasm"));
  const response = await fetched(from.urls.wasm);
  // Streaming needs the right type; a server that does not know it costs only the streaming.
  return WebAssembly.compileStreaming && response.headers.get("content-type") === "application/wasm"
    ? WebAssembly.compileStreaming(response)
    : WebAssembly.compile(await response.arrayBuffer());
}

async function bytes(path) {
  return new Uint8Array(await (await fetched(path)).arrayBuffer());
}

/**
 * All parts for one language; a language without words gets the usual one.
 * @param {string} asked BCP 47
 * @returns {Promise<{module: WebAssembly.Module, model: Uint8Array, words: Uint8Array,
 *   language: string, locale: string}>} rejects with an Error that may carry `where`, the file that
 *   is missing
 */
export async function loadParts(asked) {
  const inline = from.kind === "inline";
  const chosen = chooseLanguage(asked, from.languages);
  const words = chosen.language;
  const [module, model, text] = await Promise.all([
    once("wasm", compiled),
    once("model", () => (inline ? from.bytes("model") : bytes(from.urls.model))),
    once("words/" + words, (name) => (inline ? from.bytes(name) : bytes(from.urls.words[words]))),
  ]);
  return { module, model, words: text, ...chosen };
}
