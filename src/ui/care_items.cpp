#include "ui/care_items.h"

#include "ui/controls.h"
#include "ui/phrases.h"
#include "ui/sources.h"

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

Word strength_word(char strength) {
  return static_cast<Word>(static_cast<std::size_t>(Word::care_strength_a) +
                           static_cast<std::size_t>(strength - 'A'));
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
                       : std::isnan(ui.state.treated_at_min)    ? Word::care_for
                                                                : Word::care_until;
  return fill(ui.word(pattern), {{"time", end_text(ui, hours)}});
}

bool care_differs(const Ui &ui, CareItem item) {
  for (const Link &link : kLinks)
    if (link.item == item && link.advised != Advised::either &&
        (get(ui.state, link.field) != 0) != (link.advised == Advised::on))
      return true;
  return false;
}

float care_note(Ui &ui, CareItem item, Place p) {
  const CareSpan &span = ui.content.care_of(item);
  std::string text = ui.word(care_words(item).why);
  if (span.min_h < span.max_h)
    text += " " + fill(ui.word(Word::care_clinics_say),
                       {{"low", span_text(ui, span.min_h)}, {"high", span_text(ui, span.max_h)}});
  text += " " + ui.word(strength_word(span.strength));
  for (const Link &link : kLinks) {
    if (link.item != item) continue;
    const ChoiceEffect &effect = ui.results.effects[static_cast<std::size_t>(link.choice)];
    text += " " + fill(ui.word(Word::care_effect), {{"name", ui.content.field(link.field).label},
                                                    {"effect", effect_text(ui, effect).spoken}});
  }
  const TextStyle style{14, Weight::regular, ui.theme.muted, 1.45f};
  float y = p.y + 2;
  y += text_block(ui, "why", text, {p.x, y, p.w}, style) + 6;
  y += source_lines(ui, span.sources, {p.x, y, p.w});
  return y + 8 - p.y;
}

void check_mark(Ui &ui, Point c, Color color) {
  const std::array<Point, 3> line{Point{c.x - 5, c.y}, Point{c.x - 1.5f, c.y + 4},
                                  Point{c.x + 5, c.y - 5}};
  ui.pen.polyline(line, color, 2);
}

void cross_mark(Ui &ui, Point c, Color color) {
  ui.pen.line({c.x - 4, c.y - 4}, {c.x + 4, c.y + 4}, color, 2);
  ui.pen.line({c.x - 4, c.y + 4}, {c.x + 4, c.y - 4}, color, 2);
}

} // namespace rt
