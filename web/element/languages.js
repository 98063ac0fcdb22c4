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
