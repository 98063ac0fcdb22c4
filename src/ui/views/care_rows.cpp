#include "ui/views/care_rows.h"

#include "ui/widgets/buttons.h"
#include "ui/widgets/rows.h"
#include "ui/widgets/texts.h"
#include "ui/words/phrases.h"
#include "ui/words/sources.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace rt {

namespace {

constexpr float kSign = 24; // CSS px that the sign of opening takes at the end of a line

// The square-root axis of the lanes, over 28 days.
float part_of(double hour) {
  return static_cast<float>(std::sqrt(std::clamp(hour / (28 * 24), 0.0, 1.0)));
}

TextStyle bold(TextStyle style) {
  style.weight = Weight::bold;
  return style;
}

// Solid: wait; pale: clinics differ; green: free.
void bar(Ui &ui, const Advice &a, const Rect &r) {
  const Theme &t = ui.theme;
  const bool free = a.say == AdviceSay::yes, own = !a.says.empty();
  // What is left out without a time is so to the end.
  const double waits_h = a.hours == a.hours ? a.hours : 28 * 24;
  const float from = free ? 0 : r.w * part_of(waits_h);
  const float most = free ? 0 : r.w * part_of(a.say == AdviceSay::span ? a.max_h : 28 * 24);
  ui.pen.fill(r, t.chip_good);
  // The clinic's own span has no others beside it.
  if (!own || a.say != AdviceSay::span) ui.pen.fill({r.x, r.y, most, r.h}, t.clinics_band);
  ui.pen.fill({r.x, r.y, from, r.h}, own ? t.accent : t.people_band);
  for (const double end : {a.min_h, a.max_h})
    if (!free && !own && end > 0)
      ui.pen.fill({r.x + std::min(r.w * part_of(end), r.w - 1), r.y, 1, r.h}, t.edge);
  const float now = std::min(r.w * part_of(ui.state.day * 24), r.w - 2);
  ui.pen.fill({r.x + now, r.y - 4, 2, r.h + 8}, t.text);
}

// Points on where it opens, up where it is open.
void opening_sign(Ui &ui, Point c, bool open) {
  const Color ink = ui.theme.muted;
  const std::array<Point, 3> closed{{{c.x - 3, c.y - 5}, {c.x + 2, c.y}, {c.x - 3, c.y + 5}}},
      opened{{{c.x - 5, c.y + 3}, {c.x, c.y - 2}, {c.x + 5, c.y + 3}}};
  ui.pen.polyline(open ? opened : closed, ink, 1.5f);
}

// `name` and at the end of its line, or below it, `value`.
void name_and_value(Flow &body, const std::string &name, const std::string &value,
                    const TextStyle &name_style) {
  Ui &ui = body.ui;
  const TextStyle strong = bold(body_style(ui));
  const float value_w = value.empty() ? 0 : ui.pen.width(value, strong) + 1;
  const bool beside = value_w + 16 <= body.width() * 0.6f;
  const Slot at = body.cursor();
  Flow words(ui, {at.x, at.y, body.width() - (beside && value_w > 0 ? value_w + 16 : 0)});
  unspoken(words, name, name_style);
  if (!value.empty() && !beside) unspoken(words, value, strong);
  if (beside)
    ui.pen.text(value, {at.x + at.w - value_w, at.y, value_w, ui.pen.line_height(strong)}, strong,
                Align::end);
  body.advance(words.height());
}

// Who says so and for how long, and at the end of that line, or below it, how strong it is.
void note_and_strength(Flow &body, const Advice &a, const std::string &range, char strength,
                       float sign) {
  Ui &ui = body.ui;
  const bool own = !a.says.empty();
  const std::string words = own ? clinic_says(ui, a) : range;
  const float mark = own ? kClinicMark + 6 : 0;
  const TextStyle style = note_style(ui);
  const TextStyle words_style{14, own ? Weight::bold : Weight::regular,
                              own ? ui.theme.text : style.color, style.leading};
  const std::string &strong = strength_word(ui, strength);
  const float w = ui.pen.width(strong, style) + 1;
  const bool beside = w + sign + mark + 8 + ui.pen.width(words, words_style) <= body.width();
  const Slot at = body.cursor();
  Flow left(ui, {at.x + mark, at.y, body.width() - mark - sign - (beside ? w + 8 : 0)});
  if (own) clinic_mark(ui, {at.x + 8, at.y + ui.pen.line_height(style) / 2});
  unspoken(left, words, words_style);
  const float y = beside ? at.y : left.cursor().y;
  if (!beside) left.advance(ui.pen.line_height(style));
  const float x = beside ? at.x + at.w - sign - w : at.x;
  ui.pen.text(strong, {x, y, w, ui.pen.line_height(style)}, style);
  body.advance(left.height());
}

struct Seen {
  std::string strong, note;
  int people = -1; // of 20; -1: not counted
};

Seen seen_of(const Ui &ui, const Advice &a) {
  const auto shown = static_cast<std::size_t>(a.shows);
  if (shown == 0) return {};
  if (shown <= kSigns) {
    const auto sign = static_cast<Sign>(shown - 1);
    const SignBand &band = ui.results.projection.sign[shown - 1];
    const double n = std::round(20 * band.incidence);
    Seen seen{n < 1 ? ui.word(Word::event_few) : ui.counted(Word::event_chance, n), "",
              static_cast<int>(n)};
    const EightInTen &anywhere = band.incidence_anywhere;
    const double middle = static_cast<double>(band.hours_until_not_visible[kMedian]),
                 last = static_cast<double>(band.hours_until_not_visible[kP90]);
    if (middle > 0)
      seen.note = fill(ui.word(Word::care_over), {{"time", sign_over(ui, sign).spoken()}}) + ". ";
    else if (last > 0) // the middle person has none, and nothing to be over
      seen.note =
          fill(ui.word(Word::care_gone), {{"time", span_text(ui, 24 * std::ceil(last / 24))}}) +
          ". ";
    if (std::round(20 * anywhere.p10) < std::round(20 * anywhere.p90))
      seen.note += clinics_differ_of_20(ui, anywhere);
    return seen;
  }
  const auto event = static_cast<Event>(shown - 1 - kSigns);
  const MilestoneText text = event_text(ui, event);
  if (event == Event::numbness) return {text.spoken(), "", -1};
  const double chance = ui.results.projection.event[static_cast<std::size_t>(event)].probability;
  return {text.strong, text.range + (text.more.empty() ? "" : " · " + text.more),
          static_cast<int>(std::round(20 * chance))};
}

std::string sentence(const std::string &text) {
  return text.empty() || text.back() == '.' ? text : text + ".";
}

// "Clinics say: 24 hours to 6 days; no study."
std::string told_by(const Ui &ui, const Advice &a, const std::string &range) {
  return (a.says.empty() ? range : clinic_says(ui, a)) + "; " + strength_word(ui, a.strength) + ".";
}

// What stands of it while it is closed; returns the same for who listens.
std::string closed_after(Flow &body, const Advice &a) {
  Ui &ui = body.ui;
  const std::string time = advice_time(ui, a), range = advice_range(ui, a);
  const std::string words = sentence(advice_words(ui, a, ui.state.day * 24));
  name_and_value(body, a.ask, a.say == AdviceSay::ask ? "" : time, body_style(ui));
  body.advance(8);
  if (a.say != AdviceSay::ask) {
    bar(ui, a, body.row(8));
    body.advance(8);
  }
  if (!words.empty()) unspoken(body, words, note_style(ui));
  note_and_strength(body, a, range, a.strength, kSign);
  return ui.named(a.ask, time) + ". " + (words.empty() ? "" : words + " ") + told_by(ui, a, range);
}

std::string closed_before(Flow &body, const Advice &a) {
  Ui &ui = body.ui;
  const std::string time = advice_time(ui, a), range = advice_range(ui, a);
  unspoken(body, time, note_style(ui));
  unspoken(body, a.ask, bold(body_style(ui)));
  note_and_strength(body, a, range, a.strength, 0);
  return ui.named(time, a.ask) + ". " + told_by(ui, a, range);
}

std::string closed_see(Flow &body, const Advice &a) {
  Ui &ui = body.ui;
  const Seen seen = seen_of(ui, a);
  name_and_value(body, a.ask, seen.strong, body_style(ui));
  if (seen.strong.empty()) {
    unspoken(body, a.steps[0].words, note_style(ui));
    if (!a.says.empty()) note_and_strength(body, a, "", a.strength, 0);
    return ui.named(a.ask, a.steps[0].words) +
           (a.says.empty() ? "" : " " + clinic_says(ui, a) + ".");
  }
  if (seen.people >= 0) {
    body.advance(4);
    people_dots(body, seen.people, 20, ui.theme.accent);
    body.advance(4);
  }
  if (!seen.note.empty()) unspoken(body, seen.note, note_style(ui));
  return ui.named(a.ask, seen.strong) + ". " + seen.note;
}

// On a soft ground: why, who says so, how strong.
void opened(Flow &flow, const Advice &a) {
  Ui &ui = flow.ui;
  std::vector<std::string> lines;
  const auto add = [&](Word head, const std::string &text) {
    lines.push_back("**" + ui.word(head) + ".** " + text);
  };
  if (a.part != AdvicePart::after && !a.steps[0].words.empty())
    lines.push_back(a.steps[0].words);
  else if (a.part == AdvicePart::after && !a.why.empty())
    add(Word::care_open_why, a.why);
  if (!a.added.empty()) lines.push_back(clinic_words(ui, a.added));
  const bool counted = a.shows != AdviceShown::nothing;
  if (!counted) {
    const std::vector<std::string> who = who_says(ui, a);
    add(Word::care_open_who, who[0]);
    lines.insert(lines.end(), who.begin() + 1, who.end());
    add(Word::care_open_how, strength_word(ui, a.strength));
  }
  const TextStyle style{14, Weight::regular, ui.theme.text, 20.0f / 14};
  const Slot at = flow.cursor();
  Flow inner(ui, {at.x + 16, at.y + 12, at.w - 32});
  float h = 12;
  for (const std::string &line : lines)
    h += ui.pen.paragraph(line, {inner.cursor().x, 0, inner.width(), 0}, style, false) + 8;
  ui.pen.fill({at.x, at.y, at.w, h + 4}, ui.theme.accent_soft, 8);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    text(inner, "line" + std::to_string(i), lines[i], style);
    inner.advance(8);
  }
  flow.advance(h + 4 + 16);
}

} // namespace

