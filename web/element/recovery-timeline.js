// <recovery-timeline>: how skin usually recovers after micro-needling.
//
// This script is small: it defines the element and shows the short result at once. The widget itself comes
// when the element is near the window.
//
// Attributes  content   address of the clinic's own JSON; or put the JSON into the element:
//                       <script type="application/json">…</script>
//             lang      language of words and dates, here or on any element around it
//             link      "off": does not take the page's shared link; else the first element does
//             loading   "eager": the widget is loaded at once
//             base      the folder of the widget's files, where that is not the script's own
// Properties  state       (get, set) plain object; a part may be set alone; bad values are refused
//                         and told by recovery-error, the rest applies. May be set at any time.
//             projection  (get) the numbers shown, units in the keys; null before `ready`
//             ready       promise of the element itself; rejects when it cannot run here. Who asks for
//                         it does not wait for the window: the widget is loaded
// Events, all bubbling and composed:
//   recovery-ready   the first picture is there                  detail {}
//   recovery-change  the state is another one                    detail {changed: [key, …]}
//   recovery-error   something was refused or cannot run         detail {errors: [{where, what, code}, …]}
//   recovery-warning something is used otherwise than it was given: a color that could not be read
//                    (then with `given` and `used`), an unknown key of the content
//                    detail {warnings: [{where, what, given, used}, …]}
//   recovery-contact a way to the clinic was followed            detail {kind: "phone" | "book" | "site"}
// No event carries what the visitor chose.

import { languages } from "rt:parts";
import { Hold } from "./hold.js";
import { kept, memory } from "./kept.js";
import { languageOf, chooseLanguage, watchLanguage } from "./languages.js";
import { loadScript, once, part } from "./loading.js";
import { reasonFor } from "./reasons.js";
import { seen } from "./seen.js";
import { englishShort, loadShort, SHORT_CSS } from "./short.js";

/** @typedef {import("./reasons.js").Refusal} Refusal */
/** @typedef {Record<string, unknown>} State plain JSON, as src/state/state.h tells */
/** @typedef {Record<string, unknown>} Projection plain JSON, units in the keys */
/** @typedef {{settled: boolean, promise: Promise<RecoveryTimeline>,
 *   resolve: (element: RecoveryTimeline) => void, reject: (error: unknown) => void}} Ready */

// Only a name: the class must exist where there are no elements.
const HERE = "recovery-timeline";
const Base = globalThis.HTMLElement ?? /** @type {typeof HTMLElement} */ (class {});

export class RecoveryTimeline extends Base {
  static observedAttributes = ["content", "lang", "base"];

  /** @type {{content?: Refusal[], link?: Refusal[], state?: Refusal[], run: Refusal[]}} */
  #errors = { run: [] };
  #hold;
  /** @type {AbortController | null} a fresh one a start: who is not the current one must stop */
  #run = null;
  #wanted = false; // it is near the window, or somebody waits for it
  #begun = false; // the widget is on its way
  #asked = ""; // the language of the current run
  #touched = false; // something was set, by the visitor or the page
  #asText = false; // the text version was shown when it was stopped
  #linked = false; // the page's own link was read
  /** @type {import("./widget.js").Widget | null} */
  #widget = null;
  /** @type {import("./stage.js").Stage | null} */
  #place = null;
  #left = "{}"; // JSON text of the state that the last run ended with
  /** @type {string[]} JSON texts of states set while no widget runs */
  #pending = [];
  /** @type {State} that the page knows of */
  #known = {};
  #ready = makeReady();
  #short = englishShort();

