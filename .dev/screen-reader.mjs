// npm run test:screen-reader: brings Orca and a desktop for it, builds what ships, and makes the visits of
// tests/screen_reader/. With --built it takes the dist/ that is there. Where Orca cannot be had, the visits
// are skipped and a line says so.
import { setup } from "./setup.mjs";
import { main, run } from "./tools.mjs";

await main(import.meta.url, async (...words) => {
  await setup("hear");
  if (!words.includes("--built")) {
    const { build } = await import("./build.mjs"); // needs the npm packages
    await build();
  }
  run(process.execPath, "--test", "tests/screen_reader/visit.test.mjs");
});
