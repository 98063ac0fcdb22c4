import { LineChart } from "echarts/charts";
import { GridComponent } from "echarts/components";
import { init, use } from "echarts/core";
import { CanvasRenderer } from "echarts/renderers";
import { HOURS, NAMES, start } from "./common.js";

use([LineChart, GridComponent, CanvasRenderer]);
const charts = NAMES.map(() => {
  const box = document.body.appendChild(document.createElement("div"));
  box.style.cssText = "width:900px;height:110px";
  return init(box);
});
const line = (data, more) => ({ type: "line", showSymbol: false, animation: false, data, ...more });
start((all) =>
  all.forEach(({ low, middle, high }, i) => {
    const at = (values) => values.map((value, k) => [HOURS[k], value]);
    charts[i].setOption({
      animation: false,
      grid: { top: 4, bottom: 20, left: 30, right: 4 },
      xAxis: { type: "value", max: 336 },
      yAxis: { type: "value", min: 0, max: 1 },
      series: [
        line(at(low), { stack: "band", lineStyle: { opacity: 0 } }),
        line(at(high.map((value, k) => value - low[k])), {
          stack: "band",
          lineStyle: { opacity: 0 },
          areaStyle: { color: "#dda8b1" },
        }),
        line(at(middle), { lineStyle: { color: "#7a2d42" } }),
      ],
    });
  }),
);
