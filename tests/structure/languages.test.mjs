// The language files against the plural rules of their languages.
import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { test } from "node:test";

const folder = path.join(path.resolve(import.meta.dirname, "../.."), "web", "content");
const files = fs
  .readdirSync(folder)
  .filter((name) => /\.json$/.test(name) && name !== "model.json");

/** The forms that a language needs for the numbers that are shown: whole ones, and tenths. */
function needed(language) {
  const rules = new Intl.PluralRules(language);
  const numbers = Array.from({ length: 1001 }, (_, i) => [i, i / 10]).flat();
  return new Set(numbers.map((n) => rules.select(n)));
}

/** Words whose plural forms are not those of the language: "passes_n: few is missing". */
function wrong({ language, words }) {
  const forms = needed(language);
  const known = new Set(new Intl.PluralRules(language).resolvedOptions().pluralCategories);
  return Object.entries(words)
    .filter(([, word]) => typeof word === "object")
    .flatMap(([key, word]) => [
      ...[...forms].filter((form) => !(form in word)).map((form) => `${key}: ${form} is missing`),
      ...Object.keys(word)
        .filter((form) => !known.has(form))
        .map((form) => `${key}: ${form} is never used`),
    ]);
}

test("a counted word has each form that its language needs, and no other", () => {
  assert.deepEqual(wrong({ language: "en", words: { a: { one: "", other: "" } } }), []);
  assert.deepEqual(wrong({ language: "en", words: { a: { other: "", few: "" } } }), [
    "a: one is missing",
    "a: few is never used",
  ]);
  assert.equal(wrong({ language: "ar", words: { a: { one: "", other: "" } } }).length, 4);
  assert.ok(files.includes("en.json"));
  for (const file of files) {
    const found = wrong(JSON.parse(fs.readFileSync(path.join(folder, file), "utf8")));
    assert.deepEqual(found, [], file);
  }
});

test("a language file is named after its language", () => {
  for (const file of files) {
    const { language } = JSON.parse(fs.readFileSync(path.join(folder, file), "utf8"));
    assert.equal(file, `${language}.json`);
  }
});
