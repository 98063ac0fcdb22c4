// Clinic's documents made of the schema: random ones that hold what it asks for, and such with one
// thing broken. The examples of the schema are their texts.
import fs from "node:fs";
import path from "node:path";

export const schema = JSON.parse(
  fs.readFileSync(path.resolve(import.meta.dirname, "../../web/clinic.schema.json"), "utf8"),
);

/** Numbers in 0..1, the same for the same seed (mulberry32). */
export function random(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const resolved = (part) =>
  part.$ref ? { ...schema.$defs[part.$ref.split("/").at(-1)], ...part } : part;
const pick = (list, next) => list[Math.floor(next() * list.length)];

// What the schema cannot say of two values together is kept apart here: a span ends after its
// beginning, a range holds its default, not all options are hidden.
const NEVER = new Set(["hidden", "min", "max", "step", "default"]);
const OWN = { advice: "own_advice_row", before: "own_before_row", people_see: "own_see_row" };

/** A value that holds what this part of the schema asks for. */
export function valid(part, next, at = []) {
  const own = resolved(part);
  const key = at.at(-1);
  if (own.const !== undefined) return own.const;
  if (own.enum) return pick(own.enum, next);
  if (at.length === 1 && key === "words") return validWords(next);
  if (at.length === 1 && key === "views")
    return ["recovery", "results", "plan", "care"].filter(() => next() < 0.6).concat("about");
  if (own.type === "object") return validObject(own, next, at);
  if (own.type === "array")
    return Array.from({ length: 1 + Math.floor(next() * 3) }, (_, i) =>
      valid(own.items, next, [...at, i]),
    );
  // A row as an object, more often than as one word.
  if (part.$ref?.includes("_row") && next() < 0.7) return valid(own.anyOf.at(-1), next, at);
  return structuredClone(pick(own.examples ?? ["Words."], next));
}

function validWords(next) {
  const keys = schema.$defs.words.propertyNames.enum;
  const plain = ["title", "care_can_i", "care_heat", "more_for_you", "when_can_i"];
  return Object.fromEntries(
    ["en", "de"].map((tag) => [
      tag,
      {
        [pick(
          plain.filter((k) => keys.includes(k)),
          next,
        )]: "Hello",
      },
    ]),
  );
}

function validObject(own, next, at) {
  const made = {};
  const steps = at.at(-1) === "steps" || typeof at.at(-1) === "number";
  for (const [key, child] of Object.entries(own.properties ?? {})) {
    const needed = own.required?.includes(key);
    const share = at.length === 0 ? 0.5 : at[0] === "fields" && at.length > 1 ? 0.2 : 0.3;
    if (!needed && (next() > share || key === "presets" || key === "$schema")) continue;
    if (at[0] === "fields" && NEVER.has(key)) continue;
    if (key === "hidden" && at[0] === "treatments") continue;
    made[key] = valid(child, next, [...at, key]);
  }
  if (at.length === 1 && OWN[at[0]])
    for (let i = Math.floor(next() * 3); i > 0; i--)
      made[`own_row_${i}`] = valid({ $ref: `#/$defs/${OWN[at[0]]}` }, next, [
        ...at,
        `own_row_${i}`,
      ]);
  if (at[0] === "advice" && at.length >= 2 && !steps) settle(made, own, next);
  if (at[0] === "before" && "tell" in made) delete made.hours_before;
  if (at[0] === "treatments" && made.state?.concern) delete made.concern;
  if (at[0] === "treatments") delete made.key; // each is there once
  return made;
}

// A row of advice that says one thing.
function settle(row, own, next) {
  if ("steps" in row) delete row.words;
  if (Array.isArray(row.steps)) row.steps.forEach((step, i) => (step.from_h = 24 * i));
  if ("from_h" in row) row.from_h = Math.floor(next() * 700);
  if ("until_h" in row) row.until_h = 701 + Math.floor(next() * 1000);
  const speaks = ["say", "from_h", "until_h"].some((key) => key in row);
  if (row.say === "span" || ((own.required || "steps" in row) && !speaks)) row.from_h ??= 48;
}

/** Every place in a value: the object or list that holds it, and its key. */
function places(value, found = []) {
  if (value === null || typeof value !== "object") return found;
  for (const key of Object.keys(value)) {
    found.push([value, key]);
    places(value[key], found);
  }
  return found;
}

/** The document with one thing in it broken; what was done is told. */
export function broken(document, next) {
  const made = structuredClone(document);
  const all = places(made);
  if (!all.length) return { made: { colour: "red" }, told: "an unknown key" };
  const [holder, key] = pick(all, next);
  const kinds = {
    "another kind": () => (holder[key] = typeof holder[key] === "number" ? "seven" : 7),
    "a list": () => (holder[key] = [["x"]]),
    "far too much": () =>
      (holder[key] = typeof holder[key] === "number" ? 1e7 : "x".repeat(200000)),
    below: () => (holder[key] = typeof holder[key] === "number" ? -7 : ""),
    null: () => (holder[key] = null),
    "left out": () => (Array.isArray(holder) ? holder.splice(Number(key), 1) : delete holder[key]),
    "an unknown key": () => ((Array.isArray(holder) ? made : holder)["Colour of it"] = "red"),
    "a control character": () => (holder[key] = "a\nb"),
    "another word": () => (holder[key] = "perhaps"),
  };
  const told = pick(Object.keys(kinds), next);
  kinds[told]();
  return { made, told: `${told}: ${key}` };
}
