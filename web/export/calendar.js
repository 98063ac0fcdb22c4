// A calendar file (RFC 5545) of what C++ lists (src/ui/export/share.h): made here, saved by the browser, no
// request, no alarms. Times stand in the visitor's own time zone, which the file describes.

/**
 * Times in civil minutes since 1970-01-01T00:00.
 * @typedef {{id: string, summary: string, description: string, start: number, end: number | null,
 *   all_day: boolean}} Entry
 */

const MINUTE = 60000;
const DAY = 1440 * MINUTE;
const MOST_OCTETS = 75; // of a line, RFC 5545 3.1

/** @param {number} value */
const two = (value) => String(value).padStart(2, "0");

/**
 * Civil minutes since 1970-01-01T00:00 -> "20261122T140000", or "20261122" of whole days.
 * @param {number} minutes
 * @param {boolean} [allDay]
 */
const civil = (minutes, allDay) => {
  const text = new Date(minutes * MINUTE).toISOString().replace(/[-:]|\.\d+Z/g, "");
  return allDay ? text.slice(0, 8) : text;
};

/** @param {string} text */
const escaped = (text) => text.replace(/[\\;,]/g, "\\$&").replace(/\r?\n/g, "\\n");

/** A line in pieces of at most 75 octets; no character is cut. @param {string} line */
export function folded(line) {
  const encoder = new TextEncoder();
  let out = "";
  let octets = 0;
  for (const character of line) {
    const size = encoder.encode(character).length;
    if (octets + size > MOST_OCTETS) {
      out += "\r\n ";
      octets = 1;
    }
    out += character;
    octets += size;
  }
  return out;
}

// Seconds east of Greenwich.
/** @param {number} instant */
const offsetAt = (instant) => Math.round(-new Date(instant).getTimezoneOffset() * 60);

/** @param {number} seconds */
function offsetText(seconds) {
  const size = Math.abs(seconds);
  const parts = [size / 3600, (size / 60) % 60, size % 60].map((part) => two(Math.floor(part)));
  if (!(size % 60)) parts.pop();
  return (seconds < 0 ? "-" : "+") + parts.join("");
}

/** Where the clocks change from one instant to another, to the second. @param {number} first @param {number} last */
function transitions(first, last) {
  const found = [];
  for (let day = first; day < last; day += DAY) {
    let [low, high] = [day, day + DAY];
    const [from, to] = [offsetAt(low), offsetAt(high)];
    if (from === to) continue;
    while (high - low > 1000) {
      const middle = low + Math.floor((high - low) / 2000) * 1000;
      if (offsetAt(middle) === from) low = middle;
      else high = middle;
    }
    found.push({ instant: high, from, to });
  }
  return found;
}

// One observance: from `instant` on the clocks stand `to` seconds east; its start is told by the
// clocks of before.
/** @param {string} kind @param {number} instant @param {number} from @param {number} to */
const observance = (kind, instant, from, to) => [
  `BEGIN:${kind}`,
  `DTSTART:${civil((instant + from * 1000) / MINUTE)}`,
  `TZOFFSETFROM:${offsetText(from)}`,
  `TZOFFSETTO:${offsetText(to)}`,
  `END:${kind}`,
];

/**
 * The zone that this machine is in, over the years of these civil minutes and one on each side.
 * @param {string} name
 * @param {number[]} minutes
 */
function timeZone(name, minutes) {
  /** @param {number} value */
  const year = (value) => new Date(value * MINUTE).getUTCFullYear();
  const first = Date.UTC(year(Math.min(...minutes)) - 1, 0, 1);
  const last = Date.UTC(year(Math.max(...minutes)) + 2, 0, 1);
  const start = offsetAt(first);
  return [
    "BEGIN:VTIMEZONE",
    `TZID:${name}`,
    ...observance("STANDARD", first, start, start),
    ...transitions(first, last).flatMap(({ instant, from, to }) =>
      observance(to > from ? "DAYLIGHT" : "STANDARD", instant, from, to),
    ),
    "END:VTIMEZONE",
  ];
}

/** @param {Entry} entry @param {string} zone @param {string} stamp */
function event({ id, summary, description, start, end, all_day: allDay }, zone, stamp) {
  /** @param {string} name @param {number} minutes */
  const time = (name, minutes) =>
    allDay
      ? `${name};VALUE=DATE:${civil(minutes, true)}`
      : `${name};TZID=${zone}:${civil(minutes, false)}`;
  return [
    "BEGIN:VEVENT",
    `UID:${id}-${civil(start, allDay)}@recovery-timeline`,
    `DTSTAMP:${stamp}`,
    time("DTSTART", start),
    ...(end === null ? [] : [time("DTEND", end)]),
    `SUMMARY:${escaped(summary)}`,
    `DESCRIPTION:${escaped(description)}`,
    "TRANSP:TRANSPARENT",
    "END:VEVENT",
  ];
}

/**
 * @param {Entry[]} entries
 * @param {Date} now when the file is made
 * @returns {string} the file's text
 */
export function calendarText(entries, now = new Date()) {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone ?? "Local";
  const timed = entries.filter((entry) => !entry.all_day).map(({ start }) => start);
  const stamp = civil(Math.floor(now.getTime() / MINUTE)) + "Z";
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Recovery Timeline//recovery-timeline//EN",
    "CALSCALE:GREGORIAN",
    ...(timed.length ? timeZone(zone, timed) : []),
    ...entries.flatMap((entry) => event(entry, zone, stamp)),
    "END:VCALENDAR",
  ];
  return lines.map((line) => folded(line) + "\r\n").join("");
}

/**
 * Saves the file; true, for nobody tells whether the visitor kept it.
 * @param {HTMLElement} place
 * @param {{file: string, entries: Entry[]}} wanted
 */
export function saveCalendar({ ownerDocument: document }, { file, entries }) {
  const { URL, Blob } = document.defaultView ?? self;
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([calendarText(entries)], { type: "text/calendar" }));
  link.download = file;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), MINUTE);
  return true;
}
