// The textures of one widget, in the page's context, by the ids that C++ gives them.

import { Sheet } from "./sheet.js";

/** @typedef {import("../wasm/imports.js").Textures} Textures */

/** @implements {Textures} */
export class ContextTextures {
  /** @type {import("./gl_context.js").GlContext} */
  #context;
  /** @type {Map<number, WebGLTexture>} */
  #textures = new Map();
  /** @type {Map<number, string>} of those with a patch of skin */
  #sizes = new Map();
  #sheet;

  /** @param {import("./gl_context.js").GlContext} context @param {Document} document */
  constructor(context, document) {
    this.#context = context;
    this.#sheet = new Sheet(context, document, (id) => this.#textures.get(id));
  }

  /** False where there is no such texture. @param {number} id */
  bind(id) {
    const { gl } = this.#context;
    const texture = this.#textures.get(id);
    if (texture) gl.bindTexture(gl.TEXTURE_2D, texture);
    return !!texture;
  }

  /**
   * @param {number} id
   * @param {number} width
   * @param {number} height
   * @param {Uint8Array} [opacity] of white
   */
  create(id, width, height, opacity) {
    const { gl } = this.#context;
    this.destroy(id);
    this.#textures.set(id, gl.createTexture());
    this.bind(id);
    gl.texStorage2D(gl.TEXTURE_2D, 1, gl.RGBA8, width, height);
    for (const filter of [gl.TEXTURE_MIN_FILTER, gl.TEXTURE_MAG_FILTER]) {
      gl.texParameteri(gl.TEXTURE_2D, filter, gl.LINEAR);
    }
    for (const wrap of [gl.TEXTURE_WRAP_S, gl.TEXTURE_WRAP_T]) {
      gl.texParameteri(gl.TEXTURE_2D, wrap, gl.CLAMP_TO_EDGE);
    }
    if (opacity) this.update(id, 0, 0, width, height, opacity, width);
  }

  /**
   * @param {number} id
   * @param {number} x
   * @param {number} y
   * @param {number} width
   * @param {number} height
   * @param {Uint8Array} opacity of white
   * @param {number} rowBytes from row to row
   */
  update(id, x, y, width, height, opacity, rowBytes) {
    if (!this.bind(id)) return;
    const { gl } = this.#context;
    const pixels = new Uint8Array(4 * width * height).fill(255);
    for (let row = 0, at = 3; row < height; row++) {
      for (let i = 0; i < width; i++, at += 4) pixels[at] = opacity[row * rowBytes + i];
    }
    gl.texSubImage2D(gl.TEXTURE_2D, 0, x, y, width, height, gl.RGBA, gl.UNSIGNED_BYTE, pixels);
  }

  /**
   * A patch of skin; see src/model/skin/skin_patch.h for the numbers.
   * @param {number} id
   * @param {number} width
   * @param {number} height
   * @param {Float32Array} numbers
   * @param {() => Uint8Array} tables
   */
  skin(id, width, height, numbers, tables) {
    const size = width + "x" + height;
    if (!this.bind(id) || this.#sizes.get(id) !== size) this.create(id, width, height);
    this.#sizes.set(id, size);
    // Without it the plain color below is seen.
    const drawn = this.#context.skin(this.#textures.get(id), width, height, numbers, tables);
    if (!drawn) this.destroy(id);
  }

  /**
   * @param {number} id
   * @param {number} x
   * @param {number} y
   * @param {number} width
   * @param {number} height
   * @param {import("./sheet.js").Paint} paint
   */
  draw(id, x, y, width, height, paint) {
    this.#sheet.add({ id, x, y, width, height, paint });
  }

  /** Before the textures are seen. */
  flush() {
    this.#sheet.flush();
  }

  /** @param {number} id */
  destroy(id) {
    this.#context.gl.deleteTexture(this.#textures.get(id) ?? null);
    this.#textures.delete(id);
    this.#sheet.forget(id);
  }

  /** The context came back empty. */
  forget() {
    this.#textures.clear();
    this.#sheet.forget();
  }

  close() {
    for (const id of [...this.#textures.keys()]) this.destroy(id);
  }
}
