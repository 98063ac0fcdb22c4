// The one file, put together in the page: the widget with its words and the clinic's document inside.
import { code, packed, page, spoken } from "rt:one-file";
import { escaped, inScript } from "./dom.js";

/** @typedef {{language: string, clinic?: any, head?: string, direction?: string}} Wanted head: more for its head */

/** @param {Wanted} wanted @returns {string} */
export function oneFile({ language, clinic, head = "", direction }) {
  const parts = {
    wasm: packed.wasm,
    model: packed.model,
    [`words/${language}`]: packed[`words/${language}`],
  };
  const given = [parts, spoken[language].loading].map((one) =>
    JSON.stringify(one).replaceAll("<", "\\u003c"),
  );
  const inside =
    clinic && Object.keys(clinic).length
      ? `<script type="application/json">${inScript(clinic)}</script>`
      : "";
  const element = `<recovery-timeline loading="eager">${inside}</recovery-timeline>`;
  /** @type {[string, string][]} */
  const marks = [
    ["{{language}}", language],
    ["{{direction}}", direction ?? spoken[language].direction],
    ["{{title}}", escaped(spoken[language].title)],
    ["{{needs_script}}", escaped(spoken[language].needs_script)],
    ["</head>", `${head}</head>`],
    ["<recovery-timeline><!-- rt:short --></recovery-timeline>", element],
    ["<!-- rt:script -->", `<script>((rtPacked,rtLoading)=>{${code}})(${given})</script>`],
  ];
  return marks.reduce((text, [mark, put]) => text.replace(mark, () => put), page);
}
