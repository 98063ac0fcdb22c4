// npm run bench:model: the benchmarks of tests/bench, native first, then those written for node.
import fs from "node:fs";
import path from "node:path";
import { setup } from "./setup.mjs";
import { cmake, main, root, run } from "./tools.mjs";

await main(import.meta.url, async () => {
  await setup("bench");
  cmake("release");
  const list = (folder) => (fs.existsSync(folder) ? fs.readdirSync(folder).sort() : []);
  const release = path.join(root, "build", "release");
  for (const name of list(release).filter((name) => /^bench_\w+$/.test(name)))
    run(
      path.join(release, name),
      "--benchmark_repetitions=9",
      "--benchmark_display_aggregates_only=true",
      "--benchmark_min_time=0.1",
      `--benchmark_out=${path.join(release, `${name}.json`)}`,
    );
  const scripts = path.join(root, "tests", "bench");
  for (const name of list(scripts).filter((name) => name.endsWith(".mjs")))
    run(process.execPath, path.join(scripts, name));
});
