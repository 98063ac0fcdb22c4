// Five people with five questions: each finds the answer by accessible names alone, in Chromium and
// Firefox, drawn and as text. Pictures of the steps lie in build/pictures/visit-*.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { firefox, openFirefox } from "./engines.mjs";
import { open, picture, settle, start } from "./support.mjs";
import { OPEN_SECTIONS, VISITOR } from "./visitor.mjs";

const DAY = 86_400_000;
const local = (time) => new Date(time).toISOString().slice(0, 16); // civil time, told as UTC
const civilNow = () => Date.now() - new Date().getTimezoneOffset() * 60_000;

/** What a visitor can do, whatever the engine: `ask` evaluates an expression in the page. */
function visitor(ask, look) {
  const call = (what, ...words) =>
    ask(`visitor.${what}(${words.map((word) => JSON.stringify(word)).join(", ")})`);
  const of = (what) => (name) => call("press", what, name);
  return {
    tab: of("tab"),
    button: of("button"),
    radio: of("radio"),
    slide: (name, value) => call("slide", name, value),
    date: (name, text) => call("date", name, text),
    headings: () => call("headings"),
    items: () => call("items"),
    texts: () => call("texts"),
    knows: () => call("knows"),
    async item(pattern) {
      const items = await call("items");
      const found = items.find((text) => pattern.test(text));
      assert.ok(found, `an item like ${pattern} in: ${items.join(" | ")}`);
      return found;
    },
    look: look ?? (() => {}),
  };
}

async function bride(v) {
  const event = Math.floor((civilNow() + 42 * DAY) / DAY) * DAY + 15 * 3_600_000;
  await v.tab("^Plan$");
  await v.date("My event", local(event));
  await v.look("event");
  const { projection, state } = await v.knows();
  assert.equal(state.event_on, local(event));
  const { p75, p90 } = projection.milestones.looks_normal.after_h;
  const dayBefore = (days) =>
    new Intl.DateTimeFormat("en-GB", {
      weekday: "short",
      day: "numeric",
      month: "short",
      timeZone: "UTC",
    })
      .format(event - days * DAY)
      .replace(",", "");
  // Treated at ten, looking normal at three: five hours more than whole days.
  const expected = dayBefore(Math.ceil((p90 - 5) / 24));
  const answer = `${dayBefore(28)}, at the latest ${expected}`; // four weeks for surprises
  const headings = await v.headings();
  assert.ok(
    headings.some((heading) => heading.endsWith(answer)),
    `${answer} in ${headings}`,
  );
  assert.match(await v.texts(), /18 of 20 people look normal on/);
  await v.radio("^14 of 20$");
  assert.ok(p75 <= p90);
  assert.match(await v.texts(), /14 of 20 people look normal on/);
  assert.match(await v.texts(), /a breakout, cold sore or dark spot takes that long/);
  assert.match(await v.item(/^Session 3/), /advice.*: from /);
  assert.match(await v.texts(), /3 before the event/);
  await v.look("seven");
}

async function firstTimer(v) {
  await v.radio("^Tone 9$");
  await v.slide("^Day$", 2);
  assert.match(await v.texts(), /redness may be hard to see/);
  await v.look("tone");
  await v.tab("^About$");
  assert.match(await v.texts(), /tiny channels/);
  assert.match(await v.texts(), /Better wait with: an infection/);
  await v.button("^Redness: ");
  await v.look("about");
  await v.tab("^Care$");
  assert.ok((await v.items()).some((text) => /sunscreen/i.test(text)));
  await v.look("care");
}

