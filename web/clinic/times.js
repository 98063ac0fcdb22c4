// Words of the clinic that name another time than the row they stand in: a patient would see both.
// Numbers with units are found in six languages, never more is understood of a text.

/** @typedef {Record<string, any>} Json */
/** @typedef {{low: number, high: number, said: string}} Named hours, and the words that say so */

const HOURS = { h: 1, d: 24, w: 168, m: 730 };
// Unit -> its words in English, German, Spanish, French, Portuguese and Arabic.
const UNITS = {
  h: "h|hrs?|hours?|std|stunden?|horas?|heures?|ساعات|ساعة",
  d: "days?|nights?|tage?n?|nächte?n?|días?|dias?|noches?|noites?|jours?|nuits?|أيام|ايام|يوما?",
  w: "weeks?|wks?|wochen?|semanas?|semaines?|أسابيع|اسابيع|أسبوعا?|اسبوع",
  m: "months?|monate?n?|mes(?:es)?|mois|m[eê]s|أشهر|شهرا?",
};
const NUMBERS = [
  "one|a|an|an?other|ein|einen?r?|eine|un|une|una|um|uma|واحد",
  "two|zwei|dos|deux|dois|duas|اثنين|اثنان",
  "three|drei|tres|trois|três|ثلاثة|ثلاث",
  "four|vier|cuatro|quatre|quatro|أربعة|أربع",
  "five|fünf|cinco|cinq|خمسة|خمس",
  "six|sechs|seis|ستة|ست",
  "seven|sieben|siete|sept|sete|سبعة|سبع",
  "eight|acht|ocho|huit|oito|ثمانية|ثماني",
  "nine|neun|nueve|neuf|nove|تسعة|تسع",
  "ten|zehn|diez|dix|dez|عشرة|عشر",
];
// Arabic says two of a thing in one word.
const DUAL = {
  h: "ساعتين|ساعتان",
  d: "يومين|يومان",
  w: "أسبوعين|أسبوعان|اسبوعين",
  m: "شهرين|شهران",
};
// How often is no span, and neither is "times a day".
const OFTEN =
  /(every|each|alle|jeden?|cada|tou(?:te)?s les|chaque|كل|times|twice|once|mal|veces|vez|vezes|fois|مرات|مرة|مرتين)\s*(?:a|an|in|am|pro|al|à la|par|por|في)?\s*$/;

const units = Object.values(UNITS).join("|");
const number = `\\d+(?:[.,]\\d+)?|${NUMBERS.join("|")}`;
const to = "(?:\\s*(?:-|–|—|to|or|bis|oder|a|o|à|ou|e|y|and|und|et|إلى|أو|الى)\\s*)";
const letter = "\\p{L}\\p{M}\\d";
const SPAN = new RegExp(
  `(?<![${letter}])(${number})(?:${to}(${number}))?[\\s-]*(${units})(?![${letter}])`,
  "gu",
);
// "day 3", "Tag 3"
const DAY = new RegExp(
  `(?<![${letter}])(?:ال)?(${UNITS.d}|${UNITS.w})\\s+(\\d+)(?:${to}(\\d+))?(?![${letter}])`,
  "gu",
);
const TWO = new RegExp(
  `(?<![${letter}])(?:ب|ل)?(${Object.values(DUAL).join("|")})(?![${letter}])`,
  "gu",
);

/** @param {Record<string, string>} words @param {string} text */
const unitOf = (words, text) =>
  Object.keys(words).find((unit) => new RegExp(`^(?:${words[unit]})$`, "u").test(text)) ?? "h";

/** @param {string} text */
function valueOf(text) {
  if (/\d/.test(text)) return Number(text.replace(",", "."));
  return 1 + NUMBERS.findIndex((names) => new RegExp(`^(?:${names})$`, "u").test(text));
}

