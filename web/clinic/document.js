// The clinic's own document before the widget reads it: whether it is JSON at all, what of it the page
// itself needs (theme, logo), and words that name another time than their row. Loaded only where a
// document is given. What its keys mean: src/content/README.md.

import { timeRemarks } from "./times.js";

/** @typedef {{where: string, what: string}} Remark */
/** @typedef {import("../element/stage.js").Stage} Stage */
/** @typedef {Record<string, any>} Json */

const WHERE = "clinic content";
const THEME = ["accent", "background", "surface", "text", "radius"];
const LOGO = /^data:image\/(png|jpeg|webp|svg\+xml);base64,[\w+/=]+$/;

/**
 * @param {ArrayBuffer | string} given as it came, or what stands in the element
 * @returns {{text: string, errors: Remark[], warnings: Remark[], dress: (host: HTMLElement, place: Stage) => void}}
 */
export function readDocument(given) {
  const { text, warnings } =
    typeof given === "string" ? { text: given, warnings: [] } : decoded(given);
  const bare = text.trim();
  const reason = bare && whyNoJson(bare);
  if (reason) {
    const errors = [{ where: WHERE, what: `${reason} The usual settings are used.` }];
    return { text: "", errors, warnings, dress() {} };
  }
  const clinic = parsed(bare);
  if (text.includes("\ufffd")) {
    const what =
      "Holds the sign \ufffd: letters such as é or ü were lost when it was saved. Write them anew and save the file as UTF-8.";
    warnings.push({ where: WHERE, what });
  }
  return {
    text,
    errors: [],
    warnings: [...warnings, ...timeRemarks(clinic)],
    dress: (host, place) => dress(clinic, host, place),
  };
}

// Files of older programs are Windows-1252: they are read all the same, and it is told.
/** @param {ArrayBuffer} bytes @returns {{text: string, warnings: Remark[]}} */
function decoded(bytes) {
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes), warnings: [] };
  } catch {
    const what =
      "Is not UTF-8; it is read as Windows-1252. Letters such as é may be wrong: save the file as UTF-8.";
    return {
      text: new TextDecoder("windows-1252").decode(bytes),
      warnings: [{ where: WHERE, what }],
    };
  }
}

/** @param {string} text @returns {Json} */
function parsed(text) {
  try {
    const value = JSON.parse(text);
    return value && typeof value === "object" ? value : {};
  } catch {
    return {}; // the widget tells line and column
  }
}

/** What it is instead of JSON; "" where it may be some. @param {string} text */
function whyNoJson(text) {
  try {
    JSON.parse(text);
    return "";
  } catch {
    // What it is shows at its beginning, and in what editors put into it.
  }
  if (/^(<!doctype|<html|<head|<\?xml|<body)/i.test(text)) {
    return "Is a web page (HTML), not JSON: often the page of an error or a log-in. Check that the address leads to the file itself.";
  }
  if (/^<|<\/?p>|<br ?\/?>|&(quot|nbsp|#8220|#8221);/i.test(text)) {
    return "An editor has put HTML such as <p>, <br> or &quot; into the JSON. Paste it as plain text, or into a block for HTML or code.";
  }
  if (/[“”„«»]\s*[:,}\]]|[{,[]\s*[“”„«»]/.test(text)) {
    return 'An editor has made curly quotes “ ” of the straight ones ". Paste it as plain text, or switch smart quotes off.';
  }
  if (text.startsWith("PK") || text.includes("\0")) {
    return "Is no text: perhaps a document of an office program. Save it as plain text (.json) in UTF-8.";
  }
  return "";
}

// Where the page says nothing itself: its style sheet comes first.
/** @param {Json} clinic @param {HTMLElement} host @param {Stage} place */
function dress({ theme, clinic }, host, { room, stage }) {
  const document = host.ownerDocument;
  const style = (document.defaultView ?? self).getComputedStyle(host);
  for (const name of THEME) {
    const value = theme?.[name];
    const property = "--rt-" + name;
    if (
      typeof value === "string" &&
      !/[;{}<>]/.test(value) &&
      !style.getPropertyValue(property).trim()
    )
      room.style.setProperty(property, value);
  }
  const logo = clinic?.logo;
  if (typeof logo !== "string" || !isOwn(logo, document)) return;
  const image = document.createElement("img");
  image.className = "logo";
  image.alt = typeof clinic.name === "string" ? clinic.name : "";
  image.style.cssText = "display:block;max-inline-size:60%;max-block-size:48px;margin:8px 16px";
  image.addEventListener("error", () => image.remove());
  image.src = logo;
  room.insertBefore(image, stage);
}

// No request goes to another site.
/** @param {string} address @param {Document} document */
function isOwn(address, document) {
  if (LOGO.test(address)) return true;
  if (/^[a-z][a-z\d+.-]*:|^\/\/|\\/i.test(address)) return false;
  const base = new URL(document.baseURI);
  return new URL(address, base).origin === base.origin;
}
