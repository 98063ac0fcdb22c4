// The Dear ImGui source from Debian's archive. Debian 12 packages an older version without sources, so
// the source package is taken from a later suite: through a private list that is made from the
// machine's own entry (same address, same key), with private package lists. Nothing is written to the
// system's lists, and the archive's signature as well as our own hash is checked.
import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";

const SUITE = "forky";
const VERSION = "1.92.2b+ds-1";
const ARCHIVE = "imgui_1.92.2b+ds.orig.tar.xz";
const SHA256 = "e7bd201d56b5ee90d24d5dac85e5c12f98bdb95410252a62d27b7f89e4566d48";

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
 * The machine's entry of its own release's main archive.
 * `files` are [name, text] pairs of both apt formats; undefined if none has it.
 */
export function archiveEntry(files, codename) {
  const entries = files.flatMap(([name, text]) =>
    name.endsWith(".sources") ? text.split(/\n\s*\n/).map(stanza) : text.split("\n").map(oneLine),
  );
  const has = (field, word) => field?.split(/\s+/).includes(word);
  return entries.find(
    (entry) =>
      has(entry.types, "deb") &&
      has(entry.suites, codename) &&
      has(entry.components, "main") &&
      !/^no$/i.test(entry.enabled ?? ""),
  );
}

function systemSources() {
  const folder = "/etc/apt/sources.list.d";
  const names = fs.existsSync(folder) ? fs.readdirSync(folder) : [];
  return ["/etc/apt/sources.list", ...names.map((name) => path.join(folder, name))]
    .filter((file) => /\.(list|sources)$/.test(file) && fs.existsSync(file))
    .map((file) => [file, fs.readFileSync(file, "utf8")]);
}

/** Unpacks the source into `target`; returns what went wrong, undefined if nothing did. */
export function imguiFromDebian(target, run) {
  const codename = /^VERSION_CODENAME=(.*)$/m.exec(fs.readFileSync("/etc/os-release", "utf8"))?.[1];
  const entry = archiveEntry(systemSources(), codename);
  if (!entry) return `apt has no entry of ${codename} main`;

  const work = path.join(path.dirname(target), "apt");
  fs.rmSync(work, { recursive: true, force: true });
  for (const folder of ["sources", "lists/partial", "cache/archives/partial"])
    fs.mkdirSync(path.join(work, folder), { recursive: true });
  const fields = ["Types: deb-src", `URIs: ${entry.uris}`, `Suites: ${SUITE}`, "Components: main"];
  if (entry["signed-by"]) fields.push(`Signed-By: ${entry["signed-by"]}`);
  fs.writeFileSync(path.join(work, "sources", "imgui.sources"), fields.join("\n") + "\n");

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
  const apt = (...words) => run("apt-get", [...args, ...words], { cwd: work });
  if (!apt("update")) return `the package archive did not answer for ${SUITE}: is there a network?`;
  if (!apt("source", "--download-only", `imgui=${VERSION}`))
    return `no imgui ${VERSION} in ${SUITE}`;

  const archive = path.join(work, ARCHIVE);
  const hash = createHash("sha256").update(fs.readFileSync(archive)).digest("hex");
  if (hash !== SHA256) return `${ARCHIVE} has the hash ${hash}, not ${SHA256}`;
  const unpacked = path.join(work, "unpacked");
  fs.mkdirSync(unpacked);
  if (!run("tar", ["-xf", archive, "-C", unpacked, "--strip-components=1"])) return "tar failed";
  fs.rmSync(target, { recursive: true, force: true });
  fs.renameSync(unpacked, target);
  fs.rmSync(work, { recursive: true });
}
