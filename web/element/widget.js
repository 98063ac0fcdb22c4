// One running widget: the wasm instance with everything that sees, hears and draws for it.
//
// Frames are drawn on demand. An animation frame is asked for after an event, a new size, theme or
// state, or while C++ says that something still moves; never while the widget cannot be seen.

import { saveCalendar } from "../export/calendar.js";
import { listenToPointer } from "../dom/input.js";
import { copyLink } from "../export/share_link.js";
import { openModule } from "../wasm/module.js";
import { openNoPainter, openPainter } from "../render/painter.js";
import { COLOR_OF, COLORS } from "../dom/text_mode.js";
import { isClosed } from "../dom/roles.js";
import { openSemantics, PRESS } from "../dom/semantics.js";
import { printSheet } from "../export/handout.js";
import { watchSize } from "./size.js";
import { adoptStyle } from "./style.js";
import { openFormats, openText } from "../render/text.js";
import { openTheme } from "./theme.js";

// FrameFlag of src/platform/abi.h
const [NEEDS_FRAME, STATE_CHANGED, SEMANTICS_CHANGED] = [1, 2, 4];
const [HEIGHT_CHANGED, DRAWN, DRAGGING] = [8, 16, 32];
// What a button of the widget asks of the page: Request of src/ui/ui.h.
const SERVICES = [
  null,
  ({ ownerDocument }, wanted) => saveCalendar(ownerDocument, wanted),
  printSheet,
  copyLink,
];
// The worked example is shown once in a page visit, by the first widget to start.
let guide = null; // WeakRef of its element
let guided = false; // it is over
const CURSORS = ["default", "pointer", "ew-resize"];
const WIDTH_UNSEEN = 320; // CSS px taken while the element has no width

/** The elements that a widget lives in: {room, ruler, stage, note, picture, mirror, probe}. */
export function buildStage(document) {
  const make = (tag, name, ...children) => {
    const element = document.createElement(tag);
    element.className = name;
    element.append(...children);
    return element;
  };
  const picture = make("div", "picture");
  picture.setAttribute("aria-hidden", "true");
  const mirror = make("div", "mirror");
  const probe = make("span", "probe", "Hamburgefonstiv 0123");
  probe.setAttribute("aria-hidden", "true");
  const ruler = make("div", "ruler");
  const note = make("p", "note");
  note.hidden = true;
  const stage = make("div", "stage waiting", note, picture, mirror, probe);
  return { room: make("div", "room", ruler, stage), ruler, stage, note, picture, mirror, probe };
}

/**
 * Starts a widget and draws its first picture.
 * @param {HTMLElement} host
 * @param {ReturnType<typeof buildStage>} place
 * @param {Promise<[{module: WebAssembly.Module, model: Uint8Array, words: Uint8Array},
 *   {text: string}]>} given the parts, and the clinic's JSON text or ""
 * @param {{asText: boolean, unwanted: () => boolean, changed: () => void,
 *   warned: (warnings: object[]) => void, crashed: (error: Error) => void}} options
 * @returns what the element may ask; `remarks` tells what was wrong in the clinic's content; null
 *   when it has become `unwanted` in the meantime
 */
