// The machine's own package archive, also for a suite that the machine does not use: through a private
// list that is made from its own entry (same address, same key), with private package lists. Nothing
// is written to the system's lists, and the archive's signatures are checked.
import fs from "node:fs";
import path from "node:path";
import { Failure } from "./tools.mjs";

/** Fields of one deb822 stanza; continuation lines (an inline key) stay with their field. */
function stanza(text) {
  const fields = text.replace(/^#.*\n?/gm, "").matchAll(/^([\w-]+):([^\n]*(?:\n[ \t][^\n]*)*)/gm);
  return Object.fromEntries([...fields].map(([, key, value]) => [key.toLowerCase(), value.trim()]));
}

/** One line of the older format, "deb [options] address suite components", as the same fields. */
function oneLine(text) {
  const match = /^\s*(deb)\s+(?:\[([^\]]*)\]\s*)?(\S+)\s+(\S+)\s+([^#]*)/.exec(text);
  if (!match) return {};
  const [, types, options = "", uris, suites, components] = match;
  const key = /signed-by=(\S+)/.exec(options)?.[1];
  return { types, uris, suites, components: components.trim(), "signed-by": key };
}

/**
 * The machine's entry of its own release's archive, for one component: Debian has all of it in main,
 * Ubuntu what its community keeps in universe. `files` are [name, text] pairs of both apt formats;
 * undefined if none has it.
 */
export function archiveEntry(files, codename, component = "main") {
  const entries = files.flatMap(([name, text]) =>
    name.endsWith(".sources") ? text.split(/\n\s*\n/).map(stanza) : text.split("\n").map(oneLine),
  );
  const has = (field, word) => field?.split(/\s+/).includes(word);
  return entries.find(
    (entry) =>
      has(entry.types, "deb") &&
      has(entry.suites, codename) &&
      has(entry.components, component) &&
      !/^no$/i.test(entry.enabled ?? ""),
  );
}

/** A deb822 stanza for another suite of the archive that `entry` describes. */
export function entryFor(entry, { types, suite, component }) {
  const fields = [
    `Types: ${types}`,
    `URIs: ${entry.uris}`,
    `Suites: ${suite}`,
    `Components: ${component}`,
  ];
  if (entry["signed-by"]) fields.push(`Signed-By: ${entry["signed-by"]}`);
  return fields.join("\n") + "\n";
}

/** What /etc/os-release says: { id: "debian", codename: "bookworm" }; empty where there is none. */
export function release(text = fs.readFileSync("/etc/os-release", "utf8")) {
  const field = (name) => new RegExp(`^${name}="?([^"\n]*)"?$`, "m").exec(text)?.[1] ?? "";
  return { id: field("ID"), codename: field("VERSION_CODENAME") };
}

/** The apt sources of this machine as [name, text] pairs. */
export function systemSources() {
  const folder = "/etc/apt/sources.list.d";
  const names = fs.existsSync(folder) ? fs.readdirSync(folder) : [];
  return ["/etc/apt/sources.list", ...names.map((name) => path.join(folder, name))]
    .filter((file) => /\.(list|sources)$/.test(file) && fs.existsSync(file))
    .map((file) => [file, fs.readFileSync(file, "utf8")]);
}

/**
 * apt-get and apt-cache with private lists of one suite, kept in the folder `work`: a function of the
 * program and its words that tells success. `run(program, args, options)` runs a program so.
 */
function privateApt({ entry, types, suite, component, work, run }) {
  fs.rmSync(work, { recursive: true, force: true });
  for (const folder of ["sources", "lists/partial", "cache/archives/partial"])
    fs.mkdirSync(path.join(work, folder), { recursive: true });
  const list = path.join(work, "sources", "private.sources");
  fs.writeFileSync(list, entryFor(entry, { types, suite, component }));

  // A stale copy of the archive would be refused as expired; its signature is still checked.
  const options = {
    "Dir::Etc::SourceList": "/dev/null",
    "Dir::Etc::SourceParts": path.join(work, "sources"),
    "Dir::State::Lists": path.join(work, "lists"),
    "Dir::Cache": path.join(work, "cache"),
    "Acquire::Check-Valid-Until": "false",
    "APT::Update::Error-Mode": "any",
    "APT::Sandbox::User": "root",
  };
  const args = Object.entries(options).flatMap(([key, value]) => ["-o", `${key}=${value}`]);
  return (program, ...words) => run(program, [...args, ...words], { cwd: work });
}

/**
 * Downloads the newest source package `name` of a suite into the folder `work`, unpacking nothing;
 * returns what went wrong, undefined if nothing did. `run(program, args, options)` tells success.
 */
export function downloadSource(name, { entry, suite, component, work, run }) {
  const apt = privateApt({ entry, types: "deb-src", suite, component, work, run });
  if (!apt("apt-get", "update")) return `the package archive did not answer for ${suite}`;
  if (!apt("apt-get", "source", "--download-only", name))
    return `${suite} has no source package ${name}`;
}

/**
 * Downloads the package `name` of a suite and those of its dependencies that `wanted(name)` picks into
 * the folder `work`, installing nothing. `run` returns what the program said, undefined if it failed.
 */
export function downloadPackages(name, { entry, suite, component, work, run, wanted }) {
  const apt = privateApt({ entry, types: "deb", suite, component, work, run });
  if (apt("apt-get", "update") === undefined)
    throw new Failure(`the package archive did not answer for ${suite}`);
  const told = apt("apt-cache", "depends", "--recurse", name) ?? "";
  const names = [...told.matchAll(/^[ |]+(?:Depends|Recommends): ([a-z0-9.+-]+)$/gm)];
  const picked = new Set(names.map(([, other]) => other).filter(wanted));
  if (apt("apt-get", "download", name, ...picked) === undefined)
    throw new Failure(`${suite} has not all of ${[name, ...picked].join(", ")}`);
}
