// The semantic nodes of C++ as real DOM controls over the drawn ones: what screen readers, keyboards
// and voice control meet. Reconciled by id: only what differs is written, equal trees write nothing.
//
// The controls are transparent and let the pointer through to the canvas, except `moment`, whose date
// picker belongs to the browser.

// NodeFlag of src/platform/abi.h
const [DISABLED, CHECKED, SELECTED, HAS_RANGE] = [1, 2, 4, 8];
const [LIVE, EXPANDED, HAS_EXPANDED, HIDDEN] = [16, 32, 64, 128];
// What rt_action takes: a frame answers one SET, STEP or PRESS of a control, and any FOCUS and BLUR.
const [SET, STEP, PRESS] = [0, 1, 2];
export const FOCUS = 3;
const BLUR = 4;
const REST_MS = 500; // a live text is announced only after it has rested so long

const words = (node) => [node.label, node.text].filter(Boolean).join(" ");
const labelled = (role) => (node) => [`div`, { role, "aria-label": node.label }];
const box = (type, role) => (node) => [
  "input",
  { type, role, "aria-label": node.label, "aria-description": node.text || null },
];
const cell = (tag, role, scope) => (node) => [tag, { role, scope }, node.text || node.label];

// Role -> [tag, attributes, text]. A null attribute is absent.
const KINDS = {
  group: labelled("group"),
  radio_group: labelled("radiogroup"),
  tab_list: labelled("tablist"),
  figure: (node) => ["div", { role: "figure", "aria-label": node.label }, node.text],
  heading: (node) => [`h${Math.min(6, Math.max(1, node.value || 2))}`, {}, node.label],
  text: (node) => ["p", {}, words(node)],
  status: (node) => ["p", { role: "status" }, words(node)],
  slider: (node) => [
    "input",
    {
      type: "range",
      min: node.min,
      max: node.max,
      step: onGrid(node) ? node.step : "any",
      "aria-label": node.label,
      "aria-valuetext": node.text || null,
    },
  ],
  radio: (node) => ["input", { ...box("radio", null)(node)[1], name: "r" + node.parent }],
  checkbox: box("checkbox", null),
  switch_: box("checkbox", "switch"),
  button: (node) => [
    "button",
    { type: "button", "aria-description": node.text || null },
    node.label,
  ],
  tab: (node) => [
    "button",
    {
      type: "button",
      role: "tab",
      "aria-selected": !!(node.flags & SELECTED),
      tabindex: node.flags & SELECTED ? 0 : -1,
    },
    node.label,
  ],
  link: (node) => [
    "a",
    { href: /^(https?:|mailto:|tel:|#)/.test(node.text) ? node.text : null },
    node.label,
  ],
  moment: (node) => [
    "input",
    {
      type: "datetime-local",
      min: limited(node) ? dateText(node.min) : null,
      max: limited(node) ? dateText(node.max) : null,
      "aria-label": node.label,
    },
  ],
  table: (node) => ["table", { role: "table", "aria-label": node.label }],
  row: () => ["tr", { role: "row" }],
  cell: cell("td", "cell", null),
  column_header: cell("th", "columnheader", "col"),
  row_header: cell("th", "rowheader", "row"),
  list: (node) => ["ul", { role: "list", "aria-label": node.label || null }],
  list_item: (node) => ["li", { role: "listitem" }, words(node)],
};
// These have no picture of their own; the others are made transparent by the style sheet.
const CONTAINERS = /^(group|radio_group|tab_list|figure|table|row|list|list_item)$/;

const CONTROLS = /^(slider|radio|checkbox|switch_|button|tab|link)$/;

// Between two steps (a clinic may set 0.6 mm) a range input would show another number.
function onGrid({ value, min, step }) {
  const steps = (value - min) / step;
  return step > 0 && Math.abs(steps - Math.round(steps)) < 1e-6;
}

const limited = ({ flags, min, max }) => flags & HAS_RANGE && max > min;

// Civil minutes <-> the value of a datetime-local input; both know no time zone.
const dateText = (minutes) =>
  Number.isFinite(minutes) ? new Date(minutes * 60000).toISOString().slice(0, 16) : "";
const dateMinutes = (text) => (text ? Date.parse(text + "Z") / 60000 : NaN);

function attributesOf(node) {
  const [tag, own, text] = (KINDS[node.role] ?? KINDS.group)(node);
  const { flags } = node;
  const native = tag === "input" || tag === "button";
  const attributes = {
    ...own,
    class: [CONTAINERS.test(node.role) ? "box" : "leaf", node.role, flags & HIDDEN ? "unseen" : ""]
      .join(" ")
      .trim(),
    disabled: native && flags & DISABLED ? "" : null,
    "aria-disabled": !native && flags & DISABLED ? "true" : null,
    "aria-expanded": flags & HAS_EXPANDED ? !!(flags & EXPANDED) : null,
    "aria-live": flags & LIVE ? "polite" : null,
  };
  return [tag, attributes, text ?? ""];
}

/**
 * @param {HTMLElement} root receives the controls
 * @param {(id: number, kind: number, value: number) => void} act rt_action
 * @param {AbortSignal} signal
 */
export function openSemantics(root, act, signal) {
  const document = root.ownerDocument;
  const entries = new Map(); // id -> {node, element, tag, attributes, text, span}
  const owners = new WeakMap(); // element -> entry
  const waiting = new Map(); // id -> live text that has not rested yet
  let announcing = 0;
  let held = false; // the visitor holds a control: nothing is announced
  let stale = false; // a control was moved by the browser: hold it against the nodes again

  function enter(id, tag) {
    const element = document.createElement(tag);
    const entry = { element, tag, attributes: {}, text: "", style: {} };
    entries.set(id, entry);
    owners.set(element, entry);
    return entry;
  }

  function writeText(entry, text) {
    if (entry.text === text) return;
    entry.text = text;
    // A container keeps its text apart from its children.
    if (!CONTAINERS.test(entry.node.role)) return (entry.element.textContent = text);
    if (!entry.span) entry.element.prepend((entry.span = document.createElement("span")));
    entry.span.className = "leaf";
    entry.span.textContent = text;
  }

  function writeAttributes(entry, attributes) {
    for (const name in { ...entry.attributes, ...attributes }) {
      const value = attributes[name] ?? null;
      if ((entry.attributes[name] ?? null) === value) continue;
      if (value === null) entry.element.removeAttribute(name);
      else entry.element.setAttribute(name, value);
    }
    entry.attributes = attributes;
  }

  // A child stands relative to its parent; what is unseen, and all in it, flows.
  function writePlace(entry, node, parent) {
    const free = node.flags & HIDDEN || parent?.unseen;
    entry.unseen = free;
    const place = free
      ? {}
      : {
          left: node.x - (parent?.node.x ?? 0),
          top: node.y - (parent?.node.y ?? 0),
          width: node.w,
          height: node.h,
        };
    for (const name of ["left", "top", "width", "height"]) {
      const value = name in place ? Math.round(place[name] * 10) / 10 + "px" : "";
      if ((entry.style[name] ?? "") === value) continue;
      entry.style[name] = entry.element.style[name] = value;
    }
  }

  // The properties that the browser changes by itself are compared with the control, not with what
  // was written last.
  function writeValue({ element, node }) {
    const { role, value, flags } = node;
    if (role === "slider" && element.valueAsNumber !== value) element.value = value;
    if (/^(radio|checkbox|switch_)$/.test(role)) {
      const checked = !!(flags & (CHECKED | SELECTED));
      if (element.checked !== checked) element.checked = checked;
    }
    // While a date is being typed it is the visitor's.
    if (role === "moment" && !element.matches(":focus")) {
      const text = dateText(value);
      if (element.value !== text) element.value = text;
    }
  }

  function announce() {
    clearTimeout(announcing);
    announcing = setTimeout(() => {
      if (held) return announce();
      for (const [id, text] of waiting) if (entries.has(id)) writeText(entries.get(id), text);
      waiting.clear();
    }, REST_MS);
  }

  function writeNode(node) {
    const [tag, attributes, text] = attributesOf(node);
    let entry = entries.get(node.id);
    if (entry && entry.tag !== tag) {
      entry.element.remove();
      entry = null;
    }
    const isNew = !entry;
    entry ??= enter(node.id, tag);
    entry.node = node;
    writeAttributes(entry, attributes);
    writePlace(entry, node, entries.get(node.parent));
    const live = node.flags & LIVE || node.role === "status";
    if (!live || isNew) {
      writeText(entry, text);
    } else if ((waiting.get(node.id) ?? entry.text) !== text) {
      waiting.set(node.id, text);
      announce();
    }
    writeValue(entry);
    return entry.element;
  }

  function update(nodes, dragging) {
    held = dragging;
    stale = false;
    const focused = root.getRootNode().activeElement;
    const ids = new Set(nodes.map((node) => node.id));
    for (const [id, { element }] of entries) {
      if (ids.has(id)) continue;
      element.remove();
      entries.delete(id);
      waiting.delete(id);
    }
    const next = new Map(); // parent element -> the child that stands where the next one belongs
    for (const node of nodes) {
      const element = writeNode(node);
      const owner = entries.get(node.parent);
      const parent = owner?.element ?? root;
      let here = next.has(parent) ? next.get(parent) : (owner?.span ?? null)?.nextSibling;
      if (here === undefined) here = parent.firstChild;
      if (here === element) here = element.nextSibling;
      else parent.insertBefore(element, here);
      next.set(parent, here);
    }
    // Moving a focused element takes its focus.
    const kept = focused && root.contains(focused) && focused !== root.getRootNode().activeElement;
    if (kept) focused.focus({ preventScroll: true });
  }

  const listen = (name, take) =>
    root.addEventListener(
      name,
      (event) => {
        const entry = owners.get(event.target);
        if (entry) take(entry.node, event.target, event);
      },
      { signal },
    );
  const ask = (node, kind, value = 0) => {
    stale = true;
    act(node.id, kind, value);
  };

  listen("input", (node, element) => {
    if (node.role === "slider") ask(node, SET, element.valueAsNumber);
  });
  listen("change", (node, element) => {
    if (node.role === "moment") ask(node, SET, dateMinutes(element.value));
    else if (node.role !== "slider") ask(node, PRESS);
  });
  listen("click", (node, element) => {
    if (/^(button|tab|link)$/.test(node.role)) ask(node, PRESS);
    // Not every engine opens its picker for a click on the digits.
    if (node.role === "moment") {
      try {
        element.showPicker();
      } catch {
        // No picker here: the digits can be typed.
      }
    }
  });
  // The ring is drawn where the browser would draw one: not after a press of the pointer.
  listen("focusin", (node, element) => {
    if (element.matches(":focus-visible")) act(node.id, FOCUS, 0);
  });
  listen("focusout", (node) => {
    stale = true;
    act(node.id, BLUR, 0);
  });
  listen("keydown", (node, element, event) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const rtl = document.defaultView.getComputedStyle(element).direction === "rtl";
    act(node.id, FOCUS, 0);
    const take = { slider: sliderKey, tab: tabKey }[node.role];
    if (take?.(node, element, event.key, rtl)) event.preventDefault();
  });

  // Own steps, so that every engine reaches the same value by the same `apply`.
  function sliderKey(node, _element, key, rtl) {
    const page = Math.max(2, Math.round((node.max - node.min) / node.step / 10));
    const side = rtl ? -1 : 1;
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
    if (steps) ask(node, STEP, steps);
    else if (key === "Home" || key === "End") ask(node, SET, key === "Home" ? node.min : node.max);
    else return false;
    return true;
  }

  // Arrow keys move between tabs and open them, as in the WAI-ARIA pattern.
  function tabKey(_node, element, key, rtl) {
    const tabs = [...element.parentNode.querySelectorAll("[role=tab]")];
    const at = tabs.indexOf(element);
    const side = rtl ? -1 : 1;
    const to = { ArrowRight: at + side, ArrowLeft: at - side, Home: 0, End: -1 }[key];
    if (to === undefined) return false;
    const tab = tabs.at(to % tabs.length);
    tab.focus();
    ask(owners.get(tab).node, PRESS);
    return true;
  }

  return {
    update,
    /** True when a control was moved by the browser and must be held against the nodes again. */
    stale: () => stale,
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
      const hit = [...entries.values()].findLast(
        ({ node }) => CONTROLS.test(node.role) && inside(node),
      );
      hit?.element.focus({ preventScroll: true });
      return !!hit;
    },
    /** Nothing is announced while the visitor holds a control. */
    hold: (dragging) => (held = dragging),
    close() {
      clearTimeout(announcing);
      root.replaceChildren();
    },
  };
}
