// The libraries that others wrote, pinned in third_party.json, and the roads on which set-up gets them:
// the pinned archive from upstream, else the distribution. Each road is checked by hash, so it does not
// matter which one it was; one that fails says why and names the next.
import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { archiveEntry, downloadSource, systemSources } from "./apt.mjs";
import { Failure, root } from "./tools.mjs";

export const pins = JSON.parse(fs.readFileSync(path.join(import.meta.dirname, "third_party.json")));

// Suites whose imgui is the pinned version, and where the archive keeps it.
const SOURCES = {
  debian: { suites: ["forky", "sid"], component: "main" },
  ubuntu: { suites: ["resolute", "devel"], component: "universe" },
};
const ANSWER_MS = 5000; // for the first bytes; where upstream cannot be reached, set-up goes on soon
const DOWNLOAD_MS = 120_000;

const sha256 = (...parts) =>
  parts.reduce((hash, part) => hash.update(part), createHash("sha256")).digest("hex");

/** The folder of build/ in which set-up puts a library. */
export const partFolder = (name) => path.join(root, "build", "parts", name);

/** Whether a folder holds a library: its header and, where these are pinned, just the pinned files. */
export function holds(folder, { header, files, files_sha256 }) {
  const places = [folder, path.join(folder, "include")];
  if (!places.some((place) => fs.existsSync(path.join(place, header)))) return false;
  if (!files) return true;
  const paths = files.map((file) => path.join(folder, file));
  if (!paths.every((file) => fs.existsSync(file))) return false;
  return sha256(...paths.map((file) => fs.readFileSync(file))) === files_sha256;
}

/**
 * Takes the roads in turn until one leads there. A road is [its name, async () => what went wrong];
 * `say` gets a line for each one that fails. With none left, `remedy` tells what to do.
 */
export async function takeRoads(title, roads, say, remedy) {
  for (const [i, [name, go]] of roads.entries()) {
    const problem = await go();
    if (!problem) return name;
    const next = i + 1 < roads.length ? `; next: ${roads[i + 1][0]}` : "";
    say(`${title}: ${name}: ${problem}${next}`);
  }
  throw new Failure(`set-up: no ${title}: ${remedy}`);
}

// Unpacks an archive into its place, if what it holds is what was pinned.
function unpack(archive, target, pin, run) {
  const unpacked = `${target}.new`;
  fs.rmSync(unpacked, { recursive: true, force: true });
  fs.mkdirSync(unpacked, { recursive: true });
  if (!run("tar", ["-xf", archive, "-C", unpacked, "--strip-components=1"]))
    return `${path.basename(archive)} could not be unpacked`;
  if (!holds(unpacked, pin)) {
    fs.rmSync(unpacked, { recursive: true });
    return `${path.basename(archive)} does not hold the files of ${pin.version}`;
  }
  fs.rmSync(target, { recursive: true, force: true });
  fs.renameSync(unpacked, target);
}

async function download(address, milliseconds) {
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), ANSWER_MS);
  const signal = AbortSignal.any([patience.signal, AbortSignal.timeout(milliseconds)]);
  const answer = await fetch(address, { signal });
  clearTimeout(timer);
  if (!answer.ok) throw new Error(`the server answers ${answer.status}`);
  return Buffer.from(await answer.arrayBuffer());
}

/** The pinned archive from upstream. */
export async function fromUpstream(pin, target, run) {
  let bytes;
  try {
    bytes = await download(pin.archive, DOWNLOAD_MS);
  } catch (error) {
    return `not reached (${error.cause?.code ?? error.message})`;
  }
  const hash = sha256(bytes);
  if (hash !== pin.sha256) return `the archive has the hash ${hash}, not ${pin.sha256}`;
  const archive = `${target}.tar`;
  fs.mkdirSync(path.dirname(target), { recursive: true });
  fs.writeFileSync(archive, bytes);
  const problem = unpack(archive, target, pin, run);
  fs.rmSync(archive);
  return problem;
}

/** The upstream files inside the source package of a suite of the distribution. */
export function fromSourcePackage(pin, target, run, { codename, suite, component }) {
  const entry = archiveEntry(systemSources(), codename, component);
  if (!entry) return `apt has no entry of ${codename} ${component}`;
  const work = path.join(path.dirname(target), "apt");
  const problem = downloadSource("imgui", { entry, suite, component, work, run });
  if (problem) return problem;
  const archive = fs.readdirSync(work).find((name) => /\.orig\.tar\.\w+$/.test(name));
  const wrong = archive
    ? unpack(path.join(work, archive), target, pin, run)
    : "the package has no upstream archive";
  fs.rmSync(work, { recursive: true });
  return wrong;
}

/**
 * Brings Dear ImGui into build/parts/imgui if it is not there; returns whether it had to. Where there
 * is no apt, CMake is the last road: it fetches the same files by git.
 */
export async function bringImgui({ id, codename }, run, say) {
  const pin = pins.imgui;
  const target = partFolder("imgui");
  if (holds(target, pin)) return false;
  say(`getting ${pin.title} ${pin.version}`);
  const roads = [["the archive from upstream", () => fromUpstream(pin, target, run)]];
  const { suites = [], component } = SOURCES[id] ?? {};
  for (const suite of suites) {
    const options = { codename, suite, component };
    const road = () => fromSourcePackage(pin, target, run, options);
    roads.push([`the source package of ${suite}`, road]);
  }
  if (!suites.length) {
    fs.rmSync(target, { recursive: true, force: true });
    roads.push(["CMake's own download", () => undefined]);
  }
  const remedy = `see build/setup.log, or unpack ${pin.title} ${pin.version} into build/parts/imgui`;
  await takeRoads(pin.title, roads, say, remedy);
  return true;
}
