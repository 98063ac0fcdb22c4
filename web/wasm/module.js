// The machine in wasm (src/platform/abi.h), seen from JavaScript: strings, structs and pointers end
// here. Nothing that is handed out stays valid over the next call, except plain objects.

import {
  readDrawCommand,
  readDrawList,
  readDrawLists,
  readLoadOutput,
  readNodeList,
  readNodeRecord,
  readReport,
  readSlice,
  readThemeOutput,
  Role,
  sizeDrawCommand,
  sizeDrawList,
  sizeDrawVertex,
  sizeNodeRecord,
  sizeThemeInput,
  writeThemeInput,
} from "rt:abi";
import { importsFor } from "./imports.js";
import { Instance } from "./instance.js";

/** @typedef {import("rt:abi").ThemeInput} ThemeInput */
/** @typedef {import("./memory.js").Memory} Memory */
/** @typedef {{level: "error" | "warning", where: string, what: string}} Diagnostic */
/** @typedef {{where: string, what: string, used: string}} Correction */
/** @typedef {ReturnType<typeof nodeAt>} SemanticNode */
/** @typedef {ReturnType<typeof drawListAt>} DrawList */
/** @typedef {Awaited<ReturnType<typeof openModule>>} Core */

const INDEX_BYTES = Uint16Array.BYTES_PER_ELEMENT;

/** 0xAABBGGRR, opaque, as CSS. @param {number} color */
function css(color) {
  const hex = color.toString(16);
  return "#" + hex.slice(6) + hex.slice(4, 6) + hex.slice(2, 4);
}

/**
 * An array of structs.
 * @template T
 * @param {(memory: Memory, at: number) => T} read
 * @param {Memory} memory
 * @param {number} at
 * @param {number} count
 * @param {number} size bytes of each
 */
const each = (read, memory, at, count, size) =>
  Array.from({ length: count }, (_, i) => read(memory, at + i * size));

/** @param {Memory} memory @param {number} at */
function nodeAt(memory, at) {
  const record = readNodeRecord(memory, at);
  return { ...record, role: Role[record.role], color: record.color ? css(record.color) : "" };
}

/** @param {Memory} memory @param {number} at */
function drawListAt(memory, at) {
  const list = readDrawList(memory, at);
  return {
    vertices: memory.bytes(list.vertices, list.vertexCount * sizeDrawVertex),
    indices: memory.bytes(list.indices, list.indexCount * INDEX_BYTES),
    commands: each(readDrawCommand, memory, list.commands, list.commandCount, sizeDrawCommand),
  };
}

/** @param {Instance} instance */
function control(instance) {
  const { memory } = instance;
  /** @param {string} name @param {import("./instance.js").Block[]} blocks */
  const text = (name, ...blocks) => readSlice(memory, instance.callWith(name, ...blocks));
  /** @param {string} json @returns {Diagnostic[]} */
  const diagnostics = (json) => JSON.parse(json || "[]");
  /** @type {Map<number, SemanticNode>} by version */
  let told = new Map();
  return {
    /** @param {Uint8Array} model @param {Uint8Array} words @param {string} clinic */
    load(model, words, clinic) {
      const output = readLoadOutput(memory, instance.callWith("rt_load", model, words, clinic));
      return { ...output, diagnostics: diagnostics(output.diagnostics) };
    },
    /** The colors as CSS, and the page's that are not used as they were given. @param {ThemeInput} input */
    theme(input) {
      const at = instance.alloc(sizeThemeInput);
      writeThemeInput(memory, at, input);
      const { palette, clearColor, corrections } = readThemeOutput(
        memory,
        instance.call("rt_theme", at),
      );
      instance.free(at);
      const colors = Object.entries(palette).map(([name, color]) => [name, css(color)]);
      return {
        colors: /** @type {Record<keyof typeof palette, string>} */ (Object.fromEntries(colors)),
        clearColor,
        corrections: /** @type {Correction[]} */ (JSON.parse(corrections || "[]")),
      };
    },
    /** Whether the widget uses the press. @param {number} kind @param {number} x @param {number} y @param {boolean} touch */
    pointer: (kind, x, y, touch) => !!instance.call("rt_pointer", kind, x, y, +touch),
    /** @param {number} id @param {number} kind @param {number} value @param {string} [text] of a search */
    controlEvent: (id, kind, value, text) =>
      text === undefined
        ? instance.call("rt_control_event", id, kind, value)
        : instance.callAfter([id], "rt_control_text", text),
    /** @param {number} seconds @param {number} width @param {number} ratio */
    frame: (seconds, width, ratio) =>
      readReport(memory, instance.call("rt_frame", seconds, width, ratio)),
    /** The picture as draw lists; their bytes are views, to be used at once. */
    picture() {
      const { lists, count } = readDrawLists(memory, instance.call("rt_draw"));
      return each(drawListAt, memory, lists, count, sizeDrawList);
    },
    /** A node that has not changed is the same object as before. */
    nodes() {
      const { nodes, count, versions } = readNodeList(memory, instance.call("rt_nodes"));
      const before = told;
      told = new Map();
      for (let i = 0; i < count; i++) {
        const version = memory.u32(versions + 4 * i);
        told.set(version, before.get(version) ?? nodeAt(memory, nodes + i * sizeNodeRecord));
      }
      return [...told.values()];
    },
    state: () => text("rt_state"),
    projection: () => text("rt_projection"),
    /** Applies a JSON text; what was refused. @param {string} json */
    setState: (json) => diagnostics(text("rt_set_state", json)),
    /** Takes the fragment of an address; what was refused. @param {string} fragment */
    setLink: (fragment) => diagnostics(text("rt_set_link", fragment)),
    /** @param {number} request of a report @param {boolean} done */
    requestDone: (request, done) => instance.call("rt_request_done", request, +done),
    textChanged: () => instance.call("rt_text_changed"),
    contextRestored: () => instance.call("rt_context_restored"),
  };
}

/**
 * One running machine. Once it has stopped, every call answers zeros and empty texts.
 * @param {WebAssembly.Module} compiled
 * @param {import("./imports.js").Browser} browser
 * @param {(error: Error) => void} crashed called once when C++ has stopped
 */
export async function openModule(compiled, browser, crashed) {
  const instance = new Instance(crashed);
  const { memory } = instance;
  const skinTables = () => {
    const at = instance.call("rt_skin_tables");
    return memory.bytes(memory.u32(at), memory.u32(at + 4));
  };
  await instance.start(compiled, importsFor(compiled, memory, browser, skinTables));
  return control(instance);
}
