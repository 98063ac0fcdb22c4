// A WordPress site of its own, served on this machine: a copy of a packaged tree, its tables in a file.
import { spawn } from "node:child_process";
import fs from "node:fs";
import net from "node:net";
import os from "node:os";
import path from "node:path";
import { Failure } from "../../.dev/tools.mjs";
import { folder, sqlite, told, wordpressOf } from "./tree.mjs";

const quoted = (text) => `'${String(text).replace(/['\\]/g, "\\$&")}'`;

/** A port that nobody listens on now. */
const freePort = () =>
  new Promise((resolve) => {
    const server = net.createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

function config(url) {
  const constants = {
    DB_NAME: "wordpress",
    DB_USER: "",
    DB_PASSWORD: "",
    DB_HOST: "",
    DB_CHARSET: "utf8mb4",
    DB_COLLATE: "",
    WP_HOME: url,
    WP_SITEURL: url,
    WP_HTTP_BLOCK_EXTERNAL: true,
    DISABLE_WP_CRON: true,
    AUTOMATIC_UPDATER_DISABLED: true,
    WP_DEBUG: true,
    WP_DEBUG_LOG: true,
    WP_DEBUG_DISPLAY: false,
    FS_METHOD: "direct",
  };
  for (const key of ["AUTH", "SECURE_AUTH", "LOGGED_IN", "NONCE"])
    for (const kind of ["KEY", "SALT"]) constants[`${key}_${kind}`] = `${key}${kind} of a test`;
  const lines = Object.entries(constants).map(
    ([key, value]) => `define(${quoted(key)}, ${value === true ? "true" : quoted(value)});`,
  );
  return `<?php\n${lines.join("\n")}\n$table_prefix = 'wp_';
if (!defined('ABSPATH')) define('ABSPATH', __DIR__ . '/');
require_once ABSPATH . 'wp-settings.php';\n`;
}

function copyTree(suite, target, url) {
  fs.mkdirSync(target, { recursive: true });
  told("cp", ["-r", `${wordpressOf(suite)}/.`, target]);
  const content = path.join(target, "wp-content");
  const plugins = path.join(content, "plugins");
  fs.rmSync(plugins, { recursive: true, force: true });
  const driver = path.join(plugins, "sqlite-database-integration");
  fs.cpSync(sqlite(), driver, { recursive: true });
  // WordPress 6.1 has no such property itself, and reads the driver's, which it must be allowed to.
  const database = path.join(driver, "wp-includes", "sqlite", "class-wp-sqlite-db.php");
  const hidden = "private $allow_unsafe_unquoted_parameters";
  const source = fs.readFileSync(database, "utf8");
  fs.writeFileSync(database, source.replace(hidden, hidden.replace("private", "protected")));
  const load = fs
    .readFileSync(path.join(driver, "db.copy"), "utf8")
    .replaceAll("{SQLITE_IMPLEMENTATION_FOLDER_PATH}", driver)
    .replaceAll("{SQLITE_PLUGIN}", "sqlite-database-integration/load.php");
  fs.writeFileSync(path.join(content, "db.php"), load);
  fs.writeFileSync(path.join(target, "wp-config.php"), config(url));
}

// It may not ask for updates here, and says so.
const UPDATES =
  /wp_update_|wp_version_check|could not establish a secure connection to WordPress\.org/i;

/** Waits until the server answers. */
async function answers(url) {
  for (let tries = 0; tries < 240; tries++) {
    const response = await fetch(`${url}/license.txt`).catch(() => undefined);
    if (response) return;
    await new Promise((done) => setTimeout(done, 250));
  }
  throw new Failure(`${url} does not answer`);
}

export const PASSWORD = "a long password for a test";

/**
 * Makes and serves a site. `under` is the sub-directory that it lives in, such as "blog".
 * Returns { url, target, version, php, ownLog, log, close }: php(code) runs code inside WordPress and
 * returns what it printed; log() tells the lines of debug.log but those that stood there at ownLog(), when
 * the plugin was not there: an old WordPress has complaints of its own on a newer PHP.
 */
export async function openSite(suite, under = "") {
  const port = await freePort();
  const top = path.join(folder, `${suite}.site`);
  const target = path.join(top, under);
  const url = `http://127.0.0.1:${port}${under && `/${under}`}`;
  fs.rmSync(top, { recursive: true, force: true });
  copyTree(suite, target, url);
  const run = (code) => {
    const file = path.join(target, "run-of-a-test.php");
    fs.writeFileSync(file, `<?php\n${code}`);
    const said = told("php", ["-d", "display_errors=stderr", "-d", "sendmail_path=true", file], {
      cwd: target,
    });
    fs.rmSync(file);
    if (said === undefined) throw new Failure(`PHP failed; see ${path.join(folder, "log")}`);
    return said;
  };
  const php = (code) => run(`require __DIR__ . '/wp-load.php';\n${code}`);
  const installed = run(`define('WP_INSTALLING', true);
require __DIR__ . '/wp-load.php';
require ABSPATH . 'wp-admin/includes/upgrade.php';
wp_install('Clinic', 'admin', 'admin@example.test', true, '', ${quoted(PASSWORD)});
echo 'installed';`);
  if (!installed.endsWith("installed")) throw new Failure(`${suite}: WordPress was not installed`);
  php(`update_option('show_avatars', 0);
update_option('permalink_structure', '');
wp_insert_user(array('user_login' => 'author', 'user_pass' => ${quoted(PASSWORD)}, 'user_email' => 'author@example.test', 'role' => 'author'));`);
  const server = spawn("php", ["-S", `127.0.0.1:${port}`, "-t", top], {
    env: { ...process.env, PHP_CLI_SERVER_WORKERS: "3" },
    stdio: "ignore",
    detached: true,
  });
  // The server and its workers are a group of their own: who ends this test ends them too.
  const close = () => {
    if (server.exitCode === null && server.signalCode === null)
      process.kill(-server.pid, "SIGTERM");
  };
  const ended = (signal) => {
    close();
    process.exit(128 + os.constants.signals[signal]);
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.once(signal, ended);
  await answers(url);
  const said = () => {
    const file = path.join(target, "wp-content", "debug.log");
    const lines = fs.existsSync(file) ? fs.readFileSync(file, "utf8").split("\n") : [];
    return lines
      .map((line) => line.replace(/^\[.*?\] /, ""))
      .filter((line) => line && !UPDATES.test(line));
  };
  const own = new Set();
  return {
    url,
    target,
    version: php("echo get_bloginfo('version');").trim(),
    php,
    ownLog: () => said().forEach((line) => own.add(line)),
    log: () => said().filter((line) => !own.has(line)),
    close,
  };
}
