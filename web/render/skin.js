// The patch of skin in a page's one WebGL 2 context: its two programs (shaders/skin*), the model's
// tables, and the fields that its step in shaders/skin_fields.frag leaves. Draws into textures, never
// on the screen.

import { skin_common_glsl, skin_fields_frag, skin_frag, skin_vert } from "rt:shaders";

const SIDE = 16; // of the tables, src/model/skin/skin_tables.h
const [ALBEDO, YELLOW, RELIEF, MARKS] = [1, 2, 3, 4]; // texture units; the first is the painter's

/**
 * Begins to compile and link the two programs. Nobody waits for them here: a browser does it beside
 * other work.
 * @param {(vertex: string, fragment: string) => WebGLProgram} link
 */
export const linkSkin = (link) =>
  [skin_fields_frag, skin_frag].map((step) => link(skin_vert, skin_common_glsl + step));

/**
 * Leaves the context as it was found, except for the program and what is bound to these units.
 * @param {WebGL2RenderingContext} gl
 * @param {WebGLProgram[]} programs of linkSkin
 * @param {Uint8Array} tables albedo, then yellow
 * @returns null where the browser refused a program: then no patch can be drawn
 */
export function openSkin(gl, programs, tables) {
  if (!programs.every((program) => gl.getProgramParameter(program, gl.LINK_STATUS))) return null;
  const [fields, skin] = programs.map((program) => {
    return { program, numbers: gl.getUniformLocation(program, "u_skin") };
  });
  const array = gl.createVertexArray(); // without attributes
  const frame = gl.createFramebuffer();
  let made = ""; // what the fields were drawn for

  function texture(unit, target, filter) {
    gl.activeTexture(gl.TEXTURE0 + unit);
    gl.bindTexture(target, gl.createTexture());
    const set = (name, value) => gl.texParameteri(target, gl["TEXTURE_" + name], value);
    for (const name of ["MIN_FILTER", "MAG_FILTER"]) set(name, filter);
    for (const name of ["WRAP_S", "WRAP_T", "WRAP_R"]) set(name, gl.CLAMP_TO_EDGE);
  }
  const { TEXTURE_2D, TEXTURE_3D, RGBA8, LINEAR, NEAREST } = gl;
  const bytes = [gl.RGBA, gl.UNSIGNED_BYTE];
  gl.pixelStorei(gl.UNPACK_PREMULTIPLY_ALPHA_WEBGL, false); // not allowed for the cube
  texture(ALBEDO, TEXTURE_3D, LINEAR);
  const cube = tables.subarray(0, SIDE ** 3 * 4);
  gl.texImage3D(TEXTURE_3D, 0, gl.SRGB8_ALPHA8, SIDE, SIDE, SIDE, 0, ...bytes, cube);
  texture(YELLOW, TEXTURE_2D, LINEAR);
  gl.texImage2D(TEXTURE_2D, 0, RGBA8, SIDE, SIDE, 0, ...bytes, tables.subarray(cube.length));
  for (const unit of [RELIEF, MARKS]) texture(unit, TEXTURE_2D, NEAREST);
  gl.activeTexture(gl.TEXTURE0);
  gl.pixelStorei(gl.UNPACK_PREMULTIPLY_ALPHA_WEBGL, true);
  gl.useProgram(skin.program);
  ["albedo", "yellow", "relief", "marks"].forEach((name, i) =>
    gl.uniform1i(gl.getUniformLocation(skin.program, "u_" + name), ALBEDO + i),
  );

  function step({ program, numbers }, width, height, values, ...targets) {
    gl.useProgram(program);
    gl.uniform4fv(numbers, values);
    const points = targets.map((target, i) => {
      const point = gl.COLOR_ATTACHMENT0 + i;
      gl.framebufferTexture2D(gl.FRAMEBUFFER, point, TEXTURE_2D, target, 0);
      return point;
    });
    gl.drawBuffers(points);
    gl.viewport(0, 0, width, height);
    gl.drawArrays(gl.TRIANGLES, 0, 3);
    for (const point of points) gl.framebufferTexture2D(gl.FRAMEBUFFER, point, TEXTURE_2D, null, 0);
  }

  // One pixel more than the patch: its slopes look at the next one.
  function drawFields(width, height, values) {
    const now = [width, height, values[0], ...values.subarray(12, 15), values[19]].join();
    if (made === now) return;
    made = now;
    const targets = [RELIEF, MARKS].map((unit) => {
      gl.activeTexture(gl.TEXTURE0 + unit);
      gl.texImage2D(TEXTURE_2D, 0, RGBA8, width + 1, height + 1, 0, ...bytes, null);
      return gl.getParameter(gl.TEXTURE_BINDING_2D);
    });
    // A texture that is read and written at once is refused, so no program of this step reads them.
    step(fields, width + 1, height + 1, values, ...targets);
    gl.activeTexture(gl.TEXTURE0);
  }

  /** Draws the patch of these 24 numbers (src/model/skin/skin_patch.h) over all of a texture. */
  return function draw(target, width, height, values) {
    gl.bindVertexArray(array);
    gl.bindFramebuffer(gl.FRAMEBUFFER, frame);
    gl.disable(gl.SCISSOR_TEST);
    gl.disable(gl.BLEND);
    drawFields(width, height, values);
    step(skin, width, height, values, target);
    gl.enable(gl.BLEND);
    gl.enable(gl.SCISSOR_TEST);
    gl.bindFramebuffer(gl.FRAMEBUFFER, null);
    gl.bindVertexArray(null);
  };
}
