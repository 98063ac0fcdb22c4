// A clinic's own document in the page: its links, colors and logo, what it is told of a document that
// is none, and words that name another time than their row.
import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { after, before, test } from "node:test";
import { readDocument } from "../../web/clinic/document.js";
import { namedTimes, timeRemarks } from "../../web/clinic/times.js";
import { random, schema, valid } from "../tools/documents.mjs";
import { drawn, open, ready, showView, start, told, VIEWS } from "./support.mjs";

const folder = path.resolve(import.meta.dirname, "../clinics");
const clinicFile = (name) => fs.readFileSync(path.join(folder, `${name}.json`), "utf8");

let env;
before(async () => (env = await start()));
after(() => env?.close());

const BODY = '<recovery-timeline content="clinic.json"></recovery-timeline>';
const POLICY =
  "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:";
function visit(body, options = {}) {
  const routes = { "clinic.json": { contentType: "application/json", body } };
  const page = { sections: false, body: BODY, routes, policy: POLICY, width: 390, ...options };
  page.before = () => {
    globalThis.contacts = [];
    addEventListener("recovery-contact", ({ detail }) => globalThis.contacts.push(detail));
  };
  return open(env, page);
}

test("a time is found in six languages, as number or word, and no frequency is one", () => {
  const found = {
    "Wait 24 hours.": [24, 24],
    "not for two weeks": [336, 336],
    "2–3 days": [48, 72],
    "until day 3": [72, 72],
    "48-hour wait": [48, 48],
    "nach 3 bis 5 Tagen": [72, 120],
    "erst nach zwei Wochen": [336, 336],
    "48 Std. warten": [48, 48],
    "durante una semana": [168, 168],
    "pendant deux semaines": [336, 336],
    "après 24 h": [24, 24],
    "por três dias": [72, 72],
    "بعد ٤٨ ساعة": [48, 48],
    "لمدة أسبوعين": [336, 336],
    "اليوم 3": [72, 72],
  };
  for (const [text, [low, high]] of Object.entries(found)) {
    const times = namedTimes(text);
    assert.equal(times.length, 1, text);
    assert.deepEqual([times[0].low, times[0].high], [low, high], text);
  }
  for (const text of [
    "3 times a day",
    "every 2 hours",
    "alle 2 Stunden",
    "3 veces al día",
    "trois fois par jour",
    "uma vez por dia",
    "for 10 minutes",
    "SPF 50",
    "a thin layer",
  ])
    assert.deepEqual(namedTimes(text), [], text);
});

test("words that name another time than their row are told with both times and the remedy", () => {
  const remarks = timeRemarks({
    advice: {
      make_up: { from_h: 48, words: "Wait 24 hours." },
      exercise: { from_h: 48, words: { en: "From 48 hours on.", de: "Nach 2 Tagen." } },
      retinol: { from_h: 168, words: { en: "7 days.", es: "Espera 5 días." } },
      gel: { question: "Gel", from_h: 0, until_h: 72, words: "For 3 days." },
      fly: { words: "Not for 2 days." },
      ice: { say: "ask", words: "For 2 days?" },
    },
    before: { retinol: { hours_before: 168, words: "5 days before." } },
    words: { en: { milestone_make_up: "Make-up (24 hours)" } },
    fields: { no_makeup_24h: { label: "No make-up for 24 h" } },
  });
  assert.deepEqual(
    remarks.map(({ where }) => where.replace("clinic content: ", "")),
    [
      "/advice/make_up/words",
      "/advice/retinol/words/es",
      "/advice/fly/words",
      "/before/retinol/words",
      "/words/en/milestone_make_up",
      "/fields/no_makeup_24h/label",
    ],
  );
  assert.match(remarks[0].what, /“24 hours”.*48 hours.*write one time/);
});

for (const [name, text, reason] of [
  ["a web page", "<!DOCTYPE html><html><body>Not found</body></html>", /web page \(HTML\)/],
  ["wrapped by an editor", '<p>{"clinic": {"name": "A"}}</p>', /<p>, <br>/],
  ["broken by an editor", '{"clinic":<br>{"name": "A"}}', /<p>, <br>/],
  ["in curly quotes", "{“clinic”: {“name”: “A”}}", /curly quotes/],
  ["an office document", "PK\u0003\u0004", /office program/],
])
  test(`a document that is ${name} is named as such, and the widget runs`, async () => {
    const { errors, text: used } = readDocument(text);
    assert.equal(used, "");
    assert.match(errors[0].what, reason);
    const page = await visit(text);
    const [{ detail }] = await told(page, "recovery-error");
    assert.match(detail.errors[0].what, reason);
    assert.equal((await told(page, "recovery-ready")).length, 1);
    await page.context().close();
  });

test("a document in Windows-1252 is read, and the lost letters of another are told", async () => {
  const bytes = Buffer.from('{"clinic": {"name": "Clínica Sol", "phone": "555 0188"}}', "latin1");
  const page = await visit(bytes);
  await page.getByRole("group", { name: "Clínica Sol" }).waitFor({ state: "attached" });
  const [{ detail }] = await told(page, "recovery-warning");
  assert.match(detail.warnings[0].what, /not UTF-8.*save the file as UTF-8/);
  await page.context().close();
  const { warnings } = readDocument('{"clinic": {"name": "Cl\ufffdnica"}}');
  assert.match(warnings[0].what, /\ufffd.*UTF-8/);
});

