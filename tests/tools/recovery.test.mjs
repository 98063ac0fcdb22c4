// Drives the built command `recovery` as a statistician does: lines in, lines out. ctest names the
// executable in RECOVERY.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { test } from "node:test";
import { golden, tellingPart } from "../golden/projections.mjs";

const executable = process.env.RECOVERY;
const model = path.resolve(import.meta.dirname, "../../web/content/model.json");
const LEVELS = ["p05", "p10", "p25", "p50", "p75", "p90", "p95"];
const SIGNS = ["redness", "swelling", "marks", "bruising", "tightness", "flaking", "pores"];

function recovery(words, input = "") {
  const ran = spawnSync(executable, words, { input, encoding: "utf8", maxBuffer: 1 << 26 });
  // Who refuses its words may end before it has read a line.
  if (ran.error?.code !== "EPIPE") assert.equal(ran.error, undefined);
  return { code: ran.status, errors: ran.stderr, text: ran.stdout };
}
function project(lines, words = ["--people", "500"]) {
  const input = lines.map((line) => (typeof line === "string" ? line : JSON.stringify(line)));
  const ran = recovery(["project", ...words], `${input.join("\n")}\n`);
  return { ...ran, answers: ran.text.trim().split("\n").map(JSON.parse) };
}
const plain = project([{}]).answers[0];

/** Every path of an answer; arrays of numbers end it, of a list the first element stands for all. */
function pathsOf(value, at = "") {
  if (Array.isArray(value)) return typeof value[0] === "object" ? pathsOf(value[0], at) : [at];
  if (value === null || typeof value !== "object") return [at];
  if (LEVELS.every((level) => level in value)) return [at];
  return Object.entries(value).flatMap(([key, part]) => pathsOf(part, at ? `${at}.${key}` : key));
}

function assertQuantiles(quantiles, what) {
  assert.deepEqual(Object.keys(quantiles), LEVELS, what);
  const points = [].concat(quantiles.p50).length;
  for (let i = 0; i < points; i++) {
    const at = LEVELS.map((level) => [].concat(quantiles[level])[i]);
    assert.ok(at.every(Number.isFinite), `${what}: ${at}`);
    for (let l = 1; l < at.length; l++) assert.ok(at[l] >= at[l - 1], `${what}: ${at}`);
  }
}

test("an answer holds every sign's course, visibility, incidence and times", () => {
  assert.equal(plain.people, 500);
  assert.equal(plain.time_h.length, 96);
  assert.equal(plain.time_h[0], 0);
  assert.equal(plain.time_h.at(-1), 336);
  assert.deepEqual(Object.keys(plain.signs), SIGNS);
  for (const [name, sign] of Object.entries(plain.signs)) {
    assertQuantiles(sign.severity, `${name}.severity`);
    assert.equal(sign.severity.p50.length, 96);
    assert.equal(sign.share_visible.length, 96);
    assert.ok(
      sign.share_visible.every((share) => share >= 0 && share <= 1),
      name,
    );
    assert.ok(sign.incidence >= 0 && sign.incidence <= 1, name);
    for (const key of [
      "peak_severity",
      "peak_h",
      "until_not_visible_h",
      "until_not_visible_in_affected_h",
      "until_below_instrument_h",
    ])
      assertQuantiles(sign[key], `${name}.${key}`);
  }
});

test("without options the numbers are those that the widget shows for the same factors", () => {
  assert.ok(golden.length >= 3); // the widget's: tests/web/element.test.mjs
  const { answers } = project(
    golden.map(({ factors }) => factors),
    [],
  );
  for (const [i, { factors, projection }] of golden.entries())
    assert.deepEqual(tellingPart(answers[i]), projection, JSON.stringify(factors));
});

