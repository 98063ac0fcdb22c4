// The visits: keys, and what must be said to the last of them. "h>Care" presses h until "Care" is said. Each step begins at the top of the page,
// or `from` where the one before it has ended.

// In six weeks, as it is typed into a date field of a 12-hour clock.
const event = new Date(Date.now() + 42 * 24 * 3600 * 1000);
const two = (n) => String(n).padStart(2, "0");
const TYPED = `text:${two(event.getMonth() + 1)}${two(event.getDate())}${event.getFullYear()}1000AM`;
const EVENT_DAY = `${event.getDate()} `;

export const VISIT = {
  name: "in English",
  page: "",
  load: [
    "Micro-needling: what to expect",
    "Treatment",
    "Fine lines",
    "selected",
    "radio button",
    "When to call the clinic",
    "Text version",
    "Recovery",
    "page tab",
    "About",
    "Recovery",
    "heading level 2",
    "People usually look red for 1 to 3 days",
    "heading level 3",
    "That is 16 of 20 people; 2 are sooner, 2 later.",
    "The chosen time: Day 1",
    "18 of 20 people still look red",
    "typical: barely pink",
    "The first two weeks",
    "Days 1–2",
    "Redness",
    "Seen in 18 of 20 people now.",
    "slider",
    "low, typical and high for each sign",
    "column header",
    "row header",
    "When can I …?",
    "List with 6 items",
    "Make-up: after 24 hours (advice)",
    "What may also happen",
    "Dark spots",
    "Compare two treatments",
    "Take it with you",
    "For general education, before or after a consultation.",
    "Before you come",
  ],
  steps: [
    {
      does: "finds the treatment by its heading",
      keys: ["h>Treatment"],
      hears: "Treatment heading level 2",
    },
    {
      does: "hears which treatment is set",
      keys: ["Tab"],
      from: "here",
      hears: [/Fine lines.*usually red: 1 to 3 days/, "selected radio button"],
    },
    {
      does: "chooses another one by name and hears the answer",
      keys: ["Down>Acne scars", "space"],
      from: "here",
      hears: ["selected", "People usually look red for 1 to 4 days", "Looks normal to others"],
    },
    {
      does: "finds the answer by headings",
      keys: ["h>People usually"],
      hears: "People usually look red for 1 to 4 days heading level 3",
    },
    {
      does: "finds what is read out of the chosen day",
      keys: ["h"],
      from: "here",
      hears: "The chosen time: Day 1 heading level 3",
    },
    {
      does: "hears the table's first sign with its row",
      keys: ["t", "alt+shift+Down"],
      hears: "Redness row header",
    },
    {
      does: "finds the list of what may be done when",
      keys: ["l"],
      hears: /List with 6 items|Make-up: after 24 hours/,
    },
    {
      does: "goes from the tab to what it has opened",
      keys: ["h>Recovery heading", "shift+Tab", "Tab"],
      hears: ["Day", "slider", "Day 1"],
    },
    {
      does: "moves the day and hears who is still red then",
      keys: ["Right"],
      from: "here",
      hears: [/Hour 25.*Hour 25: \d+ of 20 people still look red/],
    },
    {
      does: "opens Care by an arrow key and hears its answer",
      keys: ["shift+Tab", "Right"],
      from: "here",
      hears: ["Care page tab", /On day 1, by advice: \d+ yes, \d+ not yet, \d+ ask us/],
    },
    {
      does: "moves the day in Care and hears what it allows then",
      keys: ["Tab", "Right"],
      from: "here",
      hears: ["Day 2", /On day 2, by advice: \d+ yes, \d+ not yet, \d+ ask us/],
    },
    {
      does: "finds the search",
      keys: ["Tab", "Tab"],
      from: "here",
      hears: "Find: flying, beard",
    },
    {
      does: "searches and hears how many it has found",
      keys: ["text:hair"],
      from: "here",
      hears: /\b[3-9] found/,
    },
    {
      does: "finds what was found by its heading",
      keys: ["h>Can I", "h"],
      hears: /After heading level 3/,
    },
    {
      does: "opens when to call the clinic",
      keys: ["h>Care heading", "shift+Tab>When to call", "Return"],
      hears: "expanded",
    },
    {
      does: "reads when to call emergency services",
      keys: ["h>Call emergency"],
      hears: "Call emergency services heading level 3",
    },
    {
      does: "opens Plan and hears its answer",
      keys: ["h>Care heading", "shift+Tab", "Right"],
      hears: ["Plan page tab", "have the treatment best 4 weeks before"],
    },
    {
      does: "finds the date of the event",
      keys: ["Tab", "Tab"],
      from: "here",
      hears: /My event|Month/,
    },
    {
      does: "types the date and hears it again with the answer",
      keys: [TYPED],
      from: "here",
      hears: ["My event:", EVENT_DAY, /have the treatment|at the latest/],
    },
    {
      does: "goes back in the date, where its digits still stand",
      keys: ["shift+Tab", "shift+Tab"],
      from: "here",
      hears: /00|10/,
    },
    {
      does: "opens Results and hears its answer",
      keys: ["h>Plan heading", "shift+Tab", "Right"],
      hears: ["Results page tab", /a clear change is seen by \d+ to \d+ of 20 people/],
    },
    {
      does: "turns on the text version and hears that it is there",
      keys: ["shift+Tab>Text version", "Return"],
      from: "here",
      hears: "Text version",
    },
  ],
};

// In another language: that the page is read in it, and that a choice is answered in it.
export const VISIT_IN = [
  {
    name: "in Spanish",
    page: "es.html",
    load: [
      "[es]",
      "Tratamiento",
      "Líneas finas",
      "Cuándo llamar a la clínica",
      "Evolución",
      "La piel suele verse roja durante",
      "Días 1–2",
      "¿Cuándo puedo…?",
      "Comparar dos tratamientos",
    ],
    steps: [
      {
        does: "chooses another treatment and hears the answer",
        keys: ["h", "Tab", "Down>not selected", "space"],
        hears: ["selected", "La piel suele verse roja durante"],
      },
    ],
  },
  {
    name: "in Arabic",
    page: "ar.html",
    load: [
      "[ar]",
      "العلاج",
      "الخطوط الدقيقة",
      "متى يلزم الاتصال بالعيادة",
      "التعافي",
      "يبدو الناس محمرّين عادةً لمدة",
      "الأيام 1 إلى 2",
      "متى يمكنني…؟",
      "مقارنة علاجين",
    ],
    steps: [
      {
        does: "chooses another treatment and hears the answer",
        keys: ["h", "Tab", "Down>not selected", "space"],
        hears: ["selected", "يبدو الناس محمرّين عادةً لمدة"],
      },
    ],
  },
];
