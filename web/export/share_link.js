// Links to what the visitor has set. The text of a link (src/state/link.h) is written with letters, digits,
// "-" and "_" alone, so that no program that passes it on cuts it short: "page#rt2-depth_mm-e1-p5". A page
// that has a fragment of its own, a route perhaps, keeps it: then the link stands in the query. Read at the
// start and when the fragment changes, copied when asked; nothing is ever written to the page's own address.

const OLD = /^#rt(\d|%3[0-9])/i; // "#rt1:…", as links were written before
const NEW = /^#rt2-([\w-]*)$/;
const IN_QUERY = /[?&]rt2=([\w-]+)/;

/** @type {Record<string, string>} */
const MARKS = { ",": "c", "=": "e", ".": "p", ":": "s", "-": "m" };

/** @param {string} link "rt1:…" */
export const written = (link) =>
  link
    .replace(/^rt1:/, "")
    .replace(
      /[^A-Za-z0-9_]/gu,
      (sign) => "-" + (MARKS[sign] ?? "x" + sign.codePointAt(0)?.toString(16) + "-"),
    );

/** @param {string} text @returns {string} "#rt1:…" */
function readBack(text) {
  const signs = Object.fromEntries(Object.entries(MARKS).map(([sign, mark]) => [mark, sign]));
  const plain = text.replace(/-(?:x([0-9a-f]{1,6})-|(.?))/g, (all, code, mark) =>
    code ? String.fromCodePoint(Math.min(parseInt(code, 16), 0xffff)) : (signs[mark] ?? all),
  );
  return "#rt1:" + plain;
}

/** @type {WeakMap<Document, WeakRef<HTMLElement>>} the element that a document's fragment belongs to */
const taken = new WeakMap();

/**
 * The link in the page's address, where it is meant for this element: the first of the page that wants one.
 * @param {HTMLElement} element
 * @returns {string} as set_link takes it; "" where there is none
 */
function linkFor(element) {
  const document = element.ownerDocument;
  if (element.getAttribute("link") === "off") return "";
  const owner = taken.get(document)?.deref();
  if (owner !== element) {
    if (owner?.isConnected) return "";
    taken.set(document, new WeakRef(element));
  }
  const { hash = "", search = "" } = document.defaultView?.location ?? {};
  if (OLD.test(hash) && !NEW.test(hash)) return hash;
  const found = NEW.exec(hash) ?? IN_QUERY.exec(search);
  return found ? readBack(found[1]) : "";
}

/**
 * A shared link sets everything: when it is asked for, and when the page's fragment becomes another.
 * @param {HTMLElement} element
 * @param {(link: string) => void} set
 * @param {AbortSignal} signal
 */
export function linksFor(element, set, signal) {
  const take = () => {
    const link = linkFor(element);
    if (link) set(link);
  };
  const window = element.ownerDocument.defaultView ?? self;
  window.addEventListener("hashchange", take, { signal });
  return take;
}

/** The page's address with a link in it. @param {string} page @param {string} link "rt1:…" */
export function addressWith(page, link) {
  const url = new URL(page.startsWith("about:") ? document.referrer || page : page);
  const own = url.hash.length > 1 && !OLD.test(url.hash) && !NEW.test(url.hash);
  if (url.searchParams.has("rt2")) url.searchParams.delete("rt2");
  if (own) url.searchParams.set("rt2", written(link));
  else url.hash = "rt2-" + written(link);
  return url.href;
}

/**
 * Copies the link; where the browser does not allow that, shows it, ready to be copied by hand.
 * @param {HTMLElement} place receives the field
 * @param {{link: string, label: string, close: string}} wanted
 * @returns {Promise<boolean>} whether it was copied
 */
export async function copyLink(place, wanted) {
  const { defaultView, URL: page } = place.ownerDocument;
  try {
    const address = addressWith(page, wanted.link);
    await (defaultView ?? self).navigator.clipboard.writeText(address);
    return true;
  } catch {
    showField(place, wanted);
    return false;
  }
}

/**
 * Shows the address with the link, to be copied by hand.
 * @param {HTMLElement} place
 * @param {{link: string, label: string, close: string}} wanted
 */
export function showField(place, { link, label, close }) {
  const address = addressWith(place.ownerDocument.URL, link);
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