  constructor() {
    super();
    this.#hold = new Hold(this.attachShadow({ mode: "open" }));
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
    queueMicrotask(() => {
      if (this.isConnected) return;
      this.#stop();
      const ready = this.#ready;
      if (!this.#wanted || ready.settled) return;
      this.#ready = makeReady();
      ready.reject(new Error("It was taken out of the page."));
    });
  }
  connectedMoveCallback() {}

  // Observers, frames and style sheets belong to a document.
  adoptedCallback() {
    this.#stop();
  }

  /** @param {string} name @param {string | null} before @param {string | null} now */
  attributeChangedCallback(name, before, now) {
    if (!this.#run || before === now) return;
    if (name === "lang") this.#follow();
    else this.#renew();
  }

  /** The element itself, once its first picture is there; rejects when it cannot run here. */
  get ready() {
    this.#want();
    return this.#ready.promise;
  }

  /** A plain object of the factors and of what is shown. @returns {State} */
  get state() {
    if (this.#widget) return JSON.parse(this.#widget.state());
    const all = [this.#left, ...this.#pending];
    return Object.assign({}, ...all.map((text) => JSON.parse(text)));
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
    this.#touched = true;
    if (this.#widget) this.#apply(text);
    else this.#pending.push(text);
  }

  /** Every number shown; null before `ready`. @returns {Projection | null} */
  get projection() {
    return this.#widget ? JSON.parse(this.#widget.projection()) : null;
  }

  // --- from the short result to the widget ---

  #start() {
    this.#run = new AbortController();
    const { signal } = this.#run;
    const earlier = kept(this);
    if (earlier && !this.#pending.length) this.#left = earlier;
    this.#tell("run", []);
    this.#asked = languageOf(this);
    watchLanguage(this, () => this.#follow(), signal);
    void this.#showShort();
    this.#begun = false;
    if (this.#wanted || this.getAttribute("loading") === "eager") this.#want();
    else whenNear(this, () => this.#want(), signal);
  }

  // In English at once; the others come in a file of their own. Where it does not come, English stands in.
  async #showShort() {
    const run = this.#run;
    const { language } = chooseLanguage(this.#asked, languages);
    if (this.#short.language === language) return this.#hold.show(this.#short, true);
    this.#hold.show(null, true);
    const short = await loadShort(language, this.getAttribute("base")).catch(englishShort);
    if (this.#run !== run) return;
    this.#short = short;
    if (this.#widget) return;
    const [stopped] = this.#errors.run;
    this.#hold.show(short, !stopped);
    if (stopped) this.#tell("run", [stopped]);
    this.#hold.tell(stopped ? short.words.short : this.#begun ? short.words.loading : "");
  }

  // The language around it may be another by now. Until its words are there, all stays as it is.
  async #follow() {
    const run = this.#run;
    const now = languageOf(this);
    if (!run || now === this.#asked) return;
    this.#asked = now;
    const { language } = chooseLanguage(now, languages);
    const base = this.getAttribute("base");
    const words = this.#begun && part("words/" + language, base).catch(() => {});
    const [short] = await Promise.all([loadShort(language, base).catch(englishShort), words]);
    if (this.#run !== run || this.#asked !== now) return;
    this.#short = short;
    this.#restart();
  }

  #restart() {
    this.#stop();
    this.#start();
  }

  // What nobody has touched starts from the clinic's own settings.
  #renew() {
    this.#stop();
    if (!this.#touched) this.#left = "{}";
    this.#start();
  }

  #want() {
    this.#wanted = true;
    if (!this.#run || this.#begun) return;
    this.#begun = true;
    void this.#open(this.#run);
  }

  /** @param {AbortController} run */
  async #open(run) {
    const isOld = () => this.#run !== run;
    const base = this.getAttribute("base");
    const chosen = chooseLanguage(this.#asked, languages);
    /** @type {import("./loading.js").Main | undefined} */
    let main;
    this.setAttribute("aria-busy", "true");
    this.#hold.tell(this.#short.words.loading);
    await seen(this.ownerDocument);
    if (isOld()) return;
    try {
      // All on their way at once.
      for (const name of ["wasm", "model", "words/" + chosen.language])
        void part(name, base).catch(() => {});
      main = await loadScript("main", base);
      const opened = main;
      if (isOld()) return;
      const place = main.buildStage(this.ownerDocument);
      const read = main.reader(this, place, () => loadScript("clinic", base));
      // The clinic's document may come when the widget already runs without it.
      const clinic = main.clinicOf(this, read, (errors) => {
        if (isOld()) return;
        if (errors.length) this.#tell("content", errors);
        else this.#renew();
      });
      this.#place?.room.remove();
      this.#place = place;
      this.#hold.add(place.room);
      main.adoptStyle(/** @type {ShadowRoot} */ (this.shadowRoot), "picture", SHORT_CSS);
      const given = Promise.all([main.loadAssets(chosen, base, { part, once }), clinic]);
      given.catch(() => {}); // waited for below, if it comes to that
      const widget = await main.openWidget(this, place, given, {
        asText: this.#asText,
        unwanted: isOld,
        changed: () => this.#changed(opened),
        warned: (warnings) => opened.warn(this, warnings),
        crashed: (error) => this.#fail(error),
      });
      if (!widget || isOld()) return widget?.close();
      this.#widget = widget;
      const { refused, warnings } = main.contentNotes(widget.diagnostics, await clinic);
      this.#tell("content", refused);
      main.warn(this, [...warnings, ...main.languageNotes(this.#asked, chosen.language)]);
      widget.setState(this.#left); // what this clinic does not offer is let go
      for (const text of this.#pending.splice(0)) this.#apply(text);
      const takeLink = main.linksFor(
        this,
        (link) => this.#widget && this.#tell("link", widget.setLink(link)),
        run.signal,
      );
      if (!this.#linked) takeLink();
      this.#linked = true;
      if (main.handOver(this, widget, () => this.#hold.end())) this.#touched = true;
      this.#known = this.state;
      this.removeAttribute("aria-busy");
      this.#ready.settled = true;
      this.#ready.resolve(this);
      this.#fire("recovery-ready", {});
    } catch (error) {
      if (!isOld()) this.#fail(error, main?.explained(error));
    }
  }

  // Removed: everything is given back, what the visitor set is kept.
  #stop() {
    if (!this.#run) return;
    this.#run.abort();
    this.#run = null;
    if (this.#widget) {
      this.#left = this.#widget.state() || JSON.stringify(this.#known);
      this.#asText = this.#widget.isText();
    }
    this.#widget?.close();
    this.#widget = null;
    this.#place?.room.remove();
    this.removeAttribute("aria-busy");
    if (this.#ready.settled) this.#ready = makeReady();
  }

  // It cannot run here, or has stopped running: the short result stays, with the reason.
  /** @param {any} error @param {Refusal} [refusal] what is to be told of it */
  #fail(error, refusal = { where: error.where ?? HERE, what: error.message, code: error.code }) {
    const run = this.#run;
    this.#place?.room.remove();
    if (this.#widget) this.#left = JSON.stringify(this.#known);
    this.#widget = null;
    this.removeAttribute("aria-busy");
    this.#hold.show(this.#short, false);
    this.#hold.tell(this.#short.words.short);
    this.#tell("run", [refusal]);
    this.#ready.settled = true;
    this.#ready.reject(error);
    if (refusal.code === "cut" && run) {
      const window = this.ownerDocument.defaultView ?? self;
      window.addEventListener("online", () => this.#again(), { once: true, signal: run.signal });
    }
  }

  #again() {
    this.#wanted = true;
    this.#restart();
  }

  /** @param {string} text */
  #apply(text) {
    this.#tell("state", this.#widget?.setState(text) ?? []);
  }

  /** @param {import("./loading.js").Main} main */
  #changed(main) {
    const now = this.state;
    const changed = main.changes(this.#known, now);
    this.#known = now;
    if (changed.length) {
      this.#touched = true;
      main.keep(this, JSON.stringify(now), memory);
    }
    this.#fire("recovery-change", { changed });
  }

  // Errors of one kind replace the earlier ones of that kind.
  /** @param {"content" | "link" | "state" | "run"} kind @param {Refusal[]} errors */
  #tell(kind, errors) {
    const told = errors.map(({ where, what, code }) => ({ where, what, code: code ?? kind }));
    const before = this.#errors[kind];
    this.#errors[kind] = told;
    const document = this.ownerDocument;
    const lines = Object.values(this.#errors)
      .flat()
      .map(({ where, what }) => {
        const line = document.createElement("p");
        const place = document.createElement("strong");
        place.textContent = where + ": ";
        line.append(place, what);
        line.lang = "en";
        line.dir = "ltr";
        return line;
      });
    const [stopped] = this.#errors.run;
    const reason = stopped ? reasonFor(stopped, this.#short, document, () => this.#again()) : [];
    this.#hold.alert.replaceChildren(...reason, ...lines);
    // Shown again in another language, the reason is told once.
    const same = kind === "run" && JSON.stringify(told) === JSON.stringify(before);
    if (told.length && !same) this.#fire("recovery-error", { errors: told });
  }

  /** @param {string} name @param {object} detail */
  #fire(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true, detail }));
  }
}

/** @returns {Ready} */
function makeReady() {
  const ready = /** @type {Ready} */ ({ settled: false });
  ready.promise = new Promise((resolve, reject) => Object.assign(ready, { resolve, reject }));
  ready.promise.catch(() => {}); // the error slot and the event tell it already
  return ready;
}

/** Calls `act` once the element is within a window's height of the window. @param {HTMLElement} element @param {() => void} act @param {AbortSignal} signal */
function whenNear(element, act, signal) {
  const { IntersectionObserver } = element.ownerDocument.defaultView ?? self;
  if (!IntersectionObserver) return act();
  const observer = new IntersectionObserver(
    (entries) => entries.some(({ isIntersecting }) => isIntersecting) && act(),
    { rootMargin: "100% 0px" },
  );
  observer.observe(element);
  signal.addEventListener("abort", () => observer.disconnect());
}

if (globalThis.customElements && !customElements.get("recovery-timeline")) {
  customElements.define("recovery-timeline", RecoveryTimeline);
}
