// npm run fit: fits the parameters of web/content/model.json to the published rows and writes the
// report; further words go to the program (--report, --cross-validate).
import path from "node:path";
import { setup } from "./setup.mjs";
import { cmake, main, root, run } from "./tools.mjs";

await main(import.meta.url, async (...words) => {
  await setup("start");
  cmake("release", "recovery-fit");
  run(path.join(root, "build", "release", "recovery-fit"), root, ...words);
});
