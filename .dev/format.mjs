// Formatting of C++ (clang-format) and of everything else (prettier); --write repairs it.
import { execFileSync } from "node:child_process";
import { Failure, main, onPath, root, run } from "./tools.mjs";

const OLDEST = 14; // clang-format's; it and 19 format all of this alike

function tracked(...patterns) {
  const words = ["ls-files", "-z", "--cached", "--others", "--exclude-standard", ...patterns];
  const files = execFileSync("git", words, { cwd: root, encoding: "utf8" });
  return [...new Set(files.split("\0").filter(Boolean))];
}

await main(import.meta.url, (mode) => {
  const write = mode === "--write";
  const sources = tracked("*.cpp", "*.h");
  const program = onPath("clang-format", `clang-format-${OLDEST}`);
  const told = program && execFileSync(program, ["--version"], { encoding: "utf8" });
  if (!(Number(/version (\d+)\./.exec(told ?? "")?.[1]) >= OLDEST))
    throw new Failure(
      `formatting needs clang-format ${OLDEST} or newer, here is: ${told ?? "none"}`,
    );
  if (sources.length)
    run(program, ...(write ? ["-i"] : ["--dry-run", "-Werror", "--ferror-limit=1"]), ...sources);

  const others = tracked("*.js", "*.mjs", "*.json", "*.css", "*.html", "*.php");
  const plain = others.filter((file) => !/package-lock\.json$|\.php$/.test(file));
  run(process.execPath, "node_modules/.bin/prettier", write ? "--write" : "--check", ...plain);
  console.log(`formatting: ${sources.length} C++ files, ${plain.length} others`);
});
