// What a semantic node is in HTML: its tag, attributes and text, by its role.

import { NodeFlag } from "rt:abi";

/**
 * A node of src/ui/draw/semantics.h; `heading` and `names` by nameByHeadings.
 * @typedef {import("../wasm/module.js").SemanticNode & {heading?: string, names?: string}} Node
 *
 * A null attribute is absent.
 * @typedef {Record<string, string | number | boolean | null>} Attributes
 * @typedef {[tag: string, attributes: Attributes, text?: string]} Kind
 * @typedef {Node["role"]} Role
 */

/** @param {Node} node */
const words = (node) => [node.label, node.valueText].filter(Boolean).join(" ");
/** @param {Node} node @returns {Attributes} */
const named = ({ label, heading }) => ({
  "aria-label": heading ? null : label || null,
  "aria-labelledby": heading ?? null,
});
/** @param {string} role @returns {(node: Node) => Kind} */
const group = (role) => (node) => ["div", { role, ...named(node) }];
/** @param {string} tag @param {string} role @param {string | null} scope @returns {(node: Node) => Kind} */
const cell = (tag, role, scope) => (node) => [tag, { role, scope }, node.valueText || node.label];
/** @param {Node} node @param {string} type @param {Attributes} more @returns {Kind} */
const input = (node, type, more) => ["input", { type, "aria-label": node.label, ...more }];
/** @param {Node} node @param {Attributes} more @returns {Kind} */
const button = (node, more) => ["button", { type: "button", ...more }, node.label];
/** @param {Node} node @returns {Attributes} */
const described = (node) => ({ "aria-description": node.valueText || null });

/** @param {Node} node @returns {Kind} */
const text = (node) => ["p", {}, words(node)];

/** @type {Record<Role, (node: Node) => Kind>} */
const KINDS = {
  group: group("group"),
  radio_group: group("radiogroup"),
  tab_list: group("tablist"),
  tab_panel: group("tabpanel"),
  figure: (node) => ["div", { role: "figure", ...named(node) }, node.valueText],
  swatch: (node) => ["span", { role: "img", "aria-label": `${node.label}: ${node.valueText}` }],
  heading: ({ value, names, label }) => {
    return [`h${Math.min(6, Math.max(1, value || 2))}`, { id: names ?? null }, label];
  },
  text,
  // No role of status: a stop of that name with nothing in it helps nobody. It is live by its flag.
  status: text,
  slider: (node) =>
    input(node, "range", {
      min: node.min,
      max: node.max,
      step: onGrid(node) ? node.step : "any",
      "aria-valuetext": node.valueText || null,
    }),
  radio: (node) => input(node, "radio", { name: "r" + node.parent, ...described(node) }),
  checkbox: (node) => input(node, "checkbox", described(node)),
  switch_: (node) => input(node, "checkbox", { role: "switch", ...described(node) }),
  // What makes a value less or more is for fingers: keys do it on the slider.
  button: (node) => button(node, { ...described(node), tabindex: node.value ? -1 : null }),
  tab: (node) => {
    const open = !!(node.flags & NodeFlag.selected);
    return button(node, { role: "tab", "aria-selected": open, tabindex: open ? 0 : -1 });
  },
  link: (node) => [
    "a",
    {
      href: SAFE_ADDRESS.test(node.valueText) ? node.valueText : null,
      "data-contact": CONTACTS[node.value] ?? null,
      // The visitor's settings stay where they are.
      ...(/^https/.test(node.valueText) && { target: "_blank", rel: "noopener" }),
    },
    node.label,
  ],
  moment: (node) =>
    input(node, "datetime-local", {
      min: limited(node) ? dateText(node.min) : null,
      max: limited(node) ? dateText(node.max) : null,
    }),
  search: (node) =>
    input(node, "search", { placeholder: node.label, autocomplete: "off", enterkeyhint: "search" }),
  table: (node) => ["table", { role: "table", "aria-label": node.label || null }],
  row: () => ["tr", { role: "row" }],
  cell: cell("td", "cell", null),
  column_header: cell("th", "columnheader", "col"),
  row_header: cell("th", "rowheader", "row"),
  list: (node) => ["ul", { role: "list", ...named(node) }],
  list_item: (node) => ["li", { role: "listitem" }, words(node)],
};
const NAMED =
  /^(swatch|group|radio_group|figure|list|table|slider|radio|checkbox|switch_|moment|search)$/;
