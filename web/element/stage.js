// The elements that a widget lives in.

/** @typedef {ReturnType<typeof buildStage>} Stage */

/** @param {Document} document */
export function buildStage(document) {
  /**
   * @template {keyof HTMLElementTagNameMap} K
   * @param {K} tag
   * @param {string} name
   * @param {(Node | string)[]} children
   */
  const make = (tag, name, ...children) => {
    const element = document.createElement(tag);
    element.className = name;
    element.append(...children);
    return element;
  };
  const picture = make("div", "picture");
  picture.setAttribute("aria-hidden", "true");
  const mirror = make("div", "mirror");
  const probe = make("span", "probe", "Hamburgefonstiv 0123");
  probe.setAttribute("aria-hidden", "true");
  const ruler = make("div", "ruler");
  const note = make("p", "note");
  note.hidden = true;
  const stage = make("div", "stage", note, picture, mirror, probe);
  return {
    room: make("div", "room waiting", ruler, stage),
    ruler,
    stage,
    note,
    picture,
    mirror,
    probe,
  };
}
