// A patient's first minute: what is on the first screen of a phone and of a desk, and how many taps it
// takes. Places are counted from the widget's top; a page's own bar above it is taken as 56 or 64 px.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { control, open, settle, showView, start, VIEWS } from "./support.mjs";

const LINDEN = {
  clinic: { name: "Linden Skin Clinic", short_name: "Linden", phone: "020 7946 0142" },
  treatments: [
    { name: "Glow Facial", text: "fresher look", state: { depth_mm: 0.5, passes: 2 } },
    { name: "Skin Reset", text: "fine lines, texture", state: { depth_mm: 1, passes: 3 } },
    { name: "Scar Programme", text: "acne scars", state: { depth_mm: 1.5, passes: 4 } },
    { name: "Lift", text: "tightening", state: { device: "rf", depth_mm: 2, passes: 1 } },
  ],
};
const CLINIC = `<recovery-timeline><script type="application/json">${JSON.stringify(LINDEN)}</script></recovery-timeline>`;

let env;
before(async () => (env = await start()));
after(() => env.close());

const visit = (width, height, more = {}) =>
  open(env, { body: CLINIC, width, height, sections: false, ...more });

/** Where what assistive technology finds by role and name ends, in px from the widget's top. */
async function endOf(page, role, name, last = false) {
  const all = page.getByRole(role, { name });
  const box = await (last ? all.last() : all.first()).boundingBox();
  const { y } = await page.locator("recovery-timeline").boundingBox();
  assert.ok(box, `${role} ${name} is there`);
  return box.y + box.height - y;
}
const answer = (page) => page.getByRole("heading", { level: 3 }).first().textContent();

for (const [width, height, bar] of [
  [390, 844, 56],
  [320, 844, 56],
]) {
  test(`the first screen of ${width} x ${height} holds treatment, answer, slider, patches, sentence and call`, async (t) => {
    const page = await visit(width, height);
    const ends = {
      treatment: await endOf(page, "button", /^Treatment at Linden: Skin Reset/),
      slider: await endOf(page, "slider", "Day"),
      patches: await endOf(page, "img", /^stronger/),
      call: await endOf(page, "button", "When to call the clinic"),
      phone: await endOf(page, "link", /Call us|020/),
    };
    t.diagnostic(JSON.stringify(ends));
    const room = width === 390 ? height - bar : 1000;
    for (const [what, end] of Object.entries(ends))
      assert.ok(end <= room, `${what} ends at ${end} of ${room}`);
    assert.ok(ends.patches <= (width === 390 ? 664 : 693) - bar, `patches end at ${ends.patches}`);
    assert.match(await answer(page), / to |under/);
    const text = await page.locator("recovery-timeline").evaluate((e) => e.shadowRoot.textContent);
    assert.match(text, /Clinics differ: /);
    // Nothing of how it is done before "Details".
    assert.doesNotMatch(text.slice(0, text.indexOf("When can I")), /\bmm\b(?!\s*$)|passes|\bRF\b/);
    assert.equal(
      await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth),
      true,
      "no horizontal scroll",
    );
    await page.context().close();
  });
}

test("a treatment is chosen by its name in two taps; with the list open the answer is on the screen", async () => {
  const page = await visit(390, 844);
  const first = await answer(page);
  await page.getByRole("button", { name: /^Treatment at Linden/ }).press("Enter");
  await settle(page);
  for (const { name } of LINDEN.treatments)
    assert.ok((await endOf(page, "radio", new RegExp(`^${name}`))) <= 788, name);
  const { y } = await page.getByRole("heading", { level: 3 }).first().boundingBox();
  assert.ok(y + 40 <= 844, `the answer stands at ${y}`);
  const row = await page.getByRole("radio", { name: /^Glow Facial/ }).boundingBox();
  await page.mouse.click(row.x + row.width / 2, row.y + row.height / 2);
  await settle(page);
  assert.notEqual(await answer(page), first);
  assert.equal(await page.getByRole("radio", { name: /^Glow Facial/ }).count(), 0, "it has closed");
  assert.match(await page.getByRole("button", { name: /^Treatment at/ }).textContent(), /Glow/);
  await page.context().close();
});

test("when to call and the phone are on the first screen of every view, and one tap opens the signs", async () => {
  for (const [width, height] of [
    [390, 844],
    [1280, 836],
  ]) {
    const page = await visit(width, height);
    for (const view of VIEWS) {
      await showView(page, view);
      for (const [role, name] of [
        ["button", "When to call the clinic"],
        ["link", /Call us|020/],
      ])
        assert.ok((await endOf(page, role, name)) <= height, `${view} at ${width}: ${name}`);
      const phone = page.getByRole("link", { name: /Call us|020/ }).first();
      assert.equal(await phone.getAttribute("href"), "tel:02079460142");
    }
    await page.getByRole("button", { name: "When to call the clinic" }).press("Enter");
    await page
      .getByText(/trouble breathing/i)
      .first()
      .waitFor({ state: "attached" });
    await page.context().close();
  }
});

test("at 1280 x 900 the answer, all lanes and their axis are above the fold", async (t) => {
  const page = await visit(1280, 900);
  const lanes = await endOf(page, "figure", "Pores");
  const begin = (await page.getByRole("figure", { name: "Redness" }).first().boundingBox()).y;
  t.diagnostic(`lanes from ${begin} to ${lanes}`);
  assert.ok(lanes + 18 + 20 <= 900 - 64, `the axis ends at ${lanes + 38}`);
  assert.ok((await endOf(page, "img", /^stronger/)) < begin + 60);
  const { box } = await control(page, "slider", "Day");
  assert.ok(box.height >= 440, `the timeline is ${box.height} px high`);
  await page.context().close();
});

test("not sure yet is wider than each treatment, in the answer and in the list", async () => {
  const page = await visit(1280, 900);
  await page.getByRole("radio", { name: /^Not sure yet/ }).press("Space");
  await settle(page);
  const { state } = await page.evaluate(() => ({
    state: document.querySelector("recovery-timeline").state,
  }));
  assert.equal(state.treatment, "not_sure");
  assert.match(await answer(page), /hours? to \d+ days/);
  await page.context().close();
});
