// The short result: what an element shows before the widget is there, and what stays where it cannot be.

import { english, css } from "rt:short";
import { part } from "./loading.js";

/** @typedef {{loading: string, short: string, failed: string, cut: string, refused: string, memory: string, stopped: string, again: string}} LoadingWords */
/** @typedef {{words: LoadingWords, html: string, language: string}} Short */

export const SHORT_CSS = css;

/** @param {string} text a line of words, then HTML @param {string} language @returns {Short} */
function read(text, language) {
  const end = text.indexOf("\n");
  return { words: JSON.parse(text.slice(0, end)), html: text.slice(end + 1), language };
}

/** In English: it is always there. */
export const englishShort = () => read(english, "en");

/** @param {string} language one that has words @param {string | null} base */
export async function loadShort(language, base) {
  if (language === "en") return englishShort();
  return read(new TextDecoder().decode(await part("short/" + language, base)), language);
}

/** @type {Record<string, string>} */
const ENTITIES = { "&amp;": "&", "&lt;": "<", "&quot;": '"' };
/** @param {string} text */
const plain = (text) => text.replace(/&\w+;/g, (name) => ENTITIES[name] ?? name);

/**
 * Our own well-formed HTML as nodes: a page's policy may forbid to parse any, and XHTML parses another way.
 * @param {Document} document
 * @param {string} html
 */
export function nodesOf(document, html) {
  /** @type {(Element | DocumentFragment)[]} */
  const open = [document.createDocumentFragment()];
  for (const [, end, name, attributes, empty, text] of html.matchAll(
    /<(\/?)(\w+)((?: [\w-]+="[^"]*")*)(\/?)>|([^<]+)/g,
  )) {
    if (text) open[0].append(plain(text));
    else if (end) open.shift();
    else {
      const element = document.createElement(name);
      for (const [, key, value] of attributes.matchAll(/ ([\w-]+)="([^"]*)"/g))
        element.setAttribute(key, plain(value));
      open[0].append(element);
      if (!empty) open.unshift(element);
    }
  }
  return /** @type {DocumentFragment} */ (open.at(-1));
}
