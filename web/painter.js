// Draws rt_draw's lists with WebGL 2: one program, one texture bound at a time, premultiplied alpha
// throughout (the page may shine through).

import { flat_vert, flat_frag } from "rt:shaders";

// More pixels than this cost more memory than sharpness is worth (and some phones refuse them).
const MAX_PIXELS = 2 ** 24;

/**
 * @param {HTMLCanvasElement} canvas
 * @returns null where there is no WebGL 2
 */
export function openPainter(canvas) {
  const gl = canvas.getContext("webgl2", {
    antialias: false, // ImGui's own edges are smooth
    depth: false,
    powerPreference: "low-power",
  });
  if (!gl) return null;
  const textures = new Map();
  const pixel = [gl.RGBA, gl.UNSIGNED_BYTE];
  let size, vertices, indices, limit;

  function shader(type, source) {
    const made = gl.createShader(type);
    gl.shaderSource(made, source);
    gl.compileShader(made);
    return made;
  }

  // Everything that a lost context takes with it, except the textures: C++ makes those anew.
  function prepare() {
    textures.clear();
    const program = gl.createProgram();
    gl.attachShader(program, shader(gl.VERTEX_SHADER, flat_vert));
    gl.attachShader(program, shader(gl.FRAGMENT_SHADER, flat_frag));
    ["a_place", "a_texel", "a_color"].forEach((name, i) => gl.bindAttribLocation(program, i, name));
    gl.linkProgram(program);
    if (!gl.getProgramParameter(program, gl.LINK_STATUS) && !gl.isContextLost()) {
      throw new Error("WebGL refused the drawing program: " + gl.getProgramInfoLog(program));
    }
    gl.useProgram(program);
    size = gl.getUniformLocation(program, "u_size");
    vertices = gl.createBuffer();
    indices = gl.createBuffer();
    gl.bindBuffer(gl.ARRAY_BUFFER, vertices);
    gl.bindBuffer(gl.ELEMENT_ARRAY_BUFFER, indices);
    for (let i = 0; i < 3; i++) gl.enableVertexAttribArray(i);
    gl.enable(gl.BLEND);
    gl.blendFunc(gl.ONE, gl.ONE_MINUS_SRC_ALPHA);
    gl.pixelStorei(gl.UNPACK_PREMULTIPLY_ALPHA_WEBGL, true);
    const viewport = gl.getParameter(gl.MAX_VIEWPORT_DIMS) ?? [4096, 4096];
    limit = Math.min(gl.getParameter(gl.MAX_TEXTURE_SIZE) ?? 4096, ...viewport);
  }

  function bind(id) {
    const texture = textures.get(id);
    if (texture) gl.bindTexture(gl.TEXTURE_2D, texture);
    return !!texture;
  }

  prepare();
  return {
    prepare,
    lost: () => gl.isContextLost(),

    /** The highest pixel ratio, at most `wanted`, at which this many CSS pixels can be drawn. */
    ratio: (wanted, width, height) =>
      Math.min(
        wanted,
        limit / width,
        limit / (height || 1),
        Math.sqrt(MAX_PIXELS / (width * (height || 1))),
      ),

    /** Device pixels. Returns true when the picture is gone and must be painted again. */
    resize(width, height) {
      if (canvas.width === width && canvas.height === height) return false;
      canvas.width = width;
      canvas.height = height;
      return true;
    },

    create(id, width, height, pixels) {
      this.destroy(id);
      textures.set(id, gl.createTexture());
      bind(id);
      gl.texStorage2D(gl.TEXTURE_2D, 1, gl.RGBA8, width, height);
      for (const filter of [gl.TEXTURE_MIN_FILTER, gl.TEXTURE_MAG_FILTER]) {
        gl.texParameteri(gl.TEXTURE_2D, filter, gl.LINEAR);
      }
      for (const wrap of [gl.TEXTURE_WRAP_S, gl.TEXTURE_WRAP_T]) {
        gl.texParameteri(gl.TEXTURE_2D, wrap, gl.CLAMP_TO_EDGE);
      }
      this.update(id, 0, 0, width, height, pixels, width * 4);
    },
    update(id, x, y, width, height, pixels, rowBytes) {
      if (!bind(id)) return;
      gl.pixelStorei(gl.UNPACK_ROW_LENGTH, rowBytes / 4);
      gl.texSubImage2D(gl.TEXTURE_2D, 0, x, y, width, height, ...pixel, pixels);
      gl.pixelStorei(gl.UNPACK_ROW_LENGTH, 0);
    },
    /** Copies the top left of a canvas, never by way of readable pixels. */
    draw(id, x, y, width, height, source) {
      if (bind(id)) {
        gl.texSubImage2D(gl.TEXTURE_2D, 0, x, y, width, height, ...pixel, source);
      }
    },
    destroy(id) {
      gl.deleteTexture(textures.get(id) ?? null);
      textures.delete(id);
    },

    /** Paints draw lists over the color [r, g, b, a] (straight alpha, 0..1). */
    paint(lists, [r, g, b, a]) {
      const { width, height } = canvas;
      gl.viewport(0, 0, width, height);
      gl.disable(gl.SCISSOR_TEST);
      gl.clearColor(r * a, g * a, b * a, a);
      gl.clear(gl.COLOR_BUFFER_BIT);
      gl.enable(gl.SCISSOR_TEST);
      gl.uniform2f(size, width, height);
      for (const list of lists) {
        gl.bufferData(gl.ARRAY_BUFFER, list.vertices, gl.STREAM_DRAW);
        gl.bufferData(gl.ELEMENT_ARRAY_BUFFER, list.indices, gl.STREAM_DRAW);
        let offset = -1;
        for (const { clip, texture, vertex, index, count } of list.commands) {
          const [left, top, right, bottom] = clip.map(Math.round);
          if (right <= left || bottom <= top || !count || !bind(texture)) continue;
          if (vertex !== offset) {
            offset = vertex;
            gl.vertexAttribPointer(0, 2, gl.FLOAT, false, 20, 20 * vertex);
            gl.vertexAttribPointer(1, 2, gl.FLOAT, false, 20, 20 * vertex + 8);
            gl.vertexAttribPointer(2, 4, gl.UNSIGNED_BYTE, true, 20, 20 * vertex + 16);
          }
          gl.scissor(left, height - bottom, right - left, bottom - top);
          gl.drawElements(gl.TRIANGLES, count, gl.UNSIGNED_SHORT, 2 * index);
        }
      }
    },

    /** Gives the context back; browsers keep only about sixteen. */
    close: () => gl.getExtension("WEBGL_lose_context")?.loseContext(),
  };
}
