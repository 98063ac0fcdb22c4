// Gets the parts of the widget with patience: where they lie, one more try when the line was cut, and of
// every failure the file, the host, the cause and what to do.

import * as parts from "rt:parts";

/** @typedef {Error & {where?: string, code?: string}} Failure */
/** @typedef {typeof import("./main.js")} Main */

const RETRY_MS = 1000;
const ANSWER_MS = 30_000; // without a first byte, or the whole second script

/** @type {Map<string, Promise<any>>} */
const shared = new Map();

// A load that failed is forgotten, so that the next one tries again.
/**
 * @template T
 * @param {string} key
 * @param {() => Promise<T>} load
 * @returns {Promise<T>}
 */
export function once(key, load) {
  const before = shared.get(key);
  if (before) return before;
  const promise = load();
  promise.catch(() => shared.delete(key));
  shared.set(key, promise);
  return promise;
}

/** @param {string} code @param {string} where @param {string} what @returns {Failure} */
export const failure = (code, where, what) => Object.assign(new Error(what), { code, where });

/** @param {number} ms */
const pause = (ms) => new Promise((done) => setTimeout(done, ms));

// The script's own address, in whichever way it was loaded: classic, module, or moved by an optimizer.
const tag = /** @type {HTMLScriptElement | null} */ (globalThis.document?.currentScript ?? null);
const own =
  tag?.src ||
  /(?:https?|file|blob):[^\s)]+?(?=:\d+(?::\d+)?\)?(?:\n|$))/.exec(new Error().stack ?? "")?.[0] ||
  "";
const marked = () =>
  tag ??
  globalThis.document?.querySelector(/** @type {"script"} */ ('script[src*="recovery-timeline"]'));

const ALL = "Upload all files of the widget, or name their folder in the attribute base.";

/** What the page's policy has refused: address -> directive. @type {Map<string, string>} */
const forbidden = new Map();
globalThis.document?.addEventListener("securitypolicyviolation", (event) => {
  forbidden.set(event.blockedURI, event.effectiveDirective);
});

// Folders in which a part may lie, the likeliest first: parts/ beside the script, or beside it.
let flat = false;
/** @param {string} name @param {string | null} base attribute of the element @returns {[string, string?]} */
function addresses(name, base) {
  const file = parts.files?.[name];
  if (!file) return [parts.urls?.[name] ?? name];
  const page = document.baseURI;
  const beside = base === null ? own || marked()?.src || page : base.replace(/\/?$/, "/");
  try {
    const folder = new URL(".", new URL(beside, page));
    const both = ["parts/" + file, file].map((path) => new URL(path, folder).href);
    return /** @type {[string, string]} */ (flat ? both.reverse() : both);
  } catch {
    throw failure("moved", file, `The script was moved (${beside.slice(0, 40)}). ${ALL}`);
  }
}

/** @param {string} url */
function named(url) {
  const { host, pathname, protocol } = new URL(url, document.baseURI);
  return { file: pathname, host: host || protocol };
}

// Why a file did not come. It is asked for once more, in other ways: one that comes now was cut before,
// unless it is always refused.
/** @param {string} url @param {string} directive @param {boolean} [always] */
async function causeOf(url, directive, always) {
  const { file, host } = named(url);
  /** @param {string} code @param {string} what */
  const because = (code, what) => failure(code, file, what);
  await pause(50); // a refusal by the policy is told a moment later
  const refused = forbidden.get(url) ?? forbidden.get(new URL(url).origin);
  if (refused) {
    const what = "The page's content security policy does not allow it.";
    return because(
      "policy",
      `${what} Add ${new URL(url).origin} to its ${refused.replace("-elem", "")}.`,
    );
  }
  try {
    const response = await fetch(url, { cache: "no-store" });
    if (!response.ok) return answered(url, response.status);
    const text = await response.text();
    const type = response.headers.get("content-type") ?? "";
    if (always && /\.js$/.test(url) && !/javascript/.test(type) && !isPage(text))
      return because("type", `${host} sends it as "${type}"; it must be text/javascript.`);
    if (always || isPage(text)) return contentCause(url, text);
    return because("cut", `The connection to ${host} was cut.`);
  } catch {
    const silent = await fetch(url, { mode: "no-cors", cache: "no-store" }).catch(() => null);
    if (silent)
      return because("cors", `${host} must send Access-Control-Allow-Origin with all files.`);
    if (location.protocol === "file:")
      return because("file", "A page on a disk needs the one file.");
    return because("cut", `The connection to ${host} was cut, or blocked by ${directive}.`);
  }
}

/** @param {string} url @param {number} status */
function answered(url, status) {
  const { file, host } = named(url);
  const hint = status === 404 || status === 410 ? ALL : "Ask who runs that server.";
  const code = status >= 500 || status === 429 ? "cut" : "missing";
  return failure(code, file, `It could not be loaded: ${host} answered ${status}. ${hint}`);
}

