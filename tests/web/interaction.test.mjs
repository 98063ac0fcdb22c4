// What a visitor does with a pointer, a finger or the keyboard.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { control, drawn, open, picture, projection } from "./support.mjs";
import { settle, start, state, told } from "./support.mjs";

let env;
before(async () => (env = await start()));
after(() => env.close());

const DEPTH = /needle depth/i;
const focused = (page) =>
  page.evaluate(() => {
    const { activeElement } = document.querySelector("recovery-timeline").shadowRoot;
    return activeElement && (activeElement.ariaLabel ?? activeElement.textContent);
  });

test("a drag on the drawn depth slider changes the depth, the curves and the control", async () => {
  const page = await open(env);
  const before = { state: await state(page), projection: await projection(page) };
  const { found, box } = await control(page, "slider", DEPTH);
  const y = box.y + box.height * 0.75; // the track lies below the label
  const at = (share) => box.x + box.width * share;
  const share = (before.state.depth_mm - 0.25) / 2.75;
  await page.mouse.move(at(share), y);
  await page.mouse.down();
  await page.mouse.move(at((share + 0.85) / 2), y, { steps: 4 });
  await settle(page);
  const halfway = (await state(page)).depth_mm;
  await page.mouse.move(at(0.85), y, { steps: 4 });
  await page.mouse.up();
  await settle(page);
  const depth = (await state(page)).depth_mm;
  assert.ok(before.state.depth_mm < halfway && halfway < depth, `${halfway}, ${depth}`);
  assert.ok(Math.abs(depth - (0.25 + 0.85 * 2.75)) < 0.3, `${depth} mm`);
  assert.equal(await found.inputValue(), String(depth));
  const now = await projection(page);
  const median = (p) => p.signs.redness.severity.p50;
  assert.ok(median(now).some((value, i) => value > median(before.projection)[i] + 0.01));
  const changes = await told(page, "recovery-change");
  assert.ok(changes.length >= 2);
  // Another depth is another treatment, which is told once.
  for (const { detail } of changes)
    assert.deepEqual(
      detail.changed.filter((key) => key !== "treatment"),
      ["depth_mm"],
    );
  await page.context().close();
});

test("what the page sets right after a press is not undone by it", async () => {
  const page = await open(env);
  const { box } = await control(page, "slider", DEPTH);
  await page.evaluate(
    ([x, y]) => {
      const element = document.querySelector("recovery-timeline");
      const picture = element.shadowRoot.querySelector(".picture");
      const at = { clientX: x, clientY: y, isPrimary: true, pointerId: 1, bubbles: true };
      picture.setPointerCapture = () => {}; // there is no such pointer
      for (const [kind, buttons] of [
        ["down", 1],
        ["up", 0],
      ]) {
        picture.dispatchEvent(new PointerEvent("pointer" + kind, { ...at, buttons }));
      }
      element.state = { depth_mm: 2 };
    },
    [box.x + box.width * 0.9, box.y + box.height / 2],
  );
  assert.equal((await settled(page)).depth_mm, 2);
  const changes = await told(page, "recovery-change");
  assert.ok(changes.length > 0, "the press was one");
  await page.context().close();
});

test("arrow, page, home and end keys move a slider by its own steps", async () => {
  const page = await open(env);
  const { found } = await control(page, "slider", DEPTH);
  await found.focus();
  const step = Number(await found.getAttribute("step"));
  const first = (await state(page)).depth_mm;
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("+");
  await settle(page);
  assert.ok(Math.abs((await state(page)).depth_mm - (first + 3 * step)) < 1e-9);
  await page.keyboard.press("Home");
  assert.equal((await settled(page)).depth_mm, 0.25);
  await page.keyboard.press("PageUp");
  assert.ok((await settled(page)).depth_mm > 0.25 + step);
  await page.keyboard.press("End");
  assert.equal((await settled(page)).depth_mm, 3);
  assert.equal(await found.inputValue(), "3");
  assert.match(await found.getAttribute("aria-valuetext"), /3.*mm/);
  await page.context().close();
});

async function settled(page) {
  await settle(page);
  return state(page);
}

