// What is folded away on the screen is open on paper, but for the explanations of single controls.

import { isClosed } from "../dom/roles.js";

/** The closed nodes that are opened. @param {import("../dom/roles.js").Node[]} nodes */
export function closedSections(nodes) {
  const panels = nodes.filter(({ role }) => role === "tab_panel").map(({ id }) => id);
  return nodes.filter((node) => isClosed(node) && [0, ...panels].includes(node.parent));
}

/**
 * @param {Window} window
 * @param {() => () => void} open opens everything and answers how it is closed again
 * @param {AbortSignal} signal
 */
export function openWhilePrinting(window, open, signal) {
  /** @type {(() => void) | undefined} */
  let close;
  window.addEventListener("beforeprint", () => (close ??= open()), { signal });
  window.addEventListener("afterprint", () => void (close = close?.() ?? undefined), { signal });
}