/** The times that a text names. @param {string} text @returns {Named[]} */
export function namedTimes(text) {
  const plain = text
    .toLowerCase()
    .replace(/[\u00a0\u202f\u2009]/g, " ")
    .replace(/[\u064b-\u0652\u0640]/g, "")
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660));
  /** @type {Named[]} */
  const found = [];
  /** @param {RegExpMatchArray} match @param {string} unit @param {number} low @param {number} high */
  const add = (match, unit, low, high) => {
    if (OFTEN.test(plain.slice(0, match.index))) return;
    const hours = HOURS[/** @type {keyof typeof HOURS} */ (unit)];
    found.push({ low: low * hours, high: high * hours, said: match[0].trim() });
  };
  for (const match of plain.matchAll(SPAN)) {
    const low = valueOf(match[1]);
    add(match, unitOf(UNITS, match[3]), low, match[2] ? valueOf(match[2]) : low);
  }
  for (const match of plain.matchAll(DAY)) {
    const low = Number(match[2]);
    add(match, unitOf(UNITS, match[1]), low, Number(match[3] ?? low));
  }
  for (const match of plain.matchAll(TWO)) add(match, unitOf(DUAL, match[1]), 2, 2);
  return found;
}

/** @param {number} hours */
const inWords = (hours) =>
  hours > 48 && hours % 24 === 0
    ? `${hours / 24} days`
    : `${hours} ${hours === 1 ? "hour" : "hours"}`;

/** Each text, in whichever language, with its place. @param {any} value @param {string} at @returns {[string, string][]} */
function texts(value, at) {
  if (typeof value === "string") return [[at, value]];
  if (!value || typeof value !== "object") return [];
  return Object.entries(value).flatMap(([key, child]) => texts(child, `${at}/${key}`));
}

/** The times that hold in a row, hours. @param {Json} row */
function timesOf({ from_h, until_h, hours_before, steps }) {
  const times = [from_h, until_h, hours_before, until_h - (from_h ?? 0)];
  for (const step of Array.isArray(steps) ? steps : []) times.push(step?.from_h);
  return times.filter((time) => Number.isFinite(time));
}

/** What is said of a row that names other times. @param {Json} row */
function sentence(row) {
  if (Number.isFinite(row.from_h)) return `the row says from ${inWords(row.from_h)}`;
  if (Number.isFinite(row.until_h)) return `the row says until ${inWords(row.until_h)}`;
  if (Number.isFinite(row.hours_before)) return `the row says ${inWords(row.hours_before)} before`;
  if (row.say === "yes") return "the row says yes from the start";
  return "the row gives no time, so our usual one stands beside it";
}

/** @param {Json} row @param {[string, string][]} where */
function rowRemarks(row, where) {
  const times = timesOf(row);
  return where.flatMap(([at, text]) =>
    namedTimes(text)
      .filter(({ low, high }) => !times.some((time) => time >= low && time <= high))
      .map(({ said, low }) => ({
        where: `clinic content: ${at}`,
        what: `Names “${said}”, but ${sentence(row)}. Patients would see both: write one time, in the row (${"hours_before" in row ? "hours_before" : "from_h"}: ${low}) or in the words.`,
      })),
  );
}

/** @param {any} row what stands under a key @returns {Json} */
const asRow = (row) => (typeof row === "string" ? { say: row } : (row ?? {}));

// Words of the interface, and names of settings, that speak of a row.
const SPEAKS = /^(milestone|chip)_(make_up|exercise|sun|next_session)$/;

/**
 * Words that name another time than their row.
 * @param {Json} clinic
 * @returns {{where: string, what: string}[]}
 */
export function timeRemarks({ advice, before, words, fields }) {
  const rows = Object.entries(advice ?? {}).map(([key, row]) => ({
    key,
    row: asRow(row),
    part: "advice",
  }));
  const ahead = Object.entries(before ?? {}).map(([key, row]) => ({
    key,
    row: asRow(row),
    part: "before",
  }));
  const remarks = [...rows, ...ahead].flatMap(({ key, row, part }) => {
    if (row.say === "ask" || row.say === "hidden" || row.tell) return [];
    const steps = Array.isArray(row.steps) ? row.steps.map(({ words }) => words) : [];
    return rowRemarks(
      row,
      Object.entries({ question: row.question, words: row.words, steps }).flatMap(([name, value]) =>
        texts(value, `/${part}/${key}/${name}`),
      ),
    );
  });
  /** @param {string} key */
  const given = (key) => rows.find((row) => row.key === key)?.row;
  for (const [at, text] of texts(words, "/words")) {
    const row = given(SPEAKS.exec(at.split("/").at(-1) ?? "")?.[2] ?? "");
    if (row) remarks.push(...rowRemarks(row, [[at, text]]));
  }
  const bare = given("make_up");
  if (bare)
    remarks.push(...rowRemarks(bare, texts(fields?.no_makeup_24h, "/fields/no_makeup_24h")));
  return remarks;
}
