// Files that do not come, or come as something else.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import {
  alertOf,
  ELEMENT,
  html,
  outcome,
  partNamed,
  seen,
  shipped,
  TYPES,
  WIDGET,
} from "../visit.mjs";
import { eventually } from "../../web/support.mjs";

const SHORT = /People usually look red for/;
const file = (name) => ({ contentType: TYPES[name.split(".").at(-1)], body: shipped(name) });

/** It fails with this code; the short result stays and the reason names file and host. */
async function stays(page, code, what) {
  const told = await outcome(page);
  assert.equal(told.code, code, JSON.stringify(told));
  assert.match(told.what, what);
  assert.match(await seen(page), SHORT);
  assert.match(await seen(page), /General|general education/);
  const alert = await alertOf(page);
  assert.ok(alert.includes(told.where) && alert.includes(told.what), alert);
  assert.equal(await page.locator(WIDGET).getAttribute("aria-busy"), null);
  return told;
}

/** A folder of the host with the widget's files, each answered by `change(name, answer)`. */
const folder = (where, change = (_, answer) => answer) => [
  [
    `${where}**`,
    (route) => {
      const name = new URL(route.request().url()).pathname.split("/").at(-1);
      const answer = change(name, () => file(name));
      if (!answer) return route.fulfill({ status: 404, body: "not found" });
      return route.fulfill(typeof answer === "function" ? answer() : answer);
    },
  ],
];
const script = (src, more = "") => `<script src="${src}" defer ${more}></script>`;

