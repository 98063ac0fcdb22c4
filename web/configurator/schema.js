// The schema of the clinic's document, and what is wrong with a document by it.
import schema from "rt:clinic-schema";
import { optionNames } from "rt:configurator-facts";
import validate from "rt:clinic-validator";
import { namedTimes, timeRemarks } from "../clinic/times.js";
import { at } from "./draft.js";
import { hasWord, language, say, span } from "./words.js";

/** @typedef {import("./draft.js").Path} Path */
/** @typedef {any} Json */
/** @typedef {Record<string, any>} Schema a part of the schema */
/** @typedef {{keyword: string, instancePath: string, params: Record<string, any>}} Fault as ajv tells it */

/** A part without its reference. @param {Schema} part @returns {Schema} */
export function resolved(part) {
  if (!part.$ref) return part;
  const { $ref, ...own } = part;
  return { ...schema.$defs[$ref.split("/").at(-1)], ...own };
}

/** @param {Path} path @returns {Schema} */
export function partAt(path) {
  return path.reduce((part, key) => {
    const one = resolved(part);
    const branch = one.properties
      ? one
      : ((one.anyOf ?? [])
          .map(resolved)
          .find((/** @type {Schema} */ b) => b.properties || b.items) ?? one);
    if (typeof key === "number") return branch.items ?? {};
    return branch.properties?.[key] ?? branch.additionalProperties ?? {};
  }, /** @type {Schema} */ (schema));
}

// Of several faults at one place the one that helps most; those of a branch that was not meant are silent.
const SAID = [
  "required",
  "maxLength",
  "pattern",
  "minimum",
  "maximum",
  "maxItems",
  "minItems",
  "enum",
  "const",
];
const OTHER = ["not", "contains", "uniqueItems", "additionalProperties", "propertyNames", "type"];

/** @param {Fault} fault @param {Schema} part */
function sentence({ keyword, params, instancePath }, part) {
  const key = instancePath.split("/").at(-1) ?? "";
  if (keyword === "pattern") return say(`wrong_${patternName(key, part)}`);
  if (keyword === "maximum" || keyword === "minimum")
    return say(`wrong_${keyword}`, { n: params.limit });
  if (keyword === "maxLength") return say("wrong_long", { n: params.limit });
  if (keyword === "required") return say("wrong_required", { name: label(params.missingProperty) });
  if (keyword === "additionalProperties")
    return say("wrong_unknown", { name: params.additionalProperty });
  if (keyword === "contains") return say("wrong_about");
  return say("wrong_other");
}
/** @param {string} key @param {Schema} part */
const patternName = (key, part) =>
  key === "phone" || key === "key" ? key : part.pattern?.includes("https") ? "link" : "signs";

/** The name of a key or of a choice in the form. @param {string} key */
export const label = (key) =>
  hasWord(`key_${key}`)
    ? say(`key_${key}`)
    : (optionNames[language][key] ?? key.replaceAll("_", " "));

/** @param {string} text "/advice/make_up/from_h" @returns {Path} */
export const pathOf = (text) =>
  text
    .split("/")
    .slice(1)
    .map((key) => key.replaceAll("~1", "/").replaceAll("~0", "~"))
    .map((key) => (/^\d+$/.test(key) ? Number(key) : key));

/** What is wrong, by the place of the field that says it. @param {Json} value @returns {Map<string, string>} */
export function problems(value) {
  /** @type {Map<string, string>} */
  const found = new Map();
  if (!validate(value)) {
    const rank = (/** @type {Fault} */ { keyword }) =>
      SAID.includes(keyword) ? SAID.indexOf(keyword) : 100 + OTHER.indexOf(keyword);
    const faults = [.../** @type {Fault[]} */ (validate.errors ?? [])].filter(
      ({ keyword }) => SAID.includes(keyword) || OTHER.includes(keyword),
    );
    faults.sort((a, b) => rank(a) - rank(b));
    const deeper = (/** @type {string} */ place) =>
      faults.some(({ instancePath }) => instancePath.startsWith(place + "/"));
    for (const fault of faults) {
      const place =
        fault.keyword === "required"
          ? `${fault.instancePath}/${fault.params.missingProperty}`
          : fault.instancePath;
      const path = pathOf(fault.instancePath);
      if (found.has(place) || (rank(fault) >= 100 && deeper(fault.instancePath))) continue;
      const empty = fault.keyword !== "required" && at(value, path) === "";
      found.set(place, empty ? say("wrong_empty") : sentence(fault, resolved(partAt(path))));
    }
  }
  return found;
}

/** @typedef {{path: Path, text: string, said: string, hours: number | undefined}} TwoTimes hours: of the row */

/** Words that name another time than their row. @param {Json} value @returns {TwoTimes[]} */
export function twoTimes(value) {
  return timeRemarks(value).flatMap(({ where }) => {
    const path = pathOf("/" + where.replace(/^[^:]*: */, "").replace(/^\//, ""));
    const text = at(value, path);
    const row = at(value, path.slice(0, 2));
    if (typeof text !== "string" || !row) return [];
    const holds = [row.from_h, row.until_h, row.hours_before].filter(Number.isFinite);
    const other = namedTimes(text).find(
      ({ low, high }) => !holds.some((h) => h >= low && h <= high),
    );
    return other ? [{ path, text, said: other.said, hours: holds[0] }] : [];
  });
}

/** The text with the row's time in place of the other; null where it cannot be found again. @param {TwoTimes} two */
export function oneTime({ text, said, hours }) {
  const start = text.toLowerCase().indexOf(said);
  if (start < 0 || hours === undefined) return null;
  return text.slice(0, start) + span(hours) + text.slice(start + said.length);
}

export { schema };
