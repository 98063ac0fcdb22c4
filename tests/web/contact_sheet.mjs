// npm run contact-sheet: the illustration of the skin on six tones at five times, milder, typical and
// stronger, as the widget draws it: build/pictures/skin-contact-sheet.png, to be looked at.
import fs from "node:fs";
import path from "node:path";
import { main, root } from "../../.dev/tools.mjs";
import { drawn, open, pictures, start } from "./support.mjs";

const TONES = [1, 3, 5, 7, 9, 10];
const DAYS = [0, 1, 3, 6, 14];
const TREATMENT = { device: "pen", depth_mm: 1.5, passes: 3 };

/** The three patches of the widget's picture, with their captions, as PNG. */
async function patchesOf(page) {
  const boxes = await page.getByRole("img").all();
  const places = await Promise.all(boxes.map((box) => box.boundingBox()));
  const [first, last] = [places[0], places.at(-1)];
  const clip = { ...first, width: last.x + last.width - first.x };
  return page.screenshot({ clip });
}

await main(import.meta.url, async () => {
  const env = await start();
  const page = await open(env, { width: 1500, ratio: 2 });
  const rows = [];
  for (const tone of TONES) {
    const cells = [];
    for (const day of DAYS) {
      await page.evaluate((state) => {
        document.querySelector("recovery-timeline").state = state;
      }, { ...TREATMENT, tone, day }); // prettier-ignore
      await drawn(page);
      cells.push((await patchesOf(page)).toString("base64"));
    }
    rows.push({ tone, cells });
  }
  const images = ({ cells }) =>
    cells.map((png) => `<td><img src="data:image/png;base64,${png}"></td>`).join("");
  const head = DAYS.map((day) => `<th>day ${day}</th>`).join("");
  const body = rows.map((row) => `<tr><th>Tone ${row.tone}</th>${images(row)}</tr>`).join("");
  const sheet = await env.browser.newPage({ viewport: { width: 1900, height: 900 } });
  await sheet.setContent(`<style>body { font: 14px sans-serif; background: #fff } img { width: 340px }
    td { padding: 4px }</style><table><tr><th></th>${head}</tr>${body}</table>`);
  const file = path.join(pictures, "skin-contact-sheet.png");
  fs.mkdirSync(pictures, { recursive: true });
  fs.writeFileSync(file, await sheet.screenshot({ fullPage: true }));
  console.log(path.relative(root, file));
  await env.close();
});