test("an answer holds the barrier, the result by sessions, dark spots, milestones and the plan", () => {
  assertQuantiles(plain.barrier.excess, "barrier.excess");
  assert.equal(plain.barrier.excess.p50.length, 96);
  assertQuantiles(plain.barrier.half_life_h, "barrier.half_life_h");
  assertQuantiles(plain.barrier.closed_h, "barrier.closed_h");
  assert.ok(plain.barrier.closed_h.p50 > plain.barrier.half_life_h.p50);
  assert.deepEqual(
    plain.result.by_sessions.map((one) => one.sessions),
    [1, 2, 3, 4, 5, 6],
  );
  for (const one of plain.result.by_sessions) {
    for (const key of ["improvement", "pores_change"]) {
      assertQuantiles(one[key], key);
      assert.equal(one[key].p50.length, plain.result.month.length);
    }
    assert.equal(one.share_clear_change.length, plain.result.month.length);
  }
  assert.ok(plain.dark_spot_probability > 0 && plain.dark_spot_probability < 1);
  assert.deepEqual(Object.keys(plain.milestones), [
    "make_up",
    "not_visibly_red",
    "looks_normal",
    "exercise",
    "sun",
    "next_session",
    "first_result",
  ]);
  for (const [name, milestone] of Object.entries(plain.milestones)) {
    if (milestone.advice) assert.ok(milestone.after_h > 0, name);
    else assertQuantiles(milestone.after_h, name);
  }
  assert.deepEqual(
    plain.plan.map(({ share }) => share),
    [0.5, 0.7, 0.8, 0.9, 0.95],
  );
});

test("what is absent takes its default, and the factors are told as they were taken", () => {
  const { answers, code } = project([{ depth_mm: 1 }, { device: "rf", depth_mm: 2.5, tone: 8 }]);
  assert.equal(code, 0);
  assert.deepEqual(answers[0], plain);
  assert.equal(answers[1].factors.device, "rf");
  assert.equal(answers[1].factors.tone, 8);
  assert.equal(answers[1].factors.passes, plain.factors.passes);
  assert.ok(answers[1].dose > plain.dose);
});

test("keys of the widget that are no factor are taken and change nothing", () => {
  const rest = { treated_at: "2026-11-22T14:00", event_on: null, sureness: "nine_in_10", day: 3 };
  assert.deepEqual(project([{ ...rest, view: "plan" }]).answers[0], plain);
});

test("bad factors are answered by path and range, told with exit code 2, and the next line goes on", () => {
  const bad = [
    [{ depth_mm: 9 }, "/depth_mm", /0\.25 to 3/],
    [{ passes: 2.5 }, "/passes", /whole number from 1 to 6/],
    [{ device: "drill" }, "/device", /"roller", "stamp", "pen", "rf"/],
    [{ tone: 11 }, "/tone", /1 to 10/],
    [{ prp: 1 }, "/prp", /true or false/],
    [{ depth: 1 }, "/depth", /./],
    ['{"depth_mm": 1', "column 15", /./],
    ["[1]", "/", /object/],
  ];
  const { answers, code, errors } = project([...bad.map(([line]) => line), {}]);
  assert.equal(code, 2);
  assert.equal(answers.length, bad.length + 1);
  bad.forEach(([line, where, reason], i) => {
    const [error] = answers[i].errors;
    assert.equal(answers[i].line, i + 1);
    assert.match(error.path, new RegExp(`^${where}`), JSON.stringify(line));
    assert.match(error.reason, reason);
    assert.ok(errors.includes(`line ${i + 1}: ${error.path}: ${error.reason}`));
  });
  assert.deepEqual(answers.at(-1), plain);
});

test("one bad factor among several names itself alone, and two are both named", () => {
  const { answers } = project([
    { depth_mm: 0, passes: 3 },
    { depth_mm: 0, passes: 0 },
  ]);
  const paths = answers.map(({ errors }) => errors.map((error) => error.path));
  assert.deepEqual(paths, [["/depth_mm"], ["/depth_mm", "/passes"]]);
});

