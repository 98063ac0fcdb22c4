// From the short result to the widget: what the visitor chose there, and where the keyboard is.

/** @typedef {import("./widget.js").Widget} Widget */

/** @param {HTMLElement} element */
const isWithin = (element) => {
  const root = /** @type {Document | ShadowRoot} */ (element.getRootNode());
  return element.contains(root.activeElement);
};

/**
 * The widget takes the place of the short result, the element's own or the page's. True if the visitor has
 * chosen a treatment there that the widget offers.
 * @param {HTMLElement} element
 * @param {Widget} widget
 * @param {() => void} end takes the short result away
 */
export function handOver(element, widget, end) {
  const focused = isWithin(element);
  const buttons = [element.shadowRoot, element].flatMap((root) => [
    .../** @type {NodeListOf<HTMLInputElement>} */ (root?.querySelectorAll(".rt-pick input") ?? []),
  ]);
  const chosen = buttons.find(({ checked, defaultChecked }) => checked && !defaultChecked);
  // So that it is taken once.
  for (const button of buttons) button.defaultChecked = button.checked;
  end();
  if (focused) element.focus({ preventScroll: true });
  return !!chosen && !widget.setState(JSON.stringify({ treatment: chosen.value })).length;
}
