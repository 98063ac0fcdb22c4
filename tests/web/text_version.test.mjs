// The text version: the same controls as plain HTML, at every size, in print, and without WebGL.
import assert from "node:assert/strict";
import path from "node:path";
import { after, before, test } from "node:test";
import { difference } from "./image.mjs";
import { control, eventually, open, picture, pictures } from "./support.mjs";
import { settle, showText, showView, start, state, VIEWS } from "./support.mjs";

let env;
before(async () => (env = await start()));
after(() => env.close());

const ONE = "<recovery-timeline></recovery-timeline>";
const inside = (page, act) =>
  page.evaluate(`(${act})(document.querySelector("recovery-timeline").shadowRoot)`);
const sideways = (page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
// Runs in the page: what is cut off, and controls that are too small for a finger.
const faults = (root) => {
  const shown = [...root.querySelectorAll(".mirror *")].filter(
    (e) => e.checkVisibility() && !e.closest(".status"),
  );
  const limit = document.documentElement.clientWidth;
  const target = (e) => (e.closest("label") ?? e).getBoundingClientRect();
  return [
    ...shown
      .filter((e) => e.getBoundingClientRect().right > limit + 0.5)
      .map((e) => `too far right: ${e.className} ${e.textContent}`),
    ...shown
      .filter((e) => e.matches("p, h2, h3, button, td, th, li, span"))
      .filter(
        (e) => e.scrollHeight > e.clientHeight + 2 && getComputedStyle(e).overflow !== "visible",
      )
      .map((e) => `cut off: ${e.className} ${e.textContent}`),
    ...shown
      .filter((e) => e.matches("input, button"))
      .filter((e) => target(e).width < 43.5 || target(e).height < 43.5)
      .map(
        (e) => `small: ${e.ariaLabel ?? e.textContent} ${target(e).width} × ${target(e).height}`,
      ),
  ];
};

test("the switch turns the picture into text and back, and keeps focus, names and settings", async () => {
  const page = await open(env, { width: 390 });
  await page.evaluate(() => (document.querySelector("recovery-timeline").state = { depth_mm: 2 }));
  await settle(page);
  const first = { state: await state(page), image: await picture(page, "before-text") };
  const names = () =>
    inside(page, (root) =>
      [...root.querySelectorAll("input, [role=group], [role=figure], h3, table")].map(
        (e) => e.ariaLabel ?? e.textContent,
      ),
    );
  const drawn = await names();
  await showText(page);
  assert.equal(await inside(page, (root) => root.activeElement.textContent), "Picture version");
  assert.equal(await inside(page, (root) => root.querySelector("canvas").checkVisibility()), false);
  assert.deepEqual(await names(), drawn);
  assert.deepEqual(await state(page), first.state);
  assert.equal(await sideways(page), 0);
  await page.getByRole("button", { name: "Picture version" }).press("Enter");
  await page.getByRole("button", { name: "Text version" }).waitFor();
  await page.evaluate(() =>
    document.querySelector("recovery-timeline").shadowRoot.activeElement.blur(),
  );
  await page.mouse.move(0, 0);
  const differs = difference(first.image, await picture(page, "after-text"));
  assert.ok(differs < 0.001, `${differs} of the pixels differ`);
  assert.deepEqual(page.errors, []);
  await page.context().close();
});

test("as text what stands under a heading of its name shows that name once, in every view", async () => {
  const page = await open(env, { width: 390 });
  await showText(page);
  for (const view of VIEWS) {
    await showView(page, view);
    const { named, twice } = await inside(page, (root) => {
      const groups = [...root.querySelectorAll(".mirror :is([role=group], [role=list])")];
      const headings = (e) => [...e.querySelectorAll(":scope > :is(h2, h3, h4)")];
      const name = (e) => e.querySelector(":scope > .name")?.textContent;
      return {
        named: groups
          .filter((e) => e.hasAttribute("aria-labelledby"))
          .map((e) => root.getElementById(e.getAttribute("aria-labelledby"))?.textContent),
        twice: groups
          .filter((e) => name(e))
          .filter((e) =>
            [...headings(e), ...headings(e.parentElement)].some((h) => h.textContent === name(e)),
          )
          .map(name),
      };
    });
    assert.deepEqual(twice, [], view);
    for (const text of named) {
      assert.ok(text, "the heading is there");
      const called = (role) => page.getByRole(role, { name: text, exact: true });
      await called("group").or(called("list")).first().waitFor({ state: "attached" });
    }
    if (view === "care") assert.ok(named.length >= 3, `${named.length} in Care`);
  }
  assert.deepEqual(page.errors, []);
  await page.context().close();
});

test("as text every kind of control works, by key and by its label", async () => {
  const page = await open(env, { width: 390 });
  await showText(page);
  const depth = page.getByRole("slider", { name: "Needle depth" });
  await depth.press("End");
  await page.locator(".for-radio", { hasText: /^Roller$/ }).click();
  await page.locator(".for-switch_", { hasText: "Plenty of water" }).click();
  await page.getByRole("button", { name: "Passes: more" }).click();
  await page.getByLabel(/day and hour/i).fill("2026-11-22T14:00");
  await settle(page);
  const now = await state(page);
  assert.equal(now.depth_mm, 3);
  assert.equal(now.device, "roller");
  assert.equal(now.water, false);
  assert.equal(now.passes, 4);
  assert.equal(now.treated_at, "2026-11-22T14:00");
  assert.match(
    await page.locator(".for-slider", { hasText: "Needle depth" }).innerText(),
    /3\.0 mm/,
  );
  await depth.scrollIntoViewIfNeeded();
  const box = await depth.boundingBox();
  await page.mouse.click(box.x + box.width * 0.1, box.y + box.height / 2);
  await settle(page);
  assert.ok((await state(page)).depth_mm < 1, "a press on the track moves it");
  await page.getByRole("button", { name: "What is this: Passes" }).click();
  await page.getByText("How many times the needles go over").waitFor();
  assert.deepEqual(page.errors, []);
  await page.context().close();
});

// WCAG 2.2, 1.4.12
const SPACING =
  "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } " +
  "p { margin-block-end: 2em !important }";

for (const [name, width, change] of [
  ["at 320 px", 320, null],
  ["at 1100 px", 1100, null],
  ["at 320 px with twice the root font size", 320, "html { font-size: 32px }"],
  ["at 320 px with wide text spacing", 320, SPACING],
  ["at 320 px from right to left", 320, "html { direction: rtl }"],
]) {
  test(`as text ${name}: nothing is cut off, nothing scrolls sideways, targets are large`, async () => {
    const page = await open(env, { width, body: ONE });
    await showText(page);
    await page.evaluate((css) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(css ?? "");
      const { shadowRoot } = document.querySelector("recovery-timeline");
      document.adoptedStyleSheets.push(sheet);
      shadowRoot.adoptedStyleSheets = [...shadowRoot.adoptedStyleSheets, sheet];
    }, change);
    await page.getByRole("button", { name: "What is this: Passes" }).press("Enter");
    await page.getByRole("button", { name: "When to call the clinic" }).press("Enter");
    for (const view of VIEWS) {
      await showView(page, view);
      assert.equal(await sideways(page), 0, view);
      assert.deepEqual(await inside(page, faults), [], view);
      await picture(page, `text ${name} ${view}`.replaceAll(" ", "-"));
    }
    await page.context().close();
  });
}