test("keys that come within one frame are told as one change, and come before what the page sets", async () => {
  const page = await open(env);
  const { found } = await control(page, "slider", DEPTH);
  await found.focus();
  await settle(page);
  const tell = (keys, then) =>
    found.evaluate(
      (slider, [pressed, set]) => {
        const element = document.querySelector("recovery-timeline");
        let changes = 0;
        element.addEventListener("recovery-change", () => changes++);
        for (const key of pressed) {
          slider.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
        }
        if (set) element.state = set;
        const later = (done) => requestAnimationFrame(() => requestAnimationFrame(done));
        return new Promise(later).then(() => ({ changes, ...element.state }));
      },
      [keys, then],
    );
  const step = Number(await found.getAttribute("step"));
  const up = await tell(["Home", "ArrowRight", "ArrowRight", "ArrowLeft", "+"]);
  assert.equal(up.depth_mm, 0.25 + 2 * step);
  assert.equal(up.changes, 1);
  const set = await tell(["End", "ArrowLeft"], { depth_mm: 1 });
  assert.equal(set.depth_mm, 1);
  await page.context().close();
});

test("a switch turns by a press on its picture and by the space bar", async () => {
  const page = await open(env);
  const { found, box } = await control(page, "switch", /water/i);
  const first = (await state(page)).water;
  await page.mouse.click(box.x + box.width - 15, box.y + box.height / 2);
  assert.equal((await settled(page)).water, !first);
  assert.equal(await found.isChecked(), !first);
  assert.match(await focused(page), /water/i, "the pressed control has the focus");
  await page.keyboard.press("Space");
  assert.equal((await settled(page)).water, first);
  assert.equal(await found.isChecked(), first);
  await page.context().close();
});

test("a choice is made by a press on its picture and by an arrow key", async () => {
  const page = await open(env);
  const { found, x, y } = await control(page, "radio", /^roller$/i);
  await page.mouse.click(x, y);
  assert.equal((await settled(page)).device, "roller");
  assert.ok(await found.isChecked());
  await page.keyboard.press("ArrowRight");
  assert.equal((await settled(page)).device, "stamp");
  await page.context().close();
});

test("a date is set and cleared in the browser's own field", async () => {
  const page = await open(env);
  const field = page.getByLabel(/day and hour/i).and(page.locator("input"));
  await field.fill("2026-11-22T14:00");
  assert.equal((await settled(page)).treated_at, "2026-11-22T14:00");
  await field.blur();
  await settle(page);
  assert.equal(await field.inputValue(), "2026-11-22T14:00");
  await field.fill("");
  assert.equal((await settled(page)).treated_at, null);
  await page.context().close();
});

test("the drawn date can be pressed: the browser's field lies over it", async () => {
  const page = await open(env);
  const field = page.getByLabel(/day and hour/i).and(page.locator("input"));
  await field.scrollIntoViewIfNeeded();
  const box = await field.boundingBox();
  const hit = await page.evaluate(
    ([x, y]) => document.querySelector("recovery-timeline").shadowRoot.elementFromPoint(x, y)?.type,
    [box.x + box.width / 2, box.y + box.height / 2],
  );
  assert.equal(hit, "datetime-local");
  await page.context().close();
});

test("Tab goes through the widget and leaves it on both sides", async () => {
  const body =
    '<button id="before">before</button><recovery-timeline></recovery-timeline><button id="after">after</button>';
  const page = await open(env, { body });
  const active = () => page.evaluate(() => document.activeElement.id);
  for (const [key, from, to] of [
    ["Tab", "before", "after"],
    ["Shift+Tab", "after", "before"],
  ]) {
    await page.focus(`#${from}`);
    const visited = new Set();
    for (let i = 0; i < 120 && (await active()) !== to; i++) {
      await page.keyboard.press(key);
      visited.add(await focused(page));
    }
    assert.equal(await active(), to);
    assert.ok(visited.size > 10, `${visited.size} controls visited`);
  }
  await page.context().close();
});

test("no key is taken from the page while the widget has no focus", async () => {
  const page = await open(env);
  const first = await state(page);
  await page.evaluate(() => {
    globalThis.taken = 0;
    addEventListener("keydown", (event) => (taken += event.defaultPrevented));
  });
  for (const key of ["ArrowRight", "PageDown", "Home", "Space", "+"])
    await page.keyboard.press(key);
  assert.equal(await page.evaluate(() => taken), 0);
  assert.deepEqual(await settled(page), first);
  await page.context().close();
});

