// Runs before the widget: keeps its drawing context and the border of its wasm instance, and the numbers
// of every patch of skin that is drawn. Classic script, so that it is there in every engine.
"use strict";
globalThis.patches = []; // the 24 numbers of each patch drawn, in order
globalThis.skin = { afterDraw: null };

const makeInstance = WebAssembly.instantiate;
WebAssembly.instantiate = async (module, imports) => {
  Object.assign(skin, { module, imports });
  const instance = await makeInstance(module, imports);
  skin.wasm = instance.exports;
  return instance;
};

const getContext = HTMLCanvasElement.prototype.getContext;
HTMLCanvasElement.prototype.getContext = function (kind, ...rest) {
  const context = getContext.call(this, kind, ...rest);
  if (kind === "webgl2") skin.gl = context;
  return context;
};

// A patch is two steps at most: its fields, where they changed, and then the patch itself. Nothing else
// is drawn by drawArrays; the numbers are given before it.
{
  const { prototype } = WebGL2RenderingContext;
  const { drawArrays, uniform4fv, drawBuffers } = prototype;
  let numbers = [];
  let targets = 0;
  prototype.uniform4fv = function (where, values) {
    numbers = [...values];
    return uniform4fv.call(this, where, values);
  };
  prototype.drawBuffers = function (list) {
    targets = list.length;
    return drawBuffers.call(this, list);
  };
  prototype.drawArrays = function (...values) {
    drawArrays.apply(this, values);
    if (targets !== 1) return;
    patches.push(numbers);
    skin.afterDraw?.(this);
  };
}

/** The mean color of the patch with these numbers, drawn by the widget's own way: linear, exposed. */
globalThis.meanOf = (numbers, size) => {
  const { wasm, imports } = skin;
  const at = wasm.rt_alloc(4 * numbers.length);
  new Float32Array(wasm.memory.buffer, at, numbers.length).set(numbers);
  const sum = [0, 0, 0];
  skin.afterDraw = (gl) => {
    const pixels = new Uint8Array(size * size * 4);
    gl.readPixels(0, 0, size, size, gl.RGBA, gl.UNSIGNED_BYTE, pixels);
    const linear = (v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
    const decoded = Float64Array.from({ length: 256 }, (_, i) => linear(i / 255));
    pixels.forEach((v, i) => i % 4 < 3 && (sum[i % 4] += decoded[v]));
  };
  imports.rt.skin_draw(99999, size, size, at);
  skin.afterDraw = null;
  wasm.rt_free(at);
  return sum.map((v) => v / (size * size));
};

/** Milliseconds that a new instance takes for the color tables. */
globalThis.tableTime = async () => {
  const { exports } = await makeInstance(skin.module, skin.imports);
  exports._initialize();
  const begun = performance.now();
  exports.rt_skin_tables();
  return performance.now() - begun;
};