/** @param {string} text */
const isPage = (text) => /^\s*(<!doctype html|<html)/i.test(text);

/** @param {string} url @param {string} text of a file that came, but is not what it should be */
function contentCause(url, text) {
  const { file, host } = named(url);
  if (isPage(text)) return failure("page", file, `${host} sent a web page in its place. ${ALL}`);
  const ends = text.includes("\r\n") ? " (its line ends are others)" : "";
  const hint = "Upload it again as binary, not optimized.";
  return failure("damaged", file, `It was changed on its way from ${host}${ends}. ${hint}`);
}

/** The hash that a part must have; asked for only where the page's script has one itself. @param {string} name @param {string | null} base */
async function hashOf(name, base) {
  if (!parts.checks || !marked()?.integrity) return "";
  if (name === "hashes") return parts.checks;
  return JSON.parse(new TextDecoder().decode(await part("hashes", base)))[name];
}

/** @param {string} url @param {string} integrity @returns {Promise<Uint8Array<ArrayBuffer>>} */
async function bytesAt(url, integrity) {
  const stop = new AbortController();
  const late = setTimeout(() => stop.abort(), ANSWER_MS);
  let response, bytes;
  try {
    response = await fetch(url, { integrity, signal: stop.signal }).finally(() =>
      clearTimeout(late),
    );
    bytes = new Uint8Array(await response.arrayBuffer());
  } catch {
    throw await causeOf(url, "something in between", !!integrity);
  }
  if (!response.ok) throw answered(url, response.status);
  if (bytes[0] === 0x3c || bytes[0] < 0x21) {
    const text = new TextDecoder().decode(bytes.subarray(0, 200));
    if (isPage(text)) throw contentCause(url, text);
  }
  return bytes;
}

// One more try by itself.
/** @template T @param {() => Promise<T>} act @returns {Promise<T>} */
const patiently = (act) =>
  act().catch((error) => {
    if (error.code !== "cut") throw error;
    return pause(RETRY_MS).then(act);
  });

// Flat in one folder, too; of two failures the first is told.
/** @template T @param {string} name @param {string | null} base @param {(url: string) => Promise<T>} act */
async function fromFolders(name, base, act) {
  const [first, other] = addresses(name, base);
  try {
    return await patiently(() => act(first));
  } catch (error) {
    const { code } = /** @type {Failure} */ (error);
    if (!other || !/missing|page/.test(code ?? "")) throw error;
    const found = await act(other).catch(() => Promise.reject(error));
    flat = !flat;
    return found;
  }
}

/**
 * @param {string} name as in rt:parts
 * @param {string | null} base
 * @returns {Promise<Uint8Array<ArrayBuffer>>}
 */
export function part(name, base) {
  if (parts.bytes) return parts.bytes(name);
  return once(name + " " + base, () =>
    fromFolders(name, base, async (url) => bytesAt(url, await hashOf(name, base))).catch(
      checkedRelease,
    ),
  );
}

// An old script asks for files that are gone: the one that lies there now is asked for, past the cache.
/** @param {Failure} error @returns {Promise<never>} */
async function checkedRelease(error) {
  if (error.code !== "missing" && error.code !== "page") throw error;
  const script = own || marked()?.src;
  const newer = script && (await fetch(script, { cache: "reload" }).catch(() => null));
  const text = newer && newer.ok ? await newer.text() : "";
  if (!text.includes("recovery-timeline") || text.includes(parts.release)) throw error;
  const what =
    "It is of another release than its files. Reload the page, or empty the site's caches.";
  throw failure("release", named(script || "").file, what);
}

let tries = 0;
/**
 * A script that comes when it is needed: the widget itself, and what only a clinic's document needs.
 * @template {"main" | "clinic"} N
 * @param {N} name
 * @param {string | null} base
 * @returns {Promise<import("rt:parts").Script<N>>}
 */
export function loadScript(name, base) {
  if (!parts.files) return parts.script(name, "");
  return once(name + " " + base, () =>
    fromFolders(name, base, async (url) => {
      try {
        // Engines remember that a module failed, by its address.
        const address = tries ? url + "?" + tries : url;
        await preloaded(address, await hashOf(name, base));
        const late = pause(ANSWER_MS).then(() => Promise.reject(new Error()));
        return await Promise.race([parts.script(name, address), late]);
      } catch (error) {
        throw await causeOf(url, "script-src", ++tries > 1 || error instanceof SyntaxError);
      }
    }).catch(checkedRelease),
  );
}

// A module is held to a hash only by what fetches it first.
/** @param {string} url @param {string} integrity */
function preloaded(url, integrity) {
  const link = document.createElement("link");
  if (!integrity || !link.relList.supports("modulepreload")) return null;
  return new Promise((done, fail) => {
    Object.assign(link, { rel: "modulepreload", href: url, integrity, crossOrigin: "anonymous" });
    Object.assign(link, { onload: done, onerror: fail });
    document.head.append(link);
  }).finally(() => link.remove());
}