export async function openWidget(host, place, given, options) {
  const { picture, mirror, stage, note } = place;
  const document = host.ownerDocument;
  const window = document.defaultView;
  const ends = new AbortController();
  const { signal } = ends;
  const seconds = () => performance.now() / 1000;

  let core = null;
  const drawing = openPainter(
    picture,
    () => ({ lists: core.picture(), clear: background }),
    () => {
      core?.contextRestored();
      repaint = true;
      ask();
    },
    ask,
  );
  const painter = drawing ?? openNoPainter();
  const text = openText(host);
  text.refresh();

  let closed = false;
  let asked = 0; // the animation frame that is on its way
  let wanted = false; // one shall be asked for when the widget is seen again
  let inputPending = false; // the pointer or a control has done something since the last frame
  let seen = true;
  let plain = false; // the text version is shown
  let chosenText = false; // and by choice, not for want of WebGL
  let worn = ""; // the colors that are set
  let themed = false; // the theme is another one since the last frame
  let warned = "[]"; // what was told of the page's colors
  let repaint = true; // the picture is to be drawn even if it has not changed
  let background = [0, 0, 0, 0];
  let size = { width: WIDTH_UNSEEN, wish: 1, ratio: 1, height: 0 };

  const semantics = openSemantics(mirror, act, signal);
  let failure = null;
  let running = false;
  let remarks;
  try {
    // The drawing context was made while these are still on their way.
    const [parts, clinic] = await given;
    core = await openModule(
      parts.module,
      { painter, text, ...openFormats(parts.locale) },
      (error) => {
        failure = error;
        close();
        if (running) options.crashed(error);
      },
    );
    stage.lang = parts.language;
    if (options.unwanted()) {
      close();
      return null;
    }
    remarks = load(parts, clinic.text);
  } catch (error) {
    close();
    throw error;
  }

  function load({ model, words }, clinic) {
    const [runs, told] = core.load(model, words, clinic);
    if (runs) return told;
    const { where, what } = told.find(({ level }) => level === "error") ?? {};
    const reason = failure?.message ?? what ?? "The widget's own files do not fit together.";
    throw Object.assign(new Error(reason), { where });
  }

  const isSeen = () => seen && document.visibilityState === "visible";

  function ask() {
    if (closed || asked) return;
    wanted = !isSeen();
    if (!wanted) asked = window.requestAnimationFrame(frame);
  }

  // Backing pixels and height for the content; fewer pixels rather than too many for the device.
  function fit() {
    const ratio = painter.ratio(size.wish, size.width, size.height);
    if (ratio !== size.ratio) core.resize(size.width, (size.ratio = ratio));
    const tall = Math.max(1, Math.ceil(size.height * ratio - 0.01));
    painter.resize(Math.max(1, Math.round(size.width * ratio)), tall, ratio);
    const height = tall / ratio + "px";
    if (stage.style.height !== height) stage.style.height = height;
  }

  function frame() {
    if (closed) return;
    window.cancelAnimationFrame(asked);
    asked = 0;
    wanted = inputPending = false;
    let flags = core.frame(seconds());
    let report = core.report();
    let { focus, request } = report;
    // A new height is drawn in the same task: no wrong frame is shown.
    for (let i = 0; i < 4 && flags & HEIGHT_CHANGED; i++) {
      size.height = report.height;
      fit();
      flags = (flags & ~HEIGHT_CHANGED) | core.frame(seconds());
      report = core.report();
      focus ||= report.focus;
      request ||= report.request;
    }
    if (closed) return; // it crashed in these calls
    background = report.clear;
    guided ||= report.firstUseOver && guide?.deref() === host;
    const direction = report.rightToLeft ? "rtl" : "ltr";
    if (stage.dir !== direction) stage.dir = direction;
    const cannotDraw = !drawing || drawing.isGone();
    chosenText = report.text;
    dress(cannotDraw || report.text, report.colors);
    if (note.hidden === cannotDraw) {
      note.textContent = report.cannotDraw;
      note.hidden = !cannotDraw;
    }
    if (themed) tellColors(report.colors);
    if (!plain && (repaint || flags & DRAWN)) painter.changed();
    repaint = plain;
    const cursor = CURSORS[report.cursor] ?? "default";
    if (picture.style.cursor !== cursor) picture.style.cursor = cursor;
    if (flags & SEMANTICS_CHANGED || semantics.stale()) {
      semantics.update(core.nodes(), !!(flags & DRAGGING));
    }
    semantics.hold(!!(flags & DRAGGING));
    semantics.show(report.textSwitch, !cannotDraw);
    if (focus) semantics.focus(focus);
    if (request) serve(request);
    if (flags & NEEDS_FRAME) ask();
    if (flags & STATE_CHANGED) options.changed();
  }

  // What became of the page's colors, if that is something else than last time.
  function tellColors(colors) {
    themed = false;
    const refused = theme.noColors().map((where) => ({
      where,
      what: "It is no color that this browser knows.",
      used: colors[COLOR_OF[where]],
    }));
    const warnings = [...refused, ...core.themeRemarks()].map(({ where, what, used }) => {
      return { where, what, given: theme.given(where), used };
    });
    if (warned === (warned = JSON.stringify(warnings)) || !warnings.length) return;
    options.warned(warnings);
  }

  // At once, within the visitor's own gesture: browsers copy and print only then.
  async function serve(request) {
    const done = await SERVICES[request](stage, JSON.parse(core.request()));
    if (closed) return;
    core.answer(request, done);
    ask();
  }

  // The picture or the text version, both in the theme's colors.
  function dress(asText, colors) {
    if (worn !== (worn = colors.join())) {
      COLORS.forEach((name, i) => stage.style.setProperty("--" + name, colors[i]));
    }
    if (plain === (plain = asText)) return;
    adoptStyle(host.shadowRoot, plain ? "plain" : "drawn");
    semantics.reveal();
    ask(); // the switch has another name now
  }

  // On paper what is folded away is open, but for the explanations of single controls and the worked
  // example.
  function openAll() {
    const nodes = core.nodes();
    const panels = nodes.filter(({ role }) => role === "tab_panel").map(({ id }) => id);
    const closed = nodes.filter((node) => isClosed(node) && [0, ...panels].includes(node.parent));
    for (const { id } of closed) core.action(id, PRESS, 0);
    core.showFirstUse(false);
    frame();
    return () => {
      core.showFirstUse(guides);
      for (const { id } of closed) core.action(id, PRESS, 0);
      frame();
    };
  }
  let closeAgain = null;
  window.addEventListener("beforeprint", () => (closeAgain ??= openAll()), { signal });
  window.addEventListener("afterprint", () => (closeAgain = closeAgain?.()), { signal });

  function close() {
    if (closed) return;
    closed = true;
    window.cancelAnimationFrame(asked);
    ends.abort();
    semantics.close();
    painter.close();
  }

  function act(id, kind, value) {
    inputPending = true;
    core.action(id, kind, value);
    ask();
  }

  listenToPointer(
    picture,
    {
      send(kind, x, y, buttons, touch) {
        const used = core.pointer(kind, x * size.width, y * size.height, buttons, touch, seconds());
        inputPending = true;
        ask();
        return used;
      },
      focus: (x, y) => semantics.focusAt(x * size.width, y * size.height),
    },
    signal,
  );

  const theme = openTheme(place.probe, refresh, signal);
  let shown = "";
  function refresh() {
    const values = theme.read();
    if (shown === (shown = [...values, theme.noColors()].join())) return refreshText();
    core.theme(values);
    themed = true;
    refreshText();
    ask();
  }
  function refreshText() {
    if (text.refresh()) textChanged();
  }
  function textChanged() {
    text.refresh();
    core.textChanged();
    ask();
  }
  document.fonts?.addEventListener("loadingdone", textChanged, { signal });

  document.addEventListener("visibilitychange", () => (wanted ? ask() : painter.flush()), {
    signal,
  });
  const sight = new window.IntersectionObserver((entries) => {
    seen = entries.at(-1).isIntersecting;
    if (wanted) ask();
  });
  sight.observe(stage);
  signal.addEventListener("abort", () => sight.disconnect());

  // Within the observer's own turn the page is laid out but not yet painted: drawing now shows no
  // stretched picture.
  function resized(width, ratio) {
    if (!width || (width === size.width && ratio === size.wish)) return;
    size = { ...size, width, wish: ratio, ratio };
    core.resize(width, ratio);
    if (!size.height) return; // before the first frame
    fit();
    if (isSeen()) frame();
    else ask();
  }

  const mayGuide = host.getAttribute("first-use") !== "off";
  if (mayGuide) guide ??= new window.WeakRef(host);
  const guides = mayGuide && !guided && guide.deref() === host;
  core.showFirstUse(guides);
  core.resize(size.width, size.ratio);
  watchSize(place.ruler, resized, signal);
  refresh();
  frame();
  if (failure) throw failure;
  if (options.asText) act(core.report().textSwitch, PRESS, 0);
  running = true;
  stage.classList.remove("waiting");

  return {
    remarks,
    state: () => core.state(),
    setState(json) {
      if (inputPending) frame(); // what the visitor did before comes first
      const refused = core.setState(json);
      ask();
      return refused;
    },
    setLink(fragment) {
      const refused = core.setLink(fragment);
      ask();
      return refused;
    },
    projection: () => core.projection(),
    /** The visitor has chosen the text version. */
    isText: () => chosenText,
    close,
  };
}
