// Which treatment it is, by name; below it when it is, and the settings behind the name.
#include "ui/views/skin.h"
#include "ui/views/views.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/field_parts.h"
#include "ui/widgets/fields.h"
#include "ui/widgets/texts.h"
#include "ui/words/durations.h"
#include "ui/words/phrases.h"

#include <algorithm>
#include <array>
#include <span>

namespace rt {

namespace {

bool shown(const Ui &ui, Field f) { return !ui.content.field(f).hidden; }

void radio_mark(Ui &ui, Point c, bool on) {
  ui.pen.ring(c, 9, on ? ui.theme.accent : ui.theme.edge, 2);
  if (on) ui.pen.circle(c, 4.5f, ui.theme.accent);
}

// One treatment: its name, what it is for, and for how long people usually look red after it.
struct TreatmentRow {
  std::size_t option;
  std::string name, purpose, red;
};

TreatmentRow row_of(const Ui &ui, std::size_t option) {
  const std::vector<Preset> &all = ui.content.presets;
  const std::string red = short_duration_range(ui, ui.results.hours_red[option]);
  if (option < all.size()) return {option, all[option].name, all[option].purpose, red};
  return {option, ui.word(Word::treatment_not_sure), all_together(ui), red};
}

enum class Chosen : std::uint8_t { no, by_keys, by_pointer };

Chosen treatment_row(Flow &flow, const TreatmentRow &row, bool with_purpose) {
  Ui &ui = flow.ui;
  const bool on = ui.state.treatment == row.option;
  const TextStyle name{16, on ? Weight::bold : Weight::regular, ui.theme.text, 1.5f};
  const TextStyle small = note_style(ui), red{14, Weight::regular, ui.theme.text, 20.0f / 14};
  const float text_x = with_purpose ? 42.0f : 36.0f, pad = with_purpose ? 12.0f : 6.0f;
  const float inner = flow.width() - text_x - pad;
  const float red_w = std::min(ui.pen.width(row.red, red) + 1, inner * 0.56f);
  const float name_w = inner - red_w - 8;
  const float name_h = ui.pen.paragraph(row.name, {0, 0, name_w, 0}, name, false);
  const float note_h =
      with_purpose ? ui.pen.paragraph(row.purpose, {0, 0, name_w, 0}, small, false) : 0;
  const float red_h = ui.pen.paragraph(row.red, {0, 0, red_w, 0}, red, false);
  const Rect box = flow.row(std::max(
      {target_height(ui) + (with_purpose ? 0.0f : 4.0f), name_h + note_h + 12, red_h + 8}));
  const std::uint32_t id = node_id("option" + std::to_string(row.option), ui.parent);
  const Press press = pressable(ui, id, box);
  if (on || press.hovered)
    ui.pen.fill(box, on ? ui.theme.accent_soft : with_alpha(ui.theme.accent, 14),
                with_purpose ? 0 : 8.0f);
  const float middle = box.y + box.h / 2;
  radio_mark(ui, {box.x + text_x / 2, middle}, on);
  const float y = middle - (name_h + note_h) / 2;
  ui.pen.paragraph(row.name, {box.x + text_x, y, name_w, 0}, name);
  if (with_purpose) ui.pen.paragraph(row.purpose, {box.x + text_x, y + name_h, name_w, 0}, small);
  ui.pen.paragraph(row.red, {box.right() - pad - red_w, middle - red_h / 2, red_w, 0}, red, true,
                   Align::end);
  SemanticNode &node = describe(ui, id, Role::radio, box,
                                row.name + ", " + row.purpose + ", " +
                                    ui.named(ui.word(Word::treatment_red), row.red));
  node.flags = on ? kChecked : 0u;
  focus_ring(ui, id, box.inset(1), 8);
  if (!press.pressed) return Chosen::no;
  return ui.events_for(id).empty() ? Chosen::by_pointer : Chosen::by_keys;
}

bool can_choose(const Ui &ui) {
  return shown(ui, Field::treatment) && !ui.results.hours_red.empty();
}

// All treatments that are offered; true if one was pointed at and chosen.
bool treatment_list(Flow &flow, bool with_purpose) {
  Ui &ui = flow.ui;
  if (!can_choose(ui)) return false;
  bool chosen = false;
  Group group(flow, "/treatment", Role::radio_group, treatment_title(ui));
  for (std::size_t option = 0; option < ui.results.hours_red.size(); ++option) {
    if (with_purpose) flow.divider();
    const Chosen how = treatment_row(flow, row_of(ui, option), with_purpose);
    if (how == Chosen::no) continue;
    ui.actions.push_back(SetValue{Field::treatment, static_cast<double>(option)});
    // By keys whoever goes down the list chooses each on the way: it stays open.
    chosen |= how == Chosen::by_pointer;
  }
  return chosen;
}

template <class Control, class... Rest>
void put(Flow &flow, Control control, Field field, Rest... rest) {
  if (!shown(flow.ui, field)) return;
  control(flow, field, rest...);
  flow.advance(4);
}

constexpr std::array<Field, 5> kDetails{Field::device, Field::depth_mm, Field::passes, Field::area,
                                        Field::prp};

bool any_shown(const Ui &ui, std::span<const Field> fields) {
  return std::any_of(fields.begin(), fields.end(), [&](Field f) { return shown(ui, f); });
}

std::string settings_line(const Ui &ui) {
  return not_sure(ui.state, ui.content)
             ? ui.word(Word::not_set)
             : treatment_summary(ui) + " · " + value_text(ui, Field::area);
}

// The settings behind the name.
void details(Flow &flow) {
  Ui &ui = flow.ui;
  if (!any_shown(ui, kDetails)) return;
  if (!value_fold(flow, "/details", ui.word(Word::details), settings_line(ui))) return;
  text(flow, "details-note", ui.word(Word::details_note), note_style(ui));
  if (beyond_studies(ui.state, ui.content))
    text(flow, "beyond", ui.word(Word::beyond_studies), note_style(ui));
  flow.advance(8);
  put(flow, choice, Field::device, true);
  put(flow, slider, Field::depth_mm);
  put(flow, slider, Field::passes);
  put(flow, choice, Field::area, true);
  put(flow, toggle, Field::prp, &ui.results.effects[static_cast<std::size_t>(Choice::prp)]);
  flow.advance(8);
}

void date(Flow &flow) {
  Ui &ui = flow.ui;
  if (!shown(ui, Field::treated_at)) return;
  const bool set = ui.state.treated_at_min.has_value();
  const std::string value =
      set ? value_text(ui, Field::treated_at) : ui.word(Word::treatment_date_unset);
  if (!value_fold(flow, "/date", ui.word(Word::treatment_date), value)) return;
  moment(flow, Field::treated_at);
  flow.advance(8);
}

} // namespace

std::string treatment_name(const Ui &ui) {
  const std::size_t option = ui.state.treatment;
  return option < ui.results.hours_red.size() ? row_of(ui, option).name
                                              : ui.word(Word::treatment_own);
}

void treatment_chooser(Flow &flow) {
  Ui &ui = flow.ui;
  const float radius = std::min(12.0f, ui.theme.radius), pad = 16;
  const TextStyle small = note_style(ui), name{16, Weight::bold, ui.theme.text, 1.5f};
  const TextStyle action{16, Weight::bold, ui.theme.accent, 1.5f};
  const Slot start = flow.cursor();
  const float label_h = ui.pen.line_height(small), name_h = ui.pen.line_height(name);
  const Rect head = flow.row(std::max(64.0f, label_h + name_h + 20));
  const std::uint32_t fold_id = node_id("/choose-treatment");
  const bool was_open = ui.memory.is_open(fold_id);
  const std::string &to_do = ui.word(was_open ? Word::treatment_close : Word::treatment_change);
  const bool opens = can_choose(ui) || any_shown(ui, kDetails) || shown(ui, Field::treated_at);
  const float action_w = opens ? ui.pen.width(to_do, action) + 26 : 0;
  const float w = head.w - 2 * pad - action_w - 8;
  const std::string title = treatment_title(ui), chosen = treatment_name(ui);
  unseen_heading(ui, "/treatment-title", 2, title);
  const bool open =
      opens && fold(ui, "/choose-treatment", head, ui.named(title, chosen + ". " + to_do));
  if (!opens)
    describe(ui, node_id("/treatment-name"), Role::text, head, "").value_text =
        ui.named(title, chosen);
  const float y = head.y + (head.h - label_h - name_h) / 2;
  ui.pen.text(ui.pen.fitted(title, w, small), {head.x + pad, y, w, label_h}, small);
  ui.pen.text(ui.pen.fitted(chosen, w, name), {head.x + pad, y + label_h, w, name_h}, name);
  if (opens) {
    const Rect end{head.right() - pad - action_w, head.y, action_w, head.h};
    ui.pen.text(to_do, end, action);
    chevron(ui, {end.right() - 7, head.y + head.h / 2}, open, ui.theme.accent);
  }
  if (open) {
    flow.divider();
    const Rect columns = flow.row(ui.pen.line_height(small) + 12);
    const Rect inside{columns.x + pad, columns.y, columns.w - 2 * pad, columns.h};
    const std::string red = ui.pen.fitted(ui.word(Word::treatment_red), inside.w * 0.4f, small);
    ui.pen.text(ui.pen.fitted(ui.word(Word::treatment_question),
                              inside.w - ui.pen.width(red, small) - 8, small),
                inside, small);
    ui.pen.text(red, inside, small, Align::end);
    if (treatment_list(flow, true)) ui.memory.toggle(fold_id);
    Flow inner(ui, {start.x + pad, flow.cursor().y, start.w - 2 * pad});
    inner.divider();
    date(inner);
    details(inner);
    flow.advance(inner.height());
  }
  const Rect all{start.x, start.y, start.w, flow.cursor().y - start.y};
  ui.pen.card(all, ui.theme.surface, ui.theme.edge, radius);
  ui.pen.outline(all, open ? ui.theme.accent : ui.theme.edge, radius, open ? 2.0f : 1.0f);
}

void show_date(Ui &ui) {
  for (const char *key : {"/choose-treatment", "/date"})
    if (!ui.memory.is_open(node_id(key))) ui.memory.toggle(node_id(key));
  ui.memory.focus_request = id_of(Field::treated_at);
}

bool has_skin(const Ui &ui) {
  constexpr std::array<Field, 4> kSkin{Field::tone, Field::reactivity, Field::age_band,
                                       Field::darkens_easily};
  return any_shown(ui, kSkin);
}

void my_skin(Flow &flow, bool with_tone) {
  if (with_tone && shown(flow.ui, Field::tone)) {
    swatches(flow);
    flow.advance(8);
  }
  skin_settings(flow);
  put(flow, slider, Field::reactivity);
  put(flow, choice, Field::age_band, true);
  put(flow, toggle, Field::darkens_easily, nullptr);
  flow.advance(8);
}

std::string skin_line(const Ui &ui) {
  std::string line;
  for (const Field f : {Field::tone, Field::reactivity, Field::age_band}) {
    if (!shown(ui, f)) continue;
    if (!line.empty()) line += " · ";
    line += value_text(ui, f);
  }
  return line;
}

void settings_rail(Flow &flow) {
  Ui &ui = flow.ui;
  Card card(flow, "factors", Role::group, ui.word(Word::factors));
  const TextStyle title{16, Weight::bold, ui.theme.text, 1.5f}, small = note_style(ui);
  const Slot at = card.cursor();
  heading(card, "treatment-title", 2, treatment_title(ui), title);
  const float red_w = ui.pen.width(ui.word(Word::treatment_red), small) + 1;
  if (ui.pen.width(treatment_title(ui), title) + red_w + 8 <= at.w)
    ui.pen.text(ui.word(Word::treatment_red), {at.x, at.y, at.w, card.cursor().y - at.y}, small,
                Align::end);
  card.advance(4);
  treatment_list(card, false);
  card.advance(8);
  card.divider();
  details(card);
  date(card);
  if (shown(ui, Field::tone)) {
    card.advance(4);
    swatches(card);
    card.advance(4);
  }
  if (has_skin(ui) && value_fold(card, "/my-skin", ui.word(Word::my_skin), skin_line(ui)))
    my_skin(card, false);
  card.advance(12);
  call_row(card);
}

} // namespace rt
