// Language, links, frames, missing features, snapshots: what the README promises in any page.
import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { root } from "../../../.dev/tools.mjs";
import { eventually } from "../../web/support.mjs";
import { alertOf, ELEMENT, html, outcome, seen, settle, shipped, WIDGET } from "../visit.mjs";

const library = (file) => ({
  contentType: "text/javascript",
  body: fs.readFileSync(path.join(root, "node_modules", file), "utf8"),
});
const SCRIPT = `<script src="/${WIDGET}.js" defer></script>`;
const language = (page) => page.locator(".stage").getAttribute("lang");
const state = (page) => page.evaluate((tag) => document.querySelector(tag).state, WIDGET);
/** The text version, made of real controls. */
const asText = (page) =>
  page.evaluate(() => {
    const { shadowRoot } = document.querySelector("recovery-timeline");
    return shadowRoot.querySelector(".mirror").innerText;
  });

export const kinds = [
  {
    name: "the language stands outside the shadow root that the element is in, and changes later",
    short: true,
    page: html(
      `<section lang="de"><div id="host"></div></section><script>
       document.getElementById("host").attachShadow({ mode: "open" }).innerHTML = "${ELEMENT.replaceAll("/", "\\/")}";
       globalThis.inner = document.getElementById("host").shadowRoot.firstChild;</script>`,
    ),
    async run(page) {
      await page.evaluate(() =>
        customElements.whenDefined("recovery-timeline").then(() => inner.ready),
      );
      assert.equal(await language(page), "de");
      await page.evaluate(() => (document.querySelector("section").lang = "fr"));
      await eventually("French", async () => {
        const [stage] = await page.locator(".stage").all();
        return stage && (await stage.getAttribute("lang")) === "fr";
      });
    },
  },
  {
    name: "the short result and the reason come in the page's language",
    short: true,
    page: html(ELEMENT, SCRIPT, 'lang="de-AT"'),
    before: () => delete globalThis.WebAssembly,
    async run(page) {
      await outcome(page);
      await eventually("German", async () => /Menschen sehen|gerötet|rot/.test(await seen(page)));
      assert.match(await alertOf(page), /kein WebAssembly/);
    },
  },
  {
    name: "the page's own short result is shown, and nothing else is put over it",
    page: html(
      `<${WIDGET}><section class="rt-short"><h2>From the clinic</h2></section></${WIDGET}>`,
    ),
    before: () => delete globalThis.WebAssembly,
    async run(page) {
      await outcome(page);
      const text = await seen(page);
      assert.match(text, /From the clinic/);
      assert.doesNotMatch(text, /People usually look red for/);
    },
  },
  {
    name: "script switched off: the page's own short result stands",
    page: html(`<${WIDGET}>${shipped("short/en.html")}</${WIDGET}>`),
    context: { javaScriptEnabled: false },
    async run(page) {
      const text = await page.locator("body").innerText();
      assert.match(text, /People usually look red for\s+1 to 3 days/);
      assert.match(text, /For general education/);
    },
  },
  {
    name: "a page with a route in its fragment keeps it in the link",
    short: true,
    fragment: "#/treatments/needling",
    before: () =>
      Object.defineProperty(navigator, "clipboard", {
        value: { writeText: async (text) => (globalThis.copied = text) },
      }),
    async run(page) {
      assert.equal(await outcome(page), "ready");
      await page.evaluate(
        (tag) => (document.querySelector(tag).state = { depth_mm: 2, view: "plan" }),
        WIDGET,
      );
      await settle(page);
      await page.getByRole("button", { name: "Copy link" }).press("Enter");
      await eventually("copied", () => page.evaluate(() => !!globalThis.copied));
      const copied = await page.evaluate(() => copied);
      assert.match(copied, /\?rt2=[\w-]+#\/treatments\/needling$/);
      const other = new URL(copied);
      await page.route(`${other.origin}/host/?**`, (route) =>
        route.fulfill({ contentType: "text/html", body: html() }),
      );
      await page.goto(copied);
      assert.equal(await outcome(page), "ready");
      assert.equal((await state(page)).depth_mm, 2);
    },
  },
  {
    name: "links of letters, digits, - and _; old ones still read",
    fragment: "#rt1:depth_mm=1.5,passes=2",
    async run(page) {
      assert.equal(await outcome(page), "ready");
      const { depth_mm, passes } = await state(page);
      assert.deepEqual([depth_mm, passes], [1.5, 2]);
      await page.evaluate(
        () => (location.hash = "#rt2-depth_mm-e2-p5-ctreated_at-e2026-m11-m22T14-s00"),
      );
      await settle(page);
      const now = await state(page);
      assert.deepEqual([now.depth_mm, now.treated_at], [2.5, "2026-11-22T14:00"]);
    },
  },
  {
    name: "no WebGL: the text version",
    short: true,
    before: () => {
      const get = HTMLCanvasElement.prototype.getContext;
      HTMLCanvasElement.prototype.getContext = function (kind, ...more) {
        return /webgl/.test(kind) ? null : get.call(this, kind, ...more);
      };
    },
    async run(page) {
      assert.equal(await outcome(page), "ready");
      assert.match(await asText(page), /16 of 20 people/);
    },
  },
  {
    name: "getContext throws, for every kind of canvas",
    before: () => {
      HTMLCanvasElement.prototype.getContext = () => {
        throw new Error("blocked by a privacy extension");
      };
    },
    async run(page) {
      assert.equal(await outcome(page), "ready");
      assert.match(await asText(page), /16 of 20 people/);
    },
  },
  {
    name: "getContext gives something odd",
    before: () => {
      HTMLCanvasElement.prototype.getContext = () => ({});
    },
    async run(page) {
      const told = await outcome(page);
      if (told === "ready") assert.match(await asText(page), /16 of 20 people/);
      else assert.match(await seen(page), /People usually look red/);
    },
  },
  {
    name: "no constructable style sheets",
    before: () => {
      delete globalThis.CSSStyleSheet;
      Object.defineProperty(ShadowRoot.prototype, "adoptedStyleSheets", {
        set() {
          throw new TypeError();
        },
      });
    },
    async run(page) {
      assert.equal(await outcome(page), "ready");
      const opacity = await page.evaluate(
        () =>
          getComputedStyle(
            document.querySelector("recovery-timeline").shadowRoot.querySelector(".mirror .leaf"),
          ).opacity,
      );
      assert.equal(opacity, "0", "the controls lie unseen over the picture");
    },
  },
  {
    name: "no ResizeObserver and no IntersectionObserver",
    before: () => {
      delete globalThis.ResizeObserver;
      delete globalThis.IntersectionObserver;
    },
    async run(page) {
      assert.equal(await outcome(page), "ready");
      assert.ok(
        (await page.evaluate(
          () =>
            document.querySelector("recovery-timeline").shadowRoot.querySelector("canvas").width,
        )) > 500,
      );
    },
  },
  {
    name: "a sandboxed frame without same origin runs; copying falls back to a field",
    page: (url) =>
      html(
        `<iframe sandbox="allow-scripts" width="900" height="700" src="${url}inner/"></iframe>`,
        "",
      ),
    routes: [
      ["inner/", { contentType: "text/html", body: html() }],
      [
        "**/{parts/*,recovery-timeline.js}",
        async (route) => {
          const response = await route.fetch();
          await route.fulfill({
            response,
            headers: { ...response.headers(), "access-control-allow-origin": "*" },
          });
        },
      ],
    ],
    async run(page) {
      const frame = page.frames().at(-1);
      const told = await frame.evaluate(async () => {
        await customElements.whenDefined("recovery-timeline");
        return document.querySelector("recovery-timeline").ready.then(
          () => "ready",
          (error) => error.message,
        );
      });
      assert.equal(told, "ready");
    },
  },
  {
    name: "a frame without leave for dialogs says so when it should print, and offers an address",
    page: (url) =>
      html(
        `<iframe sandbox="allow-scripts allow-same-origin" width="900" height="700" src="${url}inner/"></iframe>`,
        "",
      ),
    routes: [["inner/", { contentType: "text/html", body: html() }]],
    async run(page) {
      const frame = page.frames().at(-1);
      await frame.evaluate(async () => {
        await customElements.whenDefined("recovery-timeline");
        await document.querySelector("recovery-timeline").ready;
        document.querySelector("recovery-timeline").state = {
          view: "plan",
          treated_at: "2026-11-22T14:00",
        };
      });
      for (const name of ["Print one page", "Add to calendar"]) {
        await frame.getByRole("button", { name }).first().press("Enter");
        const dialog = await frame.waitForFunction(() =>
          document.querySelector("recovery-timeline").shadowRoot.querySelector("dialog"),
        );
        const [text, address] = await dialog.evaluate((one) => [
          one.innerText,
          one.querySelector("input").value,
        ]);
        assert.match(text, /frame/, name);
        assert.match(address, /#rt2-/, name);
        await dialog.evaluate((one) => one.close());
        await settle(frame);
      }
    },
  },
  {
    name: "Turbo: back to a page from its snapshot keeps what was set",
    page: html(
      `<a id="away" href="/other/">away</a>${ELEMENT}`,
      SCRIPT + '<script type="module" src="/lib/turbo.js"></script>',
    ),
    routes: [
      ["lib/turbo.js", library("@hotwired/turbo/dist/turbo.es2017-esm.js")],
      [
        "other/",
        {
          contentType: "text/html",
          body: html(
            "<p id=other>Other</p>",
            SCRIPT + '<script type="module" src="/lib/turbo.js"></script>',
          ),
        },
      ],
    ],
    async run(page) {
      assert.equal(await outcome(page), "ready");
      await page.evaluate(
        (tag) => (document.querySelector(tag).state = { depth_mm: 2.25 }),
        WIDGET,
      );
      await settle(page);
      await page.click("#away");
      await page.waitForSelector("#other");
      await page.goBack();
      await page.waitForSelector(WIDGET);
      await eventually("kept", async () => {
        const told = await page.evaluate(
          (tag) => document.querySelector(tag)?.ready?.then((e) => e.state.depth_mm),
          WIDGET,
        );
        return told === 2.25;
      });
    },
  },
  {
    name: "htmx: a fragment swapped in starts, one swapped out ends",
    page: html(
      `<div id="place"></div><button hx-get="/piece/" hx-target="#place">get</button>`,
      SCRIPT + '<script src="/lib/htmx.js"></script>',
    ),
    routes: [
      ["lib/htmx.js", library("htmx.org/dist/htmx.min.js")],
      ["piece/", { contentType: "text/html", body: ELEMENT }],
    ],
    async run(page) {
      await page.click("button");
      await page.waitForSelector(WIDGET);
      assert.equal(await outcome(page), "ready");
    },
  },
  {
    name: "a clone starts with what the first one had",
    short: true,
    async run(page) {
      assert.equal(await outcome(page), "ready");
      const [copy, own] = await page.evaluate(async (tag) => {
        const first = document.querySelector(tag);
        first.state = { depth_mm: 2.5 };
        await new Promise((done) => setTimeout(done, 300));
        const clone = first.cloneNode(true);
        first.replaceWith(clone);
        await clone.ready;
        const copy = clone.state.depth_mm;
        clone.state = { depth_mm: 1 };
        return [copy, first.state.depth_mm];
      }, WIDGET);
      assert.deepEqual([copy, own], [2.5, 2.5]);
    },
  },
  {
    name: "the back and forward cache: it runs on",
    async run(page) {
      assert.equal(await outcome(page), "ready");
      await page.evaluate((tag) => (document.querySelector(tag).state = { depth_mm: 2 }), WIDGET);
      await page.evaluate(() => {
        dispatchEvent(new PageTransitionEvent("pagehide", { persisted: true }));
        dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true }));
      });
      assert.equal((await state(page)).depth_mm, 2);
    },
  },
  {
    name: "Trusted Types are required",
    headers: {
      "content-security-policy":
        "require-trusted-types-for 'script'; trusted-types 'none'; script-src 'self' 'wasm-unsafe-eval'",
    },
    async run(page) {
      assert.equal(await outcome(page), "ready");
      assert.deepEqual(page.errors, []);
    },
  },
  {
    name: "a strict policy: no violation, nothing asked for after the load, nothing stored",
    short: true,
    headers: {
      "content-security-policy":
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'",
    },
    before: () => {
      globalThis.violations = [];
      document.addEventListener("securitypolicyviolation", (event) =>
        violations.push(event.effectiveDirective),
      );
    },
    async run(page) {
      assert.equal(await outcome(page), "ready");
      const before = page.requests.length;
      await page.evaluate((tag) => (document.querySelector(tag).state = { view: "care" }), WIDGET);
      await page.evaluate(() => new Promise((done) => setTimeout(done, 500)));
      assert.deepEqual(await page.evaluate(() => violations), []);
      assert.equal(page.requests.length, before);
      const stored = await page.evaluate(async () => [
        localStorage.length,
        sessionStorage.length,
        document.cookie,
        (await caches.keys()).length,
      ]);
      assert.deepEqual(stored, [0, 0, "", 0]);
    },
  },
  {
    name: "React in strict mode mounts twice and keeps one",
    page: html('<div id="app"></div>', `${SCRIPT}<script type="module" src="/app.js"></script>`),
    routes: [
      [
        "app.js",
        async (route) => {
          const esbuild = await import("esbuild");
          const source = `import { createElement as h, StrictMode } from "react"; import { createRoot } from "react-dom/client";
        createRoot(document.getElementById("app")).render(h(StrictMode, null, h("${WIDGET}", { lang: "en", state: { depth_mm: 2 } })));`;
          const { outputFiles } = await esbuild.build({
            stdin: { contents: source, resolveDir: root },
            bundle: true,
            write: false,
            define: { "process.env.NODE_ENV": '"development"' },
            logLevel: "error",
          });
          await route.fulfill({ contentType: "text/javascript", body: outputFiles[0].text });
        },
      ],
    ],
    async run(page) {
      await page.waitForSelector(WIDGET);
      assert.equal(await outcome(page), "ready");
      assert.equal((await state(page)).depth_mm, 2);
    },
  },
  {
    name: "two versions of the script side by side: the first one runs, nothing breaks",
    page: html(ELEMENT, `${SCRIPT}<script src="/v2/recovery-timeline.js?2" defer></script>`),
    routes: [
      [
        "v2/recovery-timeline.js?2",
        { contentType: "text/javascript", body: shipped("recovery-timeline.js") },
      ],
    ],
    async run(page) {
      assert.equal(await outcome(page), "ready");
      assert.deepEqual(page.errors, []);
    },
  },
  {
    name: "twelve elements: one compilation, all of them there",
    page: html(ELEMENT.repeat(12)),
    before: () => {
      globalThis.compiled = 0;
      const compile = WebAssembly.compile;
      WebAssembly.compile = (...given) => (compiled++, compile(...given));
    },
    async run(page) {
      const told = await page.evaluate(async (tag) => {
        await customElements.whenDefined(tag);
        await Promise.all([...document.querySelectorAll(tag)].map((element) => element.ready));
        return compiled;
      }, WIDGET);
      assert.equal(told, 1);
    },
  },
];
