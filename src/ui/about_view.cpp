#include "ui/card.h"
#include "ui/care_items.h"
#include "ui/controls.h"
#include "ui/sources.h"
#include "ui/ui.h"

#include <algorithm>
#include <cmath>
#include <initializer_list>

namespace rt {

namespace {

TextStyle body_style(const Ui &ui) { return {15, Weight::regular, ui.theme.text, 1.5f}; }

// Texts below each other, each named by its word's place.
float texts(Ui &ui, std::initializer_list<Word> words, Place p) {
  float y = p.y;
  for (const Word w : words)
    y += text_block(ui, "t" + std::to_string(static_cast<int>(w)), ui.word(w), {p.x, y, p.w},
                    body_style(ui)) +
         10;
  return y - p.y;
}

float bullets(Ui &ui, Word title, std::initializer_list<Word> words, Place p) {
  Group list(ui, "list", Role::list, ui.word(title));
  float y = p.y;
  for (const Word w : words)
    y += bullet(ui, "t" + std::to_string(static_cast<int>(w)), ui.word(w), {p.x, y, p.w},
                body_style(ui)) +
         8;
  list.set_rect({p.x, p.y, p.w, y - p.y});
  return y - p.y;
}

bool is_rf(const Ui &ui) { return ui.state.factors.device == Device::rf; }

float what(Ui &ui, Place p) {
  return texts(ui, {Word::about_what_text, Word::about_depends, Word::about_results}, p);
}

float pores(Ui &ui, Place p) { return texts(ui, {Word::about_pores_text}, p); }

float risks(Ui &ui, Place p) {
  float h = bullets(ui, Word::about_risks,
                    {Word::about_risk_skin, Word::about_risk_infection, Word::about_risk_device,
                     Word::about_risk_needle, Word::about_risk_roller},
                    p);
  if (is_rf(ui)) h += texts(ui, {Word::about_rf}, {p.x, p.y + h, p.w});
  return h;
}

float who(Ui &ui, Place p) {
  if (is_rf(ui))
    return bullets(
        ui, Word::about_who,
        {Word::about_who_wait, Word::about_who_ask, Word::about_who_often, Word::about_who_rf}, p);
  return bullets(ui, Word::about_who,
                 {Word::about_who_wait, Word::about_who_ask, Word::about_who_often}, p);
}

// Where a number comes from, as one line that opens: the sentence, below it value and strength.
struct SourceRow {
  std::string key, sentence, value, date;
  const std::vector<std::string> &sources;
  char strength;
};

float source_row(Ui &ui, const SourceRow &row, Place p) {
  const TextStyle sentence{14.5f, Weight::regular, ui.theme.text, 1.4f};
  const TextStyle value{14, Weight::semibold, ui.theme.muted, 1.4f};
  const bool rtl = ui.pen.right_to_left();
  const float scale = ui.pen.text_scale(), chip = std::round(24 * scale);
  const float words_w = p.w - chip - 12;
  const float sentence_h = ui.pen.paragraph(row.sentence, {0, 0, words_w, 0}, sentence, false);
  const float value_h = ui.pen.paragraph(row.value, {0, 0, words_w, 0}, value, false);
  const float h = std::max(std::round(kTarget * std::max(1.0f, scale)), sentence_h + value_h + 16);

  const std::string strength(1, row.strength);
  Item item(ui, row.key, "");
  const Fold opened =
      fold(ui, "open", {p.x, p.y, p.w, h},
           fill(ui.word(Word::about_row),
                {{"sentence", row.sentence}, {"value", row.value}, {"strength", strength}}));
  TextStyle ink = sentence;
  if (opened.hovered || opened.open) ink.color = ui.theme.accent;
  const float words_x = rtl ? p.x + p.w - words_w : p.x;
  ui.pen.paragraph(row.sentence, {words_x, p.y + 8, words_w, 0}, ink);
  ui.pen.paragraph(row.value, {words_x, p.y + 8 + sentence_h, words_w, 0}, value);
  const Rect letter{rtl ? p.x : p.x + p.w - chip, p.y + (h - chip) / 2, chip, chip};
  ui.pen.outline(letter, ui.theme.border, 8);
  ui.pen.text(strength, letter, {13, Weight::semibold, ui.theme.text}, Align::center);

  float y = p.y + h;
  if (opened.open) {
    const TextStyle small{13, Weight::regular, ui.theme.muted, 1.4f};
    y += source_lines(ui, row.sources, {words_x, y, words_w});
    const std::string read = fill(ui.word(Word::about_read), {{"date", date_text(ui, row.date)}});
    y += text_block(ui, "date", read, {words_x, y, words_w}, small) + 10;
  }
  item.set_rect({p.x, p.y, p.w, y - p.y});
  ui.pen.line({p.x, y}, {p.x + p.w, y}, ui.theme.divider, 1);
  return y - p.y;
}

// The parameters in groups: each starts at a parameter and ends where the next one starts.
struct ParameterGroup {
  double Parameters::*first;
  Word name;
};
constexpr ParameterGroup kGroups[] = {
    {&Parameters::reach_pen, Word::about_group_injury},
    {&Parameters::reactivity_dose_step, Word::about_group_reactivity},
    {&Parameters::redness_half_effect_dose, Word::sign_redness},
    {&Parameters::visibility_light, Word::about_group_tone},
    {&Parameters::swelling_half_effect_dose, Word::sign_swelling},
    {&Parameters::petechiae_half_effect_dose, Word::sign_bruising},
    {&Parameters::barrier_amount, Word::about_group_barrier},
    {&Parameters::dark_skin_time_ratio, Word::about_group_healing},
    {&Parameters::tightness_half_effect_dose, Word::sign_tightness},
    {&Parameters::flaking_incidence, Word::sign_flaking},
    {&Parameters::pores_half_effect_dose, Word::sign_pores},
    {&Parameters::sun_redness_share, Word::about_group_sun},
    {&Parameters::gain_per_session, Word::about_group_gain},
    {&Parameters::prp_time_ratio, Word::about_group_choices},
    {&Parameters::omega_time, Word::about_group_people},
    {&Parameters::dark_spots_light, Word::about_group_spots},
    {&Parameters::advice_make_up_h, Word::about_group_advice},
};

std::size_t index_of(double Parameters::*member) {
  std::size_t i = 0;
  while (i < parameter_specs().size() && parameter_specs()[i].value != member) ++i;
  return i;
}

// One group as a line that opens; `rows` draws what it opens.
template <class Rows>
float group_lines(Ui &ui, const std::string &key, Word name, std::size_t count, Place p,
                  Rows rows) {
  const std::string title =
      fill(ui.word(Word::about_group_count),
           {{"name", ui.word(name)}, {"n", ui.host.number(static_cast<double>(count), 0)}});
  Item item(ui, key, "");
  const float line_h = disclosure_height(ui, title, p.w);
  float y = p.y + line_h;
  if (disclosure(ui, "open", title, {p.x, p.y, p.w, line_h})) {
    Group list(ui, "list", Role::list, title);
    const float top = y;
    y += rows(Place{p.x, y, p.w});
    list.set_rect({p.x, top, p.w, y - top});
    y += 8;
  }
  item.set_rect({p.x, p.y, p.w, y - p.y});
  return y - p.y;
}

float care_rows(Ui &ui, Place p) {
  float y = p.y;
  for (std::size_t i = 0; i < kCareItems; ++i) {
    const auto item = static_cast<CareItem>(i);
    const CareSpan &span = ui.content.care_of(item);
    const std::string value =
        fill(ui.word(Word::about_value), {{"value", span_text(ui, span.hours)},
                                          {"low", span_text(ui, span.min_h)},
                                          {"high", span_text(ui, span.max_h)}});
    y += source_row(ui,
                    {care_key(item), ui.word(care_words(item).name), value, span.date, span.sources,
                     span.strength},
                    {p.x, y, p.w});
  }
  return y - p.y;
}

float numbers(Ui &ui, Place p) {
  float y = p.y + texts(ui, {Word::about_numbers_text}, p);
  Group list(ui, "groups", Role::list, ui.word(Word::about_numbers));
  const float top = y;
  const std::vector<SourcedParameter> &all = ui.content.sourced_parameters;
  for (const ParameterGroup &group : kGroups) {
    const std::size_t from = index_of(group.first);
    const std::size_t to =
        &group == std::end(kGroups) - 1 ? all.size() : index_of((&group + 1)->first);
    y += group_lines(ui, all[from].name, group.name, to - from, {p.x, y, p.w}, [&](Place at) {
      float row_y = at.y;
      for (std::size_t i = from; i < to; ++i)
        row_y += source_row(ui,
                            {all[i].name, all[i].sentence, parameter_text(ui, all[i]), all[i].date,
                             all[i].sources, all[i].strength},
                            {at.x, row_y, at.w});
      return row_y - at.y;
    });
  }
  y += group_lines(ui, "care", Word::about_group_care, kCareItems, {p.x, y, p.w},
                   [&](Place at) { return care_rows(ui, at); });
  list.set_rect({p.x, top, p.w, y - top});
  return y - p.y;
}

float page(Ui &ui, Place p) {
  const std::string review =
      fill(ui.word(Word::about_page_review), {{"version", ui.content.version},
                                              {"date", date_text(ui, ui.content.reviewed_on)},
                                              {"next", date_text(ui, ui.content.next_review_on)}});
  const float h = text_block(ui, "review", review, p, body_style(ui)) + 10;
  return h + texts(ui, {Word::about_page_funding, Word::about_page_privacy}, {p.x, p.y + h, p.w});
}

struct Section {
  const char *key;
  Word title;
  float (*body)(Ui &, Place);
};
constexpr Section kSections[] = {
    {"what", Word::about_what, what},       {"pores", Word::about_pores, pores},
    {"risks", Word::about_risks, risks},    {"who", Word::about_who, who},
    {"call", Word::call_title, call_signs}, {"numbers", Word::about_numbers, numbers},
    {"page", Word::about_page, page},
};

} // namespace

float about_view(Ui &ui, Place p) {
  Card card(ui, "about", Role::list, ui.content.field(Field::view).options.back().label, p);
  for (const Section &section : kSections) {
    if (&section != kSections) card.line();
    Item item(ui, section.key, "");
    const Place at = card.at();
    const float line_h = disclosure_height(ui, ui.word(section.title), at.w);
    card.took(line_h);
    if (disclosure(ui, "open", ui.word(section.title), {at.x, at.y, at.w, line_h}))
      card.took(section.body(ui, card.at()), 6);
    item.set_rect({at.x, at.y, at.w, card.at().y - at.y});
  }
  return card.finish();
}

} // namespace rt
