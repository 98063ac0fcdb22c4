// Which of the languages that have words is shown.

/**
 * The language to show to someone who asks for `asked`.
 * @param {string} asked BCP 47
 * @param {string[]} offered those with words, the usual one first
 * @returns {{language: string, locale: string}} locale: for dates and numbers; it keeps the region that
 *   was asked for where the language is the same
 */
export function chooseLanguage(asked, offered) {
  /** @param {string} tag */
  const plain = (tag) => tag.toLowerCase();
  /** @param {string} tag */
  const short = (tag) => plain(tag).split("-")[0];
  const language =
    offered.find((tag) => plain(tag) === plain(asked)) ??
    offered.find((tag) => short(tag) === short(asked));
  if (!language) return { language: offered[0], locale: offered[0] };
  // Portuguese of Portugal gets Brazil's words, and then its dates as well.
  const same = plain(asked).startsWith(plain(language)) && isLocale(asked);
  return { language, locale: same ? asked : language };
}

/** @param {string} tag */
function isLocale(tag) {
  try {
    return Intl.getCanonicalLocales(tag).length > 0;
  } catch {
    return false;
  }
}

// The element, those around it, and those around the shadow roots that it stands in.
/** @param {Element} element @returns {Element[]} */
function around(element) {
  const all = [];
  for (let at = /** @type {Node | null} */ (element); at;)
    if ("host" in at && at.nodeType === Node.DOCUMENT_FRAGMENT_NODE)
      at = /** @type {ShadowRoot} */ (at).host;
    else {
      if (at.nodeType === Node.ELEMENT_NODE) all.push(/** @type {Element} */ (at));
      at = at.parentNode;
    }
  return all;
}

/** What the page says of the element's language, "en" where it says nothing. @param {Element} element */
export function languageOf(element) {
  for (const one of around(element)) {
    const language = one.getAttribute("lang") ?? one.getAttribute("xml:lang");
    if (language) return language;
  }
  return "en";
}

/** @param {Element} element @param {() => void} changed @param {AbortSignal} signal */
export function watchLanguage(element, changed, signal) {
  const observer = new MutationObserver(changed);
  for (const root of new Set(around(element).map((one) => one.getRootNode())))
    observer.observe(root, { attributeFilter: ["lang", "xml:lang"], subtree: true });
  signal.addEventListener("abort", () => observer.disconnect());
}