test("a window of 1280 px at 400 % zoom: picture and text reflow, nothing scrolls sideways", async () => {
  const page = await open(env, { width: 320, height: 256, ratio: 4, body: ONE });
  assert.equal(await sideways(page), 0);
  const outside = await inside(page, (root) =>
    [...root.querySelectorAll(".mirror .leaf:not(.unseen, .unseen *)")]
      .map((element) => [element.ariaLabel ?? element.textContent, element.getBoundingClientRect()])
      .filter(([, { left, right }]) => left < 0 || right > 320.5)
      .map(([name, { left, right }]) => `${name}: ${left} to ${right} px`),
  );
  assert.deepEqual(outside, []);
  await page.screenshot({ path: path.join(pictures, "zoom-400-drawn.png") });
  await showText(page);
  assert.equal(await sideways(page), 0);
  assert.deepEqual(await inside(page, faults), []);
  await page.screenshot({ path: path.join(pictures, "zoom-400-text.png") });
  await page.context().close();
});

test("as text it follows dark pages, brand colors and forced colors", async () => {
  const colors = (page) =>
    inside(page, (root) => {
      const style = getComputedStyle(root.querySelector(".stage"));
      const radio = getComputedStyle(root.querySelector("input:checked"));
      return [style.backgroundColor, style.color, radio.accentColor];
    });
  const seen = [];
  for (const options of [{}, { dark: true }, { forced: true }]) {
    const page = await open(env, { width: 390, ...options });
    await showText(page);
    seen.push((await colors(page)).join());
    if (!options.dark && !options.forced) {
      await page.evaluate(() =>
        document.documentElement.style.setProperty("--rt-accent", "rgb(20, 60, 200)"),
      );
      await eventually("the brand color is seen", async () => {
        return (await colors(page))[2] === "rgb(20, 60, 200)";
      });
    }
    await page.context().close();
  }
  assert.equal(new Set(seen).size, 3, seen.join("; "));
});

