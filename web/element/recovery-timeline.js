// <recovery-timeline>: how skin usually recovers after micro-needling.
//
// Attributes  content   address of the clinic's own JSON; or put the JSON into the element:
//                       <script type="application/json">…</script>
//             lang      language of words and dates, here or on any element around it
//             link      "off": does not take the page's #rt1:… link; else the first element does
// Properties  state       (get, set) plain object; a part may be set alone; bad values are refused
//                         and told by recovery-error, the rest applies. May be set at any time.
//             projection  (get) the numbers shown, units in the keys; null before `ready`
//             ready       promise of the element itself; rejects when it cannot run here
// Events, all bubbling and composed:
//   recovery-ready   the first picture is there                  detail {}
//   recovery-change  the state is another one                    detail {changed: [key, …]}
//   recovery-error   something was refused or cannot run         detail {errors: [{where, what}, …]}
//   recovery-warning something is used otherwise than it was given: a color that could not be read
//                    (then with `given` and `used`), an unknown key of the content
//                    detail {warnings: [{where, what, given, used}, …]}
//   recovery-contact a way to the clinic was followed            detail {kind: "phone" | "book" | "site"}
// No event carries what the visitor chose.

import { linkFor } from "../export/share_link.js";
import { loadAssets, readClinic } from "./assets.js";
import { buildStage } from "./stage.js";
import { adoptStyle } from "./style.js";
import { openWidget } from "./widget.js";

/** @typedef {import("../wasm/module.js").Diagnostic} Diagnostic */
/** @typedef {import("./widget.js").Warning} Warning */
/** @typedef {{where: string, what: string}} Refusal */
/** @typedef {Record<string, unknown>} State plain JSON, as src/state/state.h tells */
/** @typedef {Record<string, unknown>} Projection plain JSON, units in the keys */
/** @typedef {{settled: boolean, promise: Promise<RecoveryTimeline>,
 *   resolve: (element: RecoveryTimeline) => void, reject: (error: unknown) => void}} Ready */

// Only a name: the class must exist where there are no elements.
const Base = globalThis.HTMLElement ?? /** @type {typeof HTMLElement} */ (class {});

/** @param {any} error @returns {Refusal} */
const asError = (error) => ({
  where: error.where ?? "recovery-timeline",
  what: explained(error),
});

// The errors of the browser, with what to do about them.
/** @param {Error} error */
function explained(error) {
  if (!globalThis.WebAssembly) {
    return "It needs WebAssembly, which is switched off here. Use a current browser, or allow it.";
  }
  if (error instanceof WebAssembly.CompileError && /policy|unsafe/i.test(error.message)) {
    return (
      "The page's content security policy does not allow WebAssembly. " +
      "Add 'wasm-unsafe-eval' to its script-src."
    );
  }
  return error.message;
}

export class RecoveryTimeline extends Base {
  static observedAttributes = ["content", "lang"];

  /** @type {Record<"content" | "link" | "state" | "run", Refusal[]>} */
  #errors = { content: [], link: [], state: [], run: [] };
  #slot;
  /** @type {AbortController | null} a fresh one a start: who is not the current one must stop */
  #run = null;
  #asText = false; // the text version was shown when it was stopped
  #linked = false; // the page's own link was read
  /** @type {import("./widget.js").Widget | null} */
  #widget = null;
  /** @type {import("./stage.js").Stage | null} */
  #place = null;
  /** @type {string[]} JSON texts of states set while no widget runs */
  #pending = [];
  /** @type {State} that the page knows of */
  #known = {};
  #ready = makeReady();

