// The views are tabs, as the WAI-ARIA pattern has them, drawn and as text.
import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { after, before, test } from "node:test";
import { root } from "../../.dev/tools.mjs";
import { control, open, settle, showText, start, state, VIEWS } from "./support.mjs";

let env;
before(async () => (env = await start()));
after(() => env.close());

const BODY =
  '<button id="before">before</button><recovery-timeline></recovery-timeline><button id="after">after</button>';
const tabs = (page) => page.getByRole("tab");
const focused = (page) =>
  page.evaluate(() => {
    const { activeElement } = document.querySelector("recovery-timeline").shadowRoot;
    return [activeElement?.getAttribute("role"), activeElement?.textContent];
  });
// The view that is set, and the tab that is selected, which must be the only one.
async function shown(page) {
  await settle(page);
  const { view } = await state(page);
  const selected = await page.getByRole("tab", { selected: true }).allTextContents();
  assert.equal(selected.length, 1);
  const names = await tabs(page).allTextContents();
  assert.equal(names.indexOf(selected[0]), VIEWS.indexOf(view), `${selected[0]}: ${view}`);
  const [panel, ...more] = await page.getByRole("tabpanel", { name: selected[0] }).all();
  assert.ok(panel, "the panel has the name of its tab");
  assert.deepEqual(more, []);
  return view;
}

for (const version of ["drawn", "as text"]) {
  test(`${version}: arrow keys, Home and End move between the tabs and open them`, async () => {
    const page = await open(env, { body: BODY, width: 390 });
    if (version === "as text") await showText(page);
    assert.equal(await tabs(page).count(), VIEWS.length);
    await page.getByRole("tab", { selected: true }).focus();
    for (const [key, view] of [
      ["ArrowRight", "care"],
      ["ArrowRight", "plan"],
      ["ArrowLeft", "care"],
      ["End", "about"],
      ["ArrowRight", "recovery"],
      ["ArrowLeft", "about"],
      ["Home", "recovery"],
    ]) {
      await page.keyboard.press(key);
      assert.equal(await shown(page), view, key);
      assert.deepEqual(await focused(page), [
        "tab",
        (await tabs(page).allTextContents())[VIEWS.indexOf(view)],
      ]);
    }
    await page.context().close();
  });

  test(`${version}: Tab stops at the open tab only, and goes on into its panel`, async () => {
    const page = await open(env, { body: BODY, width: 390 });
    if (version === "as text") await showText(page);
    const stops = [];
    await page.focus("#before");
    for (let i = 0; i < 200; i++) {
      await page.keyboard.press("Tab");
      if (await page.evaluate(() => document.activeElement.id === "after")) break;
      stops.push(await focused(page));
    }
    assert.deepEqual(
      stops.filter(([role]) => role === "tab"),
      [["tab", (await tabs(page).allTextContents())[0]]],
    );
    await page.context().close();
  });
}

test("a press on a drawn tab opens its view, and the page does not jump", async () => {
  const page = await open(env, { body: BODY, width: 390 });
  for (const view of ["care", "plan", "recovery"]) {
    const name = (await tabs(page).allTextContents())[VIEWS.indexOf(view)];
    const { x, y } = await control(page, "tab", name);
    const before = await page.evaluate(() => scrollY);
    await page.mouse.click(x, y);
    assert.equal(await shown(page), view);
    assert.equal(await page.evaluate(() => scrollY), before);
  }
  await page.context().close();
});

test("from right to left the arrow keys go the other way", async () => {
  const page = await open(env, { body: `<div lang="ar" dir="rtl">${BODY}</div>`, width: 390 });
  await page.getByRole("tab", { selected: true }).focus();
  await page.keyboard.press("ArrowLeft");
  assert.equal(await shown(page), "care");
  await page.context().close();
});
