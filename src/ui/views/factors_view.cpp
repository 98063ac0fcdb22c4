#include "ui/ui.h"
#include "ui/views/skin_view.h"
#include "ui/widgets/field_controls.h"
#include "ui/words/phrases.h"

#include <algorithm>
#include <array>
#include <vector>

namespace rt {

namespace {

// Lays controls below each other and leaves out what the clinic has fixed.
class Column {
public:
  Column(Ui &ui, const Place &p) : ui_(ui), place_(p) {}

  bool shown(Field f) const { return !ui_.content.field(f).hidden; }
  bool any(std::initializer_list<Field> fields) const {
    return std::any_of(fields.begin(), fields.end(), [&](Field f) { return shown(f); });
  }
  void gap(float h) { place_.y += h; }
  void took(float h, float after = 0) { place_.y += h + after; }
  const Place &at() const { return place_; }

  void section(std::string_view key, Word title) {
    const TextStyle style{13, Weight::bold, ui_.theme.muted};
    took(heading(ui_, key, 3, ui_.word(title), place_, style), 8);
  }

private:
  Ui &ui_;
  Place place_;
};

void treatment(Ui &ui, Column &c) {
  if (!c.any({Field::device, Field::depth_mm, Field::passes, Field::area, Field::sessions,
              Field::weeks_between}))
    return;
  c.section("treatment", Word::section_treatment);
  if (c.shown(Field::device)) c.took(segmented(ui, Field::device, c.at(), false), 6);
  if (c.shown(Field::depth_mm)) c.took(slider(ui, Field::depth_mm, c.at()), 4);
  if (c.shown(Field::passes)) c.took(slider(ui, Field::passes, c.at()), 4);
  if (c.shown(Field::area)) c.took(segmented(ui, Field::area, c.at(), true), 4);
  if (c.shown(Field::sessions)) c.took(stepper(ui, Field::sessions, c.at()));
  if (c.shown(Field::weeks_between)) c.took(stepper(ui, Field::weeks_between, c.at()));
  c.gap(14);
}

void skin(Ui &ui, Column &c) {
  if (!c.any({Field::tone, Field::reactivity, Field::age_band, Field::darkens_easily})) return;
  c.section("skin", Word::section_skin);
  if (c.shown(Field::tone)) {
    c.took(swatches(ui, c.at()), 4);
    c.took(undertone(ui, c.at()), 8);
  }
  if (c.shown(Field::reactivity)) c.took(slider(ui, Field::reactivity, c.at()), 4);
  if (c.shown(Field::age_band)) c.took(segmented(ui, Field::age_band, c.at(), true), 2);
  if (c.shown(Field::darkens_easily)) c.took(toggle(ui, Field::darkens_easily, c.at(), nullptr));
  c.gap(14);
}

// PRP last, as in the treatment room: it is the clinic's choice, not the visitor's.
std::vector<std::size_t> shown_choices(const Column &c) {
  std::vector<std::size_t> shown;
  for (std::size_t i = 0; i < kChoices; ++i)
    if (const std::size_t k = (i + 1) % kChoices; c.shown(kChoiceFields[k])) shown.push_back(k);
  return shown;
}

void aftercare(Ui &ui, Column &c, std::size_t columns) {
  const std::vector<std::size_t> shown = shown_choices(c);
  if (shown.empty()) return;
  c.section("aftercare", Word::section_aftercare);
  const Place at = c.at();
  const float gap = 36,
              w = (at.w - gap * static_cast<float>(columns - 1)) / static_cast<float>(columns);
  const std::size_t rows = (shown.size() + columns - 1) / columns;
  float lowest = at.y;
  for (std::size_t column = 0; column < columns; ++column) {
    const std::size_t from_left = column;
    const float x = at.x + (w + gap) * static_cast<float>(from_left);
    float y = at.y;
    for (std::size_t i = column * rows; i < std::min(shown.size(), (column + 1) * rows); ++i) {
      if (i > column * rows) ui.pen.line({x, y}, {x + w, y}, ui.theme.divider, 1);
      y += toggle(ui, kChoiceFields[shown[i]], {x, y, w}, &ui.results.effects[shown[i]]);
    }
    lowest = std::max(lowest, y);
  }
  c.gap(lowest - at.y + 6);
  const TextStyle note{12.5f, Weight::regular, ui.theme.muted};
  c.took(text_block(ui, "effect-note", ui.word(Word::effect_note), c.at(), note));
}

float padding_of(float width) { return width < 330 ? 14.0f : 18.0f; }

float card(Ui &ui, const Place &p, const Column &c) {
  const float height = c.at().y + padding_of(p.w) - p.y;
  ui.pen.card({p.x, p.y, p.w, height}, ui.theme.surface, ui.theme.border, ui.theme.radius);
  return height;
}

} // namespace

float factors_view(Ui &ui, const Place &p, bool with_aftercare) {
  const float padding = padding_of(p.w);
  Group group(ui, "factors", Role::group, ui.word(Word::factors));
  Column c(ui, {p.x + padding, p.y + padding, p.w - 2 * padding});
  treatment(ui, c);
  skin(ui, c);
  if (with_aftercare) {
    aftercare(ui, c, 1);
    c.gap(16);
  }
  if (c.shown(Field::treated_at)) {
    c.section("when", Word::section_when);
    c.took(moment(ui, Field::treated_at, c.at()));
  }
  const float height = card(ui, p, c);
  group.set_rect({p.x, p.y, p.w, height});
  return height;
}

float aftercare_view(Ui &ui, const Place &p) {
  const float padding = padding_of(p.w);
  Group group(ui, "aftercare-card", Role::group, ui.word(Word::aftercare));
  Column c(ui, {p.x + padding, p.y + padding, p.w - 2 * padding});
  if (shown_choices(c).empty()) return 0;
  aftercare(ui, c, p.w >= 560 ? 2 : 1);
  const float height = card(ui, p, c);
  group.set_rect({p.x, p.y, p.w, height});
  return height;
}

} // namespace rt
