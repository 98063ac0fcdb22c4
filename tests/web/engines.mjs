// Three engines behind one face. Each opens a page of tests/web/pages/ or dist/ and answers:
//   evaluate(expression)   JSON of what the expression gives, promises awaited
//   key(name)              a key press, with focus where it is
//   drag(from, to)         the primary button, in CSS px of the window; from = to is a click
//   screenshot()           a PNG of the window
//   described()            the widget's nodes as the engine tells assistive technology, in reading
//                          order, for parity.mjs; null where it cannot be asked
//   behind(ms)             hides the page for so long, behind another tab or minimized
//   close()
import { spawn } from "node:child_process";
import fs from "node:fs";
import net from "node:net";
import path from "node:path";
import { onPath } from "../../.dev/tools.mjs";

export const WIDTH = 1000;
export const HEIGHT = 900;
const ENVIRONMENT = {
  LIBGL_ALWAYS_SOFTWARE: "1",
  GDK_BACKEND: "x11",
  GDK_SCALE: "1",
  NO_AT_BRIDGE: "1",
  WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: "1",
};

/** A screen of its own: { display, close }. */
async function openScreen() {
  const server = spawn(
    "Xvfb",
    ["-displayfd", "3", "-screen", "0", "1600x1400x24", "-nolisten", "tcp"],
    { stdio: ["ignore", "ignore", "ignore", "pipe"] },
  );
  const number = await new Promise((resolve, reject) => {
    let told = "";
    server.on("error", reject);
    server.on("exit", (code) => reject(new Error(`Xvfb ended with ${code}`)));
    server.stdio[3].on("data", (data) => {
      told += data;
      if (told.includes("\n")) resolve(told.trim());
    });
  });
  return { display: `:${number}`, close: () => server.kill() };
}

const pause = (ms) => new Promise((done) => setTimeout(done, ms));

