// Languages: what is loaded when, that nothing set is lost, and that no text is hard-coded. Until a
// language is asked for, its words stay on the server. The words here are made from the English ones.
import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { after, before, test } from "node:test";
import { bundle, differences, sentences } from "../../.dev/bundle.mjs";
import { serve } from "../../.dev/serve.mjs";
import { root } from "../../.dev/tools.mjs";
import { chooseLanguage } from "../../web/element/languages.js";
import { directionOf } from "../../web/render/text.js";
import { dist, open, picture, ready, settle, start, state, told } from "./support.mjs";

const folder = path.join(root, "build", "pseudo");
const english = JSON.parse(fs.readFileSync(path.join(root, "web/content/en.json"), "utf8"));
const model = JSON.parse(fs.readFileSync(path.join(root, "web/content/model.json"), "utf8"));
const VIEWS = ["recovery", "results", "plan", "care", "about"];

/** The English words in marks; texts that come from the words file show them. */
function marked(language, direction) {
  const mark = (value) =>
    typeof value === "string"
      ? `⟦${value}⟧`
      : Array.isArray(value)
        ? value.map(mark)
        : Object.fromEntries(Object.entries(value).map(([key, child]) => [key, mark(child)]));
  const { fields, treatments, words, advice } = english;
  return {
    language,
    direction,
    fields: mark(fields),
    treatments: mark(treatments),
    words: mark(words),
    advice: mark(advice),
    parameters: mark(sentences(model)),
  };
}

let env;
let pseudo; // the same browser, with a server of the marked languages
before(async () => {
  env = await start();
  const content = path.join(folder, "content");
  fs.mkdirSync(content, { recursive: true });
  for (const name of ["model", "en"]) {
    fs.copyFileSync(
      path.join(root, `web/content/${name}.json`),
      path.join(content, `${name}.json`),
    );
  }
  for (const [language, direction] of [
    ["de", "ltr"],
    ["pt-BR", "ltr"],
    ["ar", "rtl"],
  ]) {
    const text = JSON.stringify(marked(language, direction));
    fs.writeFileSync(path.join(content, `${language}.json`), text);
  }
  const parts = path.join(dist, "parts");
  const wasm = fs.readdirSync(parts).find((name) => name.endsWith(".wasm"));
  const made = path.join(folder, "dist");
  await bundle(path.join(parts, wasm), { content, dist: made, packed: false, language: "de" });
  const server = await serve({ folders: [made], port: 0 });
  pseudo = { browser: env.browser, url: server.url, close: () => server.close() };
});
after(async () => {
  await pseudo?.close();
  await env?.close();
});

const words = (page) => page.requests.map((url) => /parts\/([\w-]+)\.\w+\.txt$/.exec(url)?.[1]);
const loaded = (page) => words(page).filter((name) => name && name !== "model");

/** What a visitor reads or hears: [text, …] of the widget's shadow root. */
const texts = (page) =>
  page.evaluate(() => {
    const { shadowRoot } = document.querySelector("recovery-timeline");
    const found = [];
    const walker = document.createTreeWalker(shadowRoot, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (!node.parentElement.closest(".probe, .errors")) found.push(node.data);
    }
    for (const element of shadowRoot.querySelectorAll("*")) {
      for (const name of ["aria-label", "aria-valuetext", "aria-description", "title", "alt"]) {
        if (element.hasAttribute(name)) found.push(element.getAttribute(name));
      }
    }
    return found;
  });

test("the language that is offered is the one asked for, else its nearest, else English", () => {
  const offered = ["en", "ar", "de", "es", "fr", "pt-BR"];
  const cases = {
    de: ["de", "de"],
    "de-AT": ["de", "de-AT"],
    pt: ["pt-BR", "pt-BR"],
    "pt-PT": ["pt-BR", "pt-BR"],
    "PT-br": ["pt-BR", "PT-br"],
    "en-US": ["en", "en-US"],
    "ar-EG": ["ar", "ar-EG"],
    ja: ["en", "en"],
    "": ["en", "en"],
    "de-": ["de", "de"],
    "es-!!": ["es", "es"],
    deu: ["en", "en"],
  };
  for (const [asked, [language, locale]] of Object.entries(cases)) {
    assert.deepEqual(chooseLanguage(asked, offered), { language, locale }, asked);
  }
});

test("a line with an Arabic word runs from right to left, whatever it begins with", () => {
  for (const text of ["بعد العلاج", "PRP مع العلاج", "8 من 10", "(SPF 50) واقي"])
    assert.equal(directionOf(text), "rtl", text);
  for (const text of ["PRP", "5–7", "Nach 24 Stunden", ""])
    assert.equal(directionOf(text), "ltr", text);
});

test("a language file with a key too few or too many stops the build by its place", () => {
  const less = { ...structuredClone(english), parameters: sentences(model) };
  delete less.words.title;
  delete less.fields.device.options.pen;
  less.words.other_title = "x";
  less.words.passes_n = "{n} passes"; // one text for all numbers is whole
  assert.deepEqual(differences("de", less, english, model), [
    "de: /fields/device/options/pen is missing",
    "de: /words/title is missing",
    "de: /words/other_title is not known",
  ]);
  assert.deepEqual(differences("en", english, english, model), []);
});