export const kinds = [
  {
    name: "missing: a file that is not there is named with its host and the remedy",
    short: true,
    routes: [
      ["parts/*.wasm", { status: 404, body: "no" }],
      ["*.wasm", { status: 404, body: "no" }],
    ],
    async run(page) {
      const told = await stays(page, "missing", /127\.0\.0\.1:\d+ answered 404.*base/s);
      assert.match(told.where, /\.wasm$/);
    },
  },
  {
    name: "all parts missing: the short result is in the script itself",
    short: true,
    page: html(ELEMENT, script("/elsewhere/recovery-timeline.js")),
    routes: [
      ["elsewhere/**", { status: 404, body: "no" }],
      ["elsewhere/recovery-timeline.js", file("recovery-timeline.js")],
    ],
    run: (page) => stays(page, "missing", /answered 404/),
  },
  {
    name: "a web page in place of a file is told as such",
    short: true,
    routes: [
      ["parts/model.*", { contentType: "text/html", body: "<!DOCTYPE html><p>Oh no" }],
      ["model.*", { contentType: "text/html", body: "<!DOCTYPE html><p>Oh no" }],
    ],
    run: (page) => stays(page, "page", /sent a web page in its place/),
  },
  {
    name: "a web page in place of the second script",
    routes: [["**/main.*", { contentType: "text/html", body: "<html><p>Oh no" }]],
    run: (page) => stays(page, "page", /sent a web page/),
  },
  {
    name: "an old script beside files of a newer release is told, after a look past the cache",
    page: html(ELEMENT, script("/old/recovery-timeline.js")),
    routes: (() => {
      let asked = 0;
      const old = String(shipped("recovery-timeline.js"));
      const newer = old.replaceAll(partNamed("main").split(".")[1], "0".repeat(12));
      return [
        ["old/**", { status: 404, body: "no" }],
        [
          "old/recovery-timeline.js",
          (route) => route.fulfill({ contentType: TYPES.js, body: asked++ ? newer : old }),
        ],
      ];
    })(),
    run: (page) => stays(page, "release", /another release.*caches/s),
  },
  {
    name: "a connection that was cut once: tried again by itself",
    short: true,
    routes: (() => {
      let cut = 0;
      return [
        ["parts/*.wasm", (route) => (cut++ ? route.fallback() : route.abort("connectionreset"))],
      ];
    })(),
    async run(page) {
      assert.equal(await outcome(page), "ready");
    },
  },
  {
    name: "a connection that stays cut: a button, and again when the network is back",
    routes: (() => {
      let cut = 0;
      // Each failure is looked into by two requests more.
      return [
        [
          "parts/main.*",
          (route) => (cut++ > 11 ? route.fallback() : route.abort("connectionreset")),
        ],
      ];
    })(),
    async run(page) {
      await stays(page, "cut", /connection to 127\.0\.0\.1:\d+ was cut/);
      await page.getByRole("button", { name: "Try again" }).click();
      await eventually("a second failure", async () => (await alertOf(page)).includes("cut"));
      const failures = () =>
        page.evaluate(() => told.filter(({ type }) => type === "recovery-error").length);
      await eventually("told twice", async () => (await failures()) >= 2);
      await page.evaluate(() => dispatchEvent(new Event("online")));
      await eventually("it runs", () =>
        page.evaluate(() => !!document.querySelector("recovery-timeline").projection),
      );
      assert.equal(await alertOf(page), "");
    },
  },
  {
    name: "another host that does not allow reading: CORS is named",
    page: (url) =>
      html(ELEMENT, script(`${url.replace("127.0.0.1", "localhost")}recovery-timeline.js`)),
    run: (page) => stays(page, "cors", /localhost:\d+ must send Access-Control-Allow-Origin/),
  },
  {
    name: "a policy that forbids the files: the directive is named",
    short: true,
    headers: {
      "content-security-policy": "script-src 'self' 'wasm-unsafe-eval'; connect-src 'none'",
    },
    run: (page) => stays(page, "policy", /connect-src/),
  },
  {
    name: "a policy without WebAssembly",
    short: true,
    headers: { "content-security-policy": "script-src 'self'" },
    run: (page) => stays(page, "wasm_policy", /wasm-unsafe-eval.*script-src/),
  },
  {
    name: "a part whose line ends an upload has changed",
    routes: [
      [
        "**/model.*",
        (route) =>
          route.fulfill({
            contentType: "text/plain",
            body: String(shipped("model")).replaceAll("\n", "\r\n"),
          }),
      ],
    ],
    async run(page) {
      const told = await outcome(page);
      assert.match(told.code, /damaged/);
      assert.match(await seen(page), SHORT);
    },
  },
  {
    name: "a wasm file that is cut short",
    routes: [
      [
        "**/*.wasm",
        { contentType: TYPES.wasm, body: shipped("recovery-timeline").subarray(0, 90_000) },
      ],
    ],
    run: (page) => stays(page, "damaged", /damaged/),
  },
  {
    name: "WebAssembly switched off",
    short: true,
    before: () => delete globalThis.WebAssembly,
    async run(page) {
      await stays(page, "no_wasm", /WebAssembly/);
      assert.match(await alertOf(page), /does not run WebAssembly/);
    },
  },
  {
    name: "memory refused",
    short: true,
    before: () => {
      WebAssembly.instantiate = () =>
        Promise.reject(new RangeError("Out of memory: Cannot allocate Wasm memory"));
    },
    async run(page) {
      await stays(page, "memory", /memory/);
      assert.match(await alertOf(page), /too little free memory/);
    },
  },
  {
    name: "the clinic's document does not answer: ours after 5 s with a warning, theirs when it comes",
    page: html(`<${WIDGET} content="/slow.json"></${WIDGET}>`),
    routes: [
      [
        "slow.json",
        async (route) => {
          await new Promise((done) => setTimeout(done, 9000));
          await route.fulfill({ json: { fields: { depth_mm: { default: 2 } } } });
        },
      ],
    ],
    async run(page) {
      assert.equal(await outcome(page), "ready");
      const warned = await page.evaluate(
        () => told.find(({ type }) => type === "recovery-warning").detail.warnings[0],
      );
      assert.match(warned.where, /slow\.json/);
      assert.match(warned.what, /5 seconds/);
      await eventually("the document is taken in", () =>
        page.evaluate(() => document.querySelector("recovery-timeline").state.depth_mm === 2),
      );
    },
  },
  {
    name: "all files flat in one folder",
    short: true,
    page: html(ELEMENT, script("/flat/recovery-timeline.js")),
    routes: [["flat/parts/**", { status: 404, body: "no" }], ...folder("flat/*").slice(0, 1)],
    async run(page) {
      assert.equal(await outcome(page), "ready");
    },
  },
  {
    name: "an optimizer has moved the script: the attribute base names the folder",
    page: html(`<${WIDGET} base="/"></${WIDGET}>`, script("/cache/min/1/bundle-abc.js?ver=6.5")),
    routes: [
      [
        "cache/min/1/bundle-abc.js*",
        { contentType: TYPES.js, body: `/* joined */;${shipped("recovery-timeline.js")}` },
      ],
    ],
    async run(page) {
      assert.equal(await outcome(page), "ready");
    },
  },
  {
    name: "a script from blob: still defines the element and says what it lacks",
    page: html(ELEMENT, ""),
    async run(page) {
      await page.evaluate(
        (text) => {
          const script = document.createElement("script");
          script.src = URL.createObjectURL(new Blob([text], { type: "text/javascript" }));
          document.head.append(script);
        },
        String(shipped("recovery-timeline.js")),
      );
      const told = await outcome(page);
      assert.match(told.what, /base/);
      assert.match(await seen(page), SHORT);
    },
  },
  {
    name: "the script inline in the page, with the attribute base",
    page: html(
      `<${WIDGET} base="/"></${WIDGET}>`,
      `<script>${String(shipped("recovery-timeline.js")).replaceAll("</script", "<\\/script")}</script>`,
    ),
    async run(page) {
      assert.equal(await outcome(page), "ready");
    },
  },
  {
    name: "a classic script in the head, without defer",
    page: html(ELEMENT, '<script src="/recovery-timeline.js"></script>'),
    async run(page) {
      assert.equal(await outcome(page), "ready");
    },
  },
  {
    name: "a module script",
    page: html(ELEMENT, '<script type="module" src="/recovery-timeline.js?ver=1.2"></script>'),
    async run(page) {
      assert.equal(await outcome(page), "ready");
    },
  },
  {
    name: "served with another charset and in quirks mode",
    page: `<html><head><title>Old</title><script src="/recovery-timeline.js" charset="windows-1252"></script></head><body>${ELEMENT}</body></html>`,
    type: "text/html; charset=windows-1252",
    async run(page) {
      assert.match(await seen(page), /Can I …\?/);
      assert.equal(await outcome(page), "ready");
    },
  },
  {
    name: "an XHTML page",
    page: `<?xml version="1.0" encoding="UTF-8"?><html xmlns="http://www.w3.org/1999/xhtml" xml:lang="de"><head><title>X</title><script src="/recovery-timeline.js" defer="defer"></script></head><body><recovery-timeline></recovery-timeline></body></html>`,
    type: "application/xhtml+xml",
    async run(page) {
      assert.equal(await outcome(page), "ready");
      assert.equal(await page.locator(".stage").getAttribute("lang"), "de");
    },
  },
  {
    name: "checks of integrity: with the script's own, all parts are held to theirs",
    page: () =>
      html(
        ELEMENT,
        `<script src="/recovery-timeline.js" integrity="${sri("recovery-timeline.js")}" defer></script>`,
      ),
    routes: [["**/model.*", { contentType: TYPES.txt, body: `${shipped("model")} ` }]],
    run: (page) => stays(page, "damaged", /changed on its way/),
  },
  {
    name: "checks of integrity that fit",
    page: () =>
      html(
        ELEMENT,
        `<script src="/recovery-timeline.js" integrity="${sri("recovery-timeline.js")}" defer></script>`,
      ),
    async run(page) {
      assert.equal(await outcome(page), "ready");
    },
  },
];

const sri = (name) => `sha384-${createHash("sha384").update(shipped(name)).digest("base64")}`;
