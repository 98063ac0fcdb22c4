#include "ui/layout.h"

#include <algorithm>
#include <cmath>

namespace rt {

float target_height(const Ui &ui) {
  return std::round(kTarget * std::max(1.0f, ui.pen.text_scale()));
}

Rect Flow::row(float height) {
  const Rect r{cursor_.x, cursor_.y, cursor_.w, height};
  advance(height);
  return r;
}

void Flow::divider() {
  ui.pen.line({cursor_.x, cursor_.y}, {cursor_.x + cursor_.w, cursor_.y}, ui.theme.divider, 1);
}

void Flow::start_block() {
  if (cursor_.y > top_ && cursor_.y != block_y_) advance(spacing_);
  block_y_ = cursor_.y;
}

std::size_t Flow::columns(std::size_t most, float whole_w) const {
  return width() >= whole_w * std::max(1.0f, ui.pen.text_scale()) ? most : 1;
}

Group::Group(Ui &ui, std::string_view key, Role role, const std::string &label, const Rect &rect)
    : ui_(ui), outer_(ui.parent), index_(ui.nodes.size()) {
  const std::uint32_t id = node_id(key, outer_);
  describe(ui, id, role, rect, label);
  ui.parent = id;
}

Group::Group(Flow &flow, std::string_view key, Role role, const std::string &label)
    : Group(flow.ui, key, role, label) {
  flow_ = &flow;
  top_ = flow.cursor().y;
}

Group::~Group() {
  ui_.parent = outer_;
  if (flow_ == nullptr) return;
  const Slot &end = flow_->cursor();
  node().rect = {end.x, top_, end.w, end.y - top_};
}

SemanticNode &Group::node() { return ui_.nodes[index_]; }

float card_padding(float card_width) { return card_width < 360 ? 14.0f : 18.0f; }

namespace {

Slot padded(const Slot &s, float trim) {
  const float padding = card_padding(s.w);
  return {s.x + padding, s.y + padding - trim, s.w - 2 * padding};
}

// The outer flow, once the card's spacing is behind it.
Flow &at_block(Flow &outer) {
  outer.start_block();
  return outer;
}

void draw_ground(Ui &ui, const Rect &r, CardLook::Kind kind) {
  if (kind == CardLook::groundless) return;
  const Theme &t = ui.theme;
  const Color border = kind == CardLook::warning ? t.chip_bad_text : t.border;
  ui.pen.card(r, kind == CardLook::answer ? t.accent_soft : t.surface, border, t.radius);
}

} // namespace

Panel::Panel(Flow &outer, CardLook look)
    : Flow(outer.ui, padded(at_block(outer).cursor(), look.trim)), outer_(outer), look_(look) {}

Panel::~Panel() {
  const float below = card_padding(outer_.width()) - look_.trim;
  draw_ground(ui, outer_.row(cursor_.y + below - outer_.cursor().y), look_.kind);
}

Card::Card(Flow &outer, std::string_view key, Role role, const std::string &label, CardLook look)
    : Group(at_block(outer), key, role, label), Panel(outer, look) {}

Columns::Columns(Flow &outer, std::size_t count, float gap) : outer_(at_block(outer)) {
  const Slot &all = outer.cursor();
  const auto n = static_cast<float>(count);
  const float w = (all.w - gap * (n - 1)) / n;
  flows_.reserve(count);
  for (std::size_t i = 0; i < count; ++i)
    flows_.emplace_back(outer.ui, Slot{all.x + (w + gap) * static_cast<float>(i), all.y, w},
                        outer.spacing());
}

Columns::Columns(Flow &outer, FirstWidth first, float gap) : outer_(at_block(outer)) {
  const Slot &all = outer.cursor();
  flows_.reserve(2);
  flows_.emplace_back(outer.ui, Slot{all.x, all.y, first.w}, outer.spacing());
  flows_.emplace_back(outer.ui, Slot{all.x + first.w + gap, all.y, all.w - first.w - gap},
                      outer.spacing());
}

Columns::~Columns() { outer_.advance(longest()); }

float Columns::longest() const {
  float longest = 0;
  for (const Flow &flow : flows_) longest = std::max(longest, flow.height());
  return longest;
}

void Columns::draw_as_cards() {
  for (const Flow &flow : flows_) {
    Rect r = flow.covered();
    r.h = longest();
    draw_ground(flow.ui, r, CardLook::usual);
  }
}

Rect Wrap::box(float width) {
  const float w = std::min(width, flow_.width());
  if (taken_ > 0 && taken_ + w > flow_.width()) {
    flow_.advance(line_h_ + line_gap_);
    taken_ = 0;
  }
  const Rect r{flow_.cursor().x + taken_, flow_.cursor().y, w, line_h_};
  taken_ += w + gap_;
  return r;
}

} // namespace rt
