// The short result: seen whatever stands in the element, its choice of treatment, and handing over to the widget.
import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { root } from "../../../.dev/tools.mjs";
import { alertOf, html, outcome, seen, settle, shipped, WIDGET } from "../visit.mjs";

const state = (page) => page.evaluate((tag) => document.querySelector(tag).state, WIDGET);

/** The widget comes when the page asks for /come. @param {string} [body] */
function heldBack(body) {
  let letGo;
  const gone = new Promise((done) => (letGo = done));
  return {
    page: html(body),
    routes: [
      ["parts/*.wasm", (route) => gone.then(() => route.fallback())],
      ["come", (route) => (letGo(), route.fulfill({ body: "" }))],
    ],
  };
}

export const kinds = [
  ...Object.entries({
    "a clinic's document": '<script type="application/json">{}</script>',
    "white space": "\n  ",
    "a note": "<!-- the widget -->\n<style>b { color: red }</style>",
  }).map(([what, inside]) => ({
    name: `the short result is seen where the element has but ${what} in it`,
    page: html(`<${WIDGET}>${inside}</${WIDGET}>`),
    before: () => delete globalThis.WebAssembly,
    async run(page) {
      await outcome(page);
      assert.match(await seen(page), /People usually look red for/);
    },
  })),
  {
    name: "a short result of the page's own that comes after the element takes the place of ours",
    page: html(),
    before: () => delete globalThis.WebAssembly,
    async run(page) {
      await outcome(page);
      assert.match(await seen(page), /People usually look red for/);
      await page.evaluate((tag) => {
        const own = document.createElement("section");
        own.textContent = "From the clinic";
        document.querySelector(tag).append("\n", own);
      }, WIDGET);
      await settle(page);
      assert.match(await seen(page), /From the clinic/);
      assert.doesNotMatch(await seen(page), /People usually look red for/);
    },
  },
  {
    name: "script switched off: each treatment can be chosen, and the answer is another",
    short: true,
    page: html(`<${WIDGET}>${shipped("short/en.html")}</${WIDGET}>`),
    context: { javaScriptEnabled: false },
    async run(page) {
      const answer = () => page.getByRole("heading", { level: 2 }).innerText();
      assert.equal(await page.getByRole("radio").count(), 7);
      assert.match(await answer(), /1 to 3 days/);
      await page.getByRole("radio", { name: "Stretch marks" }).check();
      assert.match(await answer(), /2 to 5 days/);
      await page.keyboard.press("ArrowUp");
      assert.ok(await page.getByRole("radio", { name: "Acne scars" }).isChecked());
      assert.match(await answer(), /1 to 4 days/);
    },
  },
  {
    name: "what is chosen in the short result is not sent with a form around it",
    page: html(
      `<form><input name="mail" value="a@b"><${WIDGET}>${shipped("short/en.html")}</${WIDGET}></form>`,
    ),
    before: () => delete globalThis.WebAssembly,
    async run(page) {
      await outcome(page);
      await page.getByRole("radio", { name: "Stretch marks" }).check();
      assert.match(await page.getByRole("heading", { level: 2 }).innerText(), /2 to 5 days/);
      const sent = await page.evaluate(() => [...new FormData(document.forms[0]).keys()]);
      assert.deepEqual(sent, ["mail"]);
    },
  },
  {
    name: "what was chosen in the short result holds when the widget comes, and the keyboard stays in it",
    short: true,
    ...heldBack(),
    async run(page) {
      await page.getByRole("radio", { name: "Stretch marks" }).check();
      assert.match(await page.getByRole("heading", { level: 2 }).innerText(), /2 to 5 days/);
      await page.evaluate(() => fetch("/come"));
      assert.equal(await outcome(page), "ready");
      assert.equal((await state(page)).treatment, "stretch_marks");
      assert.equal(await page.evaluate(() => document.activeElement.localName), WIDGET);
      assert.equal(await alertOf(page), "");
      // Taken once: another start keeps what was set since.
      await page.evaluate((tag) => {
        const element = document.querySelector(tag);
        element.state = { treatment: "fresh_look" };
        element.remove();
        document.body.append(element);
      }, WIDGET);
      assert.equal(await outcome(page), "ready");
      assert.equal((await state(page)).treatment, "fresh_look");
    },
  },
  {
    name: "what was chosen in the short result and the clinic does not offer is let go without a word",
    ...heldBack(
      `<${WIDGET}><script type="application/json">${fs.readFileSync(path.join(root, "tests/clinics/facial_chain.json"), "utf8")}</script></${WIDGET}>`,
    ),
    async run(page) {
      await page.getByRole("radio", { name: "Stretch marks" }).check();
      await page.evaluate(() => fetch("/come"));
      assert.equal(await outcome(page), "ready");
      assert.equal(await alertOf(page), "");
      const errors = await page.evaluate(() => told.filter(({ type }) => /error/.test(type)));
      assert.deepEqual(errors, []);
    },
  },
];
