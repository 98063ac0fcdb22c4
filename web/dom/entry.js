// One control of the mirror and what was written into it: only what differs is written again.

import { dateText, isContainer, isOn, isUnseen } from "./roles.js";

/** @typedef {import("./roles.js").Node} Node */
/**
 * @typedef {object} Entry
 * @property {Node} node
 * @property {HTMLElement} element
 * @property {HTMLElement} outer the label around an input, else the element itself
 * @property {string} tag
 * @property {import("./roles.js").Attributes} attributes as they were written
 * @property {string} text as it was written
 * @property {HTMLElement} [span] of a container: its own text, apart from its children
 * @property {Record<string, HTMLElement | undefined>} parts name and value, shown beside it
 * @property {Record<string, string>} style as it was written
 * @property {boolean} [flows] it has no place of its own
 * @property {string} [moment] of a date: what the node said when the control was last held against it
 */

/** @param {Document} document @param {Node} node @param {string} tag @returns {Entry} */
export function makeEntry(document, node, tag) {
  const element = document.createElement(tag);
  let outer = element;
  if (tag === "input") {
    outer = document.createElement("label");
    outer.className = "field for-" + node.role;
    outer.append(element);
  }
  return { node, element, outer, tag, attributes: {}, text: "", parts: {}, style: {} };
}

/** @param {Entry} entry @param {import("./roles.js").Attributes} attributes */
export function writeAttributes(entry, attributes) {
  for (const name in { ...entry.attributes, ...attributes }) {
    const value = attributes[name] ?? null;
    if ((entry.attributes[name] ?? null) === value) continue;
    if (value === null) entry.element.removeAttribute(name);
    else entry.element.setAttribute(name, String(value));
  }
  entry.attributes = attributes;
}

/** @param {Entry} entry @param {string} text */
export function writeText(entry, text) {
  if (entry.text === text) return;
  entry.text = text;
  if (!isContainer(entry.node)) return void (entry.element.textContent = text);
  // A container keeps its text apart from its children.
  if (!entry.span) {
    entry.span = entry.element.ownerDocument.createElement("span");
    entry.span.className = "leaf";
    if (entry.parts.name) entry.parts.name.after(entry.span);
    else entry.element.prepend(entry.span);
  }
  entry.span.textContent = text;
}

// Hidden from assistive technology, which has it from the element's own attributes.
/** @param {Entry} entry @param {Record<string, string>} shown */
export function writeBeside(entry, shown) {
  for (const kind in shown) {
    const text = shown[kind];
    let part = entry.parts[kind];
    if ((part?.textContent ?? "") === text) continue;
    if (!part) {
      const tag = entry.tag === "table" ? "caption" : "span";
      part = entry.parts[kind] = entry.element.ownerDocument.createElement(tag);
      part.className = kind;
      part.setAttribute("aria-hidden", "true");
      if (kind === "name") entry.outer.prepend(part);
      else entry.outer.append(part);
    }
    part.textContent = text;
  }
}

// A child stands relative to its parent; what is unseen, and all in it, flows.
/** @param {Entry} entry @param {Entry | undefined} parent */
export function writePlace(entry, parent) {
  const { node, style } = entry;
  entry.flows = isUnseen(node) || parent?.flows;
  const from = parent?.node ?? { x: 0, y: 0 };
  const place = { left: node.x - from.x, top: node.y - from.y, width: node.w, height: node.h };
  for (const [name, px] of Object.entries(place)) {
    const value = entry.flows ? "" : Math.round(px * 10) / 10 + "px";
    if ((style[name] ?? "") === value) continue;
    style[name] = value;
    entry.element.style.setProperty(name, value);
  }
}

/** @param {Entry} entry */
export function writeColor({ element, node, style }) {
  if (style.color === node.color) return;
  style.color = node.color;
  if (node.color) element.style.setProperty("--color", node.color);
}

// While a date is being typed it is the visitor's, also in the moment in which a browser brings the focus
// from one of its parts to the next and none has it: only what the node has changed is written.
/** @param {Entry} entry @param {HTMLInputElement} input @param {string} text */
function writeMoment(entry, input, text) {
  if (entry.moment === text || input.matches(":focus")) return;
  entry.moment = text;
  if (input.value !== text) input.value = text;
}

// The properties that the browser changes by itself are compared with the control, not with what was
// written last.
/** @param {Entry} entry */
export function writeValue(entry) {
  const { element, node } = entry;
  const { role, value } = node;
  const input = /** @type {HTMLInputElement} */ (element);
  if (role === "slider" && input.valueAsNumber !== value) input.valueAsNumber = value;
  if (/^(radio|checkbox|switch_)$/.test(role) && input.checked !== isOn(node)) {
    input.checked = isOn(node);
  }
  if (role === "search" && !input.matches(":focus") && input.value !== node.valueText) {
    input.value = node.valueText;
  }
  if (role === "moment") writeMoment(entry, input, dateText(value));
}
