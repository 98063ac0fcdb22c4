// An assistant who has a clinic's document on paper and enters it into the configurator: she finds each
// control by its name, in English, and types, chooses or presses. Nothing of the document comes in otherwise.
import fs from "node:fs";
import path from "node:path";
import { root } from "../../.dev/tools.mjs";

const json = (file) => JSON.parse(fs.readFileSync(path.join(root, "web", file), "utf8"));
const said = json("configurator/words/en.json");
const ours = json("content/en.json");
const model = json("content/model.json");

/** The name of a setting, and of what it can be. */
const named = ({ label, options = {} }) => ({
  label,
  options: Object.fromEntries(
    Object.entries(options).map(([key, option]) => [key, option.label ?? option]),
  ),
});
const fields = Object.fromEntries(
  Object.entries(ours.fields).map(([key, field]) => [key, named(field)]),
);
const optionNames = Object.assign(
  Object.fromEntries(
    ["skin", "heat", "medicine", "hair", "out"].map((key) => [key, ours.words[`care_${key}`]]),
  ),
  ...Object.values(fields).map(({ options }) => options),
);
const label = (key) => said[`key_${key}`] ?? optionNames[key] ?? key.replaceAll("_", " ");
const languageName = (tag) => new Intl.DisplayNames([tag], { type: "language" }).of(tag);
const isObject = (value) =>
  value !== null && typeof value === "object" && Object.keys(value).length > 0;
const isEach = (value) => isObject(value) && !Array.isArray(value);
const has = (value, test) =>
  isObject(value) && (test(value) || Object.values(value).some((part) => has(part, test)));
const LANGUAGES = /^(en|de|es|fr|pt-BR|ar)$/;

export class Assistant {
  actions = 0;

  constructor(page) {
    this.page = page;
  }

  /** All of the document. */
  async enter(clinic) {
    const { page } = this;
    // Drawing each step of it would cost time and tell nothing here.
    await this.press(page, said.mode_without_script);
    const translated = (value) =>
      isEach(value) && Object.keys(value).every((k) => LANGUAGES.test(k));
    const { words, ...others } = clinic;
    if (has(others, translated)) await this.check(page, said.many_languages, true);
    await this.clinic(clinic);
    for (const [i, treatment] of (clinic.treatments ?? []).entries())
      await this.treatment(i, treatment);
    await this.press(page, said.rows_all.replace("{n}", afterRows().length));
    for (const [key, row] of Object.entries(clinic.advice ?? {})) await this.advice(key, row);
    for (const part of ["before", "people_see"]) await this.rows(part, clinic[part] ?? {});
    if (clinic.when_to_call) {
      const place = await this.fold(page, said.part_call);
      for (const [key, text] of Object.entries(clinic.when_to_call))
        await this.words(place, label(key), text);
    }
    if (clinic.fields) await this.settings(await this.fold(page, said.part_fields), clinic.fields);
    if (clinic.views) await this.views(await this.fold(page, said.part_views), clinic.views);
    for (const [tag, texts] of Object.entries(words ?? {})) await this.texts(tag, texts);
    await this.file(clinic);
  }

  async clinic({ clinic = {}, theme = {} }) {
    const { page } = this;
    for (const key of ["name", "short_name", "hours"])
      if (clinic[key] !== undefined) await this.words(page, said[`clinic_${key}`], clinic[key]);
    for (const key of ["phone", "book", "site"])
      if (clinic[key] !== undefined) await this.fill(page, said[`clinic_${key}`], clinic[key]);
    const { accent, ...colors } = theme;
    if (accent !== undefined) await this.fill(page, said.brand_color, accent);
    if (clinic.logo === undefined && !isObject(colors)) return;
    const look = await this.fold(page, said.more_look);
    if (clinic.logo !== undefined) await this.fill(look, label("logo"), clinic.logo);
    for (const [key, color] of Object.entries(colors)) await this.fill(look, label(key), color);
  }

