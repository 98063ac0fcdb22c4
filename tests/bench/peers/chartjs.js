import { Chart, Filler, LinearScale, LineController, LineElement, PointElement } from "chart.js";
import { HOURS, NAMES, start } from "./common.js";

Chart.register(Filler, LinearScale, LineController, LineElement, PointElement);
const charts = NAMES.map(() => {
  const box = document.body.appendChild(document.createElement("div"));
  box.style.cssText = "width:900px;height:110px";
  const canvas = box.appendChild(document.createElement("canvas"));
  const line = (more) => ({ data: [], pointRadius: 0, borderColor: "#7a2d42", ...more });
  return new Chart(canvas, {
    type: "line",
    data: {
      datasets: [
        line({ borderWidth: 0 }),
        line(),
        line({ fill: 0, backgroundColor: "#dda8b1", borderWidth: 0 }),
      ],
    },
    options: {
      animation: false,
      responsive: true,
      maintainAspectRatio: false,
      parsing: false,
      scales: { x: { type: "linear" }, y: { min: 0, max: 1 } },
    },
  });
});
const points = (values) => values.map((y, i) => ({ x: HOURS[i], y }));
start((all) =>
  all.forEach(({ low, middle, high }, i) => {
    [low, middle, high].forEach((values, k) => (charts[i].data.datasets[k].data = points(values)));
    charts[i].update("none");
  }),
);
