// The programs that draw, and how draw lists lie in their buffers.

import { DrawVertexPlaces, sizeDrawVertex } from "rt:abi";
import { flat_frag, flat_vert } from "rt:shaders";

const ATTRIBUTES = ["a_place", "a_texel", "a_color"];

/** @param {WebGL2RenderingContext} gl @param {number} type @param {string} source */
function shader(gl, type, source) {
  const made = /** @type {WebGLShader} */ (gl.createShader(type));
  gl.shaderSource(made, source);
  gl.compileShader(made);
  return made;
}

/**
 * Begins to compile and link.
 * @param {WebGL2RenderingContext} gl
 * @param {string} vertex
 * @param {string} fragment
 */
export function linkProgram(gl, vertex, fragment) {
  const program = gl.createProgram();
  gl.attachShader(program, shader(gl, gl.VERTEX_SHADER, vertex));
  gl.attachShader(program, shader(gl, gl.FRAGMENT_SHADER, fragment));
  ATTRIBUTES.forEach((name, i) => gl.bindAttribLocation(program, i, name));
  gl.linkProgram(program);
  return program;
}

/** The program for all but skin. @param {WebGL2RenderingContext} gl */
export const linkFlat = (gl) => linkProgram(gl, flat_vert, flat_frag);

/** Lets the program read the bound buffer from its vertex `first` on. @param {WebGL2RenderingContext} gl @param {number} first */
export function pointAtVertices(gl, first) {
  const [size, at] = [sizeDrawVertex, sizeDrawVertex * first];
  gl.vertexAttribPointer(0, 2, gl.FLOAT, false, size, at + DrawVertexPlaces.x);
  gl.vertexAttribPointer(1, 2, gl.FLOAT, false, size, at + DrawVertexPlaces.u);
  gl.vertexAttribPointer(2, 4, gl.UNSIGNED_BYTE, true, size, at + DrawVertexPlaces.color);
}
