// The calendar file against a reader that others wrote (ical.js), in the time zones of the world.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import path from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import ICAL from "ical.js";
import { root } from "../../.dev/tools.mjs";
import { calendarText, folded } from "../../web/export/calendar.js";

const minutes = (text) => Date.parse(text + "Z") / 60000;
const timed = (text, i = 0) => ({
  id: "t" + i,
  summary: "Treatment",
  description: "",
  start: minutes(text),
  end: null,
  all_day: false,
});
const days = (first, last) => ({
  id: "d" + first,
  summary: "Days",
  description: "Some days",
  start: minutes(first + "T00:00"),
  end: minutes(last + "T00:00"),
  all_day: true,
});

const CALENDAR = pathToFileURL(path.join(root, "web/export/calendar.js")).href;
const CHILD = `
  const { calendarText } = await import(${JSON.stringify(CALENDAR)});
  const { readFileSync } = await import("node:fs");
  const { entries, times } = JSON.parse(readFileSync(0, "utf8"));
  const instants = times.map((text) => new Date(text).getTime() / 1000); // by this machine's zone
  const name = Intl.DateTimeFormat().resolvedOptions().timeZone; // it may be an older one
  console.log(JSON.stringify({ text: calendarText(entries), instants, name }));`;

/** The file made on a machine in a zone, and when these civil times are there. */
function inZone(zone, entries, times) {
  const out = execFileSync(process.execPath, ["--input-type=module", "-e", CHILD], {
    env: { ...process.env, TZ: zone },
    input: JSON.stringify({ entries, times }),
    encoding: "utf8",
    maxBuffer: 1 << 26,
  });
  return JSON.parse(out);
}

/** Events of the file, with the zone that the file itself describes. */
function read(text) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  ICAL.TimezoneService.reset();
  for (const zone of calendar.getAllSubcomponents("vtimezone")) ICAL.TimezoneService.register(zone);
  return calendar.getAllSubcomponents("vevent").map((component) => new ICAL.Event(component));
}

const ZONES = [
  "Europe/Berlin",
  "America/New_York",
  "Australia/Lord_Howe", // half an hour of daylight saving
  "Asia/Kolkata",
  "Africa/Casablanca", // changes with the moon's calendar
  "America/Sao_Paulo",
  "Pacific/Chatham",
  "UTC",
];

for (const zone of ZONES) {
  test(`in ${zone} every time is the same instant for its reader, over all changes of the clocks`, () => {
    const times = [];
    // Some hours of every third day of four years, a leap year among them.
    for (
      let day = minutes("2026-01-01T00:00");
      day < minutes("2030-01-01T00:00");
      day += 3 * 1440
    ) {
      for (const hour of [0.5, 4, 12.25, 23]) {
        times.push(new Date((day + hour * 60) * 60000).toISOString().slice(0, 16));
      }
    }
    times.push("2028-02-29T14:00", "2026-12-31T23:59", "2027-01-01T00:00");
    const { text, instants, name } = inZone(zone, times.map(timed), times);
    const events = read(text);
    assert.equal(events.length, times.length);
    events.forEach((event, i) => {
      assert.equal(event.startDate.toString(), times[i] + ":00");
      assert.equal(event.startDate.zone.tzid, name);
      assert.equal(event.startDate.toUnixTime(), instants[i], `${times[i]} in ${zone}`);
    });
  });
}

test("on the days when clocks change, what is told is what the clock on the wall says", () => {
  const cases = {
    "Europe/Berlin": [
      "2026-03-29T01:59",
      "2026-03-29T03:00",
      "2026-10-25T01:59",
      "2026-10-25T03:00",
    ],
    "America/New_York": [
      "2026-03-08T01:59",
      "2026-03-08T03:00",
      "2026-11-01T00:59",
      "2026-11-01T02:00",
    ],
    "Australia/Lord_Howe": [
      "2026-04-05T01:29",
      "2026-04-05T02:00",
      "2026-10-04T01:59",
      "2026-10-04T02:30",
    ],
  };
  for (const [zone, times] of Object.entries(cases)) {
    const { text, instants } = inZone(zone, times.map(timed), times);
    const found = read(text).map((event) => event.startDate.toUnixTime());
    assert.deepEqual(found, instants, zone);
  }
});

test("whole days have no zone: over a leap day, a year's end and a change of the clocks", () => {
  const spans = [
    ["2028-02-28", "2028-03-01"],
    ["2026-12-30", "2027-01-03"],
    ["2026-03-28", "2026-03-31"],
  ];
  for (const zone of ["Pacific/Kiritimati", "Europe/Berlin", "America/Los_Angeles"]) {
    const { text } = inZone(
      zone,
      spans.map(([a, b]) => days(a, b)),
      [],
    );
    assert.doesNotMatch(text, /VTIMEZONE|TZID/);
    read(text).forEach((event, i) => {
      assert.ok(event.startDate.isDate && event.endDate.isDate);
      assert.deepEqual([event.startDate.toString(), event.endDate.toString()], spans[i]);
    });
  }
});

test("texts of any script and length come back as they were, on lines of 75 octets at most", () => {
  const summary = "Sun, tanning beds; not before 7\\12 🧴".repeat(6);
  const description =
    "Zwischen «früh» und später:\nبين مبكر ومتأخر، 肌の回復 ".repeat(20) + "\n\nEnd";
  const text = calendarText([{ ...timed("2026-11-22T14:00"), summary, description }]);
  for (const line of text.split("\r\n")) assert.ok(Buffer.byteLength(line) <= 75, line);
  assert.doesNotMatch(text.replaceAll("\r\n", ""), /[\r\n]/);
  const [event] = read(text);
  assert.equal(event.summary, summary);
  assert.equal(event.description, description);
  assert.equal(folded("a".repeat(75)), "a".repeat(75));
  assert.equal(folded("a".repeat(76)), `${"a".repeat(75)}\r\n a`);
});

test("the file has what RFC 5545 asks for, a name for each entry and no alarm", () => {
  const text = calendarText(
    [timed("2026-11-22T14:00"), days("2026-11-23", "2026-11-25")],
    new Date("2026-11-01T10:20:30Z"),
  );
  const calendar = new ICAL.Component(ICAL.parse(text));
  assert.equal(calendar.getFirstPropertyValue("version"), "2.0");
  assert.ok(calendar.getFirstPropertyValue("prodid"));
  const events = calendar.getAllSubcomponents("vevent");
  const names = events.map((event) => event.getFirstPropertyValue("uid"));
  assert.equal(new Set(names).size, 2);
  for (const event of events) {
    assert.equal(event.getFirstPropertyValue("dtstamp").toString(), "2026-11-01T10:20:00Z");
    assert.equal(event.getAllSubcomponents("valarm").length, 0);
  }
  assert.match(text, /^BEGIN:VCALENDAR\r\n/);
  assert.match(text, /\r\nEND:VCALENDAR\r\n$/);
});
