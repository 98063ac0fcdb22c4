// Step 3: the clinic's word on what may be done after the visit.
import { ask, rows as ours } from "rt:configurator-facts";
import { h, newId, write } from "./dom.js";
import { choiceField, field, fold, keyField, rows, wordsField } from "./fields.js";
import { members } from "./generic.js";
import { oneTime, resolved, schema, twoTimes } from "./schema.js";
import { HOURS_IN, inUnits, language, say, span } from "./words.js";

/** @typedef {import("./fields.js").Form} Form */
/** @typedef {any} Json */

// What clinics set most often stands first; the others are one press away.
const FIRST = ["make_up", "sunscreen", "wash", "exercise", "retinol", "heat", "pool", "ice"];
const after = ours.filter(({ part }) => part === "after");

/** What a row says: undefined = as ours. @param {Json} row */
export function saidBy(row) {
  if (row === undefined || typeof row === "string") return row;
  if (row.say) return row.say;
  return row.from_h !== undefined ? "span" : row.until_h !== undefined ? "yes" : undefined;
}

/** The row when it says something else; what does not belong to it goes. @param {Json} row @param {string | undefined} say_ @param {number} usual_h */
export function saying(row, say_, usual_h) {
  const { say: _, from_h, until_h, ...rest } = row !== null && typeof row === "object" ? row : {};
  if (say_ === undefined) return Object.keys(rest).length ? rest : undefined;
  if (say_ === "span")
    return { from_h: from_h ?? usual_h, ...(until_h !== undefined && { until_h }), ...rest };
  if (say_ === "yes" && until_h !== undefined) return { say: "yes", until_h, ...rest };
  return Object.keys(rest).length ? { say: say_, ...rest } : say_;
}

/** A number and its unit for hours. @param {Form} form @param {(string | number)[]} path @param {{label: string}} names */
function hoursField(form, path, { label }) {
  const { draft } = form;
  let unit = /** @type {"hour" | "day" | "week"} */ ("hour");
  let known = /** @type {unknown} */ (null);
  const set = () => {
    if (input.validity.badInput) return;
    known = input.value === "" ? undefined : Number(input.value) * HOURS_IN[unit];
    draft.set(path, known);
  };
  const input = h("input.short", {
    id: newId(),
    type: "number",
    min: "0",
    step: "any",
    inputMode: "decimal",
    oninput: set,
    onchange: () => draft.endStep(),
  });
  const select = h(
    "select",
    {
      "aria-label": `${label}, ${say("unit")}`,
      onchange: () => {
        unit = select.value;
        draft.endStep();
        set();
      },
    },
    Object.keys(HOURS_IN).map((one) => h("option", { value: one }, say(`unit_${one}`))),
  );
  form.keep(input, () => {
    const value = draft.get(path);
    if (known !== value) {
      known = value;
      if (value !== undefined) [, unit] = inUnits(value);
      write(input, value === undefined ? "" : String(value / HOURS_IN[unit]));
    }
    select.value = unit;
  });
  return field(form, path, { label }, input, select);
}

/** Two times in one row, and the press that leaves one. @param {Form} form @param {string} key */
function twoTimesAlert(form, key) {
  const { draft } = form;
  const text = h("p", {});
  const button = h("button", { type: "button" }, "");
  const box = h("div.two-times", { role: "alert", hidden: true }, text, button);
  let mend = () => {};
  button.addEventListener("click", () => mend());
  return form.keep(box, () => {
    const two = twoTimes(draft.value).find(({ path }) => path[0] === "advice" && path[1] === key);
    box.hidden = !two;
    if (!two) return;
    const better = oneTime(two);
    text.textContent = say("two_times", {
      words: two.said,
      row: two.hours === undefined ? say("no_time") : span(two.hours),
    });
    button.hidden = better === null;
    button.textContent = two.hours === undefined ? "" : say("use_time", { time: span(two.hours) });
    mend = () => {
      draft.endStep();
      if (better !== null) draft.set(two.path, better);
    };
  });
}

