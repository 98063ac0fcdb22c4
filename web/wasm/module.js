// The wasm border of src/platform/abi.h, seen from JavaScript: strings, structs and pointers end
// here. Nothing that is handed out stays valid over the next call, except plain objects.

const NODE_BYTES = 88;
const COLORS = 13;
const PATCH = 24; // numbers of a patch of skin
const TABLES = 17408; // bytes of rt_skin_tables
const NOT_SUPPORTED = 52; // wasi errno

// 0xAABBGGRR, opaque
function css(color) {
  const hex = color.toString(16);
  return "#" + hex.slice(6) + hex.slice(4, 6) + hex.slice(2, 4);
}

/**
 * One running instance.
 * @param {WebAssembly.Module} compiled
 * @param {object} browser what C++ may ask of the browser: {painter, text} and openFormats
 * @param {(error: Error) => void} crashed called once when C++ has stopped; every later call
 *   answers 0 or null
 */
export async function openModule(compiled, browser, crashed) {
  const encoder = new TextEncoder();
  const decoder = new TextDecoder();
  let memory;
  let bytes;
  let view;
  let dead = false;

  // Memory may have grown in any call: then the old views are empty.
  function fresh() {
    if (view?.buffer !== memory.buffer) {
      view = new DataView(memory.buffer);
      bytes = new Uint8Array(memory.buffer);
    }
    return view;
  }
  const u32 = (at) => fresh().getUint32(at, true);
  const f32 = (at) => fresh().getFloat32(at, true);
  const f64 = (at) => fresh().getFloat64(at, true);
  const part = (at, size) => (fresh(), bytes.subarray(at, at + size));
  const string = (at, size) => decoder.decode(part(at, size));
  const slice = (at) => (at ? string(u32(at), u32(at + 4)) : "");
  const writeFloats = (at, values) =>
    values.forEach((value, i) => fresh().setFloat32(at + 4 * i, value, true));
  const writeText = (text, at, capacity) => {
    part(at, capacity); // renews the view
    return encoder.encodeInto(text, bytes.subarray(at, at + capacity)).written;
  };

  const { painter, text, moment, number, plural, now, hoursBetween, firstWeekday } = browser;
  const given = {
    rt: {
      texture_create: (id, w, h, at) => painter.create(id, w, h, part(at, w * h * 4)),
      texture_update: (id, x, y, w, h, at, row) =>
        painter.update(id, x, y, w, h, part(at, row * (h - 1) + w * 4), row),
      texture_destroy: (id) => painter.destroy(id),
      skin_draw: (id, w, h, at) => {
        const numbers = Float32Array.from({ length: PATCH }, (_, i) => f32(at + 4 * i));
        painter.skin(id, w, h, numbers, () => part(call("rt_skin_tables"), TABLES));
      },
      text_measure: (at, size, weight, px, out) =>
        writeFloats(out, text.measure(string(at, size), weight, px)),
      font_metrics: (weight, px, out) => writeFloats(out, text.metrics(weight, px)),
      text_draw: (id, x, y, w, h, penX, baseline, at, size, weight, px) =>
        painter.draw(id, x, y, w, h, text.draw(w, h, penX, baseline, string(at, size), weight, px)),
      format_moment: (minutes, style, out, size) => writeText(moment(minutes, style), out, size),
      format_number: (value, decimals, out, size) => writeText(number(value, decimals), out, size),
      plural_category: plural,
      now,
      hours_between: hoursBetween,
      first_weekday: firstWeekday,
    },
    wasi_snapshot_preview1: {
      fd_write(_file, vectors, count, written) {
        let line = "";
        let total = 0;
        for (let i = 0; i < count; i++) {
          const size = u32(vectors + 8 * i + 4);
          line += string(u32(vectors + 8 * i), size);
          total += size;
        }
        if (line.trim()) console.error(line.trim());
        fresh().setUint32(written, total, true);
        return 0;
      },
      proc_exit(code) {
        throw new Error(`stopped with code ${code}`);
      },
    },
  };
  // What the C library imports but this program never needs.
  for (const { module, name, kind } of WebAssembly.Module.imports(compiled)) {
    if (kind === "function") {
      (given[module] ??= {})[name] ??= () => (module.startsWith("wasi") ? NOT_SUPPORTED : 0);
    }
  }

  const { exports } = await WebAssembly.instantiate(compiled, given);
  memory = exports.memory;

  // A trap or a broken promise in C++ ends the instance, never the page.
  function call(name, ...values) {
    if (dead) return 0;
    try {
      return exports[name](...values) >>> 0;
    } catch (error) {
      dead = true;
      crashed(error);
      return 0;
    }
  }

  // Calls with texts or bytes as (pointer, size) pairs.
  function callWith(name, ...texts) {
    const blocks = texts.map((text) => {
      const data = typeof text === "string" ? encoder.encode(text) : text;
      const at = call("rt_alloc", data.length || 1);
      if (!dead) part(at, data.length).set(data);
      return [at, data.length];
    });
    const answer = call(name, ...blocks.flat());
    for (const [at] of blocks) call("rt_free", at);
    return answer;
  }

  if (exports._initialize) call("_initialize");
  const roles = slice(call("rt_role_names")).split(/[ ,]+/);

  function node(at) {
    return {
      id: u32(at),
      parent: u32(at + 4),
      role: roles[u32(at + 8)],
      flags: u32(at + 12),
      x: f32(at + 16),
      y: f32(at + 20),
      w: f32(at + 24),
      h: f32(at + 28),
      min: f64(at + 32),
      max: f64(at + 40),
      step: f64(at + 48),
      value: f64(at + 56),
      label: slice(at + 64),
      text: slice(at + 72),
      color: u32(at + 80) && css(u32(at + 80)),
    };
  }

  function drawList(at) {
    const list = {
      vertices: part(u32(at), u32(at + 4) * 20),
      indices: part(u32(at + 8), u32(at + 12) * 2),
      commands: [],
    };
    const count = u32(at + 16);
    for (let i = 0, c = at + 20; i < count; i++, c += 32) {
      list.commands.push({
        clip: [f32(c), f32(c + 4), f32(c + 8), f32(c + 12)],
        texture: u32(c + 16),
        vertex: u32(c + 20),
        index: u32(c + 24),
        count: u32(c + 28),
      });
    }
    return [list, at + 20 + 32 * count];
  }

  const remarks = () => JSON.parse(slice(call("rt_diagnostics")) || "[]");
  return {
    /** Bytes or texts; [runs, remarks]. */
    load: (model, words, clinic) => [!!callWith("rt_load", model, words, clinic), remarks()],
    resize: (width, ratio) => call("rt_resize", width, ratio),
    /** The 21 floats of ThemeInput. */
    theme(values) {
      const at = call("rt_alloc", 4 * values.length);
      if (!dead) writeFloats(at, values);
      call("rt_theme", at);
      call("rt_free", at);
    },
    /** [{where, what, used}]: the page's colors that the last frame did not use as they were given. */
    themeRemarks: () => JSON.parse(slice(call("rt_theme_diagnostics")) || "[]"),
    pointer: (kind, x, y, buttons, touch, seconds) =>
      call("rt_pointer", kind, x, y, buttons, touch, seconds),
    action: (id, kind, value) => call("rt_action", id, kind, value),
    frame: (seconds) => call("rt_frame", seconds),
    /** Reading it takes the focus request: read it once a frame. */
    report() {
      const at = call("rt_report");
      if (!at)
        return { height: 0, cursor: 0, focus: 0, clear: [0, 0, 0, 0], colors: [], cannotDraw: "" };
      return {
        height: f32(at),
        cursor: u32(at + 4),
        focus: u32(at + 12),
        clear: [16, 20, 24, 28].map((offset) => f32(at + offset)),
        text: !!u32(at + 32),
        textSwitch: u32(at + 36),
        colors: Array.from({ length: COLORS }, (_, i) => css(u32(at + 40 + 4 * i))),
        cannotDraw: slice(at + 92),
        request: u32(at + 100),
        rightToLeft: !!u32(at + 104),
        firstUseOver: !!u32(at + 108),
      };
    },
    /** The picture as draw lists; their bytes are views, to be used at once. */
    picture() {
      const start = call("rt_draw");
      const lists = [];
      for (let i = 0, at = start + 4, count = start && u32(start), list; i < count; i++) {
        [list, at] = drawList(at);
        lists.push(list);
      }
      return lists;
    },
    nodes() {
      const at = call("rt_nodes");
      const count = call("rt_node_count");
      return Array.from({ length: count }, (_, i) => node(at + i * NODE_BYTES));
    },
    state: () => slice(call("rt_state")),
    /** Applies a JSON text; the remarks on what was refused. */
    setState: (json) => (callWith("rt_set_state", json), remarks()),
    projection: () => slice(call("rt_projection")),
    /** Takes the fragment of an address; the remarks on what was refused. */
    setLink: (fragment) => (callWith("rt_set_link", fragment), remarks()),
    /** What the request of the last report needs, as JSON text; and what came of it. */
    request: () => slice(call("rt_request")),
    showFirstUse: (shown) => call("rt_show_first_use", shown ? 1 : 0),
    answer: (request, done) => call("rt_answer", request, done ? 1 : 0),
    textChanged: () => call("rt_text_changed"),
    contextRestored: () => call("rt_context_restored"),
  };
}
