// The schema of the clinic's document and the reader of the widget say the same of every document.
// ctest names the executable in RECOVERY.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { test } from "node:test";
import Ajv from "ajv/dist/2020.js";
import { broken, random, schema, valid } from "./documents.mjs";

const root = path.resolve(import.meta.dirname, "../..");
const read = (file) => fs.readFileSync(path.join(root, file), "utf8");
const ajv = new Ajv({ strict: true, strictTypes: false, strictRequired: false, allErrors: false });
const holds = ajv.compile(schema);

/** What the reader finds in each document. */
function findings(documents) {
  const input = documents.map((one) => JSON.stringify(one)).join("\n");
  const ran = spawnSync(process.env.RECOVERY, ["check"], {
    input: `${input}\n`,
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  assert.equal(ran.status, 0, ran.stderr);
  return ran.stdout
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line).findings);
}
// An unknown key only warns, so that a newer document runs on an older widget; the schema refuses it.
const refused = ({ level, what }) => level === "error" || what.startsWith("This key is not known");

test("schema and reader say the same of 2,000 documents, whole ones and such with one thing broken", () => {
  const next = random(20261130);
  const made = Array.from({ length: 1000 }, () => valid(schema, next));
  const spoiled = made.map((one) => broken(one, next));
  const whole = findings(made);
  made.forEach((one, i) => {
    assert.ok(holds(one), `${JSON.stringify(one)}\n${ajv.errorsText(holds.errors)}`);
    const wrong = whole[i].filter(refused);
    assert.deepEqual(wrong, [], JSON.stringify(one));
  });
  let refusals = 0;
  findings(spoiled.map((one) => one.made)).forEach((found, i) => {
    const good = holds(spoiled[i].made);
    const wrong = found.filter(refused);
    refusals += !good;
    assert.equal(
      wrong.length === 0,
      good,
      `${spoiled[i].told}: ${JSON.stringify(spoiled[i].made).slice(0, 3000)}\n${good ? JSON.stringify(wrong) : ajv.errorsText(holds.errors)}`,
    );
    for (const { where, what } of wrong) {
      assert.match(where, /^clinic content/);
      assert.ok(what.length > 20 && /[.?]$/.test(what), what);
    }
  });
  assert.ok(refusals > 700, `only ${refusals} were broken`);
});

/** Every part of the schema that describes a key, with its place. */
function* described(part, at = "") {
  for (const [key, child] of Object.entries(part.properties ?? {})) {
    yield [`${at}/${key}`, child];
    yield* described(child, `${at}/${key}`);
  }
  for (const inner of part.anyOf ?? []) yield* described(inner, at);
  if (part.items) yield* described(part.items, `${at}/0`);
}

test("every key has a description and an example, which holds", () => {
  let keys = 0;
  for (const [at, part] of [
    ...described(schema),
    ...Object.entries(schema.$defs).flatMap(([name, part]) => [
      [name, part],
      ...described(part, name),
    ]),
  ]) {
    keys++;
    assert.ok(part.description?.length > 3, `${at}: no description`);
    assert.ok(part.examples?.length, `${at}: no example`);
    const one = ajv.compile({ ...part, $defs: schema.$defs });
    for (const example of part.examples)
      assert.ok(one(example), `${at}: ${JSON.stringify(example)} ${ajv.errorsText(one.errors)}`);
  }
  assert.ok(keys > 300, `${keys} keys`);
});

/** Each key of the schema, in every part of it once: its place -> whether it is a former name. */
function keysOf(part, at = "", found = new Map()) {
  if (part.$ref) {
    if (found.has(part.$ref)) return found;
    found.set(part.$ref, true); // a part of its own, no key
    return keysOf(schema.$defs[part.$ref.split("/").at(-1)], part.$ref, found);
  }
  for (const [key, child] of Object.entries(part.properties ?? {})) {
    found.set(`${at}/${key}`, child.deprecated === true);
    if (!child.deprecated) keysOf(child, `${at}/${key}`, found);
  }
  for (const inner of part.anyOf ?? []) keysOf(inner, at, found);
  if (part.items) keysOf(part.items, at, found);
  if (part.additionalProperties) keysOf(part.additionalProperties, `${at}/*`, found);
  return found;
}

/** Takes away what a document uses. */
function use(value, part, at, left) {
  if (part.$ref) return use(value, schema.$defs[part.$ref.split("/").at(-1)], part.$ref, left);
  for (const inner of part.anyOf ?? []) use(value, inner, at, left);
  if (Array.isArray(value)) {
    if (part.items) for (const one of value) use(one, part.items, at, left);
  } else if (value && typeof value === "object") {
    for (const [key, child] of Object.entries(value)) {
      const own = part.properties?.[key];
      left.delete(`${at}/${key}`);
      if (own) use(child, own, `${at}/${key}`, left);
      else if (part.additionalProperties) use(child, part.additionalProperties, `${at}/*`, left);
    }
  }
}

test("the six clinics are valid, and use every key of the schema between them", () => {
  const folder = path.join(root, "tests/clinics");
  const left = new Map([...keysOf(schema)].filter(([, former]) => !former));
  assert.ok(left.size > 380, `only ${left.size} keys`);
  const files = fs.readdirSync(folder);
  assert.equal(files.length, 6);
  const clinics = files.map((file) => JSON.parse(read(`tests/clinics/${file}`)));
  clinics.forEach((clinic, i) => {
    assert.ok(holds(clinic), `${files[i]}: ${ajv.errorsText(holds.errors)}`);
    use(clinic, schema, "", left);
  });
  assert.deepEqual([...left.keys()], []);
  findings(clinics).forEach((found, i) => assert.deepEqual(found.filter(refused), [], files[i]));
});

test("the README of the format names every part of the document", () => {
  const readme = read("src/content/README.md").split("## The clinic's document")[1];
  for (const key of Object.keys(schema.properties))
    if (key !== "$schema") assert.ok(readme.includes(`\`${key}\``), `${key} is missing`);
});

test("rows, settings and words of the schema are those of the widget", () => {
  const model = JSON.parse(read("web/content/model.json"));
  const rows = (part, beginning) =>
    Object.keys(model.advice)
      .filter((key) => model.advice[key].part === part)
      .map((key) => key.slice(beginning.length))
      .sort();
  const { properties } = schema;
  const named = (part) => Object.keys(part.properties).sort();
  assert.deepEqual(named(properties.advice), rows("after", ""));
  assert.deepEqual(named(properties.before), rows("before", "before_"));
  assert.deepEqual(named(properties.people_see), rows("see", "see_"));
  const english = JSON.parse(read("web/content/en.json"));
  assert.deepEqual(named(properties.fields), Object.keys(english.fields).sort());
  // A word may be changed, or its reason not to be is told: none is forgotten.
  const free = new Set(schema.$defs.words.propertyNames.enum);
  const asked = Object.keys(english.words).map((key) => ({ words: { en: { [key]: "{" } } }));
  findings(asked).forEach((found, i) => {
    const [key] = Object.keys(asked[i].words.en);
    const kept = found.some(({ what }) => what.startsWith("Cannot be changed. "));
    assert.equal(!kept, free.has(key), key);
  });
});

test("the types of the document are those of the schema", async () => {
  const { typesOf } = await import("../../.dev/clinic_types.mjs");
  assert.equal(
    read("web/clinic/clinic.d.ts"),
    await typesOf(schema),
    "run: node .dev/clinic_types.mjs",
  );
});
