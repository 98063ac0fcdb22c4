// axe-core finds nothing: WCAG 2.0 to 2.2, A and AA, and its best practices.
import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { after, before, test } from "node:test";
import { root } from "../../.dev/tools.mjs";
import { dist, open, settle, showText, showView, start, VIEWS } from "./support.mjs";

const axe = fs.readFileSync(path.join(root, "node_modules", "axe-core", "axe.min.js"), "utf8");
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

let env;
before(async () => (env = await start()));
after(() => env.close());

const inWidget = ({ nodes }) => nodes.some(({ target }) => target[0].length > 1); // a shadow root
async function violations(page, isLookedAt = inWidget) {
  if (!(await page.evaluate(() => "axe" in globalThis))) await page.evaluate(axe);
  const found = await page.evaluate(
    (tags) => globalThis.axe.run(document, { runOnly: { type: "tag", values: tags } }),
    TAGS,
  );
  const looked = found.passes.filter(isLookedAt).length;
  assert.ok(looked > 10, `${looked} rules looked into the widget`);
  return found.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.flat()}: ${failureSummary}`),
  );
}

// Each line that opens, once: some close another one when they open.
async function openAll(page) {
  await page.evaluate(async () => {
    const { shadowRoot } = document.querySelector("recovery-timeline");
    const frame = () => new Promise((done) => requestAnimationFrame(done));
    const nameOf = (line) => line.ariaLabel ?? line.textContent;
    const opened = new Set();
    for (;;) {
      const lines = [...shadowRoot.querySelectorAll("[aria-expanded=false]")];
      const next = lines.find((line) => !opened.has(nameOf(line)));
      if (!next) return;
      opened.add(nameOf(next));
      next.click();
      await frame();
      await frame();
    }
  });
  await settle(page);
}

// Each width and each scheme once: what is described is the same in both schemes.
for (const { width, dark } of [
  { width: 320, dark: true },
  { width: 1100, dark: false },
]) {
  test(`no violation in any view at ${width} px, ${dark ? "dark" : "light"}: drawn, and as text with all opened`, async () => {
    const page = await open(env, { width, dark });
    for (const view of VIEWS) {
      await showView(page, view);
      assert.deepEqual(await violations(page), [], `${view}, drawn`);
    }
    await showText(page);
    for (const view of VIEWS) {
      await showView(page, view);
      await openAll(page);
      assert.deepEqual(await violations(page), [], `${view} as text, all opened`);
    }
    await page.context().close();
  });
}

test("no violation in the short result, from left and from right, light and dark", async () => {
  for (const [language, colorScheme] of [
    ["en", "light"],
    ["ar", "dark"],
  ]) {
    const context = await env.browser.newContext({ colorScheme });
    const page = await context.newPage();
    const short = fs.readFileSync(path.join(dist, "short", `${language}.html`), "utf8");
    await page.setContent(
      `<!doctype html><html lang="${language}" dir="${language === "ar" ? "rtl" : "ltr"}">
       <meta name="viewport" content="width=device-width"><title>Clinic</title>
       <body style="color-scheme: light dark"><main><h1>Clinic</h1>${short}</main></body></html>`,
    );
    await page.locator("summary").click();
    assert.equal(await page.getByRole("radio").count(), 7);
    assert.deepEqual(await violations(page, () => true), [], language);
    await context.close();
  }
});