const freePort = () =>
  new Promise((resolve) => {
    const server = net.createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

/** Firefox, driven over WebDriver BiDi. `prefs` are about:config entries. */
export async function openFirefox(prefs = {}) {
  const { default: puppeteer } = await import("puppeteer-core");
  const screen = await openScreen();
  const browser = await puppeteer.launch({
    browser: "firefox",
    executablePath: firefox(),
    headless: false,
    env: { ...process.env, ...ENVIRONMENT, DISPLAY: screen.display },
    args: [`--width=${WIDTH}`, `--height=${HEIGHT}`],
    extraPrefsFirefox: { "webgl.force-enabled": true, ...prefs },
  });
  const page = await browser.newPage();
  await page.setViewport({ width: WIDTH, height: HEIGHT });
  return {
    goto: (address) => page.goto(address),
    evaluate: (expression) => page.evaluate(`(async () => (${expression}))()`),
    key: (name) => page.keyboard.press(name),
    async drag([x0, y0], [x1, y1]) {
      await page.mouse.move(x0, y0);
      await page.mouse.down();
      await page.mouse.move(x1, y1, { steps: 5 });
      await page.mouse.up();
    },
    screenshot: async () => Buffer.from(await page.screenshot()),
    described: async () => null,
    behind: (ms) => behindAnother(browser, page, ms),
    async close() {
      await browser.close();
      screen.close();
    },
  };
}

async function behindAnother(browser, page, ms) {
  const other = await browser.newPage();
  await other.bringToFront();
  await pause(ms);
  await page.bringToFront();
  await other.close();
}

const KEYS = {
  Tab: "\uE004",
  ArrowRight: "\uE014",
  ArrowUp: "\uE013",
  PageUp: "\uE00E",
  Home: "\uE011",
};

/** WebKitGTK's MiniBrowser, driven over W3C WebDriver. It is WebKit, not Safari. */
export async function openWebKit() {
  const screen = await openScreen();
  const port = await freePort();
  const env = { ...process.env, ...ENVIRONMENT, DISPLAY: screen.display };
  const driver = spawn(onPath("WebKitWebDriver"), [`--port=${port}`, "--host=127.0.0.1"], {
    env,
    stdio: "ignore",
  });
  async function ask(method, address, body) {
    const answer = await fetch(`http://127.0.0.1:${port}${address}`, {
      method,
      body: body && JSON.stringify(body),
    });
    const { value } = await answer.json();
    if (!answer.ok) throw new Error(`${address}: ${value.error}: ${value.message}`);
    return value;
  }
  for (let i = 0; i < 50 && !(await ask("GET", "/status").catch(() => null)); i++) {
    await pause(100);
  }
  const { sessionId } = await ask("POST", "/session", {
    capabilities: {
      alwaysMatch: {
        browserName: "MiniBrowser",
        "webkitgtk:browserOptions": {
          binary: miniBrowser(),
          args: ["--automation", "--enable-webgl=true"],
        },
      },
    },
  });
  const session = (method, address, body) => ask(method, `/session/${sessionId}${address}`, body);
  await session("POST", "/timeouts", { script: 60000, pageLoad: 60000 });
  await session("POST", "/window/rect", { width: WIDTH, height: HEIGHT });
  const act = (actions) => session("POST", "/actions", { actions });
  const script = (text) => session("POST", "/execute/sync", { script: text, args: [] });

  return {
    goto: (url) => session("POST", "/url", { url }),
    evaluate: (expression) =>
      session("POST", "/execute/async", {
        script: `const done = arguments[0];
          (async () => (${expression}))().then(done, (error) => done({ failed: String(error) }));`,
        args: [],
      }),
    key: (name) =>
      act([
        {
          type: "key",
          id: "keys",
          actions: ["keyDown", "keyUp"].map((type) => ({ type, value: KEYS[name] ?? name })),
        },
      ]),
    drag([x0, y0], [x1, y1]) {
      const move = (x, y, duration) => ({
        type: "pointerMove",
        x: Math.round(x),
        y: Math.round(y),
        duration,
      });
      const actions = [
        move(x0, y0, 0),
        { type: "pointerDown", button: 0 },
        move((x0 + x1) / 2, y1, 100),
        move(x1, y1, 100),
        { type: "pointerUp", button: 0 },
      ];
      return act([{ type: "pointer", id: "mouse", parameters: { pointerType: "mouse" }, actions }]);
    },
    screenshot: async () => Buffer.from(await session("GET", "/screenshot"), "base64"),
    async described() {
      const elements = await script("return mirrorElements()");
      const all = [];
      for (const element of elements) {
        const [id] = Object.values(element);
        const role = await session("GET", `/element/${id}/computedrole`);
        const name = await session("GET", `/element/${id}/computedlabel`);
        const words = name || (await session("GET", `/element/${id}/property/textContent`));
        all.push({ role, name, words });
      }
      return all;
    },
    async behind(ms) {
      await session("POST", "/window/minimize", {}); // a tab in front does not hide this one
      await pause(ms);
      await session("POST", "/window/rect", { width: WIDTH, height: HEIGHT });
    },
    async close() {
      await session("DELETE", "").catch(() => {});
      driver.kill();
      screen.close();
    },
  };
}

/** Chromium with a window, so that tabs can be hidden; its accessibility tree over the DevTools protocol. */
export async function openChromium(executablePath, args) {
  const { default: puppeteer } = await import("puppeteer-core");
  const screen = onPath("Xvfb") && (await openScreen());
  const browser = await puppeteer.launch({
    executablePath,
    headless: false,
    defaultViewport: { width: WIDTH, height: HEIGHT },
    env: { ...process.env, ...ENVIRONMENT, ...(screen && { DISPLAY: screen.display }) },
    args: [...args, `--window-size=${WIDTH},${HEIGHT + 100}`],
  });
  const [page] = await browser.pages();
  return {
    goto: (address) => page.goto(address),
    evaluate: (expression) => page.evaluate(`(async () => (${expression}))()`),
    key: (name) => page.keyboard.press(name),
    async drag([x0, y0], [x1, y1]) {
      await page.mouse.move(x0, y0);
      await page.mouse.down();
      await page.mouse.move(x1, y1, { steps: 5 });
      await page.mouse.up();
    },
    screenshot: async () => Buffer.from(await page.screenshot()),
    async described() {
      const client = await page.createCDPSession();
      const { nodes } = await client.send("Accessibility.getFullAXTree");
      return flatten(nodes);
    },
    behind: (ms) => behindAnother(browser, page, ms),
    async close() {
      await browser.close();
      screen?.close();
    },
  };
}

// The accessible nodes in reading order; a node's text is that of all static text in it.
function flatten(nodes) {
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const children = ({ childIds = [] }) => childIds.map((id) => byId.get(id)).filter(Boolean);
  const words = (node) =>
    node.role?.value === "StaticText" ? node.name.value : children(node).map(words).join("");
  const property = ({ properties = [] }, name) =>
    properties.find((item) => item.name === name)?.value.value;
  const all = [];
  (function visit(node) {
    if (!node.ignored) {
      const checked = property(node, "checked");
      all.push({
        role: node.role?.value,
        name: node.name?.value ?? "",
        words: words(node),
        content: words(node),
        description: node.description?.value ?? "",
        min: property(node, "valuemin"),
        max: property(node, "valuemax"),
        value: node.value?.value,
        on: checked && checked === "true",
        level: property(node, "level"),
        expanded: property(node, "expanded"),
        selected: property(node, "selected"),
      });
    }
    // A date field's own parts are the browser's.
    if (!/Date|Time/.test(node.role?.value)) children(node).forEach(visit);
  })(nodes.find(({ parentId }) => !parentId));
  return all;
}

/** Where the engines are; undefined if missing. */
export const firefox = () => (onPath("Xvfb") ? onPath("firefox-esr", "firefox") : undefined);
export function miniBrowser() {
  if (!onPath("Xvfb") || !onPath("WebKitWebDriver")) return undefined;
  const folders = fs.existsSync("/usr/lib") ? fs.readdirSync("/usr/lib") : [];
  return ["webkit2gtk-4.1", "webkit2gtk-4.0"]
    .flatMap((name) => folders.map((folder) => path.join("/usr/lib", folder, name, "MiniBrowser")))
    .find((file) => fs.existsSync(file));
}
