// Links to what the visitor has set: "page#rt1:…" (src/state/link.h). Read at the start and when the
// fragment changes, copied when asked; nothing is ever written to the page's own address.

const OURS = /^#rt(\d|%3[0-9])/i;
/** @type {WeakMap<Document, WeakRef<HTMLElement>>} the element that a document's fragment belongs to */
const taken = new WeakMap();

/**
 * The page's fragment, where it is meant for this element: the first of the page that wants one.
 * @param {HTMLElement} element
 * @returns {string} "" where there is none
 */
export function linkFor(element) {
  const document = element.ownerDocument;
  if (element.getAttribute("link") === "off") return "";
  const owner = taken.get(document)?.deref();
  if (owner !== element) {
    if (owner?.isConnected) return "";
    taken.set(document, new WeakRef(element));
  }
  const hash = document.defaultView?.location.hash ?? "";
  return OURS.test(hash) ? hash : "";
}

/**
 * Copies the link; where the browser does not allow that, shows it, ready to be copied by hand.
 * @param {HTMLElement} place receives the field
 * @param {{link: string, label: string, close: string}} wanted
 * @returns {Promise<boolean>} whether it was copied
 */
export async function copyLink(place, { link, label, close }) {
  const { defaultView, URL: page } = place.ownerDocument;
  const address = page.replace(/#.*/, "") + "#" + link;
  try {
    await (defaultView ?? self).navigator.clipboard.writeText(address);
    return true;
  } catch {
    showField(place, address, label, close);
    return false;
  }
}

/** @param {HTMLElement} place @param {string} address @param {string} label @param {string} close */
function showField(place, address, label, close) {
  /**
   * @template {keyof HTMLElementTagNameMap} K
   * @param {K} tag
   * @param {object} properties
   * @param {(Node | string)[]} children
   * @returns {HTMLElementTagNameMap[K]}
   */
  const make = (tag, properties, ...children) => {
    const element = Object.assign(place.ownerDocument.createElement(tag), properties);
    element.append(...children);
    return element;
  };
  const field = make("input", { readOnly: true, value: address });
  const shut = make("button", { type: "button" }, close);
  const dialog = make("dialog", { className: "shared" }, make("label", {}, label, field), shut);
  dialog.setAttribute("aria-label", label);
  shut.addEventListener("click", () => dialog.close());
  dialog.addEventListener("close", () => dialog.remove());
  place.append(dialog);
  dialog.showModal();
  field.select();
}
