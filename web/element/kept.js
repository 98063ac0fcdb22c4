// What a visitor set, for a copy of the element: pages that keep snapshots of themselves (back and forward
// without a load) put back a clone, or the same HTML. Only a name without meaning stands in the page; what was set stays
// in memory.

const NAME = "data-recovery-kept";

/** @type {Map<string, string>} name in the page -> JSON text of the state */
const states = new Map();
/** @type {WeakMap<HTMLElement, string>} */
const names = new WeakMap();

/** @param {HTMLElement} element @param {string} state */
export function keep(element, state) {
  const name = names.get(element) ?? Math.random().toString(36).slice(2);
  names.set(element, name);
  states.set(name, state);
  if (element.getAttribute(NAME) !== name) element.setAttribute(NAME, name);
}

/** What the element that this one is a copy of had. @param {HTMLElement} element */
export function kept(element) {
  const name = element.getAttribute(NAME);
  return name && names.get(element) !== name ? (states.get(name) ?? "") : "";
}
