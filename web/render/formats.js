// Dates and numbers as people of a language write them, by Intl.

import { MomentStyle, PluralForm } from "rt:abi";

/** @type {Record<number, Intl.DateTimeFormatOptions>} */
const MOMENTS = {
  [MomentStyle.day]: { weekday: "short", day: "numeric", month: "short" },
  [MomentStyle.day_and_hour]: { weekday: "short", day: "numeric", month: "short", hour: "numeric" },
  [MomentStyle.weekday]: { weekday: "short" },
  [MomentStyle.long_date]: { day: "numeric", month: "long", year: "numeric" },
  [MomentStyle.hour]: { hour: "numeric" },
  [MomentStyle.month]: { month: "long", year: "numeric" },
  [MomentStyle.weekday_narrow]: { weekday: "narrow" },
  [MomentStyle.day_month]: { day: "numeric", month: "short" },
};
const MOST = 2000; // answers to one kind of question

/**
 * Gives answers that were given before: each frame asks for most of its numbers again.
 * @template T
 * @param {(n: number) => T} act
 * @returns {(n: number) => T}
 */
function remembering(act) {
  /** @type {Map<number, T>} */
  const known = new Map();
  return (n) => {
    if (!n) return act(n); // a map takes 0 for -0
    const before = known.get(n);
    if (before !== undefined) return before;
    if (known.size > MOST) known.clear();
    const answer = act(n);
    known.set(n, answer);
    return answer;
  };
}

/**
 * Dates and numbers as people of a language write them.
 * @param {string} language BCP 47; plain "en" writes the day before the month
 */
export function openFormats(language) {
  const locale = language === "en" ? "en-GB" : language;
  /** @type {Map<unknown, any>} */
  const made = new Map();
  /**
   * @template T
   * @param {unknown} key
   * @param {() => T} make
   * @returns {T}
   */
  const kept = (key, make) => made.get(key) ?? made.set(key, make()).get(key);
  return {
    /** `minutes` of civil time since 1970-01-01T00:00. @param {number} minutes @param {number} style a MomentStyle */
    moment: (minutes, style) =>
      kept("moment" + style, () => {
        const english = /^en/.test(locale);
        const look = { ...MOMENTS[style], timeZone: "UTC", hour12: english || undefined };
        // "7 pm" stands for itself; elsewhere a bare 19 would not.
        if (look.hour && !english) look.minute = "2-digit";
        return new Intl.DateTimeFormat(locale, look);
      }).format(minutes * 60000),
    /** @param {number} value @param {number} decimals */
    number: (value, decimals) =>
      kept(decimals, () => {
        const digits = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
        const { format } = new Intl.NumberFormat(locale, digits);
        return remembering(format);
      })(value),
    /** A PluralForm. @param {number} n */
    plural: (n) =>
      kept("plural", () => {
        const rules = new Intl.PluralRules(locale);
        return remembering((n) => PluralForm[rules.select(n)]);
      })(n),
    /** Real hours between two moments of civil time (minutes): summer time adds or takes one. @param {number} from @param {number} to */
    hoursBetween(from, to) {
      /** @param {number} minutes */
      const moment = (minutes) => {
        const utc = new Date(minutes * 60000);
        const [year, month, day] = [utc.getUTCFullYear(), utc.getUTCMonth(), utc.getUTCDate()];
        return new Date(year, month, day, utc.getUTCHours(), utc.getUTCMinutes()).getTime();
      };
      return (moment(to) - moment(from)) / 3600000;
    },
    /** Minutes of civil time, here and now. */
    now() {
      const now = new Date();
      return Math.floor(now.getTime() / 60000 - now.getTimezoneOffset());
    },
    /** 1 Monday .. 7 Sunday; Monday where the browser cannot tell. */
    firstWeekday() {
      const region = /** @type {any} */ (new Intl.Locale(locale)); // engines differ
      return (region.getWeekInfo?.() ?? region.weekInfo)?.firstDay ?? 1;
    },
  };
}
