// Elements in one line each.

/** @typedef {Node | string | null | undefined | false} Child */

/**
 * @param {string} tag "p", "p.note"
 * @param {Record<string, any>} props on…: a listener; what the element has as a property; else an attribute
 * @param {...(Child | Child[])} children
 * @returns {any}
 */
export function h(tag, props = {}, ...children) {
  const [name, ...classes] = tag.split(".");
  const element = document.createElement(name);
  if (classes.length) element.className = classes.join(" ");
  for (const [key, value] of Object.entries(props)) {
    if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else if (value === undefined || value === false) continue;
    else if (key in element && !key.startsWith("aria")) /** @type {any} */ (element)[key] = value;
    else element.setAttribute(key, value === true ? "" : String(value));
  }
  element.append(.../** @type {(Node | string)[]} */ (children.flat().filter(Boolean)));
  return element;
}

let last = 0;
export const newId = () => `f${++last}`;

/** Writes only what differs, so that the caret stays. @param {HTMLInputElement} input @param {string} value */
export function write(input, value) {
  if (input.value !== value) input.value = value;
}

/** As it may stand in HTML and in an attribute. @param {string} text */
export const escaped = (text) =>
  text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/"/g, "&quot;");

/** A document as it may stand in a script. @param {any} clinic */
export const inScript = (clinic) => JSON.stringify(clinic, null, 2).replaceAll("<", "\\u003c");
