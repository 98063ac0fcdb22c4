// One running widget: the machine in wasm with everything that sees, hears and draws for it.

import { ControlEventKind, Cursor, FrameFlag } from "rt:abi";
import { listenToPointer } from "../dom/input.js";
import { Semantics } from "../dom/semantics.js";
import { openFormats } from "../render/formats.js";
import { openNoPainter, openPainter } from "../render/painter.js";
import { openText } from "../render/text.js";
import { openModule } from "../wasm/module.js";
import { Appearance } from "./appearance.js";
import { containEvents, joinFocus } from "./containment.js";
import { openFrames } from "./frames.js";
import { closedSections, openWhilePrinting } from "./printing.js";
import { serve } from "./requests.js";
import { watchSize } from "./size.js";
import { openTheme } from "./theme.js";

/** @typedef {import("../wasm/module.js").Diagnostic} Diagnostic */
/** @typedef {import("./assets.js").Assets} Assets */
/** @typedef {import("./stage.js").Stage} Stage */
/** @typedef {import("./appearance.js").Warning} Warning */
/**
 * @typedef {object} Options
 * @property {boolean} asText the text version is shown from the start
 * @property {() => boolean} unwanted it is not needed any more
 * @property {() => void} changed the state is another one
 * @property {(warnings: Warning[]) => void} warned
 * @property {(error: Error & {code: string}) => void} crashed
 */

const CURSORS = {
  [Cursor.standard]: "default",
  [Cursor.pointer]: "pointer",
  [Cursor.sideways]: "ew-resize",
};
const WIDTH_UNSEEN = 320; // CSS px taken while the element has no width
const NARROW = 240; // CSS px below which nothing can be read in comfort
const MOST_HEIGHTS = 4; // that a frame may find one after the other

/**
 * Starts a widget and draws its first picture.
 * @param {HTMLElement} host
 * @param {Stage} place
 * @param {Promise<[Assets, {text: string}]>} given the assets, and the clinic's JSON text or ""
 * @param {Options} options
 * @returns {Promise<Widget | null>} null when it has become `unwanted` in the meantime
 */
export async function openWidget(host, place, given, options) {
  const widget = new Widget(host, place, options);
  try {
    await widget.start(given);
  } catch (error) {
    widget.close();
    throw error;
  }
  return options.unwanted() ? (widget.close(), null) : widget;
}

export class Widget {
  /** What was wrong in the clinic's content. @type {Diagnostic[]} */
  diagnostics = [];
  /** @type {HTMLElement} */
  #host;
  /** @type {Stage} */
  #place;
  /** @type {Options} */
  #options;
  #ends = new AbortController();
  #window;
  /** @type {import("../render/painter.js").Painter} */
  #painter;
  #text;
  #semantics;
  #appearance;
  #theme;
  #frames;
  /** @type {import("../wasm/module.js").Core} from start() on */
  #core = /** @type {any} */ (null);

  #running = false;
  /** @type {Error | null} */
  #failure = null;
  #inputPending = false; // the pointer or a control has done something since the last frame
  #textChosen = false; // by the visitor, not for want of WebGL
  #textSwitch = 0; // id of the control that changes it
  #cannotDraw = "";
  #isNarrow = false; // and that was told
  #clearColor = [0, 0, 0, 0];
  #size = { width: WIDTH_UNSEEN, wish: 1, ratio: 1, height: 0 };