async function scars(v) {
  await v.radio("^RF$");
  await v.slide("Needle depth", 2);
  await v.tab("^Results$");
  const { projection } = await v.knows();
  const at = projection.course.month.indexOf(6);
  const people = Math.round(projection.course.share_clear[at] * 20);
  assert.match(await v.item(/^3 sessions/), new RegExp(`${people} of 20`));
  assert.match(await v.texts(), /By month 6, after 3 sessions, a clear change is seen by/);
  assert.match(await v.texts(), /The other \d+ to \d+ of 20 see little change or none/);
  await v.look("results");
  await v.tab("^Care$");
  assert.match(await v.texts(), /radio-frequency|RF/);
  await v.button("^When to call the clinic");
  assert.match(await v.texts(), /blister|burn/);
  await v.look("care");
}

async function makeUp(v) {
  assert.match(await v.item(/^Make-up/), /after 24 hours.*advice/);
  await v.date("Day and hour of treatment", "2027-03-01T14:00");
  assert.match(await v.item(/^Make-up/), /Tue 2 Mar, 2 pm.*advice/);
  assert.match(await v.item(/^Looks normal to others/), / to .*Clinics differ/);
  await v.look("dates");
  await v.tab("^Care$");
  assert.match(await v.item(/^Wear make-up/), /from Tue 2 Mar, 2 pm.*Clinics say: /);
  await v.look("care");
}

async function compare(v) {
  await v.slide("Needle depth", 0.5);
  await v.button("^Keep this as A$");
  await v.slide("Needle depth", 1.5);
  const part = await v.item(/^Needle depth: 0.5 mm → 1.5 mm/);
  const together = await v.item(/^Together/);
  const hours = (text) => Number(/([+−]\d+) h/.exec(text)[1].replace("−", "-"));
  assert.equal(hours(part), hours(together));
  assert.ok(hours(part) > 0);
  assert.match(part, /\((good studies|small studies|expert view|no study)\)/);
  const { state } = await v.knows();
  assert.equal(state.compared_with.depth_mm, 0.5);
  assert.match(await v.texts(), /of 20 people takes? longer with B/);
  await v.look("compared");
  await v.button("^Stop comparing$");
  assert.equal((await v.knows()).state.compared_with, null);
}

const VISITS = {
  "a bride with a date in six weeks": bride,
  "a first visit with deep skin": firstTimer,
  "radio-frequency for scars": scars,
  "anxious about make-up": makeUp,
  "half a millimeter or one and a half": compare,
};

describe("five visits in Chromium", () => {
  let env;
  before(async () => (env = await start()));
  after(() => env.close());
  for (const [name, visit] of Object.entries(VISITS)) {
    for (const [width, asText] of [
      [390, false],
      [1100, false],
      [390, true],
    ]) {
      test(`${name}: ${width} px, ${asText ? "as text" : "drawn"}`, async () => {
        const page = await open(env, { width });
        await page.evaluate(VISITOR);
        const look = (step) =>
          picture(page, `visit-${visit.name}-${step}-${width}${asText ? "-text" : ""}`);
        const v = visitor((expression) => page.evaluate(expression), look);
        if (asText) await v.button("^Text version$");
        await visit(v);
        await settle(page);
        assert.deepEqual(page.errors, []);
        await page.context().close();
      });
    }
  }
});

describe("five visits in Firefox", { skip: !firefox() && "Firefox is not here" }, () => {
  let env, engine;
  before(async () => {
    env = await start();
    engine = await openFirefox();
  });
  after(async () => {
    await engine?.close();
    await env?.close();
  });
  for (const [name, visit] of Object.entries(VISITS)) {
    for (const asText of [false, true]) {
      test(`${name}: ${asText ? "as text" : "drawn"}`, async () => {
        await engine.goto(env.url);
        await engine.evaluate(
          `customElements.whenDefined("recovery-timeline").then(() => document.querySelector("recovery-timeline").ready).then(() => true)`,
        );
        await engine.evaluate(OPEN_SECTIONS);
        await engine.evaluate(VISITOR);
        const v = visitor((expression) => engine.evaluate(expression));
        if (asText) await v.button("^Text version$");
        await visit(v);
      });
    }
  }
});
