// Whatever is done to the form, it stands, and an invalid document is told.
import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { after, before, test } from "node:test";
import { opened } from "./assistants_page.mjs";
import { dist, start } from "./support.mjs";

let env;
before(async () => {
  env = await start();
});
after(() => env.close());

// All 10,000 with RT_EDITS=10000: minutes.
const EDITS = Number(process.env.RT_EDITS ?? 500);

test("random edits: never an exception, never an invalid document without a message", async (t) => {
  const page = await opened(env);
  const { wrong, taken } = await page.evaluate(async (edits) => {
    let seed = 7;
    const random = (n) => (seed = (seed * 48271) % 2147483647) % n;
    const texts = [
      "",
      "Linden",
      "https://a.example",
      "javascript:alert(1)",
      "x".repeat(700),
      "<b>",
      "48 hours",
      "é{;",
      "\u202e",
      "0",
      "-5",
      "1e9",
      "2.5",
      "make_up",
      "2026-11-22T14:00",
    ];
    const errors = [];
    addEventListener("error", ({ message }) => errors.push(message));
    const change = (control, type) => control.dispatchEvent(new Event(type, { bubbles: true }));
    // What is taken away between the edits is read, not saved.
    const given = [];
    const objectUrl = URL.createObjectURL;
    URL.createObjectURL = (blob) => {
      if (blob.type === "application/json") given.push(blob.text());
      return objectUrl.call(URL, blob);
    };
    HTMLAnchorElement.prototype.click = () => {};
    const take = [...document.querySelectorAll("button")].find(
      ({ textContent }) => textContent === "Download clinic.json",
    );
    const said = [];
    for (let i = 0; i < edits; i++) {
      if (i % 50 === 0) {
        await new Promise((done) => setTimeout(done));
        // An entry that is refused says so below itself.
        for (const one of document.querySelectorAll('[aria-invalid="true"]')) {
          const told = (one.getAttribute("aria-describedby") ?? "")
            .split(" ")
            .map((id) => document.getElementById(id)?.textContent)
            .join("");
          if (!told) errors.push(`no message: ${one.closest("[data-path]")?.dataset.path}`);
        }
        take.click();
        said.push(document.querySelector(".checks").innerText);
        for (const details of document.querySelectorAll(".form details")) details.open = true;
      }
      const all = document.querySelectorAll(
        ".form input, .form select, .form textarea, .form section button",
      );
      const control = all[random(all.length)];
      if (control.type === "file") continue;
      if (control.tagName === "BUTTON") {
        if (
          document.querySelectorAll("fieldset.treatment").length < 12 ||
          !/Add|Start/.test(control.textContent)
        )
          control.click();
      } else if (control.type === "checkbox") control.click();
      else if (control.tagName === "SELECT") {
        control.selectedIndex = random(control.options.length);
        change(control, "change");
      } else {
        control.value = control.type === "color" ? "#123456" : texts[random(texts.length)];
        change(control, "input");
        change(control, "change");
      }
    }
    const documents = await Promise.all(given);
    return { wrong: errors, taken: documents.map((text, i) => [text, said[i]]) };
  }, EDITS);
  assert.deepEqual(wrong, []);
  // The preview asks for a logo by whatever address it was given.
  const told = page.told.filter((line) => !line.startsWith("Failed to load resource"));
  assert.deepEqual(told, []);
  const { default: Ajv } = await import("ajv/dist/2020.js");
  const schema = JSON.parse(fs.readFileSync(path.join(dist, "../web/clinic.schema.json"), "utf8"));
  const valid = new Ajv({ strict: false }).compile(schema);
  assert.equal(taken.length, Math.ceil(EDITS / 50));
  let refused = 0;
  for (const [text, checks] of taken) {
    if (valid(JSON.parse(text))) continue;
    refused++;
    assert.match(checks, /to fix/, text);
  }
  t.diagnostic(`${EDITS} edits, ${taken.length} documents taken, ${refused} invalid, each told`);
  await page.context().close();
});
