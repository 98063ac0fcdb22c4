// Style sheets of a shadow root: adopted ones, so that a strict content policy allows them; in browsers
// that have none, <style> elements.

/** @typedef {{text: string, media?: string}} Sheet */

/** @type {WeakMap<Document, Map<string, CSSStyleSheet>>} a sheet cannot cross documents */
const made = new WeakMap();

/** @param {ShadowRoot} root @param {Sheet[]} sheets in place of those before */
export function adopt(root, sheets) {
  const document = root.ownerDocument;
  const window = document.defaultView ?? self;
  const own = made.get(document) ?? new Map();
  made.set(document, own);
  try {
    root.adoptedStyleSheets = sheets.map(({ text, media = "" }) => {
      const key = media + text;
      const sheet = own.get(key) ?? new window.CSSStyleSheet({ media });
      if (!own.has(key)) sheet.replaceSync(text);
      own.set(key, sheet);
      return sheet;
    });
  } catch {
    for (const old of root.querySelectorAll("style")) old.remove();
    for (const { text, media = "" } of sheets) {
      const style = document.createElement("style");
      style.nonce = document.querySelector("script")?.nonce ?? "";
      style.media = media;
      style.textContent = text;
      root.append(style);
    }
  }
}
