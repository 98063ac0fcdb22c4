// The real widget with the document as it is now, in a frame of its own.
import { previewPage } from "rt:home";
import { h, inScript } from "./dom.js";
import { say } from "./words.js";

/** @typedef {import("./draft.js").Draft} Draft */
/** @typedef {{width: number, height: number, head?: string, language?: string, sandbox?: string}} Mode CSS px */

/** @type {Record<string, Mode>} */
const MODES = {
  phone: { width: 390, height: 760 },
  narrow: { width: 320, height: 700 },
  desktop: { width: 1280, height: 900 },
  dark: { width: 390, height: 760, head: "<style>:root { color-scheme: dark !important }</style>" },
  large: { width: 390, height: 760, head: "<style>html { font-size: 200% }</style>" },
  rtl: { width: 390, height: 760, language: "ar" },
  without_script: { width: 390, height: 760, sandbox: "" },
};
const PAUSE_MS = 400;

export class Preview {
  #mode = "phone";
  #timer = 0;
  #frame = /** @type {HTMLIFrameElement} */ (
    h("iframe", { title: say("preview"), loading: "eager" })
  );
  #stage = h("div.stage", {}, this.#frame);
  #told = h("p.hint", { role: "status" });
  /** @type {{where: string, what: string}[]} what the widget itself says of the document */
  remarks = [];
  /** How long people usually look red after the shown treatments, in their order. @type {string[]} */
  usuallyRed = [];
  #round = 0; // of measuring that

  /** @param {Draft} draft @param {() => string} spoken @param {() => void} changed when the widget has said something new @param {AbortSignal} signal */
  constructor(draft, spoken, changed, signal) {
    this.draft = draft;
    this.spoken = spoken;
    this.changed = changed;
    const buttons = Object.keys(MODES).map((mode) =>
      h(
        "button",
        {
          type: "button",
          "aria-pressed": String(mode === this.#mode),
          onclick: () => this.#show(mode),
        },
        say(`mode_${mode}`),
      ),
    );
    this.#buttons = buttons;
    this.element = h(
      "div.preview",
      {},
      h("div.modes", { role: "group", "aria-label": say("preview_as") }, buttons),
      this.#stage,
      this.#told,
    );
    draft.addEventListener(
      "change",
      () => {
        clearTimeout(this.#timer);
        this.#timer = window.setTimeout(() => this.#renew(), PAUSE_MS);
      },
      { signal },
    );
    // In the next frame: what is fitted changes the height of what is observed.
    const observer = new ResizeObserver(() => requestAnimationFrame(() => this.#fit()));
    observer.observe(this.element);
    signal.addEventListener("abort", () => observer.disconnect());
    this.#load();
  }
  #buttons;

  /** @param {string} mode */
  #show(mode) {
    this.#mode = mode;
    this.#buttons.forEach((button, i) =>
      button.setAttribute("aria-pressed", String(Object.keys(MODES)[i] === mode)),
    );
    this.#load();
  }

  /** After a change of the page's language. */
  load() {
    this.#load();
  }

  #load() {
    const { sandbox, head, language: own } = MODES[this.#mode];
    if (sandbox === undefined) this.#frame.removeAttribute("sandbox");
    else this.#frame.setAttribute("sandbox", sandbox);
    this.#frame.onload = () => this.#listen();
    this.#frame.srcdoc = previewPage({
      language: own ?? this.spoken(),
      clinic: this.draft.value,
      head,
    });
    this.#told.textContent = say("preview_real");
    this.#fit();
  }

  // As wide as the mode wants; a desktop is shown smaller.
  #fit() {
    const { width, height } = MODES[this.#mode];
    const room = this.element.clientWidth - 2;
    const scale = Math.min(1, room / width);
    this.#stage.style.width = `${Math.min(width, room) + 2}px`;
    this.#frame.style.width = `${width}px`;
    this.#frame.style.height = `${height}px`;
    this.#frame.style.transform = `scale(${scale})`;
    this.#stage.style.height = `${Math.ceil(height * scale)}px`;
  }

  /** @returns {any} the element in the frame, where one may look into it */
  #widget() {
    return this.#frame.contentDocument?.querySelector("recovery-timeline");
  }

  #listen() {
    const widget = this.#widget();
    if (!widget) return;
    if (!widget.shadowRoot && MODES[this.#mode].sandbox === undefined) {
      this.#told.textContent = say("preview_refused");
      return;
    }
    /** @type {{where: string, what: string}[]} */
    const found = [];
    const hear = (/** @type {CustomEvent} */ { detail, target }) => {
      if (target === this.#widget()) found.push(...(detail.warnings ?? detail.errors));
    };
    widget.ownerDocument.addEventListener("recovery-warning", hear);
    widget.ownerDocument.addEventListener("recovery-error", hear);
    const done = () => {
      this.remarks = found.splice(0);
      this.changed();
      const now = this.#widget();
      if (now?.shadowRoot) void this.#measure(now);
    };
    Promise.resolve(widget.ready).then(done, done);
    this.#done = done;
  }
  #done = () => {};

  // The same widget again with what it shows now; the module is compiled once.
  #renew() {
    const widget = this.#widget();
    if (!widget || MODES[this.#mode].sandbox !== undefined) return this.#load();
    const state = widget.state;
    const next = widget.ownerDocument.createElement("recovery-timeline");
    next.setAttribute("loading", "eager");
    const inside = widget.ownerDocument.createElement("script");
    inside.type = "application/json";
    inside.textContent = inScript(this.draft.value);
    next.append(inside);
    const height = widget.offsetHeight;
    next.style.minHeight = `${height}px`; // the page does not jump
    widget.replaceWith(next);
    if (state) {
      // The treatment may be gone, and its settings are the document's.
      next.state = { view: state.view, day: state.day };
    }
    Promise.resolve(next.ready).then(
      () => {
        next.style.minHeight = "";
        this.#done();
      },
      () => this.#done(),
    );
  }

  // The list of treatments says it, which a wide widget always shows: one stands unseen for a moment.
  /** @param {any} widget */
  async #measure(widget) {
    const round = ++this.#round;
    const wide = widget.cloneNode(true);
    wide.setAttribute("style", "position: absolute; left: -9999px; width: 1000px");
    wide.setAttribute("link", "off");
    wide.inert = true;
    widget.ownerDocument.body.append(wide);
    await wide.ready.catch(() => {});
    const radios = wide.shadowRoot?.querySelectorAll("input[type=radio]") ?? [];
    const names = [...radios].map((radio) => radio.getAttribute("aria-label") ?? "");
    wide.remove();
    if (round !== this.#round) return;
    this.usuallyRed = names.map((name) => name.split(/[,،] /).at(-1) ?? "");
    this.changed();
  }
}
