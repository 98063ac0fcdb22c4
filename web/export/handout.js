// One page on paper (A4 or Letter): a document of its own in a hidden frame, so that the clinic's page
// around the widget is not printed. Its content comes from C++ (src/ui/export/share.h).

// The frame's empty document is in quirks mode, where tables do not inherit their font by themselves.
const STYLE = `
@page { margin: 12mm 14mm; }
* { box-sizing: border-box; }
body { margin: 0; background: #fff; color: #111; font: 9.5pt/1.35 system-ui, "Liberation Sans",
  Arial, sans-serif; }
h1 { margin: 0 0 4pt; font-size: 17pt; line-height: 1.15; }
h2 { margin: 9pt 0 3pt; padding-block-start: 5pt; border-block-start: .75pt solid #999;
  font-size: 11.5pt; line-height: 1.2; }
p { margin: 0 0 3pt; }
.small { color: #444; font-size: 8pt; line-height: 1.3; }
table { inline-size: 100%; border-collapse: collapse; font: inherit; color: inherit; }
th, td { padding: 1.5pt 0; vertical-align: top; text-align: start; white-space: pre-line; }
th { inline-size: 30%; padding-inline-end: 8pt; font-weight: 600; }
ul { margin: 0; padding: 0; list-style: none; }
li { position: relative; padding-inline-start: 14pt; margin-block-end: 1.5pt; }
li::before { content: ""; position: absolute; inset-block-start: 2.5pt; inset-inline-start: 0;
  inline-size: 7pt; block-size: 7pt; border: .9pt solid #555; border-radius: 1.5pt; }`;

/**
 * @typedef {{kind: "heading" | "text" | "small" | "list" | "rows", text: string, items: string[]}} Block
 * @typedef {{language: string, right_to_left: boolean, title: string, blocks: Block[]}} Handout
 */

/** Writes the handout into an empty document. @param {Document} document @param {Handout} handout */
function writeHandout(document, { language, right_to_left: rtl, title, blocks }) {
  /**
   * @template {keyof HTMLElementTagNameMap} K
   * @param {K} tag
   * @param {string} text
   * @param {Node[]} children
   */
  const make = (tag, text, ...children) => {
    const element = document.createElement(tag);
    element.append(text, ...children);
    return element;
  };
  /** @param {string[]} items @param {number} i */
  const row = (items, i) => {
    const head = make("th", items[i]);
    head.scope = "row";
    return make("tr", "", head, make("td", items[i + 1]));
  };
  /** @type {Record<Block["kind"], (block: Block) => Node>} */
  const kinds = {
    heading: ({ text }) => make("h2", text),
    text: ({ text }) => make("p", text),
    small: ({ text }) => Object.assign(make("p", text), { className: "small" }),
    list: ({ items }) => make("ul", "", ...items.map((item) => make("li", item))),
    rows: ({ items }) => {
      const pairs = items.map((_, i) => i).filter((i) => i % 2 === 0);
      return make("table", "", make("tbody", "", ...pairs.map((i) => row(items, i))));
    },
  };
  document.documentElement.lang = language;
  document.documentElement.dir = rtl ? "rtl" : "ltr";
  document.title = title;
  document.body.replaceChildren(make("h1", title), ...blocks.map((b) => kinds[b.kind](b)));
  const { CSSStyleSheet } = document.defaultView ?? self;
  const style = new CSSStyleSheet();
  style.replaceSync(STYLE);
  document.adoptedStyleSheets = [style];
}

/**
 * Opens the browser's print dialog for the handout alone.
 * @param {HTMLElement} place holds the frame while it prints
 * @param {Handout} handout
 * @returns {Promise<boolean>} true once the dialog has been opened
 */
export async function printHandout(place, handout) {
  place.querySelector(".paper")?.remove();
  const frame = place.ownerDocument.createElement("iframe");
  frame.className = "paper";
  frame.title = handout.title;
  frame.tabIndex = -1;
  frame.setAttribute("aria-hidden", "true");
  // Some engines replace the empty document once more: what was written before would be lost.
  await new Promise((done) => {
    frame.addEventListener("load", done, { once: true });
    place.append(frame);
  });
  const window = frame.contentWindow;
  if (!window) return false;
  writeHandout(window.document, handout);
  window.addEventListener("afterprint", () => setTimeout(() => frame.remove()), { once: true });
  window.focus();
  window.print();
  return true;
}
