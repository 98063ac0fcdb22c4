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
globalThis.requestAnimationFrame = (act) => {
  counted.frames++;
  return nextFrame(act);
};
for (const name of ["clear", "drawElements", "texSubImage2D", "bufferData"]) {
  const { prototype } = globalThis.WebGL2RenderingContext ?? class {};
  const call = prototype[name];
  if (!call) continue;
  prototype[name] = function (...values) {
    counted.calls++;
    return call.apply(this, values);
  };
}

globalThis.drawnTexts = new Set();
const { fillText } = CanvasRenderingContext2D.prototype;
CanvasRenderingContext2D.prototype.fillText = function (text, ...rest) {
  drawnTexts.add(text);
  return fillText.call(this, text, ...rest);
};

/** The nodes of the C++ registry, read apart from web/module.js (layout: src/platform/abi.h). */
globalThis.registry = () => {
  const first = wasm.rt_nodes();
  const count = wasm.rt_node_count();
  const names = wasm.rt_role_names();
  const view = new DataView(wasm.memory.buffer);
  const text = (at) =>
    new TextDecoder().decode(
      new Uint8Array(wasm.memory.buffer, view.getUint32(at, true), view.getUint32(at + 4, true)),
    );
  const roles = text(names).split(" ");
  return Array.from({ length: count }, (_, i) => {
    const at = first + 88 * i;
    const double = (offset) => view.getFloat64(at + offset, true);
    return {
      role: roles[view.getUint32(at + 8, true)],
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
    .filter((element) => element.localName !== "span")
    .map((element) => ({
      tag: element.localName,
      role: element.getAttribute("role") ?? element.type ?? element.localName,
      name: element.getAttribute("aria-label") ?? "",
      own: own(element),
      min: element.min,
      max: element.max,
      value: element.value,
      text: element.getAttribute("aria-valuetext"),
      on: element.checked ?? false,
    }));
};
globalThis.mirrorElements = () =>
  [
    ...document
      .querySelector("recovery-timeline")
      .shadowRoot.querySelectorAll(".mirror .box, .mirror .leaf"),
  ].filter((element) => element.localName !== "span");
