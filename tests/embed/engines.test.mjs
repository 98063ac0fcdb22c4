// The kinds of layout in Firefox and WebKitGTK too, from files, under the strict policy of the server.
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import { serve } from "../../.dev/serve.mjs";
import { firefox, miniBrowser, openFirefox, openWebKit } from "../web/engines.mjs";
import { dist } from "../web/support.mjs";
import { kinds } from "./kinds/layout.mjs";

const chosen = kinds.filter(({ layout, context }) => layout && !context);
const HEARS = `<script>globalThis.told = [];
  for (const name of ["ready", "change", "warning", "error"])
    addEventListener("recovery-" + name, ({ type, detail }) => told.push({ type, detail }));</script>`;

let server;
let folder;
before(async () => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), "embed-"));
  chosen.forEach(({ page }, i) => {
    fs.writeFileSync(path.join(folder, `kind-${i}.html`), page.replace("<head>", `<head>${HEARS}`));
  });
  server = await serve({ folders: [folder, dist], port: 0 });
});
after(async () => {
  await server.close();
  fs.rmSync(folder, { recursive: true });
});

/** An engine with what the kinds ask of a page. */
const asPage = (engine) => ({
  evaluate: (act, value) => engine.evaluate(`(${act})(${JSON.stringify(value) ?? ""})`),
});

for (const [name, program, open] of [
  ["Firefox", firefox(), openFirefox],
  ["WebKit", miniBrowser(), openWebKit],
]) {
  const skip = program ? false : `${name} is not installed here: its claims are SKIPPED`;
  describe(name, { skip }, () => {
    let engine;
    before(async () => (engine = await open()));
    after(() => engine.close());
    chosen.forEach((kind, i) =>
      test(`${name}: ${kind.name}`, async () => {
        await engine.goto(`${server.url}kind-${i}.html`);
        await kind.run(asPage(engine));
      }),
    );
  });
}
