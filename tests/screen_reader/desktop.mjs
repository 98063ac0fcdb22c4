// A desktop that nobody sees, with Orca and Firefox on it: a screen, a window manager, the buses of
// accessibility, a folder as home. Whoever opens it presses keys and gets what Orca says to each.
import { execFile, spawn } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { onPath } from "../../.dev/tools.mjs";
import { firefox } from "../web/engines.mjs";
import { openScreen, PATIENCE, started } from "../web/starting.mjs";

const here = import.meta.dirname;
const run = promisify(execFile);
const pause = (ms) => new Promise((done) => setTimeout(done, ms));

// ms: an answer has ended when nothing was said for so long; nothing comes any more after `SILENT`. What is
// hoped for is waited for: beside other work a widget takes its time.
const REST = 600;
const SILENT = 1500;
const MOST = 20_000;

const BUS_LAUNCHERS = [
  "/usr/libexec/at-spi-bus-launcher",
  "/usr/lib/at-spi2-core/at-spi-bus-launcher",
];
const busLauncher = () => BUS_LAUNCHERS.find((file) => fs.existsSync(file));
/** The programs of a desktop that are not installed here. */
export function missingPrograms() {
  const programs = ["orca", "Xvfb", "openbox", "xdotool", "dbus-daemon", "gsettings"];
  const missing = programs.filter((name) => !onPath(name));
  if (!busLauncher()) missing.push("at-spi2-core");
  if (!firefox()) missing.push("firefox");
  return missing;
}

const PREFS = {
  "accessibility.force_disabled": -1,
  "app.normandy.enabled": false,
  "browser.aboutwelcome.enabled": false,
  "browser.sessionstore.resume_from_crash": false,
  "browser.shell.checkDefaultBrowser": false,
  "browser.startup.homepage_override.mstone": "ignore",
  "browser.tabs.warnOnClose": false,
  "datareporting.policy.dataSubmissionEnabled": false,
  "datareporting.policy.firstRunURL": "",
  "layout.css.prefers-reduced-motion": 1,
  "network.captive-portal-service.enabled": false,
  "network.connectivity-service.enabled": false,
  "sidebar.revamp": false,
  "termsofuse.bypassNotification": true,
  "trailhead.firstrun.didSeeAboutWelcome": true,
  "webgl.force-enabled": true,
};

// Starts a program that lives as long as the desktop; its output stays in the room.
function keep(later, room, env, program, ...args) {
  const log = fs.openSync(path.join(room, `${path.basename(program)}.log`), "a");
  const child = spawn(program, args, { env, stdio: ["ignore", log, log] });
  fs.closeSync(log);
  child.on("error", () => {});
  later(
    () =>
      new Promise((done) => {
        if (child.exitCode !== null || child.signalCode) return done();
        child.on("exit", done);
        child.kill();
        setTimeout(() => child.kill("SIGKILL"), 3000).unref();
      }),
  );
  return child;
}

// The session's bus of messages: its address, told on a pipe.
function openBus(later, env) {
  const bus = spawn("dbus-daemon", ["--session", "--nofork", "--nopidfile", "--print-address=3"], {
    env,
    stdio: ["ignore", "ignore", "ignore", "pipe"],
  });
  later(() => bus.kill());
  return new Promise((resolve, reject) => {
    bus.on("error", reject);
    bus.on("exit", (code) => reject(new Error(`dbus-daemon ended with ${code}`)));
    bus.stdio[3].once("data", (address) => resolve(String(address).trim()));
  });
}

