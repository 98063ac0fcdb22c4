// Keys, presses and focus: what the widget uses and what it leaves to the page.
import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { root } from "../../../.dev/tools.mjs";
import { controlBox, ELEMENT, html, outcome, settle, WIDGET } from "../visit.mjs";

const library = (file) => fs.readFileSync(path.join(root, "node_modules", file), "utf8");
const HEARS = `<script>
  globalThis.heard = [];
  for (const name of ["keydown", "pointerdown", "pointermove", "mousedown", "touchstart", "touchmove"])
    document.addEventListener(name, (e) => heard.push(name + (e.key ? " " + e.key : "")));
</script>`;
const SCRIPT = `<script src="/${WIDGET}.js" defer></script>`;
const heard = (page, name) =>
  page.evaluate((name) => heard.splice(0).filter((what) => what.startsWith(name)), name);

export const kinds = [
  {
    name: "keys that a slider, a tab and a search use do not reach the page's shortcuts; others do",
    short: true,
    page: html(ELEMENT, HEARS + SCRIPT),
    async run(page) {
      assert.equal(await outcome(page), "ready");
      const slider = page.getByRole("slider").first();
      await slider.focus();
      for (const key of ["ArrowRight", "PageUp", "Home", "End"]) await page.keyboard.press(key);
      assert.deepEqual(await heard(page, "keydown"), []);
      for (const key of ["Escape", "j", "F2"]) await page.keyboard.press(key);
      assert.deepEqual(await heard(page, "keydown"), ["keydown Escape", "keydown j", "keydown F2"]);
      await page.getByRole("tab").first().focus();
      await page.keyboard.press("ArrowRight");
      await settle(page);
      assert.deepEqual(await heard(page, "keydown"), []);
      await page.getByRole("searchbox").first().focus();
      await page.keyboard.type("fly?");
      await page.keyboard.press("Backspace");
      assert.deepEqual(await heard(page, "keydown"), []);
      await page.keyboard.press("Control+k");
      assert.ok((await heard(page, "keydown")).includes("keydown k"));
    },
  },
  {
    name: "a drag on the day slider does not reach the page; a press beside controls does",
    short: true,
    page: html(ELEMENT, HEARS + SCRIPT),
    async run(page) {
      assert.equal(await outcome(page), "ready");
      const { x, y, width, height } = await controlBox(page, "slider", /day/i);
      await heard(page, "");
      await page.mouse.move(x + width / 4, y + height / 2);
      await heard(page, "");
      await page.mouse.down();
      await page.mouse.move(x + width / 2, y + height / 2, { steps: 4 });
      await page.mouse.up();
      assert.deepEqual(await heard(page, "pointer"), []);
      assert.ok((await page.evaluate((tag) => document.querySelector(tag).state.day, WIDGET)) > 1);
      const box = await page.locator(WIDGET).boundingBox();
      await page.mouse.move(box.x + 2, Math.max(2, box.y + 2));
      await page.mouse.down();
      await page.mouse.up();
      assert.ok((await heard(page, "pointerdown")).length === 1);
    },
  },
  {
    name: "Swiper: a drag on the slider turns no slide, a swipe beside it does",
    page: html(
      `<div class="swiper" style="width:700px;overflow:hidden"><div class="swiper-wrapper"><div class="swiper-slide">${ELEMENT}</div><div class="swiper-slide"><p>Two</p></div></div></div>
      <script src="/lib/swiper.js"></script><script>globalThis.swiper = new Swiper(".swiper", { keyboard: { enabled: true, onlyInViewport: false } });</script>`,
      `<style>.swiper-wrapper{display:flex}.swiper-slide{flex:0 0 700px}</style>` + SCRIPT,
    ),
    routes: [
      [
        "lib/swiper.js",
        { contentType: "text/javascript", body: library("swiper/swiper-bundle.min.js") },
      ],
    ],
    async run(page) {
      assert.equal(await outcome(page), "ready");
      const { x, y, width, height } = await controlBox(page, "slider", /day/i);
      await page.mouse.move(x + width * 0.8, y + height / 2);
      await page.mouse.down();
      await page.mouse.move(x + width * 0.1, y + height / 2, { steps: 8 });
      await page.mouse.up();
      assert.equal(await page.evaluate(() => swiper.activeIndex), 0);
      await page.getByRole("slider").first().focus();
      await page.keyboard.press("ArrowRight");
      assert.equal(await page.evaluate(() => swiper.activeIndex), 0);
    },
  },
  {
    name: "MicroModal: Tab goes through the widget and stays in the dialog",
    page: html(
      `<button id="outside">outside</button><div id="modal" aria-hidden="true"><div data-micromodal-overlay><div role="dialog" aria-modal="true"><button id="close">close</button>${ELEMENT}</div></div></div>
      <script src="/lib/micromodal.js"></script><script>addEventListener("load", () => MicroModal.show("modal"));</script>`,
      "<style>#modal[aria-hidden=true]{display:none}</style>" + SCRIPT,
    ),
    routes: [
      [
        "lib/micromodal.js",
        { contentType: "text/javascript", body: library("micromodal/dist/micromodal.min.js") },
      ],
    ],
    async run(page) {
      assert.equal(await outcome(page), "ready");
      await settle(page);
      await page.focus("#close");
      const visited = [];
      for (let i = 0; i < 90; i++) {
        await page.keyboard.press("Tab");
        const at = await page.evaluate(
          () => document.activeElement.id || document.activeElement.localName,
        );
        visited.push(at);
        if (at === "close") break;
      }
      assert.ok(visited.filter((at) => at === WIDGET).length > 10, visited.join());
      assert.equal(visited.at(-1), "close");
      assert.ok(!visited.includes("outside"), visited.join());
    },
  },
  {
    name: "focus-trap: Tab goes through the widget and stays inside",
    page: html(
      `<button id="outside">outside</button><div id="trap"><button id="close">close</button>${ELEMENT}</div>
      <script src="/lib/tabbable.js"></script><script src="/lib/focus-trap.js"></script>
      <script>addEventListener("load", () => focusTrap.createFocusTrap("#trap").activate());</script>`,
    ),
    routes: [
      [
        "lib/tabbable.js",
        { contentType: "text/javascript", body: library("tabbable/dist/index.umd.min.js") },
      ],
      [
        "lib/focus-trap.js",
        { contentType: "text/javascript", body: library("focus-trap/dist/focus-trap.umd.min.js") },
      ],
    ],
    async run(page) {
      assert.equal(await outcome(page), "ready");
      await page.focus("#close");
      const visited = [];
      for (let i = 0; i < 90; i++) {
        await page.keyboard.press("Tab");
        const at = await page.evaluate(
          () => document.activeElement.id || document.activeElement.localName,
        );
        visited.push(at);
        if (at === "close") break;
      }
      assert.ok(visited.filter((at) => at === WIDGET).length > 10, visited.join());
      assert.ok(!visited.includes("outside"), visited.join());
    },
  },
  {
    name: "the page's script gives the element the focus",
    page: html(`<button id="first">first</button>${ELEMENT}`),
    async run(page) {
      assert.equal(await outcome(page), "ready");
      await page.evaluate((tag) => document.querySelector(tag).focus(), WIDGET);
      const [host, inner] = await page.evaluate(() => [
        document.activeElement.localName,
        document.activeElement.shadowRoot?.activeElement?.localName,
      ]);
      assert.equal(host, WIDGET);
      assert.ok(inner, "a control has it");
    },
  },
  {
    name: "Dark Reader does not cover the picture",
    page: html(
      ELEMENT,
      SCRIPT +
        '<script src="/lib/darkreader.js"></script><script>DarkReader.enable({ brightness: 100 });</script>',
    ),
    routes: [
      [
        "lib/darkreader.js",
        { contentType: "text/javascript", body: library("darkreader/darkreader.js") },
      ],
    ],
    async run(page) {
      assert.equal(await outcome(page), "ready");
      await page.evaluate(() => new Promise((done) => setTimeout(done, 800)));
      const seen = await page.evaluate(() => {
        const root = document.querySelector("recovery-timeline").shadowRoot;
        const canvas = root.querySelector("canvas");
        const { left, top } = canvas.getBoundingClientRect();
        const at = root.elementsFromPoint(left + 200, top + 150)[0];
        const inner = [...root.querySelectorAll(".mirror .leaf")].map(
          (e) => getComputedStyle(e).opacity,
        );
        return [at.className, at.localName, canvas.checkVisibility(), inner.some((o) => o === "0")];
      });
      assert.ok(seen[1] === "canvas" || seen[0] === "picture", JSON.stringify(seen));
      assert.deepEqual(seen.slice(2), [true, true]);
    },
  },
];
