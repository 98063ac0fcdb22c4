// What stands in an element while its widget is not there: the page's own short result (children of the
// element), else ours; above it one line that tells what goes on.

import { nodesOf, SHORT_CSS } from "./short.js";
import { HOST_CSS } from "./host_style.js";
import { adopt } from "./sheets.js";

/** @typedef {import("./short.js").Short} Short */

export class Hold {
  #root;
  #frame;
  #line;
  #box;
  #ours;
  /** @type {Short | null} */
  #short = null;
  /** The place of messages, read out at once. */
  alert;

  /** @param {ShadowRoot} root */
  constructor(root) {
    const document = root.ownerDocument;
    /** @param {string} className */
    const box = (className) => Object.assign(document.createElement("div"), { className });
    this.#root = root;
    this.#frame = box("frame");
    this.#box = box("hold");
    this.#line = box("loading");
    this.#ours = document.createElement("div");
    const slot = document.createElement("slot");
    slot.onslotchange = () => this.#fill();
    this.#box.append(this.#line, slot, this.#ours);
    this.alert = box("errors");
    this.alert.setAttribute("role", "alert");
    this.#frame.append(this.alert);
    root.append(this.#frame);
    // With these a treatment is chosen; the page's own shortcuts do not hear them. The widget has more of it.
    this.#ours.onkeydown = (event) => /^(Arrow| )/.test(event.key) && event.stopPropagation();
  }

  /** Receives what the widget lives in. @param {HTMLElement} room */
  add(room) {
    this.#frame.append(room);
  }

  // Not where the page brings a short result of its own; a document, a style or white space is none. Not as
  // what a slot shows where it is given nothing: it shows nothing for those either.
  #fill() {
    const isOwn = [...this.#root.host.children].some(
      ({ localName }) => !/^(script|style)$/.test(localName),
    );
    this.#ours.hidden = isOwn;
    if (this.#short && !isOwn && !this.#ours.firstChild)
      this.#ours.append(nodesOf(this.#root.ownerDocument, this.#short.html));
  }

  /** @param {Short | null} short null: it is on its way @param {boolean} reserved room is kept for what comes */
  show(short, reserved) {
    adopt(this.#root, [{ text: HOST_CSS }, { text: SHORT_CSS }]);
    this.#box.classList.toggle("reserved", reserved);
    if (this.#short !== short) this.#ours.replaceChildren();
    this.#short = short;
    this.#fill();
    if (!this.#box.isConnected) this.#frame.prepend(this.#box);
  }

  /** @param {string} text in the language of the short result */
  tell(text) {
    this.#line.textContent = text;
    this.#line.lang = this.#short?.language ?? "en";
    this.#line.dir = "auto";
  }

  /** The widget is there. */
  end() {
    this.#box.remove();
  }
}