function makeRoom(later) {
  const room = fs.mkdtempSync(path.join(os.tmpdir(), "screen-reader-"));
  later(() => fs.rmSync(room, { recursive: true, force: true }));
  for (const name of ["home", "run", "profile", "orca", "bin"])
    fs.mkdirSync(path.join(room, name), { mode: 0o700 });
  // Orca does not start where pgrep finds another one of the same user, though that reads another desktop.
  fs.writeFileSync(path.join(room, "bin/pgrep"), "#!/bin/sh\nexit 1\n", { mode: 0o755 });
  fs.copyFileSync(
    path.join(here, "desktop/orca-customizations.py"),
    path.join(room, "orca/orca-customizations.py"),
  );
  const prefs = Object.entries(PREFS).map(
    ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`,
  );
  fs.writeFileSync(path.join(room, "profile/user.js"), prefs.join(""));
  fs.writeFileSync(path.join(room, "spoken.txt"), "");
  return room;
}

function environment(room, display) {
  const { PATH, USER, LOGNAME } = process.env;
  return {
    PATH: path.join(room, "bin") + path.delimiter + PATH,
    ...(USER && { USER }),
    ...(LOGNAME && { LOGNAME }),
    HOME: path.join(room, "home"),
    XDG_RUNTIME_DIR: path.join(room, "run"),
    XDG_CONFIG_HOME: path.join(room, "home/.config"),
    XDG_DATA_HOME: path.join(room, "home/.local/share"),
    ORCA_SPOKEN: path.join(room, "spoken.txt"),
    DISPLAY: display,
    LANG: "C.UTF-8",
    LC_ALL: "C.UTF-8",
    GDK_BACKEND: "x11",
    GTK_MODULES: "gail:atk-bridge",
    GNOME_ACCESSIBILITY: "1",
    ACCESSIBILITY_ENABLED: "1",
    NO_AT_BRIDGE: "0",
    LIBGL_ALWAYS_SOFTWARE: "1",
  };
}

/** What was said, one utterance an element. */
class Ears {
  #file;
  #env;
  #taken = 0; // utterances that an answer holds already
  #keysToPage = false; // Orca's focus mode

  constructor(room, env) {
    this.#file = env.ORCA_SPOKEN;
    this.#env = env;
  }

  #lines() {
    return fs.readFileSync(this.#file, "utf8").split("\n").slice(0, -1);
  }

  /**
   * What was said since the last answer, when it has ended: `rest` ms of silence, or `silent` without a
   * word, or as soon as it is `enough`; not before it is as it was `hoped` to be, but at the latest after
   * `most`.
   */
  async answer(patience = {}) {
    const { rest = REST, silent = SILENT, most = MOST } = patience;
    const { hoped = () => true, enough = () => false } = patience;
    const begin = performance.now();
    let [count, last] = [this.#taken, begin];
    for (;;) {
      await pause(50);
      const lines = this.#lines();
      const now = performance.now();
      if (lines.length !== count) [count, last] = [lines.length, now];
      const said = lines.slice(this.#taken);
      const quiet = now - last > (count > this.#taken ? rest : silent);
      if (!(quiet && hoped(said)) && !enough(said) && now - begin < most) continue;
      this.#taken = lines.length;
      const mode = said.findLast((utterance) => /^(Focus|Browse) mode/.test(utterance));
      if (mode) this.#keysToPage = mode.startsWith("Focus");
      return said;
    }
  }

  /** Waits until something was said; an error where it is not within three minutes. */
  async until(words) {
    const end = performance.now() + 3 * PATIENCE;
    while (!words.test(this.#lines().slice(this.#taken).join("\n"))) {
      if (performance.now() > end)
        throw new Error(
          `${words} was not said within three minutes, but: ${this.#lines().join(" | ")}`,
        );
      await pause(100);
    }
  }

  /** To the top of the page, with Orca's keys for headings and lists at hand. */
  async fromTheTop() {
    if (this.#keysToPage) await this.press("orca+a");
    await this.press("ctrl+Home", { silent: 700 });
  }

  /**
   * Presses a key by its X name ("Tab", "shift+Tab", "h"), with Orca's own key ("orca+a"), or types
   * ("text:beard"); answers what Orca said to it, as answer() does.
   */
  async press(key, patience) {
    this.#taken = this.#lines().length;
    const tool = (...args) => run("xdotool", args, { env: this.#env });
    if (key.startsWith("orca+")) {
      await tool("keydown", "Insert");
      await pause(80);
      await tool("key", "--delay", "60", key.slice(5));
      await pause(50);
      await tool("keyup", "Insert");
    } else if (key.startsWith("text:")) {
      await tool("type", "--delay", "80", key.slice(5));
    } else {
      await tool("key", "--delay", "60", key);
    }
    return this.answer(patience);
  }
}

/** Firefox on `address` with Orca reading it: { press, fromTheTop, answer, until, close }. */
export const openDesktop = (address) =>
  started("The desktop", async (later) => {
    const room = makeRoom(later);
    const display = await openScreen(later);
    const env = environment(room, display);
    env.DBUS_SESSION_BUS_ADDRESS = await openBus(later, env);
    for (const [schema, key] of [
      ["org.gnome.desktop.interface", "toolkit-accessibility"],
      ["org.gnome.desktop.a11y.applications", "screen-reader-enabled"],
    ])
      await run("gsettings", ["set", schema, key, "true"], { env });
    const start = (program, ...args) => keep(later, room, env, program, ...args);
    start(busLauncher(), "--launch-immediately");
    start("openbox", "--config-file", path.join(here, "desktop/openbox.xml"));
    await pause(1000);
    const ears = new Ears(room, env);
    start("orca", "-u", path.join(room, "orca"));
    await ears.until(/Screen reader on/);
    const profile = path.join(room, "profile");
    start(firefox(), "--no-remote", "--profile", profile, "--new-window", address);
    return {
      press: (key, patience) => ears.press(key, patience),
      fromTheTop: () => ears.fromTheTop(),
      answer: (patience) => ears.answer(patience),
      until: (words) => ears.until(words),
    };
  });