/** @param {Form} form @param {string} key @param {Json} our row of ours, or undefined for one of the clinic's @param {() => string} spoken */
function row(form, key, our, spoken) {
  const { draft } = form;
  const path = ["advice", key];
  const title = h("h3", {});
  const said = h("span.says", {});
  const options = /** @type {[Json, string][]} */ (
    ["span", "yes", "ask", "leave_out", "hidden"]
      .filter((one) => our || one !== "hidden")
      .map((one) => [one, say(`say_${one}`)])
  );
  if (our) options.unshift([undefined, say("say_ours")]);
  const choice = choiceField(form, path, {
    label: say("you_say"),
    options,
    read: () => saidBy(draft.get(path)),
    write: (value) => draft.set(path, saying(draft.get(path), value, our?.hours ?? 24)),
  });
  const from = hoursField(form, [...path, "from_h"], { label: say("from") });
  const words = wordsField(form, [...path, "words"], {
    label: say("your_words"),
    placeholder: say("as_ours"),
    language: spoken,
    long: true,
  });
  const definition = our ? schema.$defs.advice_row : schema.$defs.own_advice_row;
  const more = fold(say("advice_more"), () => [
    hoursField(form, [...path, "until_h"], { label: say("until") }),
    members(form, path, resolved(definition), {
      language: spoken,
      skip: ["say", "from_h", "until_h", "words", ...(our ? [] : ["question"])],
    }),
    ...(our ? [] : [keyField(form, "advice", key)]),
  ]);
  more.addEventListener("toggle", () => form.refresh());
  const box = h(
    "div.advice",
    { role: "group" },
    h(
      "div.advice-head",
      {},
      title,
      our &&
        our.max_h !== undefined &&
        h("p.hint", {}, say("clinics_differ", { low: span(our.min_h), high: span(our.max_h) })),
      said,
    ),
    !our &&
      wordsField(form, [...path, "question"], { label: say("own_question"), language: spoken }),
    h("div.advice-main", {}, choice, from, words),
    twoTimesAlert(form, key),
    more,
    !our &&
      h(
        "button.small",
        { type: "button", onclick: () => draft.set(path, undefined) },
        say("remove"),
      ),
  );
  return form.keep(box, () => {
    const value = draft.get(path);
    const question = value?.question;
    const own = typeof question === "object" && question ? Object.values(question)[0] : question;
    title.textContent = own || (our ? ask.advice[language][key] : key);
    box.setAttribute("aria-label", title.textContent);
    const short = draft.get(["clinic", "short_name"]) ?? draft.get(["clinic", "name"]);
    const name = typeof short === "object" && short ? Object.values(short)[0] : short;
    said.textContent =
      value === undefined ? say("usual") : say("says", { name: name ?? say("your_clinic") });
    said.classList.toggle("own", value !== undefined);
    // How long at least, where it is to be left out.
    from.hidden = !["span", "leave_out"].includes(saidBy(value));
    words.hidden =
      saidBy(value) === "hidden" ||
      value?.steps !== undefined ||
      (value === undefined && !more.open);
  });
}

/** @param {Form} form @param {() => string} spoken */
export function adviceStep(form, spoken) {
  const { draft } = form;
  let all = false;
  const own = () =>
    Object.keys(draft.get(["advice"]) ?? {}).filter((key) => !after.some((one) => one.key === key));
  const shown = () => {
    const set = draft.get(["advice"]) ?? {};
    return [
      ...after.map(({ key }) => key).filter((key) => all || FIRST.includes(key) || key in set),
      ...own(),
    ];
  };
  const list = rows(form, shown, (key) =>
    row(
      form,
      key,
      after.find((one) => one.key === key),
      spoken,
    ),
  );
  const allButton = h("button", {
    type: "button",
    onclick: () => {
      all = !all;
      form.refresh();
    },
  });
  form.keep(allButton, () => {
    allButton.textContent = all ? say("rows_first") : say("rows_all", { n: after.length });
  });
  const add = h(
    "button",
    {
      type: "button",
      onclick: () => {
        let n = 1;
        while (draft.get(["advice", `own_${n}`])) n++;
        draft.endStep();
        draft.set(["advice", `own_${n}`], { question: "", from_h: 24 });
        list.lastElementChild?.querySelector("input")?.focus();
      },
    },
    say("own_add"),
  );
  return [h("p.hint", {}, say("advice_hint")), list, h("div.line", {}, add, allButton)];
}