test("printed it is the text version on one or two sheets, unfolded, and then it is as before", async () => {
  // The widget alone: what a page has around it takes its own room.
  const page = await open(env, {
    width: 800,
    body: "<recovery-timeline></recovery-timeline>",
    sections: false,
  });
  const opened = () => page.getByRole("button", { expanded: true }).count();
  assert.equal(await opened(), 0);
  await page.evaluate(() => {
    addEventListener("beforeprint", () => (globalThis.printed = "begun"));
  });
  for (const format of ["A4", "Letter"]) {
    const margin = { top: "15mm", right: "15mm", bottom: "15mm", left: "15mm" };
    const pdf = await page.pdf({ format, margin });
    assert.equal(await page.evaluate(() => globalThis.printed), "begun");
    const pages = pdf.toString("latin1").match(/\/Type ?\/Page\b(?!s)/g).length;
    assert.ok(pages >= 1 && pages <= 2, `${pages} pages of ${format}`);
  }
  await settle(page);
  assert.equal(await opened(), 0, "closed again");
  await page.setViewportSize({ width: 680, height: 1000 }); // A4 without its margins
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  assert.ok((await opened()) > 0);
  await page.emulateMedia({ media: "print" });
  assert.ok(await page.getByText("call emergency services").isVisible());
  assert.equal(await inside(page, (root) => root.querySelector("canvas").checkVisibility()), false);
  await picture(page, "print");
  await page.emulateMedia({ media: "screen" });
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  assert.equal(await opened(), 0);
  await page.context().close();
});

// Runs before the page.
function withoutWebGl() {
  const get = HTMLCanvasElement.prototype.getContext;
  HTMLCanvasElement.prototype.getContext = function (kind, ...rest) {
    return kind === "webgl2" ? null : get.call(this, kind, ...rest);
  };
}

test("that nothing can be drawn is said in the words of the content", async () => {
  const words = '{"words": {"cannot_draw": "Hier kann kein Bild gezeichnet werden."}}';
  const body = `<recovery-timeline><script type="application/json">${words}</script></recovery-timeline>`;
  const page = await open(env, { width: 390, body, before: withoutWebGl });
  assert.ok(await page.getByText("Hier kann kein Bild gezeichnet werden.").isVisible());
  await page.context().close();
});

test("without WebGL 2 it is the text version, and says why", async () => {
  const page = await open(env, { width: 390, before: withoutWebGl });
  assert.ok(await page.getByText("WebGL 2 is missing").isVisible());
  assert.equal(
    await page.getByRole("button", { name: /text version|picture version/i }).count(),
    0,
  );
  const { found } = await control(page, "slider", "Needle depth");
  await found.press("End");
  await settle(page);
  assert.equal((await state(page)).depth_mm, 3);
  assert.ok(await found.isVisible());
  assert.deepEqual(await inside(page, faults), []);
  assert.deepEqual(page.errors, []);
  await page.context().close();
});