test("a new picture of the same controls touches none of them", async () => {
  const head = '<meta name="color-scheme" content="light dark">';
  const page = await open(env, { body: "<recovery-timeline></recovery-timeline>", head });
  await page.evaluate(() => {
    globalThis.mutations = 0;
    const mirror = document.querySelector("recovery-timeline").shadowRoot.querySelector(".mirror");
    new MutationObserver((list) => (mutations += list.length)).observe(mirror, {
      subtree: true,
      childList: true,
      attributes: true,
      characterData: true,
    });
  });
  await page.emulateMedia({ colorScheme: "dark" });
  await drawn(page);
  assert.equal(await page.evaluate(() => mutations), 0);
  const { at } = await picture(page, "mutations-dark");
  assert.ok(at(5, 5)[0] < 80, "the picture is another one: dark");
  await page.evaluate(() => (document.querySelector("recovery-timeline").state = { passes: 6 }));
  await settle(page);
  assert.ok((await page.evaluate(() => mutations)) > 0, "the observer observes");
  await page.context().close();
});

// Scrolling is smooth: it takes its time, on a busy machine more of it.
const scrolledBy = (page, from, least) =>
  page.waitForFunction(([from, least]) => scrollY - from >= least, [from, least], { polling: 50 });

test("the mouse wheel over the widget scrolls the page", async () => {
  const page = await open(env);
  await page.mouse.move(600, 600);
  await page.mouse.wheel(0, 300);
  await scrolledBy(page, 0, 270);
  await page.context().close();
});

const phone = { width: 390, height: 800, ratio: 2, touch: true };

// A finger, as the browser's own input pipeline sees it.
async function finger(page, points) {
  const client = await page.context().newCDPSession(page);
  const send = (type, list) =>
    client.send("Input.dispatchTouchEvent", {
      type,
      touchPoints: list.map(([x, y]) => ({ x, y })),
    });
  await send("touchStart", [points[0]]);
  for (const point of points.slice(1)) {
    await send("touchMove", [point]);
    await page.waitForTimeout(16);
  }
  await send("touchEnd", []);
  await page.waitForTimeout(300);
}
const line = ([x0, y0], [x1, y1], steps = 20) =>
  Array.from({ length: steps + 1 }, (_, i) => [
    x0 + ((x1 - x0) * i) / steps,
    y0 + ((y1 - y0) * i) / steps,
  ]);

test("a swipe of 300 px over the canvas scrolls the page and changes nothing", async () => {
  const page = await open(env, phone);
  const first = await state(page);
  await page.evaluate(() => document.querySelector("recovery-timeline").scrollIntoView());
  const before = await page.evaluate(() => scrollY);
  await finger(page, line([200, 600], [200, 300]));
  await scrolledBy(page, before, 270);
  assert.deepEqual(await settled(page), first);
  await page.context().close();
});

test("a swipe that begins on a slider scrolls too and does not move it", async () => {
  const page = await open(env, phone);
  const first = await state(page);
  const { box } = await control(page, "slider", DEPTH);
  const before = await page.evaluate(() => scrollY);
  const [x, y] = [box.x + box.width * 0.8, box.y + box.height * 0.75];
  await finger(page, line([x, y], [x, y - 300]));
  await scrolledBy(page, before, 270);
  assert.deepEqual(await settled(page), first);
  await page.context().close();
});

test("a finger drags a slider sideways and the page stays", async () => {
  const page = await open(env, phone);
  const first = (await state(page)).depth_mm;
  const { box } = await control(page, "slider", DEPTH);
  const before = await page.evaluate(() => scrollY);
  const y = box.y + box.height * 0.75;
  const x = box.x + (box.width * (first - 0.25)) / 2.75;
  await finger(page, line([x, y], [box.x + box.width * 0.9, y + 6]));
  assert.equal(await page.evaluate(() => scrollY), before);
  const depth = (await settled(page)).depth_mm;
  assert.ok(depth > first + 0.5, `${first} to ${depth} mm`);
  await page.context().close();
});