void advice_row(Flow &flow, const Advice &a) {
  Ui &ui = flow.ui;
  Group item(flow, a.key, Role::list_item, "");
  const Slot at = flow.cursor();
  const bool after = a.part == AdvicePart::after;
  Flow body(ui, {at.x, at.y + 12, at.w - (after ? 0 : kSign)});
  std::string told;
  switch (a.part) {
  case AdvicePart::after: told = closed_after(body, a); break;
  case AdvicePart::before: told = closed_before(body, a); break;
  case AdvicePart::see: told = closed_see(body, a); break;
  case AdvicePart::tell:
    unspoken(body, a.ask, body_style(ui));
    told = a.ask;
    break;
  }
  item.node().value_text = without_marks(told);
  const Rect row = flow.row(std::max(target_height(ui), body.height() + 24));
  const bool open = fold(ui, "open", row, fill(ui.word(Word::care_why), {{"name", a.ask}}));
  const float line = ui.pen.line_height(note_style(ui));
  opening_sign(ui, {row.right() - 8, after ? row.bottom() - 12 - line / 2 : row.y + row.h / 2},
               open);
  if (open) opened(flow, a);
}

void care_axis(Flow &flow) {
  Ui &ui = flow.ui;
  const TextStyle style = note_style(ui);
  const Rect row = flow.row(ui.pen.line_height(style));
  float taken = -9;
  const std::string last = ui.counted(Word::care_days, 28);
  const float last_w = ui.pen.width(last, style);
  ui.pen.text(last, {row.right() - last_w - 1, row.y, last_w + 1, row.h}, style, Align::end);
  for (const int day : {0, 1, 2, 4, 7, 14}) {
    const std::string text = ui.host.number(day, 0);
    const float w = ui.pen.width(text, style);
    const float from = std::clamp(row.w * part_of(day * 24.0) - w / 2, 0.0f, row.w - w);
    if (from < taken + 4 || from + w > row.w - last_w - 4) continue; // no room at this text size
    ui.pen.text(text, {row.x + from, row.y, w + 1, row.h},
                std::floor(ui.state.day) == day ? bold(style) : style);
    taken = from + w;
  }
}

void check_mark(Ui &ui, Point center) {
  constexpr std::array<Point, 3> kStrokes{{{-5, 0}, {-1.5f, 4}, {5, -5}}};
  ui.pen.sign(center, kStrokes, ui.theme.chip_good_text, 2);
}

void source_lines(Flow &flow, const std::vector<std::string> &sources) {
  std::size_t n = 0;
  for (const std::string &source : source_texts(flow.ui, sources)) {
    text(flow, "source" + std::to_string(n++), source, note_style(flow.ui));
    flow.advance(4);
  }
}

} // namespace rt
