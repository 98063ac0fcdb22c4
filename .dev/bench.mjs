// npm run bench:model: the benchmarks of tests/bench, native first, then those written for node.
import fs from "node:fs";
import path from "node:path";
import { setup } from "./setup.mjs";
import { cmake, main, root, run } from "./tools.mjs";

await main(import.meta.url, async () => {
  await setup("bench");
  const scripts = path.join(root, "tests", "bench");
  const named = (end) => fs.readdirSync(scripts).filter((name) => name.endsWith(end));
  const programs = named(".cpp").map((name) => `bench_${path.parse(name).name}`);
  cmake("release", ...programs);
  const release = path.join(root, "build", "release");
  for (const name of programs)
    run(
      path.join(release, name),
      "--benchmark_repetitions=9",
      "--benchmark_display_aggregates_only=true",
      "--benchmark_min_time=0.1",
      `--benchmark_out=${path.join(release, `${name}.json`)}`,
    );
  for (const name of named(".mjs")) run(process.execPath, path.join(scripts, name));
});
