// A whole visit by keys alone, with a real screen reader: what Orca says to each key, and the page as it
// reads it when it has loaded. Held by inclusion to words of ours, for how Orca puts them together is
// its own affair. `npm run test:screen-reader` installs what it needs.
import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import { serve } from "../../.dev/serve.mjs";
import { root } from "../../.dev/tools.mjs";
import { dist } from "../web/support.mjs";
import { missingPrograms, openDesktop } from "./desktop.mjs";
import { VISIT, VISIT_IN } from "./visits.mjs";

// What no visitor should hear: of controls that are wrong or left over, of places that only eyes find,
// of keys and marks of ours.
const NEVER =
  /invalid entry|clickable|statusbar|status bar|\bknob\b|where the ring is|\btap\b|undefined|\bNaN\b|\[object|\*\*|\{\w+\}|\b[a-z]+_[a-z_]+\b/i;
// Instead of a picture of what was said: the last words before a failure.
const CONTEXT = 12;

// ms: to a key on the way the answer need not have ended.
const ON_THE_WAY = { rest: 300, silent: 1500 };
const UNTIL = { rest: 300, silent: 4000 };
const MOST_PRESSES = 20;

/** All that was said stands in build/screen-reader/, a file a visit. */
const transcripts = path.join(root, "build", "screen-reader");
function note(visit, keys, said) {
  fs.mkdirSync(transcripts, { recursive: true });
  const lines = [`[${keys}]`, ...said.map((utterance) => "    " + utterance), ""];
  fs.appendFileSync(path.join(transcripts, `${visit}.txt`), lines.join("\n"));
}

let server;
const missing = missingPrograms();
const skip = missing.length
  ? `ORCA CANNOT BE HAD (${missing.join(", ")}): THE VISIT BY EAR IS SKIPPED`
  : false;
before(async () => {
  if (skip) console.log(skip);
  if (!skip)
    server = await serve({ folders: [dist, path.join(import.meta.dirname, "pages")], port: 0 });
});
after(() => server?.close());

const notHeard = (said, wanted) => {
  const heard = said.join(" ");
  return [wanted]
    .flat()
    .find((words) => !(words instanceof RegExp ? words.test(heard) : heard.includes(words)));
};

function assertHeard(said, wanted, when) {
  const lacks = notHeard(said, wanted);
  const instead = said.slice(-CONTEXT).join("\n");
  assert.equal(lacks, undefined, `${when}: "${lacks}" was not said, but:\n${instead}`);
  const never = said.find((utterance) => NEVER.test(utterance));
  assert.equal(never, undefined, `${when}: this should never be said`);
}

// Of words that are to be said one after the other, whatever comes between them: the first that does not
// come, and how far the others have; null if all do.
function lacksInOrder(said, wanted) {
  let at = 0;
  for (const words of wanted) {
    const found = said.findIndex((utterance, i) => i >= at && utterance.includes(words));
    if (found < 0) return { words, at };
    at = found + 1;
  }
  return null;
}

function assertInOrder(said, wanted) {
  const lack = lacksInOrder(said, wanted);
  if (!lack) return;
  const { words, at } = lack;
  assert.fail(
    `read at load, after "${said[at - 1] ?? "the beginning"}": "${words}" does not come, but:\n` +
      said.slice(at, at + CONTEXT).join("\n"),
  );
}

// Orca reads by itself what has loaded, an utterance ten times a second, to the end of the page; where that
// is another visit's business, it is heard up to the last of the words `wanted`. On a busy machine the
// widget may come when the reading has ended: then it is asked for once more.
async function readAtLoad(desktop, wanted, toTheEnd) {
  await desktop.until(/Finished loading(?! New Tab)/);
  const whole = (said) => lacksInOrder(said, wanted) === null;
  const patience = { rest: 4000, silent: 20_000, most: 240_000 };
  let said = [];
  const enough = (heard) => !toTheEnd && whole([...said, ...heard]);
  said = await desktop.answer({ ...patience, enough });
  if (whole(said)) return said;
  await desktop.fromTheTop();
  return [...said, ...(await desktop.press("KP_Add", { ...patience, enough }))];
}

// A key, or one until something is said.
async function press(desktop, keys, patience) {
  const [key, goal] = keys.split(">");
  if (goal) patience = UNTIL;
  let said = await desktop.press(key, patience);
  for (let i = 1; goal && !said.join(" ").includes(goal) && i < MOST_PRESSES; i++)
    said = await desktop.press(key, patience);
  return said;
}

/** RT_VISIT names one of them; else all, beside each other: they wait more than they work. */
const visits = [VISIT, ...VISIT_IN].filter(
  ({ name }) => !process.env.RT_VISIT || name === process.env.RT_VISIT,
);

function makeVisit(visit) {
  const { name, page, load, steps } = visit;
  describe(name, { concurrency: 1 }, () => {
    let desktop;
    let lost = ""; // where the visit has ended: what follows would begin elsewhere
    const step = (does, act) =>
      test(`${name}: ${does}`, { skip }, async (t) => {
        if (lost) return t.skip(`the visit has ended at "${lost}"`);
        lost = does;
        await act();
        lost = "";
      });
    before(async () => {
      if (skip) return;
      fs.rmSync(path.join(transcripts, `${name}.txt`), { force: true });
      desktop = await openDesktop(server.url + page);
    });
    after(() => desktop?.close());

    step("the page is read once, in its order", async () => {
      const said = await readAtLoad(desktop, load, visit === VISIT);
      note(name, "load", said);
      assertHeard(said, [], "read at load");
      assertInOrder(said, load);
    });

    for (const { does, keys, hears, from } of steps) {
      step(does, async () => {
        if (from !== "here") await desktop.fromTheTop();
        let said = [];
        for (const [i, key] of keys.entries()) {
          const hoped = (said) => notHeard(said, hears) === undefined;
          const last = i === keys.length - 1 && !key.includes(">");
          said = await press(desktop, key, last ? { hoped } : ON_THE_WAY);
          note(name, key, said);
        }
        assertHeard(said, hears, `${does} (${keys.join(" ")})`);
      });
    }
  });
}

describe("a visit by ear", { concurrency: visits.length }, () => visits.forEach(makeVisit));
