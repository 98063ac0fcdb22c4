// The semantic nodes of C++ as real DOM controls over the drawn ones: what screen readers, keyboards
// and voice control meet. Reconciled by id: only what differs is written, equal trees write nothing.
//
// The controls are transparent and let the pointer through to the canvas, except `moment`, whose date
// picker belongs to the browser. In the text version the same elements are shown as they are.

import { ControlEventKind } from "rt:abi";
import { openAnnouncer } from "./announcer.js";
import { listenToControls } from "./control_events.js";
import {
  makeEntry,
  writeAttributes,
  writeBeside,
  writeColor,
  writePlace,
  writeText,
  writeValue,
} from "./entry.js";
import { describe, isControl, isLive, nameByHeadings, shownBeside } from "./roles.js";

/** @typedef {import("./roles.js").Node} Node */
/** @typedef {import("./entry.js").Entry} Entry */

/** Keeps the controls of a mirror equal to the nodes. */
export class Semantics {
  /** @type {HTMLElement} */
  #root;
  /** @type {Map<number, Entry>} */
  #entries = new Map();
  /** @type {WeakMap<EventTarget, Entry>} */
  #owners = new WeakMap();
  #announcer = openAnnouncer((id, text) => {
    const entry = this.#entries.get(id);
    if (!entry) return;
    if (entry.text !== text) return writeText(entry, text);
    // The same words once more are only heard when they have been away.
    writeText(entry, "");
    setTimeout(() => writeText(entry, text), 50);
  });
  /** @type {Set<number>} controls that the browser has moved, and their parents */
  #stale = new Set();

  /**
   * @param {HTMLElement} root receives the controls
   * @param {(id: number, kind: number, value: number, text?: string) => void} send a ControlEvent
   * @param {AbortSignal} signal
   */
  constructor(root, send, signal) {
    this.#root = root;
    listenToControls(root, this.#owners, signal, (node, kind, value = 0, text = undefined) => {
      if (kind !== ControlEventKind.focus) this.#stale.add(node.id).add(node.parent);
      send(node.id, kind, value, text);
    });
  }

  /** A control was moved by the browser and must be held against the nodes again. */
  get stale() {
    return this.#stale.size > 0;
  }

  /** @param {Node[]} nodes in reading order, parents before children */
  update(nodes) {
    const stale = this.#stale;
    this.#stale = new Set();
    const written = nameByHeadings(nodes);
    const shadow = /** @type {ShadowRoot} */ (this.#root.getRootNode());
    const focused = /** @type {HTMLElement | null} */ (shadow.activeElement);
    const ids = new Set(nodes.map((node) => node.id));
    const heir = focused && this.#heir(focused, ids);
    this.#removeAllBut(ids);
    /** @type {Map<HTMLElement, ChildNode | null>} parent -> the child that stands where the next one belongs */
    const next = new Map();
    for (const node of nodes) {
      const owner = this.#entries.get(node.parent);
      const known = this.#entries.get(node.id);
      // What is as it was, also in its parent, stands there already; the browser moves one of some radios.
      const same =
        known?.node === node && !written.has(node) && !(owner && written.has(owner.node));
      const isStale = stale.has(node.id) || stale.has(node.parent);
      if (!same) written.add(node);
      const element = known && same && !isStale ? known.outer : this.#write(node);
      const parent = owner?.element ?? this.#root;
      const head = owner && (owner.span ?? owner.parts.name);
      let here = next.get(parent);
      if (here === undefined) here = head ? head.nextSibling : parent.firstChild;
      // What should come after it may stand in another place by now: then all that follow are put last.
      if (here && here.parentNode !== parent) here = null;
      if (here === element) here = element.nextSibling;
      else parent.insertBefore(element, here);
      next.set(parent, here);
    }
    // Moving a focused element takes its focus.
    if (heir && heir !== shadow.activeElement) heir.focus({ preventScroll: true });
  }

  /**
   * Who has the focus afterwards: the same, or where it goes the control before it that stays.
   * @param {HTMLElement} focused @param {Set<number>} ids of what stays
   */
  #heir(focused, ids) {
    const all = /** @type {HTMLElement[]} */ ([...this.#root.querySelectorAll("input, button, a")]);
    const stays = (/** @type {HTMLElement} */ e) => ids.has(this.#owners.get(e)?.node.id || 0);
    const at = all.indexOf(focused);
    return at < 0 || stays(focused) ? focused : all.slice(0, at).findLast(stays);
  }

  /** @param {Set<number>} ids */
  #removeAllBut(ids) {
    for (const [id, { outer }] of this.#entries) {
      if (ids.has(id)) continue;
      outer.remove();
      this.#entries.delete(id);
      this.#announcer.forget(id);
    }
  }

  /** The element of a node, as the node says. @param {Node} node */
  #write(node) {
    const [tag, attributes, text] = describe(node);
    let entry = this.#entries.get(node.id);
    if (entry && entry.tag !== tag) {
      entry.outer.remove();
      entry = undefined;
    }
    const told = entry?.node.value; // of a status: how often something was to be told
    entry ??= this.#add(node, tag);
    entry.node = node;
    writeAttributes(entry, attributes);
    writeBeside(entry, shownBeside(node));
    writePlace(entry, this.#entries.get(node.parent));
    writeColor(entry);
    if (told === undefined || !isLive(node)) writeText(entry, text);
    else if (told !== node.value || (this.#announcer.waiting(node.id) ?? entry.text) !== text) {
      this.#announcer.announce(node.id, text);
    }
    writeValue(entry);
    return entry.outer;
  }

  /** @param {Node} node @param {string} tag */
  #add(node, tag) {
    const entry = makeEntry(this.#root.ownerDocument, node, tag);
    this.#entries.set(node.id, entry);
    this.#owners.set(entry.element, entry);
    return entry;
  }

  /** Nothing is announced while the visitor holds a control. @param {boolean} dragging */
  hold(dragging) {
    this.#announcer.hold(dragging);
  }

  /** @param {number} id @param {boolean} visible */
  show(id, visible) {
    const element = this.#entries.get(id)?.element;
    if (element && element.hidden === visible) element.hidden = !visible;
  }

  /** Brings what has the focus back into view, after everything has found another place. */
  reveal() {
    const { activeElement } = /** @type {ShadowRoot} */ (this.#root.getRootNode());
    activeElement?.scrollIntoView({ block: "nearest" });
  }

  /** Gives a node the focus and brings it into view. @param {number} id */
  focus(id) {
    const element = this.#entries.get(id)?.element;
    if (!element) return;
    if (element.tabIndex < 0) {
      element.tabIndex = -1; // a heading or a group, for as long as it has the focus
      element.addEventListener("blur", () => element.removeAttribute("tabindex"), { once: true });
    }
    element.focus({ preventScroll: true });
    const { top } = element.getBoundingClientRect();
    const { innerHeight } = element.ownerDocument.defaultView ?? self;
    if (top < 0 || top > innerHeight / 2) element.scrollIntoView({ block: "start" });
  }

  /** Focuses the control at a place (CSS px of the canvas); false when there is none. @param {number} x @param {number} y */
  focusAt(x, y) {
    /** @param {Node} node */
    const inside = ({ x: left, y: top, w, h }) =>
      x >= left && y >= top && x < left + w && y < top + h;
    const hit = [...this.#entries.values()].findLast(({ node }) => isControl(node) && inside(node));
    hit?.element.focus({ preventScroll: true });
    return !!hit;
  }

  close() {
    this.#announcer.close();
    this.#root.replaceChildren();
  }
}
