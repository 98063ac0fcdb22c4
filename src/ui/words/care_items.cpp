#include "ui/words/care_items.h"

#include "ui/words/phrases.h"
#include "ui/words/sources.h"

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

void add(std::string &list, const std::string &name) {
  if (!list.empty()) list += " · ";
  list += name;
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

bool care_differs(const Ui &ui, CareItem item) {
  for (const Link &link : kLinks)
    if (link.item == item && link.advised != Advised::either &&
        (get(ui.state, link.field) != 0) != (link.advised == Advised::on))
      return true;
  return false;
}

std::string care_reason(const Ui &ui, CareItem item) {
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
  return text;
}

PhaseLines phase_lines(const Ui &ui, std::size_t phase) {
  PhaseLines out;
  const double from = kPhaseStart_h[phase], to = kPhaseStart_h[phase + 1];
  double group_end = 0;
  auto close_group = [&] {
    if (group_end > 0) out[2] += " (" + end_text(ui, group_end) + ")";
  };
  for (std::size_t i = 0; i < kCareItems; ++i) {
    const auto item = static_cast<CareItem>(i);
    if (!care_applies(ui, item)) continue;
    const std::string &name = ui.word(care_words(item).name);
    const double hours = ui.content.care_of(item).hours;
    const bool keep = care_kind(item) == CareKind::keep;
    // The list of what to leave out stands once; each later phase tells what comes off it.
    if (keep ? hours > from : phase == 0) add(out[keep ? 0 : 1], name);
    const bool ends = hours >= from && (hours < to || phase + 1 == kPhases);
    if (keep || !ends) continue;
    if (hours != group_end) close_group();
    group_end = hours;
    add(out[2], name);
  }
  close_group();
  return out;
}

} // namespace rt
