// The search of Care: a real input over the picture, which filters the list and is not kept.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { drawn, open, showText, start, state } from "./support.mjs";

let env;
before(async () => (env = await start()));
after(() => env?.close());

const BODY = `<recovery-timeline></recovery-timeline>`;

async function care(options = {}) {
  const page = await open(env, { sections: false, width: 390, body: BODY, ...options });
  await page.evaluate(() => {
    document.querySelector("recovery-timeline").state = { view: "care", day: 1 };
  });
  await drawn(page);
  return page;
}

test("what is typed filters the list, in the picture and as text, and nothing is stored", async () => {
  const page = await care();
  const search = page.getByRole("searchbox", { name: /^Find/ });
  const rows = page.getByRole("listitem");
  const before = await rows.count();
  const kept = await state(page);
  await search.click();
  await page.keyboard.type("gym");
  await page
    .getByRole("listitem")
    .filter({ hasText: /^Exercise/ })
    .waitFor({ state: "attached" });
  await drawn(page);
  assert.equal(await rows.count(), 1);
  assert.equal(await search.inputValue(), "gym");
  assert.deepEqual(await state(page), kept);
  await showText(page);
  assert.equal(await search.inputValue(), "gym");
  await search.fill("xyzzy");
  await page.getByText("Not in our list. Ask the clinic.").waitFor();
  await search.fill("");
  await page
    .getByRole("listitem")
    .filter({ hasText: /^Exercise/ })
    .waitFor();
  assert.equal(await rows.count(), before);
  assert.equal(await page.evaluate(() => localStorage.length + sessionStorage.length), 0);
  assert.deepEqual(page.errors, []);
  await page.context().close();
});

test("the input lies where the picture has its frame, and takes the pointer there", async () => {
  for (const width of [320, 1280]) {
    const page = await care({ width });
    const search = page.getByRole("searchbox");
    const box = await search.boundingBox();
    assert.ok(box.height >= 44, `${box.height}`);
    assert.ok(box.x >= 0 && box.x + box.width <= width);
    await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
    await page.keyboard.type("Botox");
    await page.getByRole("heading", { name: "Tell us first about" }).waitFor({ state: "attached" });
    assert.deepEqual(page.errors, []);
    await page.context().close();
  }
});
