// The one WebGL 2 context of a page. Every widget's pieces are drawn in it, one after the other, and
// copied from it: so that pages with many widgets stay far below the browsers' limit of contexts, and
// a widget keeps its picture when the context is lost.

import { flat_vert, flat_frag } from "rt:shaders";
import { linkSkin, openSkin } from "./skin.js";

const PATIENCE_MS = 3000; // a context that is lost comes back sooner, or not at all
let shared = null; // lives while a widget uses it

/**
 * @param {() => void} turned called when the context has come back, empty, after it was lost; and
 *   when it is `gone`, for it did not come back in a while
 * @returns null where there is no WebGL 2
 */
export function enterStudio(turned) {
  shared ??= openStudio();
  shared?.users.add(turned);
  return shared;
}

/** Gives the context back when nobody needs it any more. */
export function leaveStudio(turned) {
  if (!shared) return;
  shared.users.delete(turned);
  if (shared.users.size) return;
  shared.gl.getExtension("WEBGL_lose_context")?.loseContext();
  shared = null;
}

function openStudio() {
  const canvas = document.createElement("canvas");
  const gl = canvas.getContext("webgl2", {
    antialias: false, // ImGui's own edges are smooth
    depth: false,
    powerPreference: "low-power",
  });
  if (!gl) return null;
  const users = new Set();
  let flat; // the program for all but skin
  let tile; // its uniform
  let skinPrograms;
  let skin; // draws patches of skin; opened for the first
  let limit = 4096;

  function shader(type, source) {
    const made = gl.createShader(type);
    gl.shaderSource(made, source);
    gl.compileShader(made);
    return made;
  }

  function link(vertex, fragment) {
    const program = gl.createProgram();
    gl.attachShader(program, shader(gl.VERTEX_SHADER, vertex));
    gl.attachShader(program, shader(gl.FRAGMENT_SHADER, fragment));
    ["a_place", "a_texel", "a_color"].forEach((name, i) => gl.bindAttribLocation(program, i, name));
    gl.linkProgram(program);
    return program;
  }

  // Everything that a lost context takes with it, except what belongs to the widgets.
  function prepare() {
    skin = undefined;
    flat = link(flat_vert, flat_frag);
    skinPrograms = linkSkin(link);
    if (!gl.getProgramParameter(flat, gl.LINK_STATUS) && !gl.isContextLost()) {
      throw new Error("WebGL refused the drawing program: " + gl.getProgramInfoLog(flat));
    }
    gl.useProgram(flat);
    tile = gl.getUniformLocation(flat, "u_tile");
    for (let i = 0; i < 3; i++) gl.enableVertexAttribArray(i);
    gl.enable(gl.BLEND);
    gl.blendFunc(gl.ONE, gl.ONE_MINUS_SRC_ALPHA);
    gl.enable(gl.SCISSOR_TEST);
    gl.pixelStorei(gl.UNPACK_PREMULTIPLY_ALPHA_WEBGL, true);
    limit = Math.min(
      gl.getParameter(gl.MAX_TEXTURE_SIZE) || limit,
      ...(gl.getParameter(gl.MAX_VIEWPORT_DIMS) ?? []),
    );
  }

  prepare();
  let gone = false;
  let patience = 0; // the timer
  function turn(isGone) {
    gone = isGone;
    for (const turned of users) turned();
  }
  canvas.addEventListener("webglcontextlost", (event) => {
    event.preventDefault();
    patience = setTimeout(turn, PATIENCE_MS, true);
  });
  canvas.addEventListener("webglcontextrestored", () => {
    clearTimeout(patience);
    prepare();
    turn(false);
  });

  return {
    gl,
    canvas,
    users,
    isGone: () => gone,
    /** The widest that can be drawn, in device pixels. */
    limit: () => limit,
    /**
     * Draws a patch of skin over all of a texture; `tables()` gives the model's, for the first. Answers
     * whether this browser can.
     */
    skin(texture, width, height, numbers, tables) {
      if (skin === undefined) skin = openSkin(gl, skinPrograms, tables());
      skin?.(texture, width, height, numbers);
      gl.useProgram(flat);
      return !!skin;
    },
    /** Makes the canvas's top left width x height the empty piece to draw, `top` its place. */
    begin(width, height, top, [r, g, b, a]) {
      if (canvas.width < width) canvas.width = width;
      if (canvas.height < height) canvas.height = height;
      gl.viewport(0, canvas.height - height, width, height);
      gl.scissor(0, canvas.height - height, width, height);
      gl.clearColor(r * a, g * a, b * a, a);
      gl.clear(gl.COLOR_BUFFER_BIT);
      gl.uniform3f(tile, width, height, top);
    },
  };
}
