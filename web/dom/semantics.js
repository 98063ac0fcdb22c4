// The semantic nodes of C++ as real DOM controls over the drawn ones: what screen readers, keyboards
// and voice control meet. Reconciled by id: only what differs is written, equal trees write nothing.
//
// The controls are transparent and let the pointer through to the canvas, except `moment`, whose date
// picker belongs to the browser. In the text version the same elements are shown as they are.

import { dateMinutes, dateText, describe, nameByHeadings } from "./roles.js";
import { isContainer, isControl, isLive, isOn, isUnseen, shownBeside } from "./roles.js";

// ControlEvent::Kind of src/ui/ui.h
const [SET, STEP] = [0, 1];
export const PRESS = 2;
const [FOCUS, BLUR] = [3, 4];
const REST_MS = 500; // a live text is announced only after it has rested so long

function writeAttributes(entry, attributes) {
  for (const name in { ...entry.attributes, ...attributes }) {
    const value = attributes[name] ?? null;
    if ((entry.attributes[name] ?? null) === value) continue;
    if (value === null) entry.element.removeAttribute(name);
    else entry.element.setAttribute(name, value);
  }
  entry.attributes = attributes;
}

function writeText(entry, text) {
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
function writeBeside(entry, shown) {
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
function writePlace(entry, parent) {
  const { node, style } = entry;
  entry.flows = isUnseen(node) || parent?.flows;
  const from = parent?.node ?? { x: 0, y: 0 };
  const place = { left: node.x - from.x, top: node.y - from.y, width: node.w, height: node.h };
  for (const name in place) {
    const value = entry.flows ? "" : Math.round(place[name] * 10) / 10 + "px";
    if ((style[name] ?? "") !== value) style[name] = entry.element.style[name] = value;
  }
}

function writeColor({ element, node, style }) {
  if (style.color === node.color) return;
  style.color = node.color;
  if (node.color) element.style.setProperty("--color", node.color);
}

// The properties that the browser changes by itself are compared with the control, not with what was
// written last.
function writeValue({ element, node }) {
  const { role, value } = node;
  if (role === "slider" && element.valueAsNumber !== value) element.value = value;
  if (/^(radio|checkbox|switch_)$/.test(role) && element.checked !== isOn(node)) {
    element.checked = isOn(node);
  }
  // While a date is being typed it is the visitor's.
  if (role === "moment" && !element.matches(":focus") && element.value !== dateText(value)) {
    element.value = dateText(value);
  }
}

/**
 * @param {HTMLElement} root receives the controls
 * @param {(id: number, kind: number, value: number) => void} act rt_action
 * @param {AbortSignal} signal
 */
export function openSemantics(root, act, signal) {
  const document = root.ownerDocument;
  // id -> {node, element, outer, tag, attributes, text, span, parts, style, flows}; `outer` is the
  // label around an input, else the element itself
  const entries = new Map();
  const owners = new WeakMap(); // element -> entry
  const waiting = new Map(); // id -> live text that has not rested yet
  let announcing = 0;
  let held = false; // the visitor holds a control: nothing is announced
  let stale = false; // a control was moved by the browser: hold it against the nodes again

  function enter({ id, role }, tag) {
    const element = document.createElement(tag);
    const entry = { element, outer: element, tag, attributes: {}, text: "", parts: {}, style: {} };
    if (tag === "input") {
      entry.outer = document.createElement("label");
      entry.outer.className = "field for-" + role;
      entry.outer.append(element);
    }
    entries.set(id, entry);
    owners.set(element, entry);
    return entry;
  }

  function announceLater() {
    clearTimeout(announcing);
    announcing = setTimeout(() => {
      if (held) return announceLater();
      for (const [id, text] of waiting) if (entries.has(id)) writeText(entries.get(id), text);
      waiting.clear();
    }, REST_MS);
  }

  function write(node) {
    const [tag, attributes, text] = describe(node);
    let entry = entries.get(node.id);
    if (entry && entry.tag !== tag) {
      entry.outer.remove();
      entry = null;
    }
    const isNew = !entry;
    entry ??= enter(node, tag);
    entry.node = node;
    writeAttributes(entry, attributes);
    writeBeside(entry, shownBeside(node));
    writePlace(entry, entries.get(node.parent));
    writeColor(entry);
    if (isNew || !isLive(node)) {
      writeText(entry, text);
    } else if ((waiting.get(node.id) ?? entry.text) !== text) {
      waiting.set(node.id, text);
      announceLater();
    }
    writeValue(entry);
    return entry.outer;
  }

  function update(nodes, dragging) {
    held = dragging;
    stale = false;
    nameByHeadings(nodes);
    const shadow = root.getRootNode();
    const focused = shadow.activeElement;
    const ids = new Set(nodes.map((node) => node.id));
    for (const [id, { outer }] of entries) {
      if (ids.has(id)) continue;
      outer.remove();
      entries.delete(id);
      waiting.delete(id);
    }
    const next = new Map(); // parent element -> the child that stands where the next one belongs
    for (const node of nodes) {
      const element = write(node);
      const owner = entries.get(node.parent);
      const parent = owner?.element ?? root;
      const head = owner && (owner.span ?? owner.parts.name);
      let here = next.has(parent) ? next.get(parent) : head ? head.nextSibling : parent.firstChild;
      if (here === element) here = element.nextSibling;
      else parent.insertBefore(element, here);
      next.set(parent, here);
    }
    // Moving a focused element takes its focus.
    if (focused && root.contains(focused) && focused !== shadow.activeElement) {
      focused.focus({ preventScroll: true });
    }
  }

  listen(root, owners, signal, (node, kind, value = 0) => {
    stale ||= kind !== FOCUS;
    act(node.id, kind, value);
  });

  return {
    update,
    /** True when a control was moved by the browser and must be held against the nodes again. */
    stale: () => stale,
    /** Nothing is announced while the visitor holds a control. */
    hold: (dragging) => (held = dragging),
    show(id, visible) {
      const element = entries.get(id)?.element;
      if (element && element.hidden === visible) element.hidden = !visible;
    },
    /** Brings what has the focus back into view, after everything has found another place. */
    reveal() {
      root.getRootNode().activeElement?.scrollIntoView({ block: "nearest" });
    },
    /** Gives the focus to what C++ asks for and brings it into view. */
    focus(id) {
      const element = entries.get(id)?.element;
      if (!element) return;
      if (element.tabIndex < 0) element.tabIndex = -1; // a heading or a group
      element.focus({ preventScroll: true });
      const { top } = element.getBoundingClientRect();
      if (top < 0 || top > document.defaultView.innerHeight / 2) {
        element.scrollIntoView({ block: "start" });
      }
    },
    /** Focuses the control at a place (CSS px of the canvas); false when there is none. */
    focusAt(x, y) {
      const inside = ({ x: left, y: top, w, h }) =>
        x >= left && y >= top && x < left + w && y < top + h;
      const hit = [...entries.values()].findLast(({ node }) => isControl(node) && inside(node));
      hit?.element.focus({ preventScroll: true });
      return !!hit;
    },
    close() {
      clearTimeout(announcing);
      root.replaceChildren();
    },
  };
}

// The controls' own events, as requests to C++.
function listen(root, owners, signal, ask) {
  const on = (name, take) =>
    root.addEventListener(
      name,
      (event) => {
        const entry = owners.get(event.target);
        if (entry) take(entry.node, event.target, event);
      },
      { signal },
    );

  on("input", (node, element) => {
    if (node.role === "slider") ask(node, SET, element.valueAsNumber);
  });
  on("change", (node, element) => {
    if (node.role === "moment") ask(node, SET, dateMinutes(element.value));
    else if (node.role !== "slider") ask(node, PRESS);
  });
  on("click", (node, element) => {
    if (/^(button|tab|link)$/.test(node.role)) ask(node, PRESS);
    if (node.role !== "moment") return;
    try {
      element.showPicker(); // not every engine opens it for a click on the digits
    } catch {
      // No picker here: the digits can be typed.
    }
  });
  // The ring is drawn where the browser would draw one: not after a press of the pointer.
  on("focusin", (node, element) => {
    if (element.matches(":focus-visible")) ask(node, FOCUS);
  });
  on("focusout", (node) => ask(node, BLUR));
  on("keydown", (node, element, event) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    ask(node, FOCUS);
    const { direction } = root.ownerDocument.defaultView.getComputedStyle(element);
    const side = direction === "rtl" ? -1 : 1;
    const taken =
      (node.role === "slider" && sliderKey(node, event.key, side, ask)) ||
      (node.role === "tab" && tabKey(element, event.key, side, owners, ask));
    if (taken) event.preventDefault();
  });
}

// Own steps, so that every engine reaches the same value by the same `apply`. `side` is -1 where the
// script runs from right to left. Answers whether the key was taken.
function sliderKey(node, key, side, ask) {
  const page = Math.max(2, Math.round((node.max - node.min) / node.step / 10));
  const steps = {
    ArrowRight: side,
    ArrowLeft: -side,
    ArrowUp: 1,
    ArrowDown: -1,
    "+": 1,
    "-": -1,
    PageUp: page,
    PageDown: -page,
  }[key];
  const end = { Home: node.min, End: node.max }[key];
  if (steps) ask(node, STEP, steps);
  else if (end !== undefined) ask(node, SET, end);
  return steps !== undefined || end !== undefined;
}

// Arrow keys move between tabs and open them, as in the WAI-ARIA pattern.
function tabKey(element, key, side, owners, ask) {
  const tabs = [...element.parentNode.querySelectorAll("[role=tab]")];
  const at = tabs.indexOf(element);
  const to = { ArrowRight: at + side, ArrowLeft: at - side, Home: 0, End: -1 }[key];
  if (to === undefined) return false;
  const tab = tabs.at(to % tabs.length);
  tab.focus();
  ask(owners.get(tab).node, PRESS);
  return true;
}
