// What a semantic node is in HTML: its tag, attributes and text, by its role.

// NodeFlag of src/platform/abi.h
const [DISABLED, CHECKED, SELECTED, HAS_RANGE] = [1, 2, 4, 8];
const [LIVE, EXPANDED, HAS_EXPANDED, HIDDEN, DRAWN_ONLY] = [16, 32, 64, 128, 256];

const words = (node) => [node.label, node.text].filter(Boolean).join(" ");
const named = ({ label, heading }) => ({
  "aria-label": heading ? null : label || null,
  "aria-labelledby": heading ?? null,
});
const group = (role) => (node) => ["div", { role, ...named(node) }];
const cell = (tag, role, scope) => (node) => [tag, { role, scope }, node.text || node.label];
const input = (node, type, more) => ["input", { type, "aria-label": node.label, ...more }];
const button = (node, more) => ["button", { type: "button", ...more }, node.label];
const described = (node) => ({ "aria-description": node.text || null });

// Role -> [tag, attributes, text]. A null attribute is absent.
const KINDS = {
  group: group("group"),
  radio_group: group("radiogroup"),
  tab_list: group("tablist"),
  tab_panel: group("tabpanel"),
  figure: (node) => [...group("figure")(node), node.text],
  swatch: (node) => ["span", { role: "img", "aria-label": `${node.label}: ${node.text}` }],
  heading: ({ value, names, label }) => {
    return [`h${Math.min(6, Math.max(1, value || 2))}`, { id: names ?? null }, label];
  },
  text: (node) => ["p", {}, words(node)],
  status: (node) => ["p", { role: "status" }, words(node)],
  slider: (node) =>
    input(node, "range", {
      min: node.min,
      max: node.max,
      step: onGrid(node) ? node.step : "any",
      "aria-valuetext": node.text || null,
    }),
  radio: (node) => input(node, "radio", { name: "r" + node.parent, ...described(node) }),
  checkbox: (node) => input(node, "checkbox", described(node)),
  switch_: (node) => input(node, "checkbox", { role: "switch", ...described(node) }),
  button: (node) => button(node, described(node)),
  tab: (node) => {
    const open = !!(node.flags & SELECTED);
    return button(node, { role: "tab", "aria-selected": open, tabindex: open ? 0 : -1 });
  },
  link: (node) => ["a", { href: SAFE_ADDRESS.test(node.text) ? node.text : null }, node.label],
  moment: (node) =>
    input(node, "datetime-local", {
      min: limited(node) ? dateText(node.min) : null,
      max: limited(node) ? dateText(node.max) : null,
    }),
  table: (node) => ["table", { role: "table", "aria-label": node.label || null }],
  row: () => ["tr", { role: "row" }],
  cell: cell("td", "cell", null),
  column_header: cell("th", "columnheader", "col"),
  row_header: cell("th", "rowheader", "row"),
  list: (node) => ["ul", { role: "list", ...named(node) }],
  list_item: (node) => ["li", { role: "listitem" }, words(node)],
};
const NAMED = /^(swatch|group|radio_group|figure|list|table|slider|radio|checkbox|switch_|moment)$/;
const CONTAINERS = /^(group|radio_group|tab_list|tab_panel|figure|table|row|list|list_item)$/;
const CONTROLS = /^(slider|radio|checkbox|switch_|button|tab|link)$/;
const SAFE_ADDRESS = /^(https?:|mailto:|tel:|#)/;

const limited = ({ flags, min, max }) => flags & HAS_RANGE && max > min;

// Between two steps (a clinic may set 0.6 mm) a range input would show another number.
function onGrid({ value, min, step }) {
  const steps = (value - min) / step;
  return step > 0 && Math.abs(steps - Math.round(steps)) < 1e-6;
}

function classes(node) {
  const names = [isContainer(node) ? "box" : "leaf", node.role];
  if (isUnseen(node)) names.push("unseen");
  if (node.flags & DRAWN_ONLY) names.push("drawn-only");
  if (node.role === "button" && node.value) names.push(node.value > 0 ? "more" : "less");
  return names.join(" ");
}

/**
 * Lets a heading name the group or list that has the same name and that it stands in or before, so that
 * the words stand there once: `heading` of the one and `names` of the other are the heading's id.
 */
export function nameByHeadings(nodes) {
  const headings = new Map();
  for (const node of nodes) {
    if (node.role === "heading") headings.set(node.parent + node.label, node);
  }
  for (const node of nodes) {
    if (!/^(group|list)$/.test(node.role)) continue;
    const over = headings.get(node.id + node.label) ?? headings.get(node.parent + node.label);
    if (over) node.heading = over.names = "heading-" + over.id;
  }
}

/** Tag, attributes (null = absent) and text of a node. */
export function describe(node) {
  const [tag, own, text = ""] = (KINDS[node.role] ?? KINDS.group)(node);
  const { flags, role } = node;
  const native = tag === "input" || tag === "button";
  const attributes = {
    ...own,
    class: classes(node),
    disabled: native && flags & DISABLED ? "" : null,
    "aria-disabled": !native && flags & DISABLED ? "true" : null,
    "aria-expanded": flags & HAS_EXPANDED ? !!(flags & EXPANDED) : null,
    "aria-live": flags & LIVE ? "polite" : null,
  };
  return [tag, attributes, text];
}

/** What the text version shows beside it, because HTML keeps it in attributes. */
export const shownBeside = ({ role, label, text, heading }) => ({
  name: NAMED.test(role) && !heading ? label : "",
  value: /^(swatch|slider|switch_)$/.test(role) ? text : "",
});

/** It has children and no picture of its own. */
export const isContainer = ({ role }) => CONTAINERS.test(role);
/** It takes presses on the canvas. */
export const isControl = ({ role }) => CONTROLS.test(role);
/** Its changes are announced. */
export const isLive = ({ role, flags }) => role === "status" || !!(flags & LIVE);
/** It is for assistive technology only and has no rectangle. */
export const isUnseen = ({ flags }) => !!(flags & HIDDEN);
/** It could be opened to show more. */
export const isClosed = ({ flags }) => (flags & (EXPANDED | HAS_EXPANDED)) === HAS_EXPANDED;
/** A radio, checkbox or switch that is on. */
export const isOn = ({ flags }) => !!(flags & (CHECKED | SELECTED));

// Civil minutes <-> the value of a datetime-local input; both know no time zone.
export const dateText = (minutes) =>
  Number.isFinite(minutes) ? new Date(minutes * 60000).toISOString().slice(0, 16) : "";
export const dateMinutes = (text) => (text ? Date.parse(text + "Z") / 60000 : NaN);
