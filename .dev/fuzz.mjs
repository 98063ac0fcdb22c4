// npm run fuzz -- 60: runs each libFuzzer target for that many seconds under ASan and UBSan, starting
// from the shipped JSON files. What it finds stays in build/fuzz.
import fs from "node:fs";
import path from "node:path";
import { setup } from "./setup.mjs";
import { cmake, main, root, run } from "./tools.mjs";

await main(import.meta.url, async (seconds = "60") => {
  await setup("fuzz");
  const sources = fs.readdirSync(path.join(root, "tests", "fuzz"));
  const targets = sources
    .filter((name) => name.endsWith(".cpp"))
    .map((name) => `fuzz_${path.parse(name).name}`);
  cmake("fuzz", ...targets);
  const folder = path.join(root, "build", "fuzz");
  for (const target of targets) {
    const grown = path.join(folder, `corpus_${target}`);
    fs.mkdirSync(grown, { recursive: true });
    const kept = path.join(root, "tests", "fuzz", "corpus", target.replace("fuzz_", ""));
    const seeds = [kept, path.join(root, "web", "content")].filter((seed) => fs.existsSync(seed));
    const flags = [`-max_total_time=${Number(seconds)}`, "-print_final_stats=1"];
    const findings = `-artifact_prefix=${folder}/${target}-`;
    run(path.join(folder, target), ...flags, findings, grown, ...seeds);
    console.log(`${target}: ${seconds} s without a finding`);
  }
});
