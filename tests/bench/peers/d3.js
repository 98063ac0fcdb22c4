import { area, line } from "d3-shape";
import { scaleLinear, scaleSqrt } from "d3-scale";
import { select } from "d3-selection";
import { HOURS, NAMES, start } from "./common.js";

const [W, H] = [900, 110];
const x = scaleSqrt([0, 336], [0, W]);
const y = scaleLinear([0, 1], [H, 0]);
const band = area(
  (_, i) => x(HOURS[i]),
  (d) => y(d[0]),
  (d) => y(d[1]),
);
const middle = line(
  (_, i) => x(HOURS[i]),
  (d) => y(d),
);
const charts = NAMES.map(() => {
  const svg = select(document.body).append("svg").attr("width", W).attr("height", H);
  return {
    band: svg.append("path").attr("fill", "#dda8b1"),
    line: svg.append("path").attr("fill", "none").attr("stroke", "#7a2d42"),
    day: svg.append("line").attr("y2", H).attr("stroke", "#333"),
  };
});
start((all, day) =>
  all.forEach(({ low, middle: mid, high }, i) => {
    charts[i].band.attr("d", band(low.map((value, k) => [value, high[k]])));
    charts[i].line.attr("d", middle(mid));
    charts[i].day.attr("x1", x(day * 24)).attr("x2", x(day * 24));
  }),
);
