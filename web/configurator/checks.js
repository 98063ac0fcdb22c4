// Whether the document is ready, line by line, each with the way to what is to be mended.
import { h } from "./dom.js";
import { pathOf, twoTimes } from "./schema.js";
import { contrast, hexOf } from "./step_clinic.js";
import { say } from "./words.js";

/** @typedef {import("./fields.js").Form} Form */
/** @typedef {{name: string, value: string, good: boolean, place?: string}} Check */

const LIMIT_BYTES = 200 * 1024;

/** @param {Form} form @param {{where: string, what: string}[]} remarks of the widget @returns {Check[]} */
export function checks(form, remarks) {
  const { draft, problems } = form;
  const value = draft.value;
  const treatments = (value.treatments ?? value.presets ?? []).filter(
    (/** @type {any} */ one) => !one?.hidden,
  );
  const inTreatments = [...problems.keys()].filter((place) =>
    /^\/(treatments|presets)/.test(place),
  );
  const two = twoTimes(value);
  const color = hexOf(value.theme?.accent);
  const bytes = new TextEncoder().encode(JSON.stringify(value)).length;
  const count = (/** @type {number} */ n) => (n ? say("to_fix", { n }) : say("yes"));
  const others = [...problems].filter(([place]) => !inTreatments.includes(place));
  return [
    {
      name: treatments.length
        ? say("check_treatments", { n: treatments.length })
        : say("check_treatments_none"),
      value: count(inTreatments.length),
      good: !inTreatments.length,
      place: inTreatments[0],
    },
    {
      name: say("check_fields"),
      value: count(others.length),
      good: !others.length,
      place: others[0]?.[0],
    },
    {
      name: say("check_phone"),
      value: say(value.clinic?.phone ? "yes" : "not_given"),
      good: Boolean(value.clinic?.phone),
      place: "/clinic/phone",
    },
    {
      name: say("check_times"),
      value: count(two.length),
      good: !two.length,
      place: two[0] && "/" + two[0].path.join("/"),
    },
    {
      name: say("check_color"),
      value: say(
        !value.theme?.accent
          ? "as_usual"
          : color && contrast(color, "#ffffff") >= 4.5
            ? "yes"
            : "color_made",
      ),
      good: !value.theme?.accent || Boolean(color),
    },
    {
      name: say("check_size"),
      value: say("kilobytes", { n: Math.ceil(bytes / 1024) }),
      good: bytes <= LIMIT_BYTES,
    },
    ...remarks
      // Two times in one row have a line of their own.
      .filter(({ where }) => !two.some(({ path }) => placeIn(where) === "/" + path.join("/")))
      .filter(({ where }) => !where.includes("presets"))
      .map(({ where, what }) => ({
        name: `${where}: ${what}`,
        value: say("note"),
        good: false,
        place: placeIn(where),
      })),
  ];
}

/** "clinic content: /advice/wash/from_h" -> "/advice/wash/from_h" @param {string} where */
const placeIn = (where) => /\/[\w/]+/.exec(where)?.[0];

/** The control of a place, opening what hides it. @param {string} place */
export function goTo(place) {
  for (let path = pathOf(place); path.length; path = path.slice(0, -1)) {
    const text = "/" + path.join("/");
    const found = document.querySelector(`[data-path="${CSS.escape(text)}"]`);
    if (!found) continue;
    for (let around = found.parentElement; around; around = around.parentElement) {
      if (around instanceof HTMLDetailsElement) around.open = true;
    }
    const control = /** @type {HTMLElement | null} */ (
      found.querySelector("input, select, textarea")
    );
    control?.focus();
    return;
  }
}

/** @param {Form} form @param {() => {where: string, what: string}[]} remarks */
export function checkList(form, remarks) {
  const list = h("ul.checks", {});
  let shown = "";
  const refresh = () => {
    const all = checks(form, remarks());
    if (shown === (shown = JSON.stringify(all))) return;
    list.replaceChildren(
      ...all.map(({ name, value, good, place }) =>
        h(
          "li",
          {},
          h("span", {}, name),
          !good && place
            ? h("button.small", { type: "button", onclick: () => goTo(place) }, value)
            : h(good ? "b.good" : "b.note", {}, value),
        ),
      ),
    );
  };
  return { element: form.keep(list, refresh), refresh };
}
