// Step 2: the treatments that patients choose by name.
import { ask, fieldNames, treatments } from "rt:configurator-facts";
import { h } from "./dom.js";
import { choiceField, fold, numberField, rows, switchField, wordsField } from "./fields.js";
import { generic, members } from "./generic.js";
import { partAt, resolved, schema } from "./schema.js";
import { language, say } from "./words.js";

/** @typedef {import("./fields.js").Form} Form */

const LIST = ["treatments"];
const MAIN = ["device", "depth_mm", "passes"];

/** Documents of before have another name for the list. @param {Form} form */
const place = ({ draft }) =>
  draft.get(["presets"]) && !draft.get(LIST) ? "presets" : "treatments";

/** @param {string} key of a field */
const names = (key) => fieldNames[language][key];

/** The settings that a treatment may bring, beside those of its row. @param {Form} form @param {(string | number)[]} path @param {() => string} spoken */
function more(form, path, spoken) {
  const treatment = resolved(schema.$defs.treatment);
  const state = treatment.properties.state;
  const optionNames = Object.fromEntries(
    Object.keys(state.properties).map((key) => [key, names(key)?.label]),
  );
  return [
    wordsField(form, [...path, "text"], { label: say("treatment_text"), language: spoken }),
    generic(form, [...path, "key"], treatment.properties.key, { language: spoken }),
    generic(form, [...path, "concern"], treatment.properties.concern, {
      language: spoken,
      name: names("concern").label,
    }),
    members(form, [...path, "state"], state, { language: spoken, skip: MAIN, optionNames }),
  ];
}

/** @param {Form} form @param {string} list @param {number} i @param {() => string} spoken @param {(i: number) => string} red */
function row(form, list, i, spoken, red) {
  const { draft } = form;
  const path = [list, i];
  const state = resolved(schema.$defs.treatment).properties.state.properties;
  const device = names("device");
  const title = h("legend.unseen", {});
  const usually = h("p.usually", {});
  const move = (/** @type {number} */ by) => () => {
    if (draft.get([list, i + by])) draft.move([list], i, i + by);
  };
  const button = (
    /** @type {string} */ key,
    /** @type {string} */ sign,
    /** @type {() => void} */ press,
  ) => {
    const one = h("button.small", { type: "button", onclick: press }, sign);
    form.keep(one, () =>
      one.setAttribute("aria-label", `${say(key)}: ${nameOf(draft.get(path), i)}`),
    );
    return one;
  };
  const box = h(
    "fieldset.treatment",
    {},
    title,
    h(
      "div.treatment-main",
      {},
      wordsField(form, [...path, "name"], { label: say("treatment_name"), language: spoken }),
      choiceField(form, [...path, "state", "device"], {
        label: device.label,
        options: [
          [undefined, say("as_usual")],
          ...state.device.enum.map((/** @type {string} */ one) => [
            one,
            device.options[one] ?? one,
          ]),
        ],
      }),
      numberField(form, [...path, "state", "depth_mm"], {
        label: `${names("depth_mm").label} (mm)`,
        step: 0.1,
        min: state.depth_mm.minimum,
        max: state.depth_mm.maximum,
      }),
      numberField(form, [...path, "state", "passes"], {
        label: names("passes").label,
        step: 1,
        min: state.passes.minimum,
        max: state.passes.maximum,
      }),
      switchField(form, [...path, "hidden"], { label: say("treatment_shown"), off: true }),
    ),
    usually,
    fold(say("treatment_more"), () => [
      ...more(form, path, spoken),
      h(
        "div.line",
        {},
        button("move_up", "↑", move(-1)),
        button("move_down", "↓", move(1)),
        button("remove", say("remove"), () => draft.set(path, undefined)),
      ),
    ]),
  );
  return form.keep(box, () => {
    title.textContent = nameOf(draft.get(path), i);
    usually.textContent = red(i);
  });
}

/** @param {any} treatment @param {number} i */
function nameOf(treatment, i) {
  const name = treatment?.name;
  const text = typeof name === "object" && name ? Object.values(name)[0] : name;
  return text || say("treatment_n", { n: i + 1 });
}

/** @param {Form} form @param {() => string} spoken @param {(i: number) => string} red how long people usually look red after it, or "" */
export function treatmentsStep(form, spoken, red) {
  const { draft } = form;
  const list = rows(
    form,
    () =>
      (draft.get([place(form)]) ?? []).map(
        (/** @type {unknown} */ _, /** @type {number} */ i) => `${place(form)} ${i}`,
      ),
    (_, i) => row(form, place(form), i, spoken, red),
  );
  const add = (/** @type {any[]} */ more) => {
    const now = draft.get([place(form)]) ?? [];
    draft.endStep();
    draft.set([place(form)], [...now, ...more]);
    const added = list.children[now.length];
    added?.querySelector("input")?.focus();
  };
  const plain = treatments.map(({ key, state }) => ({
    name: ask.treatments[language][key].name,
    text: ask.treatments[language][key].purpose,
    key,
    state,
  }));
  const empty = h("p.hint", {}, say("treatments_none"));
  form.keep(empty, () => {
    empty.hidden = (draft.get([place(form)]) ?? []).length > 0;
  });
  return [
    empty,
    list,
    h(
      "div.line",
      {},
      h(
        "button",
        {
          type: "button",
          onclick: () => add([{ name: "", state: { device: "pen", depth_mm: 1, passes: 3 } }]),
        },
        say("treatment_add"),
      ),
      h("button", { type: "button", onclick: () => add(plain) }, say("treatment_plain")),
    ),
  ];
}
