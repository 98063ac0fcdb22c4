// Where a page puts the element, and what its style sheets pass on. Run in Firefox and WebKitGTK too.
import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { root } from "../../../.dev/tools.mjs";
import { dist } from "../../web/support.mjs";
import { box, ELEMENT, html, outcome, settle, shipped, WIDGET } from "../visit.mjs";

const styled = (css, body = ELEMENT, attributes) =>
  html(body, `<style>${css}</style><script src="/${WIDGET}.js" defer></script>`, attributes);

/** Runs in the page: how the picture lies in the element, and how sharp it is. */
const measured = () => {
  const host = document.querySelector("recovery-timeline");
  const canvas = host.shadowRoot.querySelector("canvas");
  const probe = host.shadowRoot.querySelector(".probe");
  return {
    host: host.offsetWidth,
    layout: canvas.offsetWidth,
    pixels: canvas.width,
    text: parseFloat(getComputedStyle(probe).fontSize),
    height: host.offsetHeight,
    ratio: devicePixelRatio,
    overflows: document.documentElement.scrollWidth > document.documentElement.clientWidth + 1,
  };
};
async function fits(page, most = 1) {
  assert.equal(await outcome(page), "ready");
  await settle(page);
  const now = await page.evaluate(measured);
  assert.ok(now.layout > 0 && now.height > 300, JSON.stringify(now));
  assert.ok(Math.abs(now.layout - now.host) <= most, JSON.stringify(now));
  assert.ok(
    now.pixels >= now.layout * now.ratio - 2,
    `as sharp as the screen: ${JSON.stringify(now)}`,
  );
  assert.equal(now.overflows, false, "no horizontal scroll");
  return now;
}

const readme = fs.readFileSync(path.join(root, "README.md"), "utf8");
/** The rule of the README's three lines, for the element. */
const [, reserved] = readme.match(/<style>(recovery-timeline \{[^}]*\})<\/style>/);
const shortResult = () => fs.readFileSync(path.join(dist, "short/en.html"), "utf8");
/** Resolves when the page has been painted with its text in it. */
const painted = (page) =>
  page.waitForFunction(() => performance.getEntriesByName("first-contentful-paint").length > 0);

