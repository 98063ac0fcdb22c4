// What every script here uses: the project's folder, looking up and running programs, and how a script
// ends: a foreseeable failure is one line on stderr and exit code 1, never a stack trace.
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";

export const root = path.dirname(import.meta.dirname);

/** A foreseeable failure; the message is for the reader. */
export class Failure extends Error {}

/** The first of these programs on PATH, as a full path; undefined if there is none. */
export function onPath(...names) {
  const folders = process.env.PATH.split(path.delimiter).filter(Boolean);
  const files = names.flatMap((name) => folders.map((folder) => path.join(folder, name)));
  return files.find((file) => fs.statSync(file, { throwIfNoEntry: false })?.isFile());
}

/** Runs a program in the project's folder with its output shown; a failure of it is ours. */
export function run(program, ...args) {
  const { status, error } = spawnSync(program, args, { cwd: root, stdio: "inherit" });
  const words = [program, ...args].join(" ").slice(0, 100);
  if (status !== 0) throw new Failure(`${words}: ${error?.message ?? `exit code ${status}`}`);
}

/** Configures and builds a CMake preset (only `targets`, if given). */
export function cmake(preset, ...targets) {
  run("cmake", "--preset", preset);
  run("cmake", "--build", "--preset", preset, ...(targets.length ? ["--target", ...targets] : []));
}

/** Runs `body` with the command line's words if the file at `url` is the program that was started. */
export async function main(url, body) {
  if (url !== pathToFileURL(process.argv[1]).href) return;
  try {
    await body(...process.argv.slice(2));
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}
