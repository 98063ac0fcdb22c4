import uPlot from "uplot";
import { HOURS, NAMES, start } from "./common.js";

const charts = NAMES.map((name) => {
  const box = document.body.appendChild(document.createElement("div"));
  const series = [
    {},
    { stroke: "#dda8b1" },
    { label: name, stroke: "#7a2d42" },
    { stroke: "#dda8b1" },
  ];
  const bands = [{ series: [3, 1], fill: "#dda8b1" }];
  return new uPlot(
    {
      width: 900,
      height: 110,
      series,
      bands,
      scales: { x: { time: false, distr: 1 }, y: { range: [0, 1] } },
      legend: { show: false },
    },
    [HOURS, HOURS, HOURS, HOURS],
    box,
  );
});
start((all) =>
  all.forEach(({ low, middle, high }, i) => charts[i].setData([HOURS, low, middle, high])),
);