export const kinds = [
  {
    name: "an entrance by transform: scale measures as it is laid out",
    layout: true,
    page: styled(
      "#in{transform:scale(.3);animation:up 1s 2s forwards}@keyframes up{to{transform:none}}",
      `<div id="in">${ELEMENT}</div>`,
    ),
    async run(page) {
      const small = await fits(page);
      assert.ok(small.host > 600, JSON.stringify(small));
      await page.evaluate(() => new Promise((done) => setTimeout(done, 3200)));
      await settle(page);
      const whole = await fits(page);
      assert.equal(whole.pixels, small.pixels);
    },
  },
  {
    name: "a page that zooms an ancestor",
    layout: true,
    short: true,
    page: styled("main{zoom:1.5}", `<main>${ELEMENT}</main>`),
    run: (page) => fits(page),
  },
  {
    name: "a flex row beside a fixed column",
    layout: true,
    page: styled(
      "main{display:flex}aside{flex:0 0 200px}recovery-timeline{flex:1}",
      `<main><aside>x</aside>${ELEMENT}</main>`,
    ),
    async run(page) {
      assert.ok((await fits(page)).host > 500);
    },
  },
  {
    name: "a grid cell",
    layout: true,
    page: styled(
      "main{display:grid;grid-template-columns:1fr 2fr}",
      `<main><p>x</p>${ELEMENT}</main>`,
    ),
    run: (page) => fits(page),
  },
  {
    name: "an inline-block parent without a width",
    layout: true,
    page: styled("main{display:inline-block;min-width:300px}", `<main>${ELEMENT}</main>`),
    run: (page) => fits(page),
  },
  {
    name: "a tab that is hidden at the start and shown later",
    layout: true,
    short: true,
    page: styled("#tab{display:none}", `<div id="tab">${ELEMENT}</div>`),
    async run(page) {
      await page.evaluate(() => customElements.whenDefined("recovery-timeline"));
      await page.evaluate(() => (document.getElementById("tab").style.display = "block"));
      await fits(page);
    },
  },
  {
    name: "a column far too narrow warns and does not overflow",
    layout: true,
    page: styled("main{width:180px}", `<main>${ELEMENT}</main>`),
    async run(page) {
      await fits(page);
      const warned = await page.evaluate(() =>
        told
          .filter(({ type }) => type === "recovery-warning")
          .flatMap(({ detail }) => detail.warnings),
      );
      assert.ok(
        warned.some(({ where }) => where === "width"),
        JSON.stringify(warned),
      );
    },
  },
  {
    name: "a theme with html at 62.5 % does not shrink the text",
    layout: true,
    short: true,
    page: styled("html{font-size:62.5%}body{font-size:1.6rem}"),
    async run(page) {
      assert.equal((await fits(page)).text, 16);
      await page.evaluate(
        () => (document.querySelector("recovery-timeline").state = { view: "care" }),
      );
      await settle(page);
    },
  },
  {
    name: "62.5 % and a visitor whose own text is twice as large",
    layout: true,
    page: styled("html{font-size:125%}body{font-size:1.6rem}"),
    async run(page) {
      assert.equal((await fits(page)).text, 32);
    },
  },
  {
    name: "inherited tricks: no lines, no spaces, capitals, invisible fill, mirrored",
    layout: true,
    short: true,
    page: styled(
      "main{line-height:0;white-space:nowrap;text-transform:uppercase;letter-spacing:.4em;-webkit-text-fill-color:transparent;text-indent:-9999px;direction:rtl;writing-mode:vertical-rl;text-align:right;font-style:italic}",
      `<main>${ELEMENT}</main>`,
    ),
    async run(page) {
      const short = await page.evaluate(() => {
        const p = document
          .querySelector("recovery-timeline")
          .shadowRoot.querySelector("p:not(.loading)");
        const style = p && getComputedStyle(p);
        return (
          p && [
            p.offsetHeight,
            style.textTransform,
            style.whiteSpace,
            style.textIndent,
            style.webkitTextFillColor === "rgba(0, 0, 0, 0)",
          ]
        );
      });
      if (short) {
        assert.ok(short[0] > 14, JSON.stringify(short));
        assert.deepEqual(short.slice(1), ["none", "normal", "0px", false]);
      }
      assert.equal(await outcome(page), "ready");
      const dir = await page.evaluate(
        () => document.querySelector("recovery-timeline").shadowRoot.querySelector(".stage").dir,
      );
      assert.equal(dir, "ltr");
    },
  },
  {
    name: "!important on everything, on inputs and buttons",
    layout: true,
    page: styled(
      "*{margin:0!important;box-sizing:border-box!important;line-height:1!important;transition:all 1s!important;max-width:100%!important}input,button{width:100%!important;height:60px!important;display:block!important;background:red!important}",
    ),
    run: (page) => fits(page),
  },
  {
    name: "paddings and borders on the element itself",
    layout: true,
    page: styled(
      "recovery-timeline{padding:30px!important;border:5px solid;width:600px;box-sizing:border-box}",
    ),
    async run(page) {
      const now = await fits(page, 71);
      assert.equal(now.layout, 530);
    },
  },
  {
    name: "a sticky header does not cover the control that has the focus",
    page: styled(
      "header{position:sticky;top:0;height:80px;background:#fff;z-index:9}",
      `<header>Top</header><div style="height:200px"></div>${ELEMENT}<div style="height:2000px"></div>`,
    ),
    async run(page) {
      assert.equal(await outcome(page), "ready");
      await page.evaluate(() => scrollTo(0, 1500));
      const link = page.getByRole("tab").first();
      await link.focus();
      await settle(page);
      const { y } = await link.boundingBox();
      assert.ok(y >= 76, `${y}`);
    },
  },
  {
    name: "a print style sheet that hides all but what it knows",
    page: styled("@media print{body *{color:#000!important;background:none!important}}"),
    async run(page) {
      assert.equal(await outcome(page), "ready");
      await page.emulateMedia({ media: "print" });
      await settle(page);
      const text = await page.evaluate(
        () =>
          document.querySelector("recovery-timeline").shadowRoot.querySelector(".mirror").innerText,
      );
      assert.match(text, /16 of 20 people/);
      const stage = await box(page, ".mirror");
      assert.ok(stage.height > 300);
    },
  },
  {
    name: "the turn of a phone",
    context: { width: 390, height: 844 },
    layout: true,
    page: styled(""),
    async run(page) {
      const tall = await fits(page);
      await page.setViewportSize({ width: 844, height: 390 });
      await settle(page);
      const wide = await fits(page);
      assert.ok(wide.layout > tall.layout);
    },
  },
  {
    name: "the short result keeps its looks and its place until the widget is there",
    context: { width: 1100, height: 900 },
    page: styled("body{margin:0}", `<h1>Before</h1>${ELEMENT}<p>After</p>`),
    routes: [
      [
        "**/*.wasm",
        async (route) => {
          await new Promise((done) => setTimeout(done, 2500));
          await route.fallback();
        },
      ],
    ],
    async run(page) {
      await page.evaluate(() => customElements.whenDefined("recovery-timeline"));
      const look = () =>
        page.evaluate(() => {
          const { shadowRoot } = document.querySelector("recovery-timeline");
          const row = shadowRoot.querySelector(".rt-short li");
          const { y, width } = row.getBoundingClientRect();
          return [getComputedStyle(row).display, y, width];
        });
      const first = await look();
      await page.waitForFunction(() =>
        document.querySelector("recovery-timeline").shadowRoot.querySelector(".room"),
      );
      await settle(page);
      assert.deepEqual(await look(), first);
      assert.equal(first[0], "grid");
      assert.equal(await outcome(page), "ready");
      await settle(page);
      const sum = await page.evaluate(() => shifts.reduce((a, b) => a + b, 0));
      assert.ok(sum <= 0.02, `${sum}`);
    },
  },
  ...[
    ["nothing below it moves, however late its script comes", ""],
    ["nothing below the short result in the page moves either", shortResult()],
  ].map(([name, inside]) => ({
    name,
    short: true,
    context: { width: 390, height: 844 },
    // The three lines of the README: until the script is there only their style sheet keeps the place.
    page: html(
      `<style>body { margin: 0 } ${reserved}</style><h1>Before</h1><${WIDGET}>${inside}</${WIDGET}><p>After</p>`,
    ),
    routes: [
      [
        `${WIDGET}.js`,
        async (route) => {
          await painted(route.request().frame().page());
          await route.continue();
        },
      ],
    ],
    async run(page) {
      assert.equal(await outcome(page), "ready");
      await settle(page);
      const sum = await page.evaluate(() => shifts.reduce((a, b) => a + b, 0));
      assert.ok(sum <= 0.02, `${sum}`);
    },
  })),
  {
    name: "far below the window nothing more is asked for until it is near",
    short: true,
    page: styled("", `<div style="height:6000px">Long</div>${ELEMENT}`),
    async run(page) {
      await page.evaluate(() => customElements.whenDefined("recovery-timeline"));
      await page.evaluate(() => new Promise((done) => setTimeout(done, 500)));
      const parts = () => page.requests.filter((address) => /\/parts\//.test(address)).length;
      assert.equal(parts(), 0);
      await page.evaluate(() => scrollTo(0, 5500));
      await page.evaluate(() => new Promise((done) => addEventListener("recovery-ready", done)));
      assert.ok(parts() >= 4);
    },
  },
  {
    name: 'loading="eager" does not wait for the window',
    page: styled(
      "",
      `<div style="height:6000px">Long</div><${WIDGET} loading="eager"></${WIDGET}>`,
    ),
    async run(page) {
      await page.evaluate(
        () =>
          told.some(({ type }) => type === "recovery-ready") ||
          new Promise((done) => addEventListener("recovery-ready", done)),
      );
    },
  },
  {
    name: "without script the answer of the treatment that is chosen is seen, and no other",
    layout: true,
    page: html(`<${WIDGET}>${shipped("short/en.html")}</${WIDGET}>`, ""),
    async run(page) {
      const answers = await page.evaluate(() => {
        const seen = () =>
          [...document.querySelectorAll("h2")]
            .filter((one) => one.getBoundingClientRect().height > 0)
            .map((one) => one.textContent);
        return [...document.querySelectorAll("input[type=radio]")].map((button) => {
          button.click();
          return seen();
        });
      });
      assert.equal(answers.length, 7);
      for (const seen of answers) assert.equal(seen.length, 1, JSON.stringify(answers));
      assert.match(answers[0][0], /1 to 3 days/);
      assert.ok(new Set(answers.flat()).size > 3, JSON.stringify(answers));
    },
  },
];