  constructor() {
    super();
    const root = this.attachShadow({ mode: "open" });
    this.#slot = this.ownerDocument.createElement("div");
    this.#slot.className = "errors";
    this.#slot.setAttribute("role", "alert");
    root.append(this.#slot);
    root.addEventListener("click", ({ target }) => {
      const link = /** @type {Element} */ (target).closest?.("[data-contact]");
      const kind = link?.getAttribute("data-contact");
      if (kind) this.#fire("recovery-contact", { kind });
    });
  }

  connectedCallback() {
    // A property that was set before the element was defined hides the accessor.
    if (Object.hasOwn(this, "state")) {
      const own = /** @type {{state?: State}} */ (this);
      const early = own.state;
      delete own.state;
      own.state = early;
    }
    if (!this.#run) this.#start();
  }

  // A move in the page disconnects and connects in one task: that changes nothing.
  disconnectedCallback() {
    queueMicrotask(() => this.isConnected || this.#stop());
  }
  connectedMoveCallback() {}

  // Observers, frames and style sheets belong to a document.
  adoptedCallback() {
    this.#stop();
  }

  // Until another language's words are there, the widget stays as it is.
  /** @param {string} name @param {string | null} before @param {string | null} now */
  async attributeChangedCallback(name, before, now) {
    if (!this.#run || before === now) return;
    const run = this.#run;
    if (name === "lang") await loadAssets(this.#language()).catch(() => {}); // told by the start
    if (this.#run !== run || this.getAttribute(name) !== now) return;
    this.#stop();
    this.#start();
  }

  /** The element itself, once its first picture is there; rejects when it cannot run here. */
  get ready() {
    return this.#ready.promise;
  }

  /** A plain object of the factors and of what is shown. @returns {State} */
  get state() {
    if (this.#widget) return JSON.parse(this.#widget.state());
    return Object.assign({}, ...this.#pending.map((text) => JSON.parse(text)));
  }

  /** A part may be set alone. @param {State} part */
  set state(part) {
    let text;
    try {
      text = JSON.stringify(part);
      if (!text?.startsWith("{")) throw new TypeError();
    } catch {
      this.#tell("state", [
        { where: "state", what: 'It must be a plain object, for example {"depth_mm": 1.5}.' },
      ]);
      return;
    }
    if (this.#widget) this.#apply(text);
    else this.#pending.push(text);
  }

  /** Every number shown; null before `ready`. @returns {Projection | null} */
  get projection() {
    return this.#widget ? JSON.parse(this.#widget.projection()) : null;
  }

  #language() {
    return /** @type {HTMLElement | null} */ (this.closest("[lang]"))?.lang || "en";
  }

  // A shared link sets everything: at the first start, and when the page's fragment becomes another.
  /** @param {AbortSignal} signal */
  #follow(signal) {
    const apply = () => {
      const link = this.#widget && linkFor(this);
      if (link) this.#tell("link", this.#widget?.setLink(link) ?? []);
    };
    if (!this.#linked) apply();
    this.#linked = true;
    const window = this.ownerDocument.defaultView ?? self;
    window.addEventListener("hashchange", apply, { signal });
  }

  async #start() {
    const run = (this.#run = new AbortController());
    const isOld = () => this.#run !== run;
    for (const kind of ERRORS) this.#tell(kind, []);
    adoptStyle(/** @type {ShadowRoot} */ (this.shadowRoot), "picture");
    const place = (this.#place = buildStage(this.ownerDocument));
    this.shadowRoot?.append(place.room);
    try {
      const asked = this.#language();
      const given = Promise.all([loadAssets(asked), this.#clinic()]);
      given.catch(() => {}); // waited for below, if it comes to that
      const widget = await openWidget(this, place, given, {
        asText: this.#asText,
        unwanted: isOld,
        changed: () => this.#changed(),
        warned: (warnings) => this.#warn(warnings),
        crashed: ({ message }) =>
          this.#fail(new Error(`It has stopped (${message}). Reload the page to start it again.`)),
      });
      if (!widget || isOld()) return widget?.close();
      this.#widget = widget;
      const [{ language }, clinic] = await given;
      this.#tellContent(widget.diagnostics, clinic);
      this.#tellLanguage(asked, language);
      for (const text of this.#pending.splice(0)) this.#apply(text);
      this.#follow(run.signal);
      this.#known = this.state;
      this.#ready.settled = true;
      this.#ready.resolve(this);
      this.#fire("recovery-ready", {});
    } catch (error) {
      if (!isOld()) this.#fail(error);
    }
  }

  // What was wrong in the clinic's content, and in getting it.
  /** @param {Diagnostic[]} diagnostics @param {{errors: Refusal[], warnings?: Refusal[]}} clinic */
  #tellContent(diagnostics, { errors, warnings = [] }) {
    this.#tell("content", errors);
    const told = diagnostics.filter(isWarning).map(({ where, what }) => ({ where, what }));
    this.#warn([...warnings, ...told]);
    const refused = diagnostics.filter((diagnostic) => !isWarning(diagnostic));
    if (refused.length) this.#tell("content", [...errors, ...refused]);
  }

  /** @param {string} asked @param {string} language */
  #tellLanguage(asked, language) {
    if (language.split("-")[0] === asked.toLowerCase().split("-")[0]) return;
    const what = "There are no words for this language.";
    this.#warn([{ where: "lang", what, given: asked, used: language }]);
  }

  // Removed: everything is given back, what the visitor set is kept.
  #stop() {
    if (!this.#run) return;
    this.#run.abort();
    this.#run = null;
    if (this.#widget) {
      this.#pending = [this.#widget.state() || JSON.stringify(this.#known)];
      this.#asText = this.#widget.isText();
    }
    this.#widget?.close();
    this.#widget = null;
    this.#place?.room.remove();
    if (this.#ready.settled) this.#ready = makeReady();
  }

  // It cannot run here, or has stopped running.
  /** @param {unknown} error */
  #fail(error) {
    this.#place?.room.remove();
    if (this.#widget) this.#pending = [JSON.stringify(this.#known)];
    this.#widget = null;
    this.#tell("run", [asError(error)]);
    this.#ready.settled = true;
    this.#ready.reject(error);
  }

  // The clinic's own content as text. The widget runs on without it.
  async #clinic() {
    const address = this.getAttribute("content");
    if (address === null) {
      await parsed(this.ownerDocument);
      const script = this.querySelector(':scope > script[type="application/json"]');
      return this.#read(script?.textContent ?? "");
    }
    /** @param {string} reason */
    const wrong = (reason) => ({
      text: "",
      errors: [
        {
          where: `content="${address}"`,
          what: `It could not be loaded: ${reason}. Check the address; the usual settings are used.`,
        },
      ],
    });
    try {
      const response = await fetch(new URL(address, this.ownerDocument.baseURI));
      if (!response.ok) return wrong(`the server answered ${response.status}`);
      return this.#read(await response.arrayBuffer());
    } catch {
      return wrong("no answer came");
    }
  }

  /** @param {ArrayBuffer | string} given */
  async #read(given) {
    if (!given) return { text: "", errors: [] };
    const clinic = await readClinic(given);
    if (this.#place) clinic.dress(this, this.#place);
    return clinic;
  }

  /** @param {string} text */
  #apply(text) {
    this.#tell("state", this.#widget?.setState(text) ?? []);
  }

  // The widget runs as well as it can: nothing is shown to the visitor.
  /** @param {Warning[]} warnings */
  #warn(warnings) {
    if (!warnings.length) return;
    for (const { where, what, given, used } of warnings) {
      const change = used ? ` Given: ${given}, used: ${used}.` : "";
      console.warn(`recovery-timeline: ${where}: ${what}${change}`);
    }
    this.#fire("recovery-warning", { warnings });
  }

  #changed() {
    const now = this.state;
    /** @param {unknown} value */
    const told = (value) => JSON.stringify(value);
    const changed = Object.keys(now).filter((key) => told(now[key]) !== told(this.#known[key]));
    this.#known = now;
    this.#fire("recovery-change", { changed });
  }

  // Errors of one kind replace the earlier ones of that kind.
  /** @param {typeof ERRORS[number]} kind @param {Refusal[]} errors */
  #tell(kind, errors) {
    const told = errors.map(({ where, what }) => ({ where, what }));
    this.#errors[kind] = told;
    const lines = Object.values(this.#errors)
      .flat()
      .map(({ where, what }) => {
        const line = this.ownerDocument.createElement("p");
        const place = this.ownerDocument.createElement("strong");
        place.textContent = where + ": ";
        line.append(place, what);
        return line;
      });
    this.#slot.replaceChildren(...lines);
    if (told.length) this.#fire("recovery-error", { errors: told });
  }

  /** @param {string} name @param {object} detail */
  #fire(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true, detail }));
  }
}

const ERRORS = /** @type {const} */ (["content", "link", "state", "run"]);

/** @returns {Ready} */
function makeReady() {
  const ready = /** @type {Ready} */ ({ settled: false });
  ready.promise = new Promise((resolve, reject) => Object.assign(ready, { resolve, reject }));
  ready.promise.catch(() => {}); // the error slot and the event tell it already
  return ready;
}

/** @param {Diagnostic} diagnostic */
const isWarning = ({ level }) => level === "warning";

// An element that the parser has just opened does not have its children yet.
/** @param {Document} document */
function parsed(document) {
  if (document.readyState !== "loading") return null;
  return new Promise((done) => document.addEventListener("DOMContentLoaded", done, { once: true }));
}

if (globalThis.customElements && !customElements.get("recovery-timeline")) {
  customElements.define("recovery-timeline", RecoveryTimeline);
}
