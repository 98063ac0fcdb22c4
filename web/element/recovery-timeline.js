// <recovery-timeline>: how skin usually recovers after micro-needling.
//
// Attributes  content   address of the clinic's own JSON; or put the JSON into the element:
//                       <script type="application/json">…</script>
//             lang      language of words and dates, here or on any element around it
//             link      "off": does not take the page's #rt1:… link; else the first element does
//             first-use "off": without the worked example for who is here for the first time
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
// No event carries what the visitor chose.

import { linkFor } from "../export/share_link.js";
import { loadParts } from "./assets.js";
import { adoptStyle } from "./style.js";
import { buildStage, openWidget } from "./widget.js";

// Only a name: the class must exist where there are no elements.
const Base = globalThis.HTMLElement ?? class {};

const asError = (error) => ({
  where: error.where ?? "recovery-timeline",
  what: explained(error),
});

// The errors of the browser, with what to do about them.
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

  #errors = { content: [], link: [], state: [], run: [] };
  #slot;
  #run = null; // a fresh AbortController a start: who is not the current one must stop
  #asText = false; // the text version was shown when it was stopped
  #linked = false; // the page's own link was read
  #widget = null;
  #place = null;
  #pending = []; // JSON texts of states set while no widget runs
  #known = {}; // the state that the page knows of
  #ready;

  constructor() {
    super();
    this.#promise();
    const root = this.attachShadow({ mode: "open" });
    this.#slot = this.ownerDocument.createElement("div");
    this.#slot.className = "errors";
    this.#slot.setAttribute("role", "alert");
    root.append(this.#slot);
  }

  connectedCallback() {
    // A property that was set before the element was defined hides the accessor.
    if (Object.hasOwn(this, "state")) {
      const early = this.state;
      delete this.state;
      this.state = early;
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
  async attributeChangedCallback(name, before, now) {
    if (!this.#run || before === now) return;
    const run = this.#run;
    if (name === "lang") await loadParts(this.#language()).catch(() => {}); // told by the start
    if (this.#run !== run || this.getAttribute(name) !== now) return;
    this.#stop();
    this.#start();
  }

  get ready() {
    return this.#ready.promise;
  }

  get state() {
    if (this.#widget) return JSON.parse(this.#widget.state());
    return Object.assign({}, ...this.#pending.map((text) => JSON.parse(text)));
  }

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

  get projection() {
    return this.#widget ? JSON.parse(this.#widget.projection()) : null;
  }

  #promise() {
    const ready = { settled: false };
    ready.promise = new Promise((resolve, reject) => Object.assign(ready, { resolve, reject }));
    ready.promise.catch(() => {}); // the error slot and the event tell it already
    this.#ready = ready;
  }

  #language() {
    return this.closest("[lang]")?.lang || "en";
  }

  // A shared link sets everything: at the first start, and when the page's fragment becomes another.
  #follow(signal) {
    const apply = () => {
      const link = linkFor(this);
      if (link) this.#tell("link", this.#widget.setLink(link));
    };
    if (!this.#linked) apply();
    this.#linked = true;
    const window = this.ownerDocument.defaultView;
    window.addEventListener("hashchange", () => this.#widget && apply(), { signal });
  }

  async #start() {
    const run = (this.#run = new AbortController());
    const isOld = () => this.#run !== run;
    for (const kind in this.#errors) this.#tell(kind, []);
    adoptStyle(this.shadowRoot, "drawn");
    this.#place = buildStage(this.ownerDocument);
    this.shadowRoot.append(this.#place.room);
    try {
      const asked = this.#language();
      const given = Promise.all([loadParts(asked), this.#clinic()]);
      given.catch(() => {}); // waited for below, if it comes to that
      const widget = await openWidget(this, this.#place, given, {
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
      this.#tell("content", clinic.errors);
      this.#warn(widget.remarks.filter(isWarning).map(({ where, what }) => ({ where, what })));
      const refused = widget.remarks.filter((remark) => !isWarning(remark));
      if (refused.length) this.#tell("content", [...clinic.errors, ...refused]);
      if (language.split("-")[0] !== asked.toLowerCase().split("-")[0]) {
        const what = "There are no words for this language.";
        this.#warn([{ where: "lang", what, given: asked, used: language }]);
      }
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
    this.#place.room.remove();
    if (this.#ready.settled) this.#promise();
  }

  // It cannot run here, or has stopped running.
  #fail(error) {
    this.#place.room.remove();
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
      return { text: script?.textContent ?? "", errors: [] };
    }
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
      return { text: await response.text(), errors: [] };
    } catch {
      return wrong("no answer came");
    }
  }

  #apply(text) {
    const refused = this.#widget.setState(text).filter((remark) => !isWarning(remark));
    this.#tell("state", refused);
  }

  // The widget runs as well as it can: nothing is shown to the visitor.
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
    const told = (value) => JSON.stringify(value);
    const changed = Object.keys(now).filter((key) => told(now[key]) !== told(this.#known[key]));
    this.#known = now;
    this.#fire("recovery-change", { changed });
  }

  // Errors of one kind replace the earlier ones of that kind.
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

  #fire(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true, detail }));
  }
}

const isWarning = ({ level }) => level === "warning";

// An element that the parser has just opened does not have its children yet.
function parsed(document) {
  if (document.readyState !== "loading") return null;
  return new Promise((done) => document.addEventListener("DOMContentLoaded", done, { once: true }));
}

if (globalThis.customElements && !customElements.get("recovery-timeline")) {
  customElements.define("recovery-timeline", RecoveryTimeline);
}