  /** @param {HTMLElement} host @param {Stage} place @param {Options} options */
  constructor(host, place, options) {
    this.#host = host;
    this.#place = place;
    this.#options = options;
    this.#window = host.ownerDocument.defaultView ?? self;
    const { signal } = this.#ends;
    const flush = () => this.#painter.flush();
    this.#frames = openFrames(place.stage, () => this.#frame(), flush, signal);
    this.#theme = openTheme(place.probe, () => this.#themeChanged(), signal);
    this.#appearance = new Appearance(host, place.stage);
    this.#text = openText(host);
    this.#text.refresh();
    this.#semantics = new Semantics(place.mirror, this.#controlEvent.bind(this), signal);
    // The drawing context is made while the assets are still on their way.
    const picture = () => ({ lists: this.#core.picture(), clearColor: this.#clearColor });
    this.#painter =
      openPainter(place.picture, picture, () => this.#restored(), this.#frames.ask) ??
      openNoPainter();
  }

  /** @param {Promise<[Assets, {text: string}]>} given */
  async start(given) {
    const [assets, clinic] = await given;
    const browser = {
      textures: this.#painter.textures,
      text: this.#text,
      formats: openFormats(assets.locale),
    };
    this.#core = await openModule(assets.module, browser, (error) => this.#crash(error));
    if (this.#options.unwanted()) return;
    this.#place.stage.lang = assets.language;
    this.#load(assets, clinic.text);
    this.#listen();
    watchSize(this.#place.ruler, (...size) => this.#resized(...size), this.#ends.signal);
    this.#themeChanged();
    this.#frame();
    if (this.#failure) throw this.#failure;
    if (this.#options.asText) this.#controlEvent(this.#textSwitch, ControlEventKind.press, 0);
    this.#running = true;
    this.#place.room.classList.remove("waiting");
  }

  /** @param {Assets} assets @param {string} clinic */
  #load({ model, words }, clinic) {
    const { stage } = this.#place;
    const output = this.#core.load(model, words, clinic);
    if (!output.runs) {
      const { where, what } = output.diagnostics.find(({ level }) => level === "error") ?? {};
      const reason =
        this.#failure?.message ?? what ?? "The widget's own files do not fit together.";
      const hint = " Upload the widget's files again, binary and not optimized.";
      throw Object.assign(new Error(reason + hint), { where, code: "damaged" });
    }
    this.diagnostics = output.diagnostics;
    this.#textSwitch = output.textSwitch;
    this.#cannotDraw = output.cannotDraw;
    stage.dir = output.rightToLeft ? "rtl" : "ltr";
  }

  #listen() {
    const { signal } = this.#ends;
    const { fonts } = this.#host.ownerDocument;
    fonts?.addEventListener("loadingdone", () => this.#fontChanged(), { signal });
    openWhilePrinting(this.#window, () => this.#openSections(), signal);
    tellContacts(this.#host, signal);
    containEvents(this.#host, this.#place.picture, signal);
    joinFocus(this.#host, signal);
    listenToPointer(
      this.#place.picture,
      {
        send: (kind, x, y, touch) => {
          const { width, height } = this.#size;
          const used = this.#core.pointer(kind, x * width, y * height, touch);
          this.#inputPending = true;
          this.#frames.ask();
          return used;
        },
        focus: (x, y) => this.#semantics.focusAt(x * this.#size.width, y * this.#size.height),
      },
      signal,
    );
  }

  // --- from events to the next frame ---

  /** @param {number} id @param {number} kind @param {number} value @param {string} [text] */
  #controlEvent(id, kind, value, text) {
    this.#core.controlEvent(id, kind, value, text);
    this.#inputPending = true;
    this.#frames.answer();
  }

  // Within the observer's own turn the page is laid out but not yet painted: drawing now shows no
  // stretched picture.
  /** @param {number} width @param {number} ratio */
  #resized(width, ratio) {
    const size = this.#size;
    if (width && width < NARROW && !this.#isNarrow) this.#tellNarrow(width);
    if (!width || (width === size.width && ratio === size.wish)) return;
    this.#size = { ...size, width, wish: ratio, ratio };
    if (!size.height) return; // before the first frame
    this.#fit();
    if (this.#frames.isSeen()) this.#frame();
    else this.#frames.ask();
  }

  /** @param {number} width */
  #tellNarrow(width) {
    this.#isNarrow = true;
    const what = "The column is very narrow: give it 280 px or more.";
    const [given, used] = [`${Math.round(width)}px`, `${Math.round(width)}px`];
    this.#options.warned([{ where: "width", what, given, used }]);
  }

  #themeChanged() {
    if (!this.#core) return;
    const theme = this.#theme;
    const input = theme.changed();
    if (input) {
      const { colors, clearColor, corrections } = this.#core.theme(input);
      this.#clearColor = clearColor;
      this.#appearance.applyColors(colors);
      this.#place.stage.style.setProperty("--rem", 16 * input.textScale + "px");
      const warnings = this.#appearance.warnings(theme, colors, corrections);
      if (warnings.length) this.#options.warned(warnings);
      this.#frames.ask();
    }
    if (this.#text.refresh()) this.#fontChanged();
  }

  #fontChanged() {
    this.#text.refresh();
    this.#core.textChanged();
    this.#frames.ask();
  }

  // The drawing context has come back, empty.
  #restored() {
    this.#core?.contextRestored();
    this.#frames.ask();
  }

  // --- a frame ---

  #frame() {
    if (this.#ends.signal.aborted || !this.#core) return;
    this.#frames.cancel();
    this.#inputPending = false;
    const report = this.#draw();
    if (this.#ends.signal.aborted) return; // it crashed in these calls
    this.#show(report);
    if (report.request) this.#serve(report.request, report.requestJson);
    if (report.flags & FrameFlag.needsFrame) this.#frames.ask();
    if (report.flags & FrameFlag.stateChanged) this.#options.changed();
  }

  // A new height is drawn in the same task: no wrong frame is shown.
  #draw() {
    const draw = () =>
      this.#core.frame(performance.now() / 1000, this.#size.width, this.#size.ratio);
    let report = draw();
    for (let i = 0; i < MOST_HEIGHTS && report.flags & FrameFlag.heightChanged; i++) {
      const { flags, focusRequest, request, requestJson } = report;
      this.#size.height = report.height;
      this.#fit();
      report = draw();
      report.flags |= flags & ~FrameFlag.heightChanged;
      report.focusRequest ||= focusRequest;
      if (request && !report.request) Object.assign(report, { request, requestJson });
    }
    return report;
  }

  // Backing pixels and height for the content; fewer pixels rather than too many for the device.
  #fit() {
    const { stage } = this.#place;
    const size = this.#size;
    const ratio = (size.ratio = this.#painter.ratio(size.wish, size.width, size.height));
    const tall = Math.max(1, Math.ceil(size.height * ratio - 0.01));
    this.#painter.resize(Math.max(1, Math.round(size.width * ratio)), tall, ratio);
    const height = tall / ratio + "px";
    if (stage.style.height !== height) stage.style.height = height;
  }

  /** @param {ReturnType<import("../wasm/module.js").Core["frame"]>} report */
  #show({ flags, cursor, focusRequest }) {
    const { picture, note } = this.#place;
    const semantics = this.#semantics;
    const cannotDraw = this.#painter.isGone();
    this.#textChosen = !!(flags & FrameFlag.textVersion);
    const asText = cannotDraw || this.#textChosen;
    if (this.#appearance.applyMode(asText)) {
      semantics.reveal();
      this.#frames.ask(); // the switch has another name now
    }
    if (note.hidden === cannotDraw) {
      note.textContent = this.#cannotDraw;
      note.hidden = !cannotDraw;
    }
    if (!asText) this.#painter.changed();
    const shape = CURSORS[cursor] ?? "default";
    if (picture.style.cursor !== shape) picture.style.cursor = shape;
    semantics.hold(!!(flags & FrameFlag.dragging));
    if (flags & FrameFlag.semanticsChanged || semantics.stale) semantics.update(this.#core.nodes());
    semantics.show(this.#textSwitch, !cannotDraw);
    if (focusRequest) semantics.focus(focusRequest);
  }

  // At once, within the visitor's own gesture: browsers copy and print only then.
  /** @param {number} request @param {string} json */
  async #serve(request, json) {
    const done = await serve(this.#place.stage, request, json);
    if (this.#ends.signal.aborted) return;
    this.#core.requestDone(request, done);
    this.#frames.ask();
  }

  #openSections() {
    const closed = closedSections(this.#core.nodes());
    const toggle = () => {
      for (const { id } of closed) this.#core.controlEvent(id, ControlEventKind.press, 0);
      this.#frame();
    };
    toggle();
    return toggle;
  }

  // --- its end ---

  /** @param {Error} error */
  #crash(error) {
    this.#failure = error;
    this.close();
    const message = `It has stopped (${error.message}). Reload the page to start it again.`;
    if (this.#running)
      this.#options.crashed(Object.assign(new Error(message), { code: "stopped" }));
  }

  close() {
    if (this.#ends.signal.aborted) return;
    this.#ends.abort();
    this.#semantics.close();
    this.#painter.close();
  }

  // --- what the element asks ---

  /** JSON text of the state. */
  state() {
    return this.#core.state();
  }
  /** Takes a JSON text; what was refused. @param {string} json */
  setState(json) {
    if (this.#inputPending) this.#frame(); // what the visitor did before comes first
    const refused = this.#core.setState(json);
    this.#frames.ask();
    return refused;
  }
  /** Takes the fragment of an address; what was refused. @param {string} fragment */
  setLink(fragment) {
    const refused = this.#core.setLink(fragment);
    this.#frames.ask();
    return refused;
  }
  /** JSON text of the numbers shown. */
  projection() {
    return this.#core.projection();
  }
  /** The visitor has chosen the text version. */
  isText() {
    return this.#textChosen;
  }
}

// Which way to the clinic was followed, and nothing else.
/** @param {HTMLElement} host @param {AbortSignal} signal */
function tellContacts(host, signal) {
  const tell = (/** @type {Event} */ { target }) => {
    const link = /** @type {Element} */ (target).closest?.("[data-contact]");
    const kind = link?.getAttribute("data-contact");
    const options = { bubbles: true, composed: true, detail: { kind } };
    if (kind) host.dispatchEvent(new CustomEvent("recovery-contact", options));
  };
  host.shadowRoot?.addEventListener("click", tell, { signal });
}
