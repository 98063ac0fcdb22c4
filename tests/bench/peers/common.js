// The same work for each library: six curves over two weeks, each with its band of 16 of 20 people, and six
// controls. The model is a plain one, of the same shape as the widget's: the libraries draw, they do not model.

export const NAMES = ["Redness", "Swelling", "Dots", "Bruising", "Tightness", "Flaking"];
export const HOURS = Array.from({ length: 96 }, (_, i) => (336 * i * i) / (95 * 95));
const CONTROLS = [
  ["Depth", 0.25, 3, 0.25, 1],
  ["Passes", 1, 6, 1, 3],
  ["Age", 20, 70, 1, 35],
  ["Care", 0, 10, 1, 5],
  ["Sun", 0, 10, 1, 2],
  ["Day", 0, 14, 0.25, 1],
];
const PEOPLE = 500;
const spread = Array.from({ length: PEOPLE }, (_, i) => Math.exp(0.9 * (i / PEOPLE - 0.5)));

/** [sign] -> {low, middle, high}, each one value an hour. */
export function curves([depth, passes, age, care, sun]) {
  const dose = (depth * Math.sqrt(passes)) / 1.7;
  return NAMES.map((_, sign) => {
    const half =
      (8 + 9 * sign) * dose ** 0.4 * (1 + (age - 35) / 90) * (1.1 - care / 50 + sun / 60);
    const at = HOURS.map((hour) => {
      const values = spread.map((one) =>
        Math.min(1, dose * 0.5 * one * 2 ** (-hour / (half * one))),
      );
      values.sort((a, b) => a - b);
      return [values[PEOPLE * 0.1], values[PEOPLE * 0.5], values[PEOPLE * 0.9]];
    });
    return { low: at.map((q) => q[0]), middle: at.map((q) => q[1]), high: at.map((q) => q[2]) };
  });
}

/** Puts the controls into the page and calls `draw(curves, the chosen day)` now and on each change. */
export function start(draw) {
  const form = document.createElement("form");
  const inputs = CONTROLS.map(([name, min, max, step, value]) => {
    const label = document.createElement("label");
    const input = Object.assign(document.createElement("input"), { type: "range", min, max, step });
    input.value = String(value);
    label.append(name, input);
    form.append(label);
    return input;
  });
  document.body.prepend(form);
  const update = () => {
    const values = inputs.map((input) => input.valueAsNumber);
    draw(curves(values), values[5]);
  };
  form.addEventListener("input", update);
  update();
  globalThis.stepControl = (i) => {
    const input = inputs[0];
    input.value = String(0.25 + (i % 12) * 0.25);
    input.dispatchEvent(new Event("input", { bubbles: true }));
  };
  globalThis.firstDrawn = performance.now();
}