test("only the words of the language that is shown are loaded", async () => {
  for (const [lang, expected] of [
    ["de", "de"],
    ["pt", "pt-BR"],
    ["en", "en"],
  ]) {
    const body = `<recovery-timeline lang="${lang}"></recovery-timeline>`;
    const page = await open(pseudo, { body });
    assert.deepEqual(loaded(page), [expected]);
    const found = await page.evaluate(() => {
      const { lang, dir } = document
        .querySelector("recovery-timeline")
        .shadowRoot.querySelector(".stage");
      return { lang, dir };
    });
    assert.deepEqual(found, { lang: expected, dir: "ltr" });
    assert.deepEqual(page.errors, []);
    await page.context().close();
  }
});

test("another language at run time loads its words once and loses nothing that was set", async () => {
  const page = await open(pseudo, { body: "<recovery-timeline></recovery-timeline>" });
  const element = page.locator("recovery-timeline");
  await element.evaluate((e) => {
    e.state = {
      depth_mm: 2,
      device: "roller",
      treated_at: "2026-11-22T14:00",
      view: "care",
      day: 3,
    };
  });
  const before = await state(page);
  for (const [lang, name] of [
    ["de", /⟦Care⟧/],
    ["en", /^Care$/],
    ["de", /⟦Care⟧/],
  ]) {
    await element.evaluate((e, lang) => (e.lang = lang), lang);
    await page.getByRole("tab", { name, selected: true }).waitFor({ state: "attached" });
    await ready(page);
    assert.deepEqual(await state(page), before);
  }
  assert.deepEqual(loaded(page), ["en", "de"]);
  await page.getByRole("button", { name: "⟦Text version⟧" }).press("Enter");
  await page.getByRole("button", { name: "⟦Picture version⟧" }).waitFor();
  await element.evaluate((e) => (e.lang = "en"));
  await page.getByRole("button", { name: /^Picture version$/ }).waitFor();
  await page.context().close();
});

test("a language without words is English, and the page is told", async () => {
  const page = await open(pseudo, { body: `<recovery-timeline lang="ja"></recovery-timeline>` });
  assert.deepEqual(loaded(page), ["en"]);
  const warnings = (await told(page, "recovery-warning")).flatMap(({ detail }) => detail.warnings);
  assert.deepEqual(warnings, [
    { where: "lang", what: "There are no words for this language.", given: "ja", used: "en" },
  ]);
  await page.context().close();
});

test("nothing that is shown or spoken is hard-coded: in every view each text is of the words file", async () => {
  for (const lang of ["de", "ar"]) {
    const page = await open(pseudo, {
      body: `<recovery-timeline lang="${lang}"></recovery-timeline>`,
    });
    for (const view of VIEWS) {
      await page.locator("recovery-timeline").evaluate((e, view) => {
        e.state = { view, treated_at: "2026-11-22T14:00", event_on: "2027-01-22T14:00" };
      }, view);
      await settle(page);
      const found = await texts(page);
      assert.ok(found.length > 20, `${found.length} texts in ${view}`);
      const bare = found.filter((text) => /\p{L}/u.test(withoutWords(text)));
      assert.deepEqual(bare, [], `${lang}, ${view}`);
    }
    await page.context().close();
  }
});

/** What is left without the words in marks and without dates, which are the browser's: "(Mo., 23. Nov.)". */
function withoutWords(text) {
  let rest = text;
  for (let before = ""; before !== rest;) rest = (before = rest).replace(/⟦[^⟦⟧]*⟧/g, "");
  rest = rest.replace(/\([^()]*\d[^()]*\)/g, "");
  return /\d/.test(rest) && rest.length < 40 ? "" : rest;
}

test("a language that runs from right to left turns the whole widget around", async () => {
  const page = await open(pseudo, {
    body: `<recovery-timeline lang="ar"></recovery-timeline>`,
    width: 390,
  });
  const direction = await page.evaluate(() => {
    const stage = document.querySelector("recovery-timeline").shadowRoot.querySelector(".stage");
    return [stage.lang, getComputedStyle(stage.querySelector(".mirror")).direction];
  });
  assert.deepEqual(direction, ["ar", "rtl"]);
  await picture(page, "language-ar-390");
  await showTextMarked(page);
  await picture(page, "language-ar-390-text");
  await page.context().close();
});

async function showTextMarked(page) {
  await page.getByRole("button", { name: "⟦Text version⟧" }).press("Enter");
  await page.getByRole("button", { name: "⟦Picture version⟧" }).waitFor();
  await settle(page);
}

test("the one file can be made in another language, and holds only its words", async () => {
  const file = path.join(folder, "dist", "recovery-timeline.de.html");
  const text = fs.readFileSync(file, "utf8");
  assert.match(text, /<html lang="de" dir="ltr">/);
  assert.match(text, /<title>⟦Your recovery, day by day⟧<\/title>/);
  const page = await open(pseudo, { address: `file://${file}`, offline: true });
  await page.getByRole("heading", { name: /^⟦/ }).first().waitFor({ state: "attached" });
  assert.deepEqual(page.requests, [`file://${file}`]);
  assert.deepEqual(page.errors, []);
  const usual = fs.readFileSync(path.join(folder, "dist", "recovery-timeline.html"), "utf8");
  assert.match(usual, /<html lang="en" dir="ltr">/);
  assert.doesNotMatch(usual, /⟦/);
  await page.context().close();
});
