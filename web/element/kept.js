// What a visitor set, for a copy of the element: pages that keep snapshots of themselves (back and forward
// without a load) put back a clone, or the same HTML. Only a name without meaning stands in the page; what was set stays
// in memory.

export const NAME = "data-recovery-kept";

/** @typedef {{states: Map<string, string>, names: WeakMap<HTMLElement, string>}} Memory name in the page -> JSON text of the state; element -> its own name */
/** @type {Memory} of all elements; the first script has it, the second one writes into it */
export const memory = { states: new Map(), names: new WeakMap() };

/** @param {HTMLElement} element @param {string} state @param {Memory} memory */
export function keep(element, state, { states, names }) {
  const name = names.get(element) ?? Math.random().toString(36).slice(2);
  names.set(element, name);
  states.set(name, state);
  if (element.getAttribute(NAME) !== name) element.setAttribute(NAME, name);
}

/** What the element that this one is a copy of had. @param {HTMLElement} element */
export function kept(element) {
  const name = element.getAttribute(NAME);
  return name && memory.names.get(element) !== name ? (memory.states.get(name) ?? "") : "";
}
