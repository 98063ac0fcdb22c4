// Installs what is missing, and only that:
// `node .dev/setup.mjs [start|test|fuzz|bench|hear|wordpress]`.
// Debian and Ubuntu: programs come through apt (root or sudo). Libraries come from upstream, else from
// the distribution (third_party.mjs); JavaScript through npm ci. On other systems a message names the
// tools, and CMake fetches what could not be reached.
// What was found stands in build/setup.json; what apt and npm said, in build/setup.log.
import { execFileSync, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { release } from "./apt.mjs";
import { bringImgui, fromUpstream, partFolder, pins, takeRoads } from "./third_party.mjs";
import { Failure, main, onPath, root } from "./tools.mjs";

const build = path.join(root, "build");
const log = path.join(build, "setup.log");
const say = (text) => console.log(`set-up: ${text}`);

/** A Chromium or Chrome: the one that CHROME_PATH names, else the first on PATH. */
export function browser() {
  const named = process.env.CHROME_PATH;
  if (named && fs.existsSync(named)) return named;
  return onPath("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
}

const inFolder = (...folders) => folders.find((folder) => fs.existsSync(folder));
const header = (name) => inFolder(`/usr/include/${name}`, `/usr/local/include/${name}`);
const library = (name) => {
  const folders = fs.existsSync("/usr/lib") ? fs.readdirSync("/usr/lib") : [];
  return inFolder(`/usr/lib/${name}`, ...folders.map((folder) => `/usr/lib/${folder}/${name}`));
};
const tell = (program, flag) => execFileSync(program, [flag], { encoding: "utf8" }).trim();
const fuzzer = () => {
  const clang = onPath("clang++");
  const libraries = clang && path.join(tell(clang, "-print-resource-dir"), "lib");
  if (!libraries || !fs.existsSync(libraries)) return undefined;
  return fs
    .readdirSync(libraries, { recursive: true })
    .find((file) => /clang_rt\.fuzzer/.test(file));
};

const phpHas = (module) =>
  onPath("php") && tell(onPath("php"), "-m").toLowerCase().split("\n").includes(module);

// Ubuntu's packages of the browsers only install snaps, which the tests cannot drive.
const SNAP = { ubuntu: null };

// Each part: its name for people, how it is found, its package in Debian and Ubuntu. `apt` marks what
// only these are asked for, because elsewhere CMake fetches it or the system brings its own.
const PARTS = {
  cmake: ["CMake 3.25 or newer", () => onPath("cmake"), "cmake"],
  ninja: ["Ninja", () => onPath("ninja"), "ninja-build"],
  emcc: ["Emscripten (emcc)", () => onPath("emcc"), "emscripten"],
  nlohmann_json: [
    "nlohmann/json",
    () => inFolder(partFolder("nlohmann_json")) ?? header("nlohmann/json.hpp"),
    "nlohmann-json3-dev",
    "apt",
  ],
  xz: ["xz", () => onPath("xz"), "xz-utils", "apt"],
  git: ["git", () => onPath("git"), "git"],
  cxx: ["a C++20 compiler", () => onPath("c++"), "g++"],
  doctest: [
    "doctest",
    () => inFolder(partFolder("doctest")) ?? header("doctest/doctest.h"),
    "doctest-dev",
    "apt",
  ],
  format: ["clang-format", () => onPath("clang-format"), "clang-format"],
  browser: ["Chromium (or CHROME_PATH)", browser, { debian: "chromium", ...SNAP }],
  fonts: [
    "fonts for the pictures",
    () => inFolder("/usr/share/fonts/truetype/liberation", "/usr/share/fonts/truetype/liberation2"),
    "fonts-liberation",
    "apt",
  ],
  screen: ["Xvfb", () => onPath("Xvfb"), "xvfb", "apt"],
  firefox: [
    "Firefox",
    () => onPath("firefox-esr", "firefox"),
    { debian: "firefox-esr", ...SNAP },
    "apt",
  ],
  webkit: ["WebKitGTK's driver", () => onPath("WebKitWebDriver"), "webkit2gtk-driver", "apt"],
  mesa: ["software GL", () => library("dri/swrast_dri.so"), "libgl1-mesa-dri", "apt"],
  egl: ["EGL", () => library("libEGL.so.1"), "libegl1", "apt"],
  gles: ["OpenGL ES", () => library("libGLESv2.so.2"), "libgles2", "apt"],
  gl: ["OpenGL", () => library("libGL.so.1"), "libgl1", "apt"],
  noto: [
    "Noto fonts",
    () => inFolder("/usr/share/fonts/truetype/noto", "/usr/share/fonts/noto"),
    "fonts-noto-core",
    "apt",
  ],
  orca: ["Orca", () => onPath("orca"), "orca", "apt"],
  atspi: [
    "AT-SPI",
    () => inFolder("/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core"),
    "at-spi2-core",
    "apt",
  ],
  bus: ["D-Bus", () => onPath("dbus-daemon"), "dbus-daemon", "apt"],
  gsettings: ["gsettings", () => onPath("gsettings"), "libglib2.0-bin", "apt"],
  schemas: [
    "settings of the desktop",
    () => inFolder("/usr/share/glib-2.0/schemas/org.gnome.desktop.a11y.applications.gschema.xml"),
    "gsettings-desktop-schemas",
    "apt",
  ],
  dconf: [
    "dconf",
    () => library("gio/modules/libdconfsettings.so"),
    "dconf-gsettings-backend",
    "apt",
  ],
  windows: ["openbox", () => onPath("openbox"), "openbox", "apt"],
  keys: ["xdotool", () => onPath("xdotool"), "xdotool", "apt"],
  clang: ["clang", () => onPath("clang++"), "clang"],
  fuzzer: ["clang's libFuzzer", fuzzer, "libclang-rt-dev"],
  php: ["PHP", () => onPath("php"), "php-cli"],
  php_sqlite3: ["PHP's SQLite", () => phpHas("pdo_sqlite"), "php-sqlite3"],
  php_xml: ["PHP's XML", () => phpHas("xmlreader"), "php-xml"],
  php_mbstring: ["PHP's mbstring", () => phpHas("mbstring"), "php-mbstring"],
  php_zip: ["PHP's zip", () => phpHas("zip"), "php-zip"],
  benchmark: ["Google Benchmark", () => header("benchmark/benchmark.h"), "libbenchmark-dev"],
};
const START = ["cmake", "ninja", "emcc", "nlohmann_json", "xz"];
const TEST = [...START, "git", "cxx", "doctest", "format", "browser", "fonts"];
// More engines for the browser tests, and a screen reader on a desktop: where they cannot be had, their
// tests are skipped.
const ENGINES = ["screen", "firefox", "webkit", "mesa", "egl", "gles", "gl", "noto"];
const DESKTOP = ["orca", "atspi", "bus", "gsettings", "schemas", "dconf", "windows", "keys"];
const SKIPPED_WITHOUT = {
  test: ENGINES,
  hear: [...ENGINES.filter((key) => key !== "webkit"), ...DESKTOP],
};
const TASKS = {
  start: START,
  test: TEST,
  fuzz: [...START, "clang", "fuzzer"],
  bench: [...TEST, "benchmark"],
  hear: START,
  wordpress: ["browser", "fonts", "php", "php_sqlite3", "php_xml", "php_mbstring", "php_zip"],
};

/** Runs a program, its output into the log; true if it succeeded. */
function quietly(program, args, options = {}) {
  const out = fs.openSync(log, "a");
  fs.writeSync(out, `\n$ ${program} ${args.join(" ")}\n`);
  const { status } = spawnSync(program, args, {
    stdio: ["inherit", out, out],
    cwd: root,
    ...options,
  });
  fs.closeSync(out);
  return status === 0;
}

/** The package of a part in the distribution `id`; null where it has none that is of use. */
export const packageOf = ([, , name], id) =>
  typeof name === "string" ? name : id in name ? name[id] : name.debian;

let updated = false;
function installPackages(missing, id) {
  if (!missing.length) return;
  const names = missing.map(([name]) => name).join(", ");
  const packages = missing.map((part) => packageOf(part, id));
  if (!onPath("apt-get")) throw new Failure(`set-up: please install: ${names}`);
  const asRoot = process.getuid() === 0 ? [] : ["sudo"];
  const command = [...asRoot, "apt-get", "install", "-y", "--no-install-recommends", ...packages];
  if (
    asRoot.length &&
    !(onPath("sudo") && (process.stdin.isTTY || quietly("sudo", ["-n", "true"])))
  )
    throw new Failure(`set-up: ${names} missing; as root, run: ${command.slice(1).join(" ")}`);
  say(`installing ${names} (a few minutes the first time)`);
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const run = (words) => quietly(words[0], words.slice(1), { env });
  if (!updated) run([...asRoot, "apt-get", "update"]);
  updated = true;
  if (!run(command))
    throw new Failure(
      `set-up: could not install ${names}: is there a network? See build/setup.log`,
    );
}

/** Installs the npm packages of a checkout, if they are others than were installed; true if so. */
export function installNodeModules(folder = root) {
  const lock = fs.readFileSync(path.join(folder, "package-lock.json"));
  const hash = createHash("sha256").update(lock).digest("hex");
  const stamp = path.join(folder, "node_modules", ".lock-hash");
  if (fs.existsSync(stamp) && fs.readFileSync(stamp, "utf8") === hash) return false;
  say("installing the npm packages of package-lock.json");
  if (!quietly("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], { cwd: folder }))
    throw new Failure(
      "set-up: could not install the npm packages: is there a network? See build/setup.log",
    );
  fs.writeFileSync(stamp, hash);
  return true;
}

// The packaged system libraries are linked into our own cache, so that only what a package lacks
// (variants for link-time optimization) has to be generated.
function seedEmscriptenCache(emcc) {
  const libraries = "sysroot/lib/wasm32-emscripten";
  const packaged = path.join(path.dirname(fs.realpathSync(emcc)), "cache", libraries);
  const own = path.join(build, "emscripten-cache", libraries);
  if (process.env.EM_CACHE || fs.existsSync(own) || !fs.existsSync(packaged)) return;
  fs.mkdirSync(own, { recursive: true });
  for (const file of fs.readdirSync(packaged, { withFileTypes: true }))
    if (file.isFile()) fs.symlinkSync(path.join(packaged, file.name), path.join(own, file.name));
}

// Header-only libraries: those of `parts` that could not be had from upstream.
async function bringHeaders(parts) {
  for (const key of Object.keys(parts)) {
    const pin = pins[key];
    const target = partFolder(key);
    const roads = [
      ["the archive from upstream", () => fromUpstream(pin, target, quietly)],
      ["the distribution's package", () => undefined],
    ];
    await takeRoads(pin.title, roads, say);
  }
  return Object.values(parts).filter(([, found]) => !found());
}

/** Brings everything that `task` needs; returns where the parts are (also in build/setup.json). */
export async function setup(task = "start") {
  fs.mkdirSync(build, { recursive: true });
  fs.writeFileSync(log, "");
  const system = fs.existsSync("/etc/os-release") ? release() : { id: "", codename: "" };
  const apt = ["debian", "ubuntu"].includes(system.id);
  const lacks = (key) => (apt || !PARTS[key][3]) && !PARTS[key][1]();
  const hasPackage = (key) => packageOf(PARTS[key], system.id);
  const install = (keys) =>
    installPackages(
      keys.map((key) => PARTS[key]),
      system.id,
    );

  const missing = TASKS[task].filter(lacks);
  const engines = (SKIPPED_WITHOUT[task] ?? []).filter(lacks);
  const headers = missing.filter((key) => key in pins);
  const programs = missing.filter((key) => !(key in pins));
  install(programs.filter(hasPackage));
  installPackages(
    await bringHeaders(Object.fromEntries(headers.map((key) => [key, PARTS[key]]))),
    system.id,
  );
  try {
    install(engines.filter(hasPackage));
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    say(`THE TESTS OF WHAT IS MISSING WILL BE SKIPPED: ${error.message}`);
  }
  for (const key of [...programs, ...engines].filter((key) => !hasPackage(key)))
    say(`THE TESTS IN ${PARTS[key][0]} WILL BE SKIPPED: here it is only packaged as a snap`);

  const newImgui = await bringImgui(system, quietly, say);
  const newModules = installNodeModules();
  if (!missing.length && !engines.length && !newImgui && !newModules)
    say("everything is here, no network used");

  const emcc = onPath("emcc");
  seedEmscriptenCache(emcc);
  const imgui = inFolder(partFolder("imgui")) ?? "fetched by CMake";
  const found = { emcc, imgui, chromium: browser() ?? null };
  fs.writeFileSync(path.join(build, "setup.json"), JSON.stringify(found, null, 2) + "\n");
  return found;
}

await main(import.meta.url, (task) => setup(task));
