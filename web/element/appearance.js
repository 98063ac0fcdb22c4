// What a widget looks like in the page: as picture or as text, in the colors of its theme.

import { adoptStyle } from "./style.js";

/** @typedef {{where: string, what: string, given?: string, used?: string}} Warning */
/** @typedef {Record<string, string>} Colors name of Palette (src/platform/abi.h) -> CSS color */

/** "accentSoft" -> "--accent-soft" @param {string} name */
const property = (name) => "--" + name.replace(/[A-Z]/g, (letter) => "-" + letter.toLowerCase());

export class Appearance {
  #host;
  #stage;
  #textMode = false; // the controls are shown instead of the picture
  #appliedColors = "";
  #told = "[]"; // warnings on the page's colors

  /** @param {HTMLElement} host @param {HTMLElement} stage */
  constructor(host, stage) {
    this.#host = host;
    this.#stage = stage;
  }

  /** True if the mode has changed. @param {boolean} textMode */
  applyMode(textMode) {
    const { shadowRoot } = this.#host;
    if (this.#textMode === textMode || !shadowRoot) return false;
    this.#textMode = textMode;
    adoptStyle(shadowRoot, textMode ? "text" : "picture");
    return true;
  }

  /** @param {Colors} colors */
  applyColors(colors) {
    if (this.#appliedColors === (this.#appliedColors = Object.values(colors).join())) return;
    for (const [name, color] of Object.entries(colors)) {
      this.#stage.style.setProperty(property(name), color);
    }
  }

  /**
   * What became of the page's colors, if that is something else than last time.
   * @param {ReturnType<typeof import("./theme.js").openTheme>} theme
   * @param {Colors} colors
   * @param {import("../wasm/module.js").Correction[]} corrections
   * @returns {Warning[]}
   */
  warnings(theme, colors, corrections) {
    const refused = theme.noColors().map((where) => ({
      where,
      what: "It is no color that this browser knows.",
      used: colors[where.replace("--rt-", "")],
    }));
    const warnings = [...refused, ...corrections].map(({ where, what, used }) => {
      return { where, what, given: theme.given(where), used };
    });
    return this.#told === (this.#told = JSON.stringify(warnings)) ? [] : warnings;
  }
}