  async treatment(i, { name, hidden, state, ...more }) {
    await this.press(this.page, said.treatment_add);
    const box = this.page.locator("fieldset.treatment").nth(i);
    await this.words(box, said.treatment_name, name);
    const { device, depth_mm, passes, ...others } = state;
    await this.choose(box, fields.device.label, fields.device.options[device]);
    await this.fill(box, `${fields.depth_mm.label} (mm)`, depth_mm);
    await this.fill(box, fields.passes.label, passes);
    if (hidden) await this.check(box, said.treatment_shown, false);
    if (!isObject(others) && !isObject(more)) return;
    const fold = await this.fold(box, said.treatment_more);
    if (more.text !== undefined) await this.words(fold, said.treatment_text, more.text);
    if (more.key !== undefined) await this.fill(fold, label("key"), more.key);
    if (more.concern !== undefined)
      await this.choose(fold, fields.concern.label, label(more.concern));
    // Above them stands what is treated as a part of the treatment; here it is one of its settings.
    const settings = fold.locator(".members");
    for (const [key, value] of Object.entries(others))
      await this.value(settings, fields[key].label, value);
  }

  async advice(key, given) {
    const row = typeof given === "string" ? { say: given } : given;
    const known = ours.advice[key]?.ask && afterRows().includes(key);
    if (!known) {
      await this.press(this.page, said.own_add);
    }
    // A row of her own is the last one; it is known by its question, which she types now.
    const box = known ? this.group(ours.advice[key].ask) : this.page.locator(".advice").last();
    if (!known) await this.words(box, said.own_question, row.question);
    const say = row.say ?? (row.from_h === undefined ? undefined : "span");
    if (say) await this.choose(box, said.you_say, said[`say_${say}`]);
    const { until_h, steps, group, why, synonyms } = row;
    const question = known ? row.question : undefined; // one of her own has it already
    const hours = row.from_h !== undefined && /span|leave_out/.test(say);
    if (hours) await this.hours(box, said.from, row.from_h);
    if (row.words !== undefined && (say || !known))
      await this.words(box, said.your_words, row.words);
    if (!known || [until_h, steps, question, why, synonyms].some((one) => one !== undefined)) {
      const fold = await this.fold(box, said.advice_more);
      if (until_h !== undefined) await this.hours(fold, said.until, until_h);
      if (group !== undefined) await this.choose(fold, label("group"), label(group));
      if (why !== undefined) await this.words(fold, label("why"), why);
      if (synonyms !== undefined) await this.words(fold, label("synonyms"), synonyms);
      for (const [i, step] of (steps ?? []).entries()) {
        await this.press(fold, `${said.add}: ${label("steps")}`);
        const one = fold.getByRole("group", { name: `${label("steps")} ${i + 1}`, exact: true });
        await this.fill(one, label("from_h"), step.from_h);
        await this.words(one, label("words"), step.words);
      }
      // Its new name is what it is found by from now on.
      if (question !== undefined) await this.words(fold, label("question"), question);
      if (!known) await this.fill(fold, said.row_key, key, true);
    }
  }

  /** Rows of "before" and "people see". */
  async rows(part, all) {
    if (!isObject(all)) return;
    const title = part === "before" ? said.part_before : said.part_see;
    const place = await this.fold(this.page, title);
    for (const [key, given] of Object.entries(all)) {
      const ask = oursIn(part, key);
      if (!ask) await this.press(place, said.own_add);
      const fold = ask ? await this.fold(place, ask) : this.folds(place, said.own_row).last();
      if (given === "hidden") {
        await this.press(fold, said.hide_row);
        continue;
      }
      const row = typeof given === "string" ? { words: given } : given;
      for (const [name, value] of Object.entries(row)) await this.value(fold, label(name), value);
      if (!ask) await this.fill(fold, said.row_key, key, true);
    }
  }

  async settings(place, all) {
    for (const [key, field] of Object.entries(all)) {
      const fold = await this.fold(place, fields[key].label);
      for (const [name, value] of Object.entries(field)) {
        if (name !== "options") {
          await this.value(fold, label(name), value);
          continue;
        }
        const options = await this.fold(fold, label("options"));
        for (const [option, parts] of Object.entries(value)) {
          const one = await this.fold(options, label(option));
          for (const [part, to] of Object.entries(parts)) await this.value(one, label(part), to);
        }
      }
    }
  }

