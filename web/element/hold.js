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
  #slot;
  /** @type {Short | null} */
  #short = null;
  /** The place of messages, read out at once. */
  alert;

  /** @param {ShadowRoot} root */
  constructor(root) {
    const document = root.ownerDocument;
    this.#root = root;
    this.#frame = document.createElement("div");
    this.#frame.className = "frame";
    this.#line = document.createElement("p");
    this.#line.className = "loading";
    this.#slot = document.createElement("slot");
    this.#box = document.createElement("div");
    this.#box.className = "hold";
    this.alert = document.createElement("div");
    this.alert.className = "errors";
    this.alert.setAttribute("role", "alert");
    this.#frame.append(this.alert);
    root.append(this.#frame);
  }

  /** Receives what the widget lives in. @param {HTMLElement} room */
  add(room) {
    this.#frame.append(room);
  }

  /** The page brings a short result of its own. */
  #isOwn() {
    return [...this.#root.host.children].some(
      ({ localName }) => !/^(script|style)$/.test(localName),
    );
  }

  /** @param {Short | null} short null: it is on its way @param {boolean} reserved room is kept for what comes */
  show(short, reserved) {
    adopt(this.#root, [{ text: HOST_CSS }, { text: SHORT_CSS }]);
    this.#box.classList.toggle("reserved", reserved);
    if (this.#short !== short) this.#slot.replaceChildren();
    this.#short = short;
    if (short && !this.#isOwn() && !this.#slot.firstChild)
      this.#slot.append(nodesOf(this.#root.ownerDocument, short.html));
    if (this.#box.isConnected) return;
    this.#box.replaceChildren(this.#line, this.#slot);
    this.#frame.prepend(this.#box);
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
