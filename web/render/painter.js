// Draws one widget's draw lists with WebGL 2, premultiplied alpha throughout (the page may shine
// through), and copies them into the pieces of its picture.

import { acquireContext, releaseContext } from "./gl_context.js";
import { Pieces } from "./pieces.js";
import { pointAtVertices } from "./programs.js";
import { ContextTextures } from "./textures.js";

const MAX_PIXELS = 2 ** 25; // more cost more memory than their sharpness is worth

/** @typedef {import("../wasm/module.js").DrawList} DrawList */
/** @typedef {import("../wasm/imports.js").Textures} Textures */
/**
 * @typedef {object} Painter
 * @property {Textures} textures
 * @property {(wanted: number, width: number, height: number) => number} ratio the highest pixel ratio,
 *   at most `wanted`, at which this many CSS pixels can be drawn
 * @property {(width: number, height: number, ratio: number) => void} resize the picture's size in
 *   device pixels
 * @property {() => void} changed the picture is another one
 * @property {() => void} flush draws what is not up to date
 * @property {() => boolean} isGone nothing can be drawn any more
 * @property {() => void} close
 */

/** @returns {Painter} where there is no WebGL 2: all is as with a painter, but nothing is drawn */
export function openNoPainter() {
  const nothing = () => {};
  const textures = { create: nothing, update: nothing, draw: nothing };
  return {
    textures: { ...textures, destroy: nothing, skin: nothing },
    ratio: (wanted) => wanted,
    ...{ resize: nothing, changed: nothing, flush: nothing, close: nothing },
    isGone: () => true,
  };
}

/** The vertices and indices of draw lists in the context. */
class Buffers {
  #gl;
  /** @type {[vertices: WebGLBuffer, indices: WebGLBuffer][]} of each list */
  #buffers = [];

  /** @param {WebGL2RenderingContext} gl */
  constructor(gl) {
    this.#gl = gl;
  }

  /** @param {number} i */
  bind(i) {
    const gl = this.#gl;
    const [vertices, indices] = (this.#buffers[i] ??= [gl.createBuffer(), gl.createBuffer()]);
    gl.bindBuffer(gl.ARRAY_BUFFER, vertices);
    gl.bindBuffer(gl.ELEMENT_ARRAY_BUFFER, indices);
  }

  /** @param {DrawList[]} lists */
  upload(lists) {
    const gl = this.#gl;
    lists.forEach((list, i) => {
      this.bind(i);
      gl.bufferData(gl.ARRAY_BUFFER, list.vertices, gl.STREAM_DRAW);
      gl.bufferData(gl.ELEMENT_ARRAY_BUFFER, list.indices, gl.STREAM_DRAW);
    });
  }

  /** The context came back empty. */
  forget() {
    this.#buffers = [];
  }

  close() {
    for (const buffer of this.#buffers.flat()) this.#gl.deleteBuffer(buffer);
  }
}

/**
 * Draws the rows from `top` on, as many as `height`.
 * @param {WebGL2RenderingContext} gl
 * @param {{buffers: Buffers, textures: ContextTextures}} own the lists' buffers; the textures
 * @param {DrawList[]} lists
 * @param {{width: number, height: number, top: number}} place
 */
function drawLists(gl, { buffers, textures }, lists, { width, height, top }) {
  lists.forEach(({ commands }, i) => {
    buffers.bind(i);
    let first = -1;
    for (const { clip, texture, vertexOffset, indexOffset, indexCount } of commands) {
      const [left, right] = [Math.max(0, clip[0]), Math.min(width, clip[2])].map(Math.round);
      const above = Math.max(0, Math.round(clip[1]) - top);
      const below = Math.min(height, Math.round(clip[3]) - top);
      if (right <= left || below <= above || !indexCount || !textures.bind(texture)) continue;
      if (first !== vertexOffset) pointAtVertices(gl, (first = vertexOffset));
      gl.scissor(left, gl.canvas.height - below, right - left, below - above);
      gl.drawElements(gl.TRIANGLES, indexCount, gl.UNSIGNED_SHORT, 2 * indexOffset);
    }
  });
}

/**
 * @param {HTMLElement} box receives the canvases
 * @param {() => {lists: DrawList[], clearColor: number[]}} picture what is to be drawn; clearColor:
 *   straight alpha
 * @param {() => void} restored called when all textures are gone and must be made anew
 * @param {() => void} gone called when nothing can be drawn any more
 * @returns {Painter | null} null where there is no WebGL 2
 */
export function openPainter(box, picture, restored, gone) {
  const context = acquireContext(turned);
  if (!context) return null;
  const { gl } = context;
  const textures = new ContextTextures(context, box.ownerDocument);
  const buffers = new Buffers(gl);
  const pieces = new Pieces(box, drawPieces);

  function turned() {
    if (context?.isGone) return gone();
    textures.forget();
    buffers.forget();
    restored();
  }

  // In a hidden tab nothing is drawn; flush() is called when it is shown.
  /** @param {import("./pieces.js").Piece[]} due */
  function drawPieces(due) {
    if (!due.length || box.ownerDocument.hidden || gl.isContextLost()) return;
    const { lists, clearColor } = picture();
    textures.flush();
    buffers.upload(lists);
    for (const piece of due) {
      const { canvas, top } = piece;
      const { width, height } = canvas;
      context?.begin(width, height, top, clearColor);
      drawLists(gl, { buffers, textures }, lists, { width, height, top });
      piece.context.globalCompositeOperation = "copy";
      piece.context.drawImage(gl.canvas, 0, 0, width, height, 0, 0, width, height);
      piece.dirty = false;
    }
  }

  return {
    textures,
    ratio: (wanted, width, height) =>
      Math.min(wanted, context.limit / width, Math.sqrt(MAX_PIXELS / (width * (height || 1)))),
    resize: (...size) => pieces.resize(...size),
    changed: () => pieces.changed(),
    flush: () => pieces.flush(),
    isGone: () => context.isGone,
    close() {
      pieces.close();
      textures.close();
      buffers.close();
      releaseContext(turned);
    },
  };
}
