// What a visitor sees where the widget cannot run, at 390 and 1280 px: kept in build/pictures/ to be looked at.
import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { after, before, test } from "node:test";
import { pictures, start } from "../web/support.mjs";
import { ELEMENT, html, outcome, settle, shipped, visit, WIDGET } from "./visit.mjs";

let env;
before(async () => (env = await start()));
after(() => env.close());

const whole = (name) => html(`<${WIDGET}>${shipped(`short/${name}.html`)}</${WIDGET}>`);
const refuse = (pattern) => `
  const get = HTMLCanvasElement.prototype.getContext;
  HTMLCanvasElement.prototype.getContext = function (kind, ...more) {
    return ${pattern}.test(kind) ? null : get.call(this, kind, ...more);
  };`;
const CASES = {
  "script-off": { page: whole("en"), context: { javaScriptEnabled: false } },
  "wasm-refused": {
    headers: { "content-security-policy": "script-src 'self'" },
    code: "wasm_policy",
  },
  "webgl-refused": { before: refuse("/webgl/"), code: "ready" },
  "memory-refused": {
    before: () => (WebAssembly.instantiate = () => Promise.reject(new RangeError("Out of memory"))),
    code: "memory",
  },
  "files-missing": {
    page: html(ELEMENT, '<script src="/away/recovery-timeline.js" defer></script>'),
    routes: [
      ["away/**", { status: 404, body: "no" }],
      [
        "away/recovery-timeline.js",
        { contentType: "text/javascript", body: shipped("recovery-timeline.js") },
      ],
    ],
    code: "missing",
  },
};

/** Runs in the page: the smallest text of the element, the widest line, all words. */
const measured = () => {
  const host = document.querySelector("recovery-timeline");
  const shown = host.shadowRoot?.querySelector(".mirror, .frame") ?? host;
  const texts = [...shown.querySelectorAll("*"), ...host.querySelectorAll("*")].filter(
    (element) =>
      element.checkVisibility() &&
      [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim()),
  );
  return {
    // 0: words that a sign stands for.
    smallest: Math.min(
      ...texts.map((element) => parseFloat(getComputedStyle(element).fontSize) || Infinity),
    ),
    over: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    words: (host.shadowRoot?.querySelector(".frame")?.innerText ?? "") + host.innerText,
  };
};

for (const [name, kind] of Object.entries(CASES))
  for (const width of [390, 1280])
    test(`${name} at ${width} px: the short result or the text stands, large enough to read`, async () => {
      const context = { ...kind.context, width, height: 844 };
      const page = await visit(env, { ...kind, context });
      if (kind.code) {
        const told = await outcome(page);
        assert.equal(told.code ?? told, kind.code);
        await settle(page);
      }
      const script = kind.context?.javaScriptEnabled !== false;
      if (script) {
        const now = await page.evaluate(measured);
        assert.ok(now.smallest >= 13, `${now.smallest}`);
        assert.ok(now.over <= 0, `${now.over}`);
        assert.match(now.words, /1 to 3 days/);
        assert.match(now.words, /education/);
      } else assert.match(await page.locator("body").innerText(), /1 to 3 days[\s\S]*education/);
      fs.mkdirSync(pictures, { recursive: true });
      await page.screenshot({
        path: path.join(pictures, `short-${name}-${width}.png`),
        fullPage: true,
      });
      await page.context().close();
    });
