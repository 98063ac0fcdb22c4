// The clinic's own content as text. The widget runs on without it.

/** @typedef {import("./reasons.js").Refusal} Refusal */

const LATE_MS = 5000;

/** @typedef {import("./stage.js").Stage} Stage */
/** @typedef {{text: string, errors: Refusal[], warnings?: Refusal[], dress?: (host: HTMLElement, place: Stage) => void}} Clinic */
/** @typedef {(given: ArrayBuffer | string) => Promise<Clinic>} Read */

const NONE = { text: "", errors: [] };

/**
 * Reads a document with the script that comes with one only, and dresses the element as it says.
 * @param {HTMLElement} element @param {Stage} place
 * @param {() => Promise<typeof import("../clinic/document.js") | null>} script
 * @returns {Read}
 */
export const reader = (element, place, script) => async (given) => {
  const clinic = await script();
  if (!clinic) {
    // In a one file without a document of its own the widget reads it as it is.
    const text = typeof given === "string" ? given : new TextDecoder().decode(given);
    return { text, errors: [] };
  }
  const found = clinic.readDocument(given);
  found.dress(element, place);
  return found;
};

/**
 * @param {HTMLElement} element
 * @param {Read} read
 * @param {(errors: Refusal[]) => void} came called when a document that was late is there, or failed
 * @returns {Promise<Clinic>}
 */
export async function clinicOf(element, read, came) {
  const address = element.getAttribute("content");
  const document = element.ownerDocument;
  if (address === null) {
    await parsed(document);
    const script = element.querySelector(':scope > script[type="application/json"]');
    return script?.textContent?.trim() ? read(script.textContent) : NONE;
  }
  const where = `content="${address}"`;
  let isLate = false;
  const coming = fetched(where, address, document, read);
  const late = new Promise((done) => setTimeout(done, LATE_MS)).then(() => {
    isLate = true;
    const what = "It has not come within 5 seconds. Our usual settings are used until it does.";
    return { text: "", errors: [{ where, what, code: "late" }] };
  });
  void coming.then(({ errors }) => isLate && came(errors));
  return Promise.race([coming, late]);
}

/** @type {Map<string, Clinic>} documents that were late, for the next start */
const arrived = new Map();

/** @param {string} where @param {string} address @param {Document} document @param {Read} read @returns {Promise<Clinic>} */
async function fetched(where, address, document, read) {
  /** @param {string} reason */
  const wrong = (reason) => ({
    text: "",
    errors: [
      {
        where,
        what: `It could not be loaded: ${reason}. Check the address; the usual settings are used.`,
        code: "content",
      },
    ],
  });
  try {
    const url = new URL(address, document.baseURI);
    const before = arrived.get(url.href);
    if (before) return before;
    const begun = performance.now();
    const response = await fetch(url);
    if (!response.ok) return wrong(`the server answered ${response.status}`);
    const bytes = await response.arrayBuffer();
    const start = new TextDecoder().decode(bytes.slice(0, 200));
    if (/^\s*(<!doctype|<html)/i.test(start)) return wrong("a web page (HTML) came in its place");
    const found = await read(bytes);
    if (performance.now() - begun > LATE_MS) arrived.set(url.href, found);
    return found;
  } catch {
    return wrong("no answer came");
  }
}

// An element that the parser has just opened does not have its children yet.
/** @param {Document} document */
function parsed(document) {
  if (document.readyState !== "loading") return null;
  return new Promise((done) => document.addEventListener("DOMContentLoaded", done, { once: true }));
}
