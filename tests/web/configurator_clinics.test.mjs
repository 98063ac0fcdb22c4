// Each invented clinic is entered into the configurator by its form alone, and the same document comes out.
import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { after, before, test } from "node:test";
import { root } from "../../.dev/tools.mjs";
import { Assistant } from "./assistant.mjs";
import { dist, start } from "./support.mjs";

const folder = path.join(root, "tests", "clinics");
let env;
before(async () => {
  env = await start();
});
after(() => env.close());

/** A row without what says nothing: "yes" is {say: "yes"}, and a row with from_h is a span. */
function plain(row, name) {
  const open = typeof row === "string" ? { [name]: row } : { ...row };
  if (open.say === "span" && open.from_h !== undefined) delete open.say;
  return open;
}
const plainRows = (rows, name) =>
  rows && Object.fromEntries(Object.entries(rows).map(([key, row]) => [key, plain(row, name)]));
const meaning = ({ advice, before: ahead, people_see, ...others }) => ({
  ...others,
  advice: plainRows(advice, "say"),
  before: plainRows(ahead, "say"),
  people_see: plainRows(people_see, "words"),
});

for (const name of fs.readdirSync(folder)) {
  test(`${name} is entered by the form alone`, async (t) => {
    const clinic = JSON.parse(fs.readFileSync(path.join(folder, name), "utf8"));
    const context = await env.browser.newContext({
      viewport: { width: 1280, height: 900 },
      locale: "en-GB",
      acceptDownloads: true,
    });
    context.setDefaultTimeout(20_000);
    const page = await context.newPage();
    const told = [];
    page.on("pageerror", (error) => told.push(String(error)));
    await page.goto(`file://${dist}/configurator.html`);
    const assistant = new Assistant(page);
    await assistant.enter(clinic);
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Download clinic.json" }).click(),
    ]);
    const made = JSON.parse(fs.readFileSync(await file.path(), "utf8"));
    assert.deepEqual(meaning(made), meaning(clinic));
    assert.deepEqual(told, []);
    assert.deepEqual(await page.locator('[aria-invalid="true"]').all(), []);
    t.diagnostic(`${assistant.actions} actions`);
    await context.close();
  });
}