  async views(place, wanted) {
    const now = ["recovery", "results", "plan", "care", "about"];
    for (const view of now.filter((one) => !wanted.includes(one)))
      await this.check(place, label(view), false);
    const left = now.filter((one) => wanted.includes(one));
    for (const [to, view] of wanted.entries()) {
      const earlier = said.earlier.replace("{name}", label(view));
      for (let at = left.indexOf(view); at > to; at--) {
        await this.press(place, earlier);
        [left[at - 1], left[at]] = [left[at], left[at - 1]];
      }
    }
  }

  /** Texts of the interface, in the language of the page. */
  async texts(tag, all) {
    await this.choose(this.page, said.page_language, languageName(tag));
    const fold = await this.fold(this.page, said.part_words);
    for (const [key, text] of Object.entries(all)) {
      const own = ours.words[key];
      const title = `${typeof own === "object" ? own.other : own} (${key})`;
      await this.choose(fold, said.word_choose, title);
      await this.press(fold, said.word_add);
      if (typeof text === "string") await this.fill(fold, title, text);
      else
        for (const [form, one] of Object.entries(text))
          await this.fill(fold, `${title}, ${form}`, one);
    }
  }

  async file(clinic) {
    if (clinic.$schema === undefined && clinic.format === undefined) return;
    const fold = await this.fold(this.page, said.part_file);
    if (clinic.$schema !== undefined) await this.fill(fold, label("$schema"), clinic.$schema);
    if (clinic.format !== undefined) await this.choose(fold, label("format"), "1");
  }

  // Single acts.

  group(name) {
    return this.page.getByRole("group", { name, exact: true });
  }
  folds(place, title) {
    const text = JSON.stringify(title);
    return place.locator(`details:has(> summary > span:text-is(${text}))`);
  }
  /** What stands below a title, opened. */
  async fold(place, title) {
    const one = this.folds(place, title).first();
    if ((await one.getAttribute("open")) === null) {
      this.actions++;
      await one.locator("> summary").click();
    }
    return one;
  }
  control(place, name) {
    return place.getByLabel(name, { exact: true }).first();
  }
  async press(place, name) {
    this.actions++;
    await place.getByRole("button", { name, exact: true }).first().click();
  }
  async fill(place, name, value, leave = false) {
    this.actions++;
    const control = this.control(place, name);
    await control.fill(String(value));
    if (leave) await control.press("Tab");
  }
  async choose(place, name, option) {
    this.actions++;
    await this.control(place, name).selectOption({ label: option });
  }
  async check(place, name, on) {
    this.actions++;
    await this.control(place, name).setChecked(on);
  }
  async hours(place, name, hours) {
    await this.choose(place, `${name}, ${said.unit}`, said.unit_hour);
    await this.fill(place, name, hours);
  }
  /** A text, or one a language; a list of texts is written line by line. */
  async words(place, name, value) {
    const text = (one) => (Array.isArray(one) ? one.join("\n") : one);
    if (!isEach(value)) return this.fill(place, name, text(value));
    await this.press(place, `${said.text_by_language}: ${name}`);
    for (const [tag, one] of Object.entries(value))
      await this.fill(place, `${name}, ${languageName(tag)}`, text(one));
  }
  /** Whatever the control of this name takes. */
  async value(place, name, value) {
    if (isEach(value) || Array.isArray(value)) return this.words(place, name, value);
    const control = this.control(place, name);
    const chosen = await control.evaluate(({ tagName }) => tagName === "SELECT");
    if (chosen) return this.choose(place, name, spoken(value));
    if (value === null) return this.check(place, `${name}: ${said.left_open}`, true);
    return this.fill(place, name, value);
  }
}

const spoken = (value) =>
  value === null
    ? said.left_open
    : typeof value === "boolean"
      ? said[value ? "yes" : "no"]
      : label(String(value));
const afterRows = () =>
  Object.keys(model.advice).filter((key) => model.advice[key].part === "after");

/** Our own question behind a key of "before" or "people see". */
const oursIn = (part, key) => ours.advice[`${part === "before" ? "before" : "see"}_${key}`]?.ask;
