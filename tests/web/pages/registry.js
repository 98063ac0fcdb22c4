// Runs before the widget: keeps its wasm instance, counts its animation frames and drawing calls, and
// keeps the texts that it draws. Classic script, so that it is there in every engine.
"use strict";
const instantiate = WebAssembly.instantiate;
WebAssembly.instantiate = async (module, imports) => {
  const instance = await instantiate(module, imports);
  globalThis.wasm = instance.exports;
  return instance;
};

globalThis.counted = { frames: 0, calls: 0 };
const nextFrame = globalThis.requestAnimationFrame;
const pending = new Set();
globalThis.requestAnimationFrame = (act) => {
  counted.frames++;
  const id = nextFrame((time) => {
    pending.delete(id);
    act(time);
  });
  pending.add(id);
  return id;
};
const cancelFrame = globalThis.cancelAnimationFrame;
globalThis.cancelAnimationFrame = (id) => {
  pending.delete(id);
  cancelFrame(id);
};
const { prototype: drawing } = globalThis.WebGL2RenderingContext ?? class {};
for (const name of Object.getOwnPropertyNames(drawing)) {
  const { value: call } = Object.getOwnPropertyDescriptor(drawing, name);
  if (typeof call !== "function" || name === "constructor") continue;
  drawing[name] = function (...values) {
    counted.calls++;
    return call.apply(this, values);
  };
}
const widget = () => document.querySelector("recovery-timeline");
const later = (ms) => new Promise((done) => setTimeout(done, ms));

// Whether work is on its way: a frame that was asked for, or, in sight, a piece of the picture that is late.
const awaited = () => {
  const { top, bottom } = widget().getBoundingClientRect();
  const picture = widget().shadowRoot?.querySelector(".picture[data-late]");
  return pending.size > 0 || (picture?.checkVisibility() && bottom > 0 && top < innerHeight);
};

/** The work done so far, once none is on its way and nothing more has come for two seconds: three
 * browsers at once on a busy machine draw their last piece late. */
globalThis.atRest = async () => {
  for (let before = ""; awaited() || before !== (before = JSON.stringify(counted));)
    await later(2000);
  return { ...counted };
};

/** Puts the widget far out of sight, or back; done when the browser has told its observers. */
globalThis.putInSight = (inSight) =>
  new Promise((done) => {
    document.body.style.paddingTop = inSight ? "" : "5000px";
    if (inSight) scrollTo(0, 0);
    // The widget's own observer is older than this one, so it is told first.
    new IntersectionObserver(([{ isIntersecting }], observer) => {
      if (isIntersecting !== inSight) return;
      observer.disconnect();
      done(true);
    }).observe(widget());
  });

/** Sets one state after the other for so long; the last one is 2.5 mm deep. */
globalThis.keepSetting = async (ms) => {
  for (const depth_mm of [3, 2, 1, 3, 2.5]) {
    widget().state = { depth_mm };
    await later(ms / 5);
  }
  return true;
};

/** From now on notes the work done when the tab is hidden and shown, and sets states meanwhile. */
globalThis.noteVisibility = () => {
  const noted = (globalThis.visibility = []);
  document.addEventListener(
    "visibilitychange",
    () => {
      noted.push([document.visibilityState, { ...counted }]);
      if (document.visibilityState === "hidden") keepSetting(5000);
    },
    { capture: true },
  );
  return true;
};

globalThis.drawnTexts = new Set();
const { fillText } = CanvasRenderingContext2D.prototype;
CanvasRenderingContext2D.prototype.fillText = function (text, ...rest) {
  drawnTexts.add(text);
  return fillText.call(this, text, ...rest);
};

// RT_ROLES of src/ui/draw/semantics.h
const ROLES = (
  "group heading text slider radio_group radio checkbox button tab_list tab figure table row cell " +
  "column_header row_header link moment status list list_item switch_ swatch tab_panel search"
).split(" ");

/** The nodes of the C++ registry, read apart from web/wasm and rt:abi (layout: src/platform/abi.h). */
globalThis.registry = () => {
  const list = wasm.rt_nodes();
  const view = new DataView(wasm.memory.buffer);
  const [first, count] = [view.getUint32(list, true), view.getUint32(list + 4, true)];
  const text = (at) =>
    new TextDecoder().decode(
      new Uint8Array(wasm.memory.buffer, view.getUint32(at, true), view.getUint32(at + 4, true)),
    );
  return Array.from({ length: count }, (_, i) => {
    const at = first + 88 * i;
    const double = (offset) => view.getFloat64(at + offset, true);
    return {
      role: ROLES[view.getUint32(at + 8, true)],
      flags: view.getUint32(at + 12, true),
      box: [16, 20, 24, 28].map((offset) => view.getFloat32(at + offset, true)),
      min: double(32),
      max: double(40),
      value: double(56),
      name: text(at + 64),
      text: text(at + 72),
    };
  });
};

/** The controls of the mirror, as their markup says: {role, name, text, min, max, value, on}. */
globalThis.mirror = () => {
  const { shadowRoot } = document.querySelector("recovery-timeline");
  const own = (element) =>
    [...element.childNodes]
      .filter((node) => node.nodeType === 3 || node.matches(".leaf:not([role]):not(input)"))
      .map((node) => node.textContent)
      .join("");
  return [...shadowRoot.querySelectorAll(".mirror .box, .mirror .leaf")]
    .filter((element) => element.localName !== "span" || element.hasAttribute("role"))
    .map((element) => {
      const told = (name) => element.getAttribute("aria-" + name) ?? undefined;
      const yes = (text) => text && text === "true";
      const range = element.type === "range";
      return {
        role: element.getAttribute("role") ?? (element.type || element.localName),
        name: told("label") ?? shadowRoot.getElementById(told("labelledby"))?.textContent ?? "",
        own: own(element),
        min: range ? +element.min : undefined,
        max: range ? +element.max : undefined,
        value: range ? element.valueAsNumber : undefined,
        text: told("valuetext"),
        description: told("description") ?? "",
        on: element.checked,
        level: +element.localName.match(/^h([1-6])$/)?.[1] || undefined,
        expanded: yes(told("expanded")),
        selected: yes(told("selected")),
        live: told("live") === "polite",
      };
    });
};
globalThis.mirrorElements = () =>
  [
    ...document
      .querySelector("recovery-timeline")
      .shadowRoot.querySelectorAll(".mirror .box, .mirror .leaf"),
  ].filter((element) => element.localName !== "span" || element.hasAttribute("role"));
