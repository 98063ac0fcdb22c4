// npm start: what is missing, the build, and the demo page on this machine.
import { setup } from "./setup.mjs";
import { main } from "./tools.mjs";

await main(import.meta.url, async () => {
  await setup("start");
  const { build } = await import("./build.mjs"); // needs the npm packages
  const { serve } = await import("./serve.mjs");
  await build();
  console.log(`Recovery Timeline: ${(await serve()).url} (Ctrl+C ends it)`);
});