const CONTAINERS = /^(group|radio_group|tab_list|tab_panel|figure|table|row|list|list_item)$/;
const CONTROLS = /^(slider|radio|checkbox|switch_|button|tab|link)$/;
const SAFE_ADDRESS = /^(https:|mailto:|tel:|#)/;
const CONTACTS = ["phone", "book", "site"]; // in the order of Contact, src/ui/widgets/links.h

/** @param {Node} node */
const limited = ({ flags, min, max }) => flags & NodeFlag.hasRange && max > min;

// Between two steps (a clinic may set 0.6 mm) a range input would show another number; and where a step
// is no decimal (an hour of a day) a browser finds the number wrong that stands on it.
/** @param {Node} node */
function onGrid({ value, min, step }) {
  const steps = (value - min) / step;
  const whole = (/** @type {number} */ x) => Math.abs(x - Math.round(x)) < 1e-6;
  return step > 0 && whole(steps) && whole(step * 1e4);
}

/** @param {Node} node */
function classes(node) {
  const names = [isContainer(node) ? "box" : "leaf", node.role];
  if (isUnseen(node)) names.push("unseen");
  if (node.flags & NodeFlag.drawnOnly) names.push("drawn-only");
  if (node.role === "button" && node.value) names.push(node.value > 0 ? "more" : "less");
  return names.join(" ");
}

/**
 * Lets a heading name the group or list that has the same name and that it stands in or before, so that
 * the words stand there once: `heading` of the one and `names` of the other are the heading's id. Answers
 * whose have become others.
 * @param {Node[]} nodes
 */
export function nameByHeadings(nodes) {
  const headings = new Map();
  for (const node of nodes) {
    if (node.role === "heading") headings.set(node.parent + node.label, node);
  }
  const names = new Map();
  for (const node of nodes) {
    if (!/^(group|list)$/.test(node.role)) continue;
    const over = headings.get(node.id + node.label) ?? headings.get(node.parent + node.label);
    if (over) names.set(over, "heading-" + over.id).set(node, "heading-" + over.id);
  }
  return new Set(nodes.filter((node) => nameOne(node, names.get(node))));
}

/** @param {Node} node @param {string | undefined} name */
function nameOne(node, name) {
  const key = node.role === "heading" ? "names" : "heading";
  if (node[key] === name) return false;
  node[key] = name;
  return true;
}

/** Tag, attributes and text of a node. @param {Node} node @returns {Required<Kind>} */
export function describe(node) {
  const [tag, own, text = ""] = (KINDS[node.role] ?? KINDS.group)(node);
  const { flags, role } = node;
  const native = tag === "input" || tag === "button";
  /** @type {Attributes} */
  const attributes = {
    ...own,
    class: classes(node),
    disabled: native && flags & NodeFlag.disabled ? "" : null,
    "aria-disabled": !native && flags & NodeFlag.disabled ? "true" : null,
    "aria-expanded": flags & NodeFlag.hasExpanded ? !!(flags & NodeFlag.expanded) : null,
    "aria-live": flags & NodeFlag.live ? "polite" : null,
  };
  return [tag, attributes, text];
}

/** What the text version shows beside it, because HTML keeps it in attributes. @param {Node} node */
export const shownBeside = ({ role, label, valueText, heading }) => ({
  name: NAMED.test(role) && !heading ? label : "",
  value: /^(swatch|slider|switch_)$/.test(role) ? valueText : "",
});

/** It has children and no picture of its own. @param {Node} node */
export const isContainer = ({ role }) => CONTAINERS.test(role);
/** It takes presses on the canvas. @param {Node} node */
export const isControl = ({ role }) => CONTROLS.test(role);
/** Its changes are announced. @param {Node} node */
export const isLive = ({ role, flags }) => role === "status" || !!(flags & NodeFlag.live);
/** It is for assistive technology only and has no rectangle. @param {Node} node */
export const isUnseen = ({ flags }) => !!(flags & NodeFlag.hidden);
/** It could be opened to show more. @param {Node} node */
export const isClosed = ({ flags }) =>
  (flags & (NodeFlag.expanded | NodeFlag.hasExpanded)) === NodeFlag.hasExpanded;
/** A radio, checkbox or switch that is on. @param {Node} node */
export const isOn = ({ flags }) => !!(flags & (NodeFlag.checked | NodeFlag.selected));

// Civil minutes <-> the value of a datetime-local input; both know no time zone.
/** @param {number} minutes */
export const dateText = (minutes) =>
  Number.isFinite(minutes) ? new Date(minutes * 60000).toISOString().slice(0, 16) : "";
/** @param {string} text */
export const dateMinutes = (text) => (text ? Date.parse(text + "Z") / 60000 : NaN);
