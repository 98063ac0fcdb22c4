// The configurator's own words.
import { words } from "rt:configurator-words";

export const languages = Object.keys(words);
/** In their own language. */
export const languageNames = Object.fromEntries(
  languages.map((tag) => [tag, new Intl.DisplayNames([tag], { type: "language" }).of(tag) ?? tag]),
);

/** @param {readonly string[]} wanted */
export function chosenLanguage(wanted) {
  const match = (/** @type {string} */ tag) =>
    languages.find((one) => one === tag) ??
    languages.find((one) => one.slice(0, 2) === tag.slice(0, 2));
  return wanted.map(match).find(Boolean) ?? "en";
}

/** @type {string} */
export let language = "en";
/** @param {string} tag */
export function speak(tag) {
  language = tag;
}

/** @param {string} key */
export const hasWord = (key) => key in words.en;

/** @param {string} key @param {Record<string, string | number>} [values] for {name} */
export function say(key, values = {}) {
  const text = words[language][key] ?? words.en[key] ?? key;
  return text.replace(/\{(\w+)\}/g, (all, name) => String(values[name] ?? all));
}

/** 48 -> "2 days", 12 -> "12 hours". @param {number} hours */
export function span(hours) {
  const [n, unit] = inUnits(hours);
  return new Intl.NumberFormat(language, { style: "unit", unit, unitDisplay: "long" }).format(n);
}

/** In the largest unit that fits, but two days and less in hours. @param {number} hours @returns {[number, "hour" | "day" | "week"]} */
export function inUnits(hours) {
  if (hours > 13 * 24 && hours % 168 === 0) return [hours / 168, "week"];
  if (hours > 48 && hours % 24 === 0) return [hours / 24, "day"];
  return [hours, "hour"];
}
export const HOURS_IN = { hour: 1, day: 24, week: 168 };
