// loading.js of the one file, which has all its parts within it.

import * as parts from "rt:parts";

/** @type {Map<string, Promise<any>>} */
const shared = new Map();

/** @template T @param {string} key @param {() => Promise<T>} load @returns {Promise<T>} */
export function once(key, load) {
  const promise = shared.get(key) ?? load();
  shared.set(key, promise);
  return promise;
}

/** @param {string} name */
export const part = (name) => /** @type {NonNullable<typeof parts.bytes>} */ (parts.bytes)(name);

/** @template {"main" | "clinic"} N @param {N} name */
export const loadScript = (name) => parts.script(name, "");
