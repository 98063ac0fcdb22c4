// The patch of skin in a page's one WebGL 2 context: its two programs (shaders/skin*), the model's
// tables, and the fields that its step in shaders/skin_fields.frag leaves. Draws into textures, never
// on the screen.

import { tableSide } from "rt:abi";
import { skin_common_glsl, skin_fields_frag, skin_frag, skin_vert } from "rt:shaders";

const [ALBEDO, YELLOW, RELIEF, MARKS] = [1, 2, 3, 4]; // texture units; the first is the painter's

/**
 * Begins to compile and link the two programs. Nobody waits for them here: a browser does it beside
 * other work.
 * @param {(vertex: string, fragment: string) => WebGLProgram} link
 */
export const linkSkin = (link) =>
  [skin_fields_frag, skin_frag].map((step) => link(skin_vert, skin_common_glsl + step));

/**
 * Null where the browser refused a program: then no patch can be drawn.
 * @param {WebGL2RenderingContext} gl
 * @param {WebGLProgram[]} programs of linkSkin
 * @param {Uint8Array} tables albedo, then yellow
 */
export function openSkin(gl, programs, tables) {
  const linked = programs.every((program) => gl.getProgramParameter(program, gl.LINK_STATUS));
  return linked ? new SkinPainter(gl, programs, tables) : null;
}

/** @typedef {{program: WebGLProgram, numbers: WebGLUniformLocation | null}} Step */

// Leaves the context as it was found, except for the program and what is bound to its units.
class SkinPainter {
  #gl;
  /** @type {Step} */
  #fields;
  /** @type {Step} */
  #skin;
  #array; // without attributes
  #frame;
  #made = ""; // what the fields were drawn for

  /** @param {WebGL2RenderingContext} gl @param {WebGLProgram[]} programs @param {Uint8Array} tables */
  constructor(gl, programs, tables) {
    this.#gl = gl;
    this.#array = gl.createVertexArray();
    this.#frame = gl.createFramebuffer();
    [this.#fields, this.#skin] = programs.map((program) => {
      return { program, numbers: gl.getUniformLocation(program, "u_skin") };
    });
    this.#makeTextures(tables);
    const { program } = this.#skin;
    gl.useProgram(program);
    ["albedo", "yellow", "relief", "marks"].forEach((name, i) =>
      gl.uniform1i(gl.getUniformLocation(program, "u_" + name), ALBEDO + i),
    );
  }

  /** @param {Uint8Array} tables */
  #makeTextures(tables) {
    const gl = this.#gl;
    const { TEXTURE_2D, TEXTURE_3D, RGBA, UNSIGNED_BYTE } = gl;
    const side = tableSide;
    const cube = tables.subarray(0, side ** 3 * 4);
    const square = tables.subarray(cube.length);
    gl.pixelStorei(gl.UNPACK_PREMULTIPLY_ALPHA_WEBGL, false); // not allowed for the cube
    this.#makeTexture(ALBEDO, TEXTURE_3D, gl.LINEAR);
    const size = /** @type {const} */ ([side, side, side]);
    gl.texImage3D(TEXTURE_3D, 0, gl.SRGB8_ALPHA8, ...size, 0, RGBA, UNSIGNED_BYTE, cube);
    this.#makeTexture(YELLOW, TEXTURE_2D, gl.LINEAR);
    gl.texImage2D(TEXTURE_2D, 0, gl.RGBA8, side, side, 0, RGBA, UNSIGNED_BYTE, square);
    for (const unit of [RELIEF, MARKS]) this.#makeTexture(unit, TEXTURE_2D, gl.NEAREST);
    gl.activeTexture(gl.TEXTURE0);
    gl.pixelStorei(gl.UNPACK_PREMULTIPLY_ALPHA_WEBGL, true);
  }

  /** @param {number} unit @param {number} target @param {number} filter */
  #makeTexture(unit, target, filter) {
    const gl = this.#gl;
    gl.activeTexture(gl.TEXTURE0 + unit);
    gl.bindTexture(target, gl.createTexture());
    const set = gl.texParameteri.bind(gl, target);
    for (const name of [gl.TEXTURE_MIN_FILTER, gl.TEXTURE_MAG_FILTER]) set(name, filter);
    for (const name of [gl.TEXTURE_WRAP_S, gl.TEXTURE_WRAP_T, gl.TEXTURE_WRAP_R]) {
      set(name, gl.CLAMP_TO_EDGE);
    }
  }

  /**
   * @param {Step} step
   * @param {number} width
   * @param {number} height
   * @param {Float32Array} values
   * @param {(WebGLTexture | null)[]} targets
   */
  #step({ program, numbers }, width, height, values, ...targets) {
    const gl = this.#gl;
    gl.useProgram(program);
    gl.uniform4fv(numbers, values);
    const { FRAMEBUFFER, TEXTURE_2D } = gl;
    const points = targets.map((target, i) => {
      const point = gl.COLOR_ATTACHMENT0 + i;
      gl.framebufferTexture2D(FRAMEBUFFER, point, TEXTURE_2D, target, 0);
      return point;
    });
    gl.drawBuffers(points);
    gl.viewport(0, 0, width, height);
    gl.drawArrays(gl.TRIANGLES, 0, 3);
    for (const point of points) gl.framebufferTexture2D(FRAMEBUFFER, point, TEXTURE_2D, null, 0);
  }

  // One pixel more than the patch: its slopes look at the next one.
  /** @param {number} width @param {number} height @param {Float32Array} values */
  #drawFields(width, height, values) {
    const gl = this.#gl;
    const now = [width, height, values[0], ...values.subarray(12, 15), values[19]].join();
    if (this.#made === now) return;
    this.#made = now;
    const { TEXTURE_2D, RGBA8, RGBA, UNSIGNED_BYTE } = gl;
    const targets = [RELIEF, MARKS].map((unit) => {
      gl.activeTexture(gl.TEXTURE0 + unit);
      gl.texImage2D(TEXTURE_2D, 0, RGBA8, width + 1, height + 1, 0, RGBA, UNSIGNED_BYTE, null);
      return gl.getParameter(gl.TEXTURE_BINDING_2D);
    });
    // A texture that is read and written at once is refused, so no program of this step reads them.
    this.#step(this.#fields, width + 1, height + 1, values, ...targets);
    gl.activeTexture(gl.TEXTURE0);
  }

  /**
   * Draws the patch of these 24 numbers (src/model/skin/skin_patch.h) over all of a texture.
   * @param {WebGLTexture | null} target
   * @param {number} width
   * @param {number} height
   * @param {Float32Array} values
   */
  draw(target, width, height, values) {
    const gl = this.#gl;
    gl.bindVertexArray(this.#array);
    gl.bindFramebuffer(gl.FRAMEBUFFER, this.#frame);
    gl.disable(gl.SCISSOR_TEST);
    gl.disable(gl.BLEND);
    this.#drawFields(width, height, values);
    this.#step(this.#skin, width, height, values, target);
    gl.enable(gl.BLEND);
    gl.enable(gl.SCISSOR_TEST);
    gl.bindFramebuffer(gl.FRAMEBUFFER, null);
    gl.bindVertexArray(null);
  }
}
