// Each invented clinic is entered into the configurator by its form alone, and the same document comes out.
import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { after, before, test } from "node:test";
import { root } from "../../.dev/tools.mjs";
import { Assistant } from "./assistant.mjs";
import { downloaded, opened } from "./assistants_page.mjs";
import { start } from "./support.mjs";

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
    const page = await opened(env);
    const assistant = new Assistant(page);
    await assistant.enter(clinic);
    const made = JSON.parse(await downloaded(page, "Download clinic.json"));
    assert.deepEqual(meaning(made), meaning(clinic));
    // The preview without script says so in the console.
    assert.deepEqual(
      page.told.filter((line) => !/sandboxed/.test(line)),
      [],
    );
    assert.deepEqual(await page.locator('[aria-invalid="true"]').all(), []);
    t.diagnostic(`${assistant.actions} actions`);
    await page.context().close();
  });
}
