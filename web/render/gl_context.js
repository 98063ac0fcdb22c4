// The one WebGL 2 context of a page. Every widget's pieces are drawn in it, one after the other, and
// copied from it: so that pages with many widgets stay far below the browsers' limit of contexts, and
// a widget keeps its picture when the context is lost.

import { linkFlat, linkProgram } from "./programs.js";
import { linkSkin, openSkin } from "./skin.js";

const RESTORE_MS = 3000; // a context that is lost comes back sooner, or not at all

/** @type {GlContext | null} lives while a widget uses it */
let shared = null;

/**
 * @param {() => void} turned called when the context has come back, empty, after it was lost; and
 *   when it is `gone`, for it did not come back in a while
 * @returns null where there is no WebGL 2
 */
export function acquireContext(turned) {
  shared ??= GlContext.open();
  shared?.users.add(turned);
  return shared;
}

/** Gives the context back when nobody needs it any more. @param {() => void} turned */
export function releaseContext(turned) {
  if (!shared) return;
  shared.users.delete(turned);
  if (shared.users.size) return;
  shared.close();
  shared = null;
}

export class GlContext {
  /** @type {Set<() => void>} */
  users = new Set();
  /** It was lost and has not come back in a while. */
  isGone = false;
  /** The widest that can be drawn, in device pixels. */
  limit = 4096;
  /** @type {WebGLProgram} for all but skin */
  #flat;
  /** @type {WebGLUniformLocation | null} */
  #tile = null;
  /** @type {WebGLFramebuffer | null} that parts of a sheet are read from */
  #copies = null;
  /** @type {WebGLProgram[]} */
  #skinPrograms = [];
  /** @type {ReturnType<typeof openSkin> | undefined} draws patches; opened for the first of them */
  #skin;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #restoreTimer;
  #ends = new AbortController();

  static open() {
    const canvas = document.createElement("canvas");
    const plain = document.createElement("canvas");
    // Browsers and their extensions refuse in many ways: null, an exception, an object of another kind.
    try {
      const gl = canvas.getContext("webgl2", {
        antialias: false, // ImGui's own edges are smooth
        depth: false,
        powerPreference: "low-power",
      });
      return gl?.drawElements && plain.getContext("2d")?.drawImage
        ? new GlContext(canvas, gl)
        : null;
    } catch {
      return null;
    }
  }

  /** @param {HTMLCanvasElement} canvas @param {WebGL2RenderingContext} gl */
  constructor(canvas, gl) {
    this.canvas = canvas;
    this.gl = gl;
    this.#flat = this.#prepare();
    /** @param {string} name @param {(event: Event) => void} act */
    const on = (name, act) => canvas.addEventListener(name, act, { signal: this.#ends.signal });
    on("webglcontextlost", (event) => {
      event.preventDefault();
      this.#restoreTimer = setTimeout(() => this.#turn(true), RESTORE_MS);
    });
    on("webglcontextrestored", () => {
      clearTimeout(this.#restoreTimer);
      this.#flat = this.#prepare();
      this.#turn(false);
    });
  }

  // Its own loss is told later and must find nobody: who waited for its return would keep it.
  close() {
    this.#ends.abort();
    clearTimeout(this.#restoreTimer);
    this.gl.getExtension("WEBGL_lose_context")?.loseContext();
  }

  /** @param {boolean} isGone */
  #turn(isGone) {
    this.isGone = isGone;
    for (const turned of this.users) turned();
  }

  // Everything that a lost context takes with it, except what belongs to the widgets.
  #prepare() {
    const { gl } = this;
    const flat = linkFlat(gl);
    this.#skin = undefined;
    this.#copies = null;
    this.#skinPrograms = linkSkin((vertex, fragment) => linkProgram(gl, vertex, fragment));
    if (!gl.getProgramParameter(flat, gl.LINK_STATUS) && !gl.isContextLost()) {
      throw new Error("WebGL refused the drawing program: " + gl.getProgramInfoLog(flat));
    }
    gl.useProgram(flat);
    this.#tile = gl.getUniformLocation(flat, "u_tile");
    for (let i = 0; i < 3; i++) gl.enableVertexAttribArray(i);
    gl.enable(gl.BLEND);
    gl.blendFunc(gl.ONE, gl.ONE_MINUS_SRC_ALPHA);
    gl.enable(gl.SCISSOR_TEST);
    gl.pixelStorei(gl.UNPACK_PREMULTIPLY_ALPHA_WEBGL, true);
    this.limit = Math.min(
      gl.getParameter(gl.MAX_TEXTURE_SIZE) || this.limit,
      ...(gl.getParameter(gl.MAX_VIEWPORT_DIMS) ?? []),
    );
    return flat;
  }

  /**
   * Draws a patch of skin over all of a texture; `tables()` gives the model's, for the first. Answers
   * whether this browser can.
   * @param {WebGLTexture | undefined} texture
   * @param {number} width
   * @param {number} height
   * @param {Float32Array} numbers
   * @param {() => Uint8Array} tables
   */
  skin(texture, width, height, numbers, tables) {
    if (this.#skin === undefined) this.#skin = openSkin(this.gl, this.#skinPrograms, tables());
    this.#skin?.draw(texture ?? null, width, height, numbers);
    this.gl.useProgram(this.#flat);
    return !!this.#skin;
  }

  /**
   * Uploads a canvas and copies parts of it into textures.
   * @param {HTMLCanvasElement} source
   * @param {{texture?: WebGLTexture, x: number, y: number, width: number, height: number,
   *   left: number, top: number}[]} parts left and top: in the source
   */
  copy(source, parts) {
    const { gl } = this;
    const { READ_FRAMEBUFFER: frame, TEXTURE_2D, RGBA, UNSIGNED_BYTE } = gl;
    const sheet = gl.createTexture();
    gl.bindTexture(TEXTURE_2D, sheet);
    gl.texImage2D(TEXTURE_2D, 0, gl.RGBA8, RGBA, UNSIGNED_BYTE, source);
    this.#copies ??= gl.createFramebuffer();
    gl.bindFramebuffer(frame, this.#copies);
    gl.framebufferTexture2D(frame, gl.COLOR_ATTACHMENT0, TEXTURE_2D, sheet, 0);
    for (const { texture, x, y, width, height, left, top } of parts) {
      if (!texture) continue;
      gl.bindTexture(TEXTURE_2D, texture);
      gl.copyTexSubImage2D(TEXTURE_2D, 0, x, y, left, top, width, height);
    }
    gl.framebufferTexture2D(frame, gl.COLOR_ATTACHMENT0, TEXTURE_2D, null, 0);
    gl.bindFramebuffer(frame, null);
    gl.deleteTexture(sheet);
  }

  /**
   * Makes the canvas's top left width x height the empty piece to draw, `top` its place.
   * @param {number} width
   * @param {number} height
   * @param {number} top
   * @param {number[]} color straight alpha
   */
  begin(width, height, top, [r, g, b, a]) {
    const { canvas, gl } = this;
    if (canvas.width < width) canvas.width = width;
    if (canvas.height < height) canvas.height = height;
    gl.viewport(0, canvas.height - height, width, height);
    gl.scissor(0, canvas.height - height, width, height);
    gl.clearColor(r * a, g * a, b * a, a);
    gl.clear(gl.COLOR_BUFFER_BIT);
    gl.uniform3f(this.#tile, width, height, top);
  }
}
