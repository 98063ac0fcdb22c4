#include "ui/words/care_items.h"

#include "ui/widgets/card.h"
#include "ui/widgets/controls.h"
#include "ui/words/phrases.h"
#include "ui/words/sources.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace rt {

namespace {

constexpr std::array<CareWords, kCareItems> kCareText{{
#define RT_CARE_TEXT_keep(name) {Word::care_##name, Word::care_##name##_why, Word::care_##name##_do}
#define RT_CARE_TEXT_avoid(name)                                                                   \
  { Word::care_##name, Word::care_##name##_why, Word::care_##name }
#define RT_CARE_TEXT(name, kind) RT_CARE_TEXT_##kind(name),
    RT_CARE_ITEMS(RT_CARE_TEXT)
#undef RT_CARE_TEXT
#undef RT_CARE_TEXT_keep
#undef RT_CARE_TEXT_avoid
}};

// Which setting of the visitor an item speaks of, and what it advises.
enum class Advised : std::uint8_t { on, off, either };
struct Link {
  CareItem item;
  Field field;
  Choice choice;
  Advised advised;
};
constexpr std::array<Link, 11> kLinks{{
    {CareItem::moisture, Field::moisturiser, Choice::moisturiser, Advised::on},
    {CareItem::serum, Field::serum, Choice::serum, Advised::either},
    {CareItem::water, Field::water, Choice::water, Advised::on},
    {CareItem::sunscreen, Field::sun_protection, Choice::sun_protection, Advised::on},
    {CareItem::time, Field::gentle_care, Choice::gentle_care, Advised::on},
    {CareItem::make_up, Field::no_makeup_24h, Choice::no_makeup_24h, Advised::on},
    {CareItem::scrubs, Field::gentle_care, Choice::gentle_care, Advised::on},
    {CareItem::anti_inflammatory, Field::anti_inflammatory, Choice::anti_inflammatory,
     Advised::off},
    {CareItem::ice_arnica, Field::ice, Choice::ice, Advised::off},
    {CareItem::ice_arnica, Field::arnica_bromelain, Choice::arnica_bromelain, Advised::off},
    {CareItem::sun, Field::sun_protection, Choice::sun_protection, Advised::on},
}};

// The lanes' square-root axis over 14 days: a bar and a lane reach one day at one part of the
// width.
float part_of(double hour) {
  return static_cast<float>(std::sqrt(std::clamp(hour / (14 * 24), 0.0, 1.0)));
}

// A box on the axis that starts `from` px after the start of the reading direction.
Rect on_axis(const Place &p, float from, float w, float h) { return {p.x + from, p.y, w, h}; }

// The visitor's own settings say the opposite.
bool differs(const Ui &ui, CareItem item) {
  for (const Link &link : kLinks)
    if (link.item == item && link.advised != Advised::either &&
        (get(ui.state, link.field) != 0) != (link.advised == Advised::on))
      return true;
  return false;
}

// Why, the range of what clinics say, strength, effect in the model, and the sources.
float note(Ui &ui, CareItem item, const Place &p) {
  const CareSpan &span = ui.content.care_of(item);
  std::string text = ui.word(care_words(item).why) + " ";
  text += fill(ui.word(Word::care_clinics_say),
               {{"low", span_text(ui, span.min_h)}, {"high", span_text(ui, span.max_h)}}) +
          " ";
  text += ui.word(static_cast<Word>(static_cast<int>(Word::care_strength_a) + span.strength - 'A'));
  for (const Link &link : kLinks) {
    if (link.item != item) continue;
    const ChoiceEffect &effect = ui.results.effects[static_cast<std::size_t>(link.choice)];
    text += " " + fill(ui.word(Word::care_effect), {{"name", ui.content.field(link.field).label},
                                                    {"effect", effect_text(ui, effect).spoken}});
  }
  const float h = text_block(ui, "why", text, p, text_style(14, ui.theme.muted)) + 6;
  return h + source_lines(ui, span.sources, {p.x, p.y + h, p.w}) + 8;
}

void bar(Ui &ui, CareItem item, const Place &p, float h) {
  const double hours = ui.content.care_of(item).hours, now = ui.state.day * 24;
  const Rect box = on_axis(p, 0, p.w * part_of(hours), h);
  if (now >= hours)
    ui.pen.outline(box, ui.theme.border, h / 2);
  else
    ui.pen.fill(box, mix(ui.theme.chip_bad, ui.theme.chip_bad_text, 0.18f), h / 2);
  ui.pen.fill(on_axis({p.x, p.y - 4, p.w}, p.w * part_of(now) - 1, 2, h + 8), ui.theme.accent);
}

} // namespace

const CareWords &care_words(CareItem item) { return kCareText[static_cast<std::size_t>(item)]; }

bool care_applies(const Ui &ui, CareItem item) {
  return item != CareItem::rf_moisture || ui.state.factors.device == Device::rf;
}

bool care_holds(const Ui &ui, CareItem item, double hour) {
  return hour < ui.content.care_of(item).hours;
}

std::string care_span(const Ui &ui, CareItem item) {
  const double hours = ui.content.care_of(item).hours;
  const Word pattern = !care_holds(ui, item, ui.state.day * 24) ? Word::care_over
                       : ui.state.treated_at_min                ? Word::care_until
                                                                : Word::care_for;
  return fill(ui.word(pattern), {{"time", end_text(ui, hours)}});
}

float care_row(Ui &ui, CareItem item, const Place &p) {
  const bool keep = care_kind(item) == CareKind::keep;
  const double hours = ui.content.care_of(item).hours;
  const bool over = !care_holds(ui, item, ui.state.day * 24);
  const Color ink = over ? ui.theme.muted : ui.theme.text;
  const TextStyle style = text_style(15, ink, 1.35f);
  const CareWords &words = care_words(item);
  // Of what to do the span stands below the sentence, of what to leave out at the end of its line,
  // as far as that has room for both.
  const std::string spoken = care_span(ui, item), span = keep ? spoken : end_text(ui, hours);
  TextStyle small = text_style(13, keep ? ui.theme.muted : ink, 1.35f);
  if (!keep) small.weight = Weight::semibold;
  const std::string note_text = differs(ui, item) ? ui.word(Word::care_differs) : "";
  const TextStyle note_style = text_style(13, ui.theme.chip_bad_text, 1.35f);

  const float indent = keep ? 28.0f : 0.0f, mark = 28, bar_h = keep ? 0.0f : 8.0f;
  const float span_full = ui.pen.width(span, small) + 12; // with the gap before it
  const bool below = keep || span_full > p.w * 0.5f;
  const float span_w = below ? 0 : span_full;
  Place box{p.x + indent, 0, p.w - indent - mark - span_w};
  float y = 0;
  auto put = [&](const std::string &text, const TextStyle &with, bool draw) {
    if (!text.empty()) y += ui.pen.paragraph(text, {box.x, y, box.w, 0}, with, draw);
  };
  auto put_all = [&](float from, bool draw) {
    y = from;
    put(ui.word(words.advice), style, draw);
    if (below) put(span, small, draw);
    put(note_text, note_style, draw);
    return y - from;
  };
  const float words_h = put_all(0, false), bar_room = keep ? 0 : bar_h + 10;
  const float h = std::max(target_height(ui), words_h + bar_room + 14);
  const float top = p.y + (h - words_h - bar_room) / 2, line_h = ui.pen.line_height(style);

  Group group(ui, care_key(item), Role::list_item, "");
  const std::string &advice = ui.word(words.advice);
  ui.nodes.back().value_text = keep ? advice + " · " + spoken : ui.named(advice, spoken);
  const bool open = fold(ui, "note", {p.x, p.y, p.w, h},
                         fill(ui.word(Word::care_why), {{"name", ui.word(words.name)}}));
  put_all(top, true);
  if (keep) check_mark(ui, {p.x + 8, top + line_h / 2});
  info_mark(ui, {p.x + p.w - 10, top + line_h / 2}, open);
  if (!below)
    ui.pen.text(span, on_axis({p.x, top, p.w}, p.w - mark - span_w, span_w, line_h), small,
                Align::end);
  if (!keep) bar(ui, item, {p.x, top + words_h + 6, p.w}, bar_h);
  y = p.y + h;
  if (open) y += note(ui, item, {p.x + indent, y, p.w - indent});
  group.set_rect({p.x, p.y, p.w, y - p.y});
  return y - p.y;
}

float care_axis(Ui &ui, const Place &p) {
  const TextStyle style = text_style(12, ui.theme.muted);
  const float h = ui.pen.line_height(style);
  float taken = -9;
  for (const int day : {0, 1, 2, 3, 5, 7, 10, 14}) {
    const std::string text = ui.host.number(day, 0);
    const float w = ui.pen.width(text, style);
    const float from = std::clamp(p.w * part_of(day * 24.0) - w / 2, 0.0f, p.w - w);
    if (from < taken + 5) continue; // no room at this text size
    ui.pen.text(text, on_axis(p, from, w + 1, h), style);
    taken = from + w;
  }
  describe(ui, node_id("axis", ui.parent), Role::figure, {p.x, p.y, p.w, h},
           ui.word(Word::axis_days));
  return h;
}

void check_mark(Ui &ui, Point c) {
  constexpr std::array<Point, 3> kStrokes{{{-5, 0}, {-1.5f, 4}, {5, -5}}};
  ui.pen.sign(c, kStrokes, ui.theme.chip_good_text, 2);
}

} // namespace rt
