// The whole widget by keyboard, and what a screen reader is told meanwhile.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { open, settle, showText, showView, start, state, VIEWS } from "./support.mjs";

let env;
before(async () => (env = await start()));
after(() => env.close());

// Tab stops of a view with all settings open: whoever goes by Tab alone comes through.
const MOST_STOPS = { recovery: 60, care: 80, plan: 60, results: 60, about: 70 };

// And as the page begins.
const MOST_STOPS_AT_FIRST = { recovery: 40, care: 60, plan: 40, results: 40, about: 40 };

const BODY =
  '<button id="before">before</button><recovery-timeline></recovery-timeline><button id="after">after</button>';
// Runs in the page: the control that has the focus, or the button outside.
const focused = () => {
  const { id, shadowRoot } = document.activeElement;
  const control = shadowRoot?.activeElement;
  if (!control) return { outside: id };
  return {
    name: control.ariaLabel ?? control.textContent,
    kind: control.getAttribute("role") ?? control.type,
    expands: control.hasAttribute("aria-expanded"),
    group: control.closest("[role=radiogroup]")?.ariaLabel,
    value:
      control.type === "radio" || control.type === "checkbox" ? control.checked : control.value,
  };
};
// Runs in the page: how often Tab stops between the two buttons: once at a group of radios.
const stops = () => {
  const { shadowRoot } = document.querySelector("recovery-timeline");
  const controls = [...shadowRoot.querySelectorAll("input, button, a[href]")].filter(
    (element) => !element.disabled && element.tabIndex >= 0 && element.checkVisibility(),
  );
  const groups = new Set(controls.filter(({ type }) => type === "radio").map(({ name }) => name));
  return controls.filter(({ type }) => type !== "radio").length + groups.size;
};

async function walk(page, key, from, to, visit = () => {}) {
  await page.focus(`#${from}`);
  const visited = [];
  for (let i = 0; i < 200; i++) {
    await page.keyboard.press(key);
    const at = await page.evaluate(focused);
    if (at.outside) {
      assert.equal(at.outside, to);
      return visited;
    }
    visited.push(at);
    await visit(at);
  }
  assert.fail("Tab does not leave the widget");
}

test("as the page begins, few steps lead through each view", async () => {
  const page = await open(env, { body: BODY, sections: false });
  const counts = {};
  for (const view of VIEWS) {
    await showView(page, view);
    counts[view] = await page.evaluate(stops);
  }
  for (const view of VIEWS)
    assert.ok(counts[view] <= MOST_STOPS_AT_FIRST[view], JSON.stringify(counts));
  await page.context().close();
});

for (const version of ["drawn", "as text"]) {
  test(`${version}: in every view Tab visits every control once and leaves, forward and back`, async () => {
    const page = await open(env, { body: BODY });
    if (version === "as text") await showText(page);
    for (const view of VIEWS) {
      await showView(page, view);
      const count = await page.evaluate(stops);
      assert.ok(count > 15 && count <= MOST_STOPS[view], `${view}: ${count} stops`);
      const there = await walk(page, "Tab", "before", "after");
      // A date field has parts of its own, each with a stop.
      const names = (list) => [...new Set(list.map(({ name }) => name))];
      const dates = there.filter(({ kind }) => kind === "datetime-local");
      assert.equal(there.length - dates.length + names(dates).length, count, view);
      const back = await walk(page, "Shift+Tab", "after", "before");
      assert.deepEqual(names(back.reverse()), names(there), view);
    }
    await page.context().close();
  });
}

test("in every view every control can be changed where Tab finds it", async () => {
  const page = await open(env, { body: BODY });
  const first = await state(page);
  const changed = new Set();
  const dated = new Set();
  const change = async ({ kind, name, group, expands, value }) => {
    const acts = /^(range|radio|checkbox|switch|datetime-local)$/.test(kind) || expands;
    const what = kind === "radio" ? group : name; // once, or a choice comes round to where it was
    if (!acts || changed.has(what)) return;
    if (kind === "datetime-local") {
      if (!dated.has(name)) await page.keyboard.type("11222026");
      return void dated.add(name);
    }
    await page.keyboard.press(
      kind === "range" || kind === "radio" ? "ArrowRight" : expands ? "Enter" : "Space",
    );
    await settle(page);
    const now = await page.evaluate(focused);
    if (expands) {
      assert.equal(now.name, name, "opening keeps the focus");
      await page.keyboard.press("Enter"); // else About alone would open hundreds of lines
      await settle(page);
    }
    if (kind === "radio") assert.notEqual(now.name, name);
    else if (!expands) assert.notEqual(now.value, value, name);
    changed.add(what);
  };
  for (const view of VIEWS) {
    await showView(page, view);
    await walk(page, "Tab", "before", "after", change);
  }
  const now = await state(page);
  const same = Object.keys(first).filter(
    (key) => JSON.stringify(now[key]) === JSON.stringify(first[key]),
  );
  // A date is complete only with its hour; what is kept for comparing is no control of its own.
  assert.deepEqual(
    same.filter((key) => !/^(treated_at|event_on|compared_with)$/.test(key)),
    [],
    "every setting is another one",
  );
  assert.ok(changed.size > 25, `${changed.size} controls changed`);
  assert.ok((await page.evaluate(() => told)).length > 0);
  await page.context().close();
});
