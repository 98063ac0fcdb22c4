// WordPress as the distribution packages it, and what it needs to run without a database server, in
// build/wordpress/. Nothing of the system is changed but PHP's packages, which setup.mjs installs.
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { unzipSync } from "fflate";
import { archiveEntry, downloadPackages, release, systemSources } from "../../.dev/apt.mjs";
import { Failure, root } from "../../.dev/tools.mjs";

export const folder = path.join(root, "build", "wordpress");

// Its bundled libraries are links into these packages.
const LIBRARIES = /^(libjs-|libphp-|php-getid3$|wordpress-theme-)/;

/** Runs a program; what it said, undefined if it failed. All of it is kept in build/wordpress/log. */
export function told(program, args, options = {}) {
  const { status, stdout, stderr, error } = spawnSync(program, args, {
    encoding: "utf8",
    maxBuffer: 64e6,
    ...options,
  });
  const line = `\n$ ${program} ${args.join(" ")}\n${stdout}${stderr}${error ?? ""}`;
  fs.appendFileSync(path.join(folder, "log"), line);
  return status === 0 ? stdout : undefined;
}

/** Makes a folder once: under another name until it is whole. */
function once(target, make) {
  if (fs.existsSync(target)) return target;
  const unfinished = `${target}.new`;
  fs.rmSync(unfinished, { recursive: true, force: true });
  fs.mkdirSync(unfinished, { recursive: true });
  make(unfinished);
  fs.renameSync(unfinished, target);
  return target;
}

/** The folder with the WordPress of a suite: index.php, wp-admin, … */
export function wordpressOf(suite) {
  return once(path.join(folder, suite), (target) => {
    const { id, codename } = release();
    const entry = id === "debian" && archiveEntry(systemSources(), codename);
    if (!entry) throw new Failure("apt has no entry of Debian's main archive");
    const work = path.join(folder, `${suite}.packages`);
    const run = (program, args, options) => told(program, args, options);
    const wanted = (name) => LIBRARIES.test(name);
    downloadPackages("wordpress", { entry, suite, component: "main", work, run, wanted });
    const unpacked = path.join(work, "unpacked");
    for (const name of fs.readdirSync(work).filter((name) => name.endsWith(".deb")))
      told("dpkg-deb", ["-x", path.join(work, name), unpacked]);
    linkInto(unpacked);
    // -L: what the packages link to becomes part of the tree.
    told("cp", ["-rL", `${unpacked}/usr/share/wordpress/.`, target]);
    for (const name of [".htaccess", "wp-config.php"])
      fs.rmSync(path.join(target, name), { force: true });
    if (!fs.existsSync(path.join(target, "wp-load.php"))) throw new Failure(`${suite}: no tree`);
    fs.rmSync(work, { recursive: true });
  });
}

// Links with the system's paths lead into the unpacked packages, where these have the file.
function linkInto(unpacked) {
  for (const entry of fs.readdirSync(unpacked, { recursive: true, withFileTypes: true })) {
    if (!entry.isSymbolicLink()) continue;
    const file = path.join(entry.parentPath ?? entry.path, entry.name);
    const to = fs.readlinkSync(file);
    if (!path.isAbsolute(to) || !fs.existsSync(path.join(unpacked, to))) continue;
    fs.rmSync(file);
    fs.symlinkSync(path.join(unpacked, to), file);
  }
}

// The plugin by which WordPress keeps its tables in a file; it comes inside an npm package, of which
// nothing else is used.
const SQLITE = "@wp-playground/cli@3.1.56";

/** The folder of the plugin sqlite-database-integration. */
export function sqlite() {
  const target = once(path.join(folder, "sqlite"), (target) => {
    const packed = told("npm", ["pack", "--silent", SQLITE], { cwd: target })?.trim();
    if (!packed) throw new Failure(`npm has no ${SQLITE}: is there a network?`);
    told("tar", ["-xzf", packed], { cwd: target });
    const found = fs
      .readdirSync(target, { recursive: true })
      .find((name) => path.basename(name) === "sqlite-database-integration.zip");
    if (!found) throw new Failure(`${SQLITE} has no sqlite-database-integration.zip`);
    const files = unzipSync(fs.readFileSync(path.join(target, found)));
    for (const [name, bytes] of Object.entries(files)) {
      const file = path.join(target, "unzipped", name);
      if (name.endsWith("/")) continue;
      fs.mkdirSync(path.dirname(file), { recursive: true });
      fs.writeFileSync(file, bytes);
    }
  });
  const inside = path.join(target, "unzipped");
  const load = fs
    .readdirSync(inside, { recursive: true })
    .find((name) => /(^|\/)db\.copy$/.test(name));
  return path.dirname(path.join(inside, load));
}
