// The registry of C++ held against what an engine tells assistive technology of the widget.
import assert from "node:assert/strict";

// NodeFlag of src/ui/draw/semantics.h
const [CHECKED, SELECTED, HAS_RANGE, LIVE, EXPANDED, HAS_EXPANDED] = [2, 4, 8, 16, 32, 64];

const ROLES = new Set(
  (
    "group heading paragraph slider radiogroup radio checkbox switch button tablist tab tabpanel " +
    "figure table row cell columnheader rowheader link moment status list listitem img searchbox"
  ).split(" "),
);
const aria = (role) =>
  ({ text: "paragraph", status: "paragraph", swatch: "img", search: "searchbox" })[role] ??
  role.replaceAll("_", "");

// The roles of plain HTML, for an engine that can be asked only for the markup, and each engine's own
// word for a date field, for which there is no role.
const HTML = {
  image: "img",
  range: "slider",
  p: "paragraph",
  a: "link",
  search: "searchbox",
  h2: "heading",
  h3: "heading",
  h4: "heading",
};
const DATES = { DateTime: "moment", textbox: "moment", "datetime-local": "moment" };
const plain = (role) => HTML[role] ?? DATES[role] ?? role;

const CONTAINER = /^(group|radiogroup|tablist|tabpanel|figure|table|list)$/;
const TEXT = /^(paragraph|listitem)$/;
const CELL = /^(cell|columnheader|rowheader)$/;

// What is to be told of a registered node.
function expected({ role: own, name, text, flags, min, max, value }) {
  const role = aria(own);
  const told = { role, name };
  if (role === "row") told.name = "";
  if (TEXT.test(role)) told.name = [name, text].filter(Boolean).join(" ");
  if (role === "img") told.name = `${name}: ${text}`;
  if (CELL.test(role)) told.name = text || name;
  if (role === "slider") Object.assign(told, { min, max, value, text });
  if (role === "heading") told.level = value || 2;
  if (/^(radio|checkbox|switch)$/.test(role)) told.on = !!(flags & (CHECKED | SELECTED));
  if (role === "tab") told.selected = !!(flags & SELECTED);
  if (flags & HAS_EXPANDED) told.expanded = !!(flags & EXPANDED);
  if (/^(radio|checkbox|switch|button)$/.test(role)) told.description = text;
  if (role === "figure") told.content = text;
  told.live = !!(flags & LIVE);
  assert.ok(ROLES.has(role), `${own}: a role that this test knows`);
  assert.ok(role !== "slider" || flags & HAS_RANGE, `${name}: a slider has a range`);
  return told;
}

// The same of what an engine tells; undefined is what it cannot be asked.
function given(node) {
  const { name, words, own } = node;
  const role = plain(node.role);
  const told = { ...node, role };
  if (role === "row") told.name = "";
  else if (!CONTAINER.test(role)) told.name = name || words || own || "";
  told.content = own ?? node.content;
  return told;
}

// The words of a list item are told together with those of the controls in it: without these.
function own(node, i, all, registered) {
  if (node.role !== "listitem" || !registered || !node.name.startsWith(registered.name))
    return node;
  let rest = node.name.slice(registered.name.length).trim();
  for (let next = i + 1; rest && next < all.length && rest.startsWith(all[next].name); next++) {
    rest = rest.slice(all[next].name.length).trim();
  }
  return rest ? node : { ...node, name: registered.name };
}

const rounded = (value) => (typeof value === "number" ? Math.round(value * 1e4) / 1e4 : value);

/**
 * Asserts that both are the same nodes in the same order with the same facts, as far as the engine
 * can be asked for them. Answers how many facts were compared.
 */
export function assertParity(who, registry, told) {
  const wanted = registry.map(expected);
  const found = told
    .map(given)
    .filter(({ role }) => ROLES.has(role))
    .map((node, i, all) => own(node, i, all, wanted[i]));
  const line = ({ role, name }) => `${role}: ${name}`;
  assert.deepEqual(found.map(line), wanted.map(line), `${who}: roles and names`);
  let facts = 0;
  wanted.forEach((node, i) => {
    for (const key in node) {
      if (found[i][key] === undefined) continue;
      facts++;
      assert.equal(rounded(found[i][key]), rounded(node[key]), `${who}: ${key} of ${line(node)}`);
    }
  });
  return facts;
}

/**
 * Asserts of a view what leads through it: its name as the first heading of the panel, no level left out
 * below it, a name for whatever is counted or chosen from, and one place that announces.
 */
export function assertOutline(view, registry) {
  const panel = registry.findIndex(({ role }) => role === "tab_panel");
  const headings = registry.filter(({ role }) => role === "heading");
  const [title] = registry.slice(panel).filter(({ role }) => role === "heading");
  assert.equal(title.name, registry[panel].name, `${view}: the panel begins with its own heading`);
  assert.equal(title.value, 2, `${view}: the level of its title`);
  headings.forEach(({ name, value }, i) => {
    const above = headings[i - 1]?.value ?? 1;
    assert.ok(value <= above + 1, `${view}: "${name}" is of level ${value}, below one of ${above}`);
  });
  for (const { role, name, text } of registry) {
    const named = /^(radio_group|tab_list|figure|table)$/.test(role);
    assert.ok(!named || name, `${view}: a ${role} has a name: ${text}`);
  }
  const live = registry.filter(({ role, flags }) => role === "status" || flags & LIVE);
  assert.equal(live.length, 1, `${view}: places that announce`);
}
