// The assets of the widget beside its own script: the compiled module, the model and the words.
//
// Every element of a page shares one promise an asset. Where they come from is decided by the build:
// files beside the script ("url"), or bytes within it ("inline", the one offline file).

import * as from from "rt:assets";
import { chooseLanguage } from "./languages.js";

/** @typedef {Awaited<ReturnType<typeof loadAssets>>} Assets */

/** @type {Map<string, Promise<any>>} */
const shared = new Map();

// A load that failed is forgotten, so that the next element tries again.
/**
 * @template T
 * @param {string} name
 * @param {(name: string) => Promise<T>} load
 * @returns {Promise<T>}
 */
function once(name, load) {
  const before = shared.get(name);
  if (before) return before;
  const promise = load(name);
  promise.catch(() => shared.delete(name));
  shared.set(name, promise);
  return promise;
}

/**
 * Reads the clinic's document, as it came or as it stands in the element.
 * @param {ArrayBuffer | string} given
 */
export async function readClinic(given) {
  // In the one file the widget reads it as it is.
  if (!from.clinic) return { text: asText(given), errors: [], warnings: [], dress() {} };
  const { readDocument } = await once("clinic", from.clinic);
  return readDocument(given);
}

/** @param {ArrayBuffer | string} given */
const asText = (given) => (typeof given === "string" ? given : new TextDecoder().decode(given));

/** @param {string} path */
async function fetched(path) {
  const url = new URL(path, import.meta.url);
  const response = await fetch(url).catch(() => null);
  if (!response?.ok) {
    const reason = response ? `the server answered ${response.status}` : "no answer came";
    const hint = "Check that all files of the widget lie beside its script.";
    throw Object.assign(new Error(`It could not be loaded: ${reason}. ${hint}`), {
      where: url.pathname,
    });
  }
  return response;
}

async function compiled() {
  if (!from.urls) return WebAssembly.compile(await from.bytes("wasm"));
  const response = await fetched(from.urls.wasm);
  // Streaming needs the right type; a server that does not know it costs only the streaming.
  return "compileStreaming" in WebAssembly &&
    response.headers.get("content-type") === "application/wasm"
    ? WebAssembly.compileStreaming(response)
    : WebAssembly.compile(await response.arrayBuffer());
}

/** @param {string} path */
async function bytes(path) {
  return new Uint8Array(await (await fetched(path)).arrayBuffer());
}

/**
 * All assets for one language; a language without words gets the usual one. Rejects with an Error that
 * may carry `where`, the file that is missing.
 * @param {string} asked BCP 47
 */
export async function loadAssets(asked) {
  const chosen = chooseLanguage(asked, from.languages);
  const spoken = chosen.language;
  const [module, model, words] = await Promise.all([
    once("wasm", compiled),
    once("model", (name) => (from.urls ? bytes(from.urls.model) : from.bytes(name))),
    once("words/" + spoken, (name) =>
      from.urls ? bytes(from.urls.words[spoken]) : from.bytes(name),
    ),
  ]);
  return { module, model, words, ...chosen };
}
