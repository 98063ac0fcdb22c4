// What happens to the controls of the mirror, as ControlEvents of src/ui/ui.h.

import { ControlEventKind } from "rt:abi";
import { dateMinutes } from "./roles.js";

/** @typedef {import("./roles.js").Node} Node */
/** @typedef {WeakMap<EventTarget, import("./entry.js").Entry>} Owners */
/** @typedef {(node: Node, kind: number, value?: number, text?: string) => void} Send */

/**
 * @param {HTMLElement} root
 * @param {Owners} owners
 * @param {AbortSignal} signal
 * @param {Send} send
 */
export function listenToControls(root, owners, signal, send) {
  /**
   * @template {keyof HTMLElementEventMap} K
   * @param {K} name
   * @param {(node: Node, element: HTMLInputElement, event: HTMLElementEventMap[K]) => void} take
   */
  const on = (name, take) =>
    root.addEventListener(
      name,
      (event) => {
        const element = /** @type {HTMLInputElement} */ (event.target);
        const entry = owners.get(element);
        if (entry) take(entry.node, element, event);
      },
      { signal },
    );

  on("input", (node, element) => {
    if (node.role === "slider") send(node, ControlEventKind.set, element.valueAsNumber);
    if (node.role === "search") send(node, ControlEventKind.set, 0, element.value);
  });
  on("change", (node, element) => {
    if (node.role === "moment") send(node, ControlEventKind.set, dateMinutes(element.value));
    else if (!/^(slider|search)$/.test(node.role)) send(node, ControlEventKind.press);
  });
  on("click", (node, element) => {
    if (/^(button|tab|link)$/.test(node.role)) send(node, ControlEventKind.press);
    if (node.role !== "moment") return;
    try {
      element.showPicker(); // not every engine opens it for a click on the digits
    } catch {
      // No picker here: the digits can be typed.
    }
  });
  // The ring is drawn where the browser would draw one: not after a press of the pointer.
  on("focusin", (node, element) => {
    if (element.matches(":focus-visible")) send(node, ControlEventKind.focus);
  });
  on("focusout", (node, element) => {
    if (node.role !== "moment") return send(node, ControlEventKind.blur);
    // Between two parts of a date nothing has the focus; left, the control shows what is set.
    setTimeout(() => {
      if (signal.aborted || element.matches(":focus")) return;
      delete owners.get(element)?.moment;
      send(node, ControlEventKind.blur);
    }, 200);
  });
  on("keydown", (node, element, event) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    send(node, ControlEventKind.focus);
    const window = root.ownerDocument.defaultView ?? self;
    const { direction } = window.getComputedStyle(element);
    const side = direction === "rtl" ? -1 : 1;
    const taken =
      (node.role === "slider" && sliderKey(node, event.key, side, send)) ||
      (node.role === "tab" && tabKey(element, event.key, side, owners, send));
    if (taken) event.preventDefault();
  });
}

// Own steps, so that every engine reaches the same value by the same `apply`. `side` is -1 where the
// script runs from right to left. Answers whether the key was taken.
/** @param {Node} node @param {string} key @param {number} side @param {Send} send */
function sliderKey(node, key, side, send) {
  const page = Math.max(2, Math.round((node.max - node.min) / node.step / 10));
  /** @type {Record<string, number>} */
  const steps = {
    ArrowRight: side,
    ArrowLeft: -side,
    ArrowUp: 1,
    ArrowDown: -1,
    "+": 1,
    "-": -1,
    PageUp: page,
    PageDown: -page,
  };
  /** @type {Record<string, number>} */
  const ends = { Home: node.min, End: node.max };
  if (steps[key]) send(node, ControlEventKind.step, steps[key]);
  else if (key in ends) send(node, ControlEventKind.set, ends[key]);
  return key in steps || key in ends;
}

// Arrow keys move between tabs and open them, as in the WAI-ARIA pattern.
/** @param {HTMLElement} element @param {string} key @param {number} side @param {Owners} owners @param {Send} send */
function tabKey(element, key, side, owners, send) {
  const tabs = /** @type {HTMLElement[]} */ ([
    ...(element.parentElement?.querySelectorAll("[role=tab]") ?? []),
  ]);
  const at = tabs.indexOf(element);
  /** @type {Record<string, number>} */
  const to = { ArrowRight: at + side, ArrowLeft: at - side, Home: 0, End: -1 };
  if (!(key in to)) return false;
  const tab = /** @type {HTMLElement} */ (tabs.at(to[key] % tabs.length));
  tab.focus();
  const entry = owners.get(tab);
  if (entry) send(entry.node, ControlEventKind.press);
  return true;
}
