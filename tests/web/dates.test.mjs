// Dates typed digit by digit in Firefox, whose date fields take the focus from part to part, and controls
// that a browser could find wrong.
import assert from "node:assert/strict";
import path from "node:path";
import { after, before, test } from "node:test";
import { serve } from "../../.dev/serve.mjs";
import { firefox, openFirefox } from "./engines.mjs";
import { dist, eventually, VIEWS } from "./support.mjs";
import { OPEN_SECTIONS } from "./visitor.mjs";

const unless = {
  skip: firefox() ? false : "Firefox is not installed here: its claims are SKIPPED",
};
const ELEMENT = `document.querySelector("recovery-timeline")`;
const FIELDS = [
  ["treated_at", "recovery", "Day and hour of treatment"],
  ["event_on", "plan", "My event"],
];
const DATE = "2026-12-22T22:15";
// The locale of the system decides on the clock, as on a visitor's machine.
const CLOCKS = [
  ["12-hour", "en_US.UTF-8", "122220261015p"],
  ["24-hour", "en_GB.UTF-8", "221220262215"],
];

// Runs in the page: a few frames later, when what was typed or set has been drawn and told.
const DRAWN = `(globalThis.drawn = () => new Promise((done) =>
  requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => done(1), 300)))), 1)`;

let server;
before(async () => {
  const pages = path.join(import.meta.dirname, "pages");
  server = await serve({ folders: [dist, pages], port: 0 });
});
after(() => server.close());

async function visit(engine) {
  await engine.goto(server.url + "one.html");
  await engine.evaluate(
    `customElements.whenDefined("recovery-timeline").then(() => ${ELEMENT}.ready).then(() => 1)`,
  );
  await engine.evaluate(OPEN_SECTIONS);
  await engine.evaluate(DRAWN);
}

async function typeDate(engine, [key, view, label], typed) {
  const field = `${ELEMENT}.shadowRoot.querySelector('input[aria-label="${label}"]')`;
  const shown = () => engine.evaluate(`${field}.value`);
  await engine.evaluate(`((${ELEMENT}.state = { view: "${view}" }), drawn())`);
  await engine.evaluate(`(${field}.scrollIntoView({ block: "center" }), ${field}.focus(), 1)`);
  for (const digit of typed) await engine.key(digit);
  await eventually(`${label} is set`, () =>
    engine.evaluate(`${ELEMENT}.state.${key} === "${DATE}"`),
  );
  await engine.evaluate("drawn()");
  assert.equal(await shown(), DATE, "while it is typed");
  await engine.key("ArrowUp");
  await engine.key("ArrowDown");
  await engine.evaluate("drawn()");
  assert.equal(await shown(), DATE, "where it is gone over again");
  await engine.evaluate(`(${field}.blur(), drawn())`);
  assert.equal(await shown(), DATE, "when the field is left");
  await engine.evaluate(`((${ELEMENT}.state = { ${key}: "2026-12-24T09:00" }), drawn())`);
  assert.equal(await shown(), "2026-12-24T09:00", "what the page sets is shown");
}

for (const [clock, locale, typed] of CLOCKS)
  test(
    `a date typed digit by digit on a ${clock} clock is set, shown and kept`,
    unless,
    async () => {
      const engine = await openFirefox({}, { LC_ALL: locale, LANG: locale });
      try {
        await visit(engine);
        for (const field of FIELDS) await typeDate(engine, field, typed);
      } finally {
        await engine.close();
      }
    },
  );

test("in no view does Firefox find a control invalid", unless, async () => {
  const engine = await openFirefox();
  try {
    await visit(engine);
    for (const view of VIEWS) {
      for (const day of [0, 1 / 24, 1, 5.25]) {
        await engine.evaluate(`((${ELEMENT}.state = { view: "${view}", day: ${day} }), drawn())`);
        const invalid = await engine.evaluate(
          `[...${ELEMENT}.shadowRoot.querySelectorAll(":invalid")].map((e) => e.ariaLabel)`,
        );
        assert.deepEqual(invalid, [], `${view}, day ${day}`);
      }
    }
  } finally {
    await engine.close();
  }
});
