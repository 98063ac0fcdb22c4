// How an engine is started: on a screen of its own, as patiently as a busy machine needs, more than once
// if it does not come up, and with nothing left behind.
import { spawn } from "node:child_process";
import net from "node:net";

/** ms for one step of a start, which takes a few seconds on an idle machine. */
export const PATIENCE = 60_000;
const ATTEMPTS = 3;

/**
 * What `start(later)` gives, and close(). `start` hands each step that undoes one of its own to `later`;
 * where it fails, they are taken and it is begun anew, up to three times.
 */
export async function started(name, start) {
  for (let attempt = 1; ; attempt++) {
    const steps = [];
    // However one step ends, the next is taken.
    const close = async () => {
      for (const step of steps.splice(0).reverse()) await (async () => step())().catch(() => {});
    };
    try {
      return { ...(await start((step) => steps.push(step))), close };
    } catch (error) {
      await close();
      const reason = [error.message, error.cause?.message].filter(Boolean).join(": ");
      const told = `${name} did not start (attempt ${attempt} of ${ATTEMPTS}): ${reason}`;
      if (attempt === ATTEMPTS) throw new Error(told, { cause: error });
      console.log(told);
    }
  }
}

/** A screen of its own: its name. */
export function openScreen(later) {
  const server = spawn(
    "Xvfb",
    ["-displayfd", "3", "-screen", "0", "1600x1400x24", "-nolisten", "tcp"],
    { stdio: ["ignore", "ignore", "ignore", "pipe"] },
  );
  later(() => server.kill());
  return new Promise((resolve, reject) => {
    let told = "";
    server.on("error", reject);
    server.on("exit", (code) => reject(new Error(`Xvfb ended with ${code}`)));
    server.stdio[3].on("data", (data) => {
      told += data;
      if (told.includes("\n")) resolve(`:${told.trim()}`);
    });
  });
}

const freePort = () =>
  new Promise((resolve) => {
    const server = net.createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

/**
 * A session of a W3C WebDriver with these capabilities: ask(method, address, body), where the address
 * is within the session. What the driver and its browser have said is part of the error.
 */
export async function openSession(program, env, capabilities, later) {
  const port = await freePort();
  const driver = spawn(program, [`--port=${port}`, "--host=127.0.0.1"], {
    env,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const streams = [driver.stdout, driver.stderr];
  later(() => {
    driver.kill();
    for (const stream of streams) stream.destroy(); // what the driver has started may outlive it
  });
  let said = "";
  for (const stream of streams) stream.on("data", (data) => (said = (said + data).slice(-2000)));
  let ended;
  driver.on("error", (error) => (ended = error.message));
  driver.on("close", (code, signal) => (ended ??= `ended with ${code ?? signal}`));

  async function ask(method, address, body, patience = 5 * PATIENCE) {
    const answer = await fetch(`http://127.0.0.1:${port}${address}`, {
      method,
      body: body && JSON.stringify(body),
      signal: AbortSignal.timeout(patience),
    });
    const { value } = await answer.json();
    if (!answer.ok) throw new Error(`${address}: ${value.error}: ${value.message}`);
    return value;
  }
  async function answers() {
    const end = performance.now() + PATIENCE;
    while (!(await ask("GET", "/status", undefined, PATIENCE).catch(() => null))) {
      if (ended) throw new Error(ended);
      if (performance.now() > end) throw new Error("no answer within a minute");
      await new Promise((done) => setTimeout(done, 100));
    }
  }
  try {
    await answers();
    // A browser that ends before it is connected leaves this without an answer.
    const { sessionId } = await ask("POST", "/session", { capabilities }, PATIENCE);
    later(() => ask("DELETE", `/session/${sessionId}`, undefined, PATIENCE).catch(() => {}));
    return (method, address, body) => ask(method, `/session/${sessionId}${address}`, body);
  } catch (error) {
    throw new Error(`${program}: ${error.message}${said && `; it said: ${said}`}`, {
      cause: error.cause,
    });
  }
}