test("links to the clinic are real ones in every view, and tell which was followed, nothing else", async () => {
  const page = await visit(clinicFile("facial_chain"));
  for (const view of VIEWS) {
    await showView(page, view);
    for (const [name, address] of [
      ["Call us", "tel:+442079460100"],
      ["+44 20 7946 0100", "tel:+442079460100"],
      ["Book a visit", "https://brook.example/book?from=recovery"],
      ["Our website", "https://brook.example/"],
    ]) {
      const link = page.getByRole("link", { name, exact: true });
      assert.equal(await link.getAttribute("href"), address, `${view}: ${name}`);
      assert.ok((await link.boundingBox()).height >= 44, `${view}: ${name}`);
    }
  }
  await page.evaluate(() =>
    addEventListener("click", (event) => event.preventDefault(), { capture: true }),
  );
  for (const name of ["Call us", "Book a visit", "Our website"])
    await page.getByRole("link", { name, exact: true }).evaluate((link) => link.click());
  assert.deepEqual(await page.evaluate(() => globalThis.contacts), [
    { kind: "phone" },
    { kind: "book" },
    { kind: "site" },
  ]);
  assert.deepEqual(page.errors, []);
  await page.context().close();
});

test("the document's colors hold where the page says none; its logo asks no other site", async () => {
  const accent = (page) =>
    page.evaluate(() => {
      const { shadowRoot } = document.querySelector("recovery-timeline");
      return getComputedStyle(shadowRoot.querySelector(".probe")).borderTopColor;
    });
  const own = await visit(clinicFile("facial_chain"));
  assert.match(await accent(own), /(11, 107, 99|0\.043\d* 0\.419\d* 0\.388)/);
  await own.context().close();
  const page = await visit(clinicFile("facial_chain"), {
    routes: {
      "clinic.json": { contentType: "application/json", body: clinicFile("facial_chain") },
      "page.css": { contentType: "text/css", body: "recovery-timeline { --rt-accent: #123456 }" },
    },
    head: '<link rel="stylesheet" href="page.css">',
  });
  assert.match(await accent(page), /(18, 52, 86|0\.07\d* 0\.20\d* 0\.33)/);
  await page.context().close();
  const logo = await visit(clinicFile("scar_hospital"));
  await logo.getByRole("img", { name: "Scar Clinic, Harbour Hospital" }).waitFor();
  assert.ok(logo.requests.every((url) => url.startsWith(env.url) || url.startsWith("data:")));
  await logo.context().close();
});

test("a page without a clinic's document does not load what only documents need", async () => {
  const page = await open(env, { sections: false });
  assert.ok(!page.requests.some((url) => url.includes("clinic.")));
  await page.context().close();
});

test("hostile texts stay texts in the picture, the controls, on paper and in the calendar", async () => {
  const hostile = '<img src=x onerror="globalThis.hit=1"><script>globalThis.hit=1</scr' + "ipt>";
  const page = await visit(
    JSON.stringify({
      clinic: { name: hostile.slice(0, 70), phone: "555 0188", hours: hostile },
      advice: {
        make_up: { from_h: 48, words: hostile },
        x: { question: hostile.slice(0, 70), say: "yes", words: hostile, why: hostile },
      },
      when_to_call: { at_once: hostile },
    }),
  );
  for (const view of VIEWS) await showView(page, view);
  await page.evaluate(() => (globalThis.print = () => {}));
  await showView(page, "care");
  await page.evaluate(() => {
    document.querySelector("recovery-timeline").state = { treated_at: "2026-11-22T14:00" };
  });
  await showView(page, "plan");
  const buttons = page.getByRole("button");
  await buttons.filter({ hasText: "Print one page" }).press("Enter");
  await drawn(page);
  assert.equal(await page.evaluate(() => globalThis.hit), undefined);
  assert.equal(
    await page.evaluate(() => {
      const { shadowRoot } = document.querySelector("recovery-timeline");
      return shadowRoot.querySelectorAll(".mirror img, .mirror script").length;
    }),
    0,
  );
  await page.context().close();
});

test("any valid document: the widget runs, with the intended use, when to call and its phone", async () => {
  const next = random(7);
  const page = await visit("{}");
  for (let i = 0; i < 12; i++) {
    const document = valid(schema, next);
    document.clinic = { ...document.clinic, phone: "555 0188" };
    await page.evaluate((text) => {
      const script = Object.assign(globalThis.document.createElement("script"), {
        type: "application/json",
        textContent: text,
      });
      const element = globalThis.document.createElement("recovery-timeline");
      element.append(script);
      globalThis.document.querySelector("recovery-timeline").replaceWith(element);
    }, JSON.stringify(document));
    await ready(page);
    const told = JSON.stringify(document).slice(0, 2000);
    assert.equal(await page.getByText(/^For general education/).count(), 1, told);
    assert.equal(await page.getByRole("button", { name: "When to call the clinic" }).count(), 1);
    assert.ok((await page.getByRole("link", { name: /Call us|555 0188/ }).count()) >= 2, told);
  }
  await page.context().close();
});