test("empty lines are passed over, and a last line needs no line break", () => {
  const { text, code } = recovery(["project", "--people", "500"], "\n  \r\n{}");
  assert.equal(code, 0);
  assert.deepEqual(JSON.parse(text), plain);
});

test("more people change the numbers a little, another seed gives another draw", () => {
  const median = (words) => project([{}], words).answers[0].milestones.looks_normal.after_h.p50;
  const few = median(["--people", "500"]);
  const many = median(["--people", "2000"]);
  assert.ok(Math.abs(few / many - 1) < 0.05, `${few} against ${many}`);
  assert.notEqual(few, median(["--people", "500", "--seed", "2"]));
});

test("wrong use tells the usage and ends with 1, before any line is read", () => {
  for (const words of [
    [],
    ["predict"],
    ["project", "--people"],
    ["project", "--people", "499"],
    ["project", "--people", "20001"],
    ["project", "--seed", "-1"],
    ["project", "--depth", "1"],
    ["project", "--model", `${model}.none`],
  ]) {
    const { code, text, errors } = recovery(words, "{}\n");
    assert.equal(code, 1, words.join(" "));
    assert.equal(text, "");
    assert.match(errors, /recovery/);
  }
});

test("another model.json gives other numbers, and a broken one is refused by its path", () => {
  const folder = fs.mkdtempSync(path.join(path.dirname(executable), "recovery-test-"));
  const file = path.join(folder, "model.json");
  const text = fs.readFileSync(model, "utf8");
  try {
    fs.writeFileSync(file, text);
    const words = ["--people", "500", "--model", file];
    assert.deepEqual(project([{}], words).answers[0], plain);
    const changed = JSON.parse(text);
    changed.parameters.advice_make_up_h.value = 36;
    fs.writeFileSync(file, JSON.stringify(changed));
    assert.equal(project([{}], words).answers[0].milestones.make_up.after_h, 36);
    for (const key of ["value", "unit", "min", "max", "sources", "strength", "sentence", "date"]) {
      const without = JSON.parse(text);
      delete without.parameters.redness_half_life_h[key];
      fs.writeFileSync(file, JSON.stringify(without));
      const { code, errors } = recovery(["project", ...words], "{}\n");
      assert.equal(code, 1, key);
      assert.match(errors, new RegExp(`redness_half_life_h/${key}`));
    }
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
});

test("the help names every factor and every field of an answer, with units", () => {
  const { text, code } = recovery(["--help"]);
  assert.equal(code, 0);
  assert.equal(recovery(["project", "--help"]).text, text);
  const [factors, answer] = text
    .split("\nANSWER\n")
    .map((part, i) => (i ? part : part.split("FACTORS")[1]));
  for (const factor of Object.keys(plain.factors))
    assert.match(factors, new RegExp(`\\b${factor}\\b`));
  for (const [unit, key] of [
    ["mm", "depth_mm"],
    ["weeks", "weeks_between"],
  ])
    assert.match(factors, new RegExp(`${key} .*\\b${unit}\\b`));
  for (const at of pathsOf(plain)) {
    const steps = at.split(".").filter((step) => !SIGNS.includes(step) && step !== "factors");
    for (const step of steps) {
      if (step in plain.factors) continue;
      assert.match(answer, new RegExp(`\\b${step}\\b`), at);
    }
  }
  for (const line of answer.split("\n").filter((one) => /_h\b {2,}/.test(one)))
    assert.match(line, /hours/, "times tell their unit");
});

/** "1 to 3 days" of hours, as the widget tells them. */
function spanText({ p10, p90 }) {
  if (p90 <= 36) return `${Math.floor(p10)} to ${Math.max(1, Math.ceil(p90))} hours`;
  const high = Math.ceil(p90 / 24);
  if (p10 >= 24) return `${Math.floor(p10 / 24)} to ${high} days`;
  return `${p10 < 1 ? "under 1 hour" : `${Math.floor(p10)} hours`} to ${high} days`;
}

test("the short result tells the numbers of the model", () => {
  const { code, text } = recovery(["baseline"]);
  assert.equal(code, 0);
  const [all] = project([{}], []).answers;
  const red = all.milestones.not_visibly_red;
  assert.ok(text.includes(`<strong>${spanText(red.after_h)}</strong>`), spanText(red.after_h));
  assert.ok(text.includes(`Clinics differ: ${spanText(red.after_anywhere_h)}.`));
  assert.match(text, /^<style>[^<]+<\/style>\n<section class="rt-short" lang="en" dir="ltr"/);
  assert.match(text, /For general education/);
});

test("the short result has an answer for each treatment, each the model's", () => {
  const { text } = recovery(["baseline"]);
  const options = [
    ...text.matchAll(
      /<input type="radio" form="" name="[\w-]+" value="(\w+)"( checked="")?\/>([^<]+)<\/label><div class="rt-of">(.*?)<\/div>/g,
    ),
  ];
  const { treatments: presets } = JSON.parse(fs.readFileSync(model, "utf8"));
  const keys = presets.map(({ key }) => key);
  assert.deepEqual(options.map(([, key]) => key).sort(), [...keys, "not_sure"].sort());
  assert.deepEqual(
    options.map(([, , checked]) => checked !== undefined),
    options.map((_, i) => i === 0),
  );
  const answerOf = Object.fromEntries(options.map(([, key, , , answer]) => [key, answer]));
  for (const { key, state } of presets) {
    const [{ milestones }] = project([state], []).answers;
    const { after_h, after_anywhere_h } = milestones.not_visibly_red;
    assert.ok(answerOf[key].includes(`<strong>${spanText(after_h)}</strong>`), key);
    assert.ok(answerOf[key].includes(`Clinics differ: ${spanText(after_anywhere_h)}.`), key);
  }
});

test("the short result is well-formed, in every language", () => {
  for (const language of ["en", "de", "es", "fr", "pt-BR", "ar"]) {
    const { code, text } = recovery(["baseline", "--language", language]);
    assert.equal(code, 0, language);
    const open = [];
    for (const [, end, name, empty] of text.matchAll(/<(\/?)(\w+)[^>]*?(\/?)>/g))
      if (empty) continue;
      else if (end) assert.equal(open.pop(), name, language);
      else open.push(name);
    assert.deepEqual(open, [], language);
    assert.doesNotMatch(text, /\{\w+\}|\*\*/, language);
  }
  assert.match(recovery(["baseline", "--language", "ar"]).text, /dir="rtl"/);
});

test("a clinic's document brings names and phone into it; what is wrong in it is told", () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "clinic-"));
  try {
    const file = path.join(folder, "clinic.json");
    const preset = { name: "Glow & <go>", state: { device: "pen", depth_mm: 0.5, passes: 2 } };
    const clinic = { clinic: { name: "Birch", short_name: "Birch", phone: "020 7946 0142" } };
    fs.writeFileSync(file, JSON.stringify({ ...clinic, presets: [preset] }));
    const good = recovery(["baseline", file]);
    assert.equal(good.code, 0, good.errors);
    assert.match(good.text, /<th scope="row">Glow &amp; &lt;go><\/th>/);
    assert.match(good.text, /<a href="tel:02079460142" dir="ltr">020 7946 0142<\/a>/);
    assert.match(good.text, /Treatment at Birch/);
    fs.writeFileSync(file, '{"fields": {"depth_mm": {"default": 99}}}');
    const bad = recovery(["baseline", file]);
    assert.match(bad.errors, /depth_mm/);
    assert.match(bad.text, /People usually look red for/);
    assert.equal(recovery(["baseline", path.join(folder, "none.json")]).code, 1);
    const strange = recovery(["baseline", "--language", "xx"]);
    assert.equal(strange.code, 1);
    assert.match(strange.errors, /en.*fr|fr.*en/s);
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
});
