#include "ui/views/plot.h"

#include "ui/views/lane_axes.h"
#include "ui/widgets/buttons.h"
#include "ui/words/phrases.h"

namespace rt {

namespace {

constexpr float kAfterPlot = 10; // CSS px between the last day and the card's padding
constexpr std::array<int, 8> kTickDays{0, 1, 2, 3, 5, 7, 10, 14};

// The names of the phases, each over its band, in as many rows as they need not to meet.
struct PhaseNames {
  static constexpr std::size_t kRows = kPhases;
  std::array<Rect, kPhases> box{}; // y counted from the top of the header
  std::size_t rows = 1;
};

PhaseNames place_phase_names(const Ui &ui, const LaneAxes &f, const TextStyle &style) {
  PhaseNames names;
  std::array<float, PhaseNames::kRows> taken; // how far a row is written, from the start
  taken.fill(-1e9f);
  const float row_h = ui.pen.line_height(style);
  for (std::size_t i = 0; i < kPhases; ++i) {
    const float w = ui.pen.width(phase_name(ui, static_cast<Phase>(i)), style);
    const float middle = (f.x(kPhaseStart_h[i]) + f.x(kPhaseStart_h[i + 1])) / 2;
    const float center = std::clamp(middle, f.plot.x + w / 2, f.plot.right() - w / 2);
    const float from_start = center - f.plot.x - w / 2;
    std::size_t row = 0;
    while (row + 1 < PhaseNames::kRows && from_start < taken[row] + 6) ++row;
    taken[row] = from_start + w;
    names.box[i] = {center - w / 2, 3 + row_h * static_cast<float>(row), w, row_h};
    names.rows = std::max(names.rows, row + 1);
  }
  return names;
}

void phase_bands(Ui &ui, const LaneAxes &f, float top, const PhaseNames &names,
                 const TextStyle &style) {
  for (std::size_t i = 0; i < kPhases; ++i) {
    const float a = f.x(kPhaseStart_h[i]), b = f.x(kPhaseStart_h[i + 1]);
    ui.pen.fill({std::min(a, b), top, std::abs(b - a), f.plot.bottom() - top},
                i % 2 == 0 ? ui.theme.band_alternate : ui.theme.band);
  }
  for (std::size_t i = 0; i < kPhases; ++i) {
    Rect box = names.box[i];
    box.y += top;
    ui.pen.text(phase_name(ui, static_cast<Phase>(i)), box, style, Align::center);
  }
}

void milestone_line(Ui &ui, const LaneAxes &f, double hour, const std::string &name, float y) {
  if (hour <= 0 || hour >= f.horizon_h) return;
  const float x = f.x(hour);
  const TextStyle style{12, Weight::semibold, ui.theme.chip_good_text};
  const float w = ui.pen.width(name, style) + 12, h = ui.pen.line_height(style) + 2;
  ui.pen.dashed_vertical(x, y, f.plot.bottom(), ui.theme.chip_good_text);
  const bool left = x + w + 4 > f.plot.right();
  const float first = std::min(f.plot.x, f.plot.right() - w); // a wide name reaches to the start
  const Rect chip{std::clamp(left ? x - w - 4 : x + 4, first, first + std::abs(f.plot.w - w)), y, w,
                  h};
  ui.pen.fill(chip, ui.theme.chip_good, 7);
  ui.pen.text(name, chip, style, Align::center);
}

std::uint32_t lane_id(const Ui &ui, std::size_t sign) {
  return node_id("enlarge" + std::to_string(sign), ui.parent);
}

// The sign's name; a press makes its lane large, and the one before small again.
void lane_label(Ui &ui, std::size_t s, const Rect &rect, const TextStyle &style) {
  const Sign sign = static_cast<Sign>(s);
  const std::uint32_t id = lane_id(ui, s);
  const Press press = pressable(ui, id, rect);
  const bool open = ui.memory.is_open(id);
  if (press.pressed) {
    for (std::size_t other = 0; other < kSigns; ++other)
      if (other != s && ui.memory.is_open(lane_id(ui, other))) ui.memory.toggle(lane_id(ui, other));
    ui.memory.toggle(id);
  }
  const float sign_w = 11;
  const Color ink = press.hovered || open ? ui.theme.accent : ui.theme.muted;
  const Point c{rect.right() - 4, rect.bottom() - 19};
  ui.pen.fill({c.x - 4, c.y - 0.75f, 8, 1.5f}, ink);
  if (!open) ui.pen.fill({c.x - 0.75f, c.y - 4, 1.5f, 8}, ink);
  TextStyle mine = style;
  if (open) mine.weight = Weight::semibold;
  const Rect words{rect.x, c.y - 15, rect.w - sign_w - 2, 30};
  ui.pen.text(ui.pen.fitted(sign_name(ui, sign), words.w, mine), words, mine, Align::end);
  SemanticNode &node = describe(ui, id, Role::button, rect,
                                fill(ui.word(Word::enlarge_lane), {{"name", sign_name(ui, sign)}}));
  node.flags = kHasExpanded | (open ? kExpanded : 0u);
  focus_ring(ui, id, rect, 6);
}

} // namespace

std::optional<Sign> large_lane(const Ui &ui) {
  for (std::size_t s = 0; s < kSigns; ++s)
    if (ui.memory.is_open(lane_id(ui, s))) return static_cast<Sign>(s);
  return std::nullopt;
}

namespace {

// The names of the signs before the lanes, CSS px.
float label_width(const Ui &ui, float width, const TextStyle &style) {
  float widest = 0;
  for (std::size_t s = 0; s < kSigns; ++s)
    widest = std::max(widest, ui.pen.width(sign_name(ui, static_cast<Sign>(s)), style));
  return std::min(std::max(widest + 23, kTarget + 8), width * 0.38f);
}

void lane_rows(Ui &ui, const LaneAxes &f, float start_x, const TextStyle &name) {
  for (std::size_t s = 0; s < kSigns; ++s) {
    const Sign sign = static_cast<Sign>(s);
    const float top = f.base(s) - f.lane_h[s], end = f.plot.right() + kAfterPlot;
    draw_lane(ui, f, sign, s);
    SemanticNode &node = describe(ui, node_id("lane" + std::to_string(s), ui.parent), Role::figure,
                                  {start_x, top, end - start_x, f.lane_h[s]}, sign_name(ui, sign));
    node.value_text = sign_summary(ui, sign);
    lane_label(ui, s, {start_x, top, f.plot.x - start_x - 8, f.lane_h[s]}, name);
  }
}

void milestone_lines(Ui &ui, const LaneAxes &f, float y, float line_h) {
  const auto time_of = [](const Projection &of, Milestone m) {
    return of.milestone[static_cast<std::size_t>(m)];
  };
  const double normal =
      static_cast<double>(time_of(ui.results.drawn, Milestone::looks_normal).hours[kMedian]);
  milestone_line(ui, f, time_of(ui.results.projection, Milestone::make_up).advised_h,
                 ui.word(Word::chip_make_up), y);
  milestone_line(ui, f, normal, ui.word(Word::chip_looks_normal), y + line_h);
}

} // namespace

void lanes(Flow &flow) {
  Ui &ui = flow.ui;
  const bool narrow = flow.width() < 480;
  const TextStyle name{narrow ? 12.5f : 14.0f, Weight::regular, ui.theme.text};
  const TextStyle tick{12, Weight::regular, ui.theme.muted};
  const float tick_h = ui.pen.line_height(tick), lane_h = narrow ? 44.0f : 56.0f;
  const float label_w = label_width(ui, flow.width(), name), chip_h = tick_h + 5;
  const Slot start = flow.cursor();

  LaneAxes f{{start.x + label_w, start.y, start.w - label_w - kAfterPlot, 0},
             {},
             ui.results.projection.axis.horizon_h};
  for (std::size_t s = 0; s < kSigns; ++s) {
    f.lane_h[s] = ui.memory.is_open(lane_id(ui, s)) ? kLargeLane : lane_h;
    f.plot.h += f.lane_h[s];
  }
  const PhaseNames names = place_phase_names(ui, f, tick);
  const float header_h = static_cast<float>(names.rows) * tick_h + 8;
  flow.advance(header_h);
  f.plot.y = flow.cursor().y + 2 * chip_h - lane_h * 0.35f;

  phase_bands(ui, f, start.y, names, tick);
  lane_rows(ui, f, start.x, name);
  milestone_lines(ui, f, flow.cursor().y + 2, chip_h);
  const float below = f.plot.bottom() + 12;
  for (int day : kTickDays)
    ui.pen.text(ui.host.number(day, 0), {f.x(day * 24.0) - 20, below, 40, tick_h}, tick,
                Align::center);
  day_scrubber(ui, f, {f.plot.x - 8, flow.cursor().y, f.plot.w + 16, below + 10 - flow.cursor().y});
  flow.advance(below + tick_h - 4 - flow.cursor().y);
  day_steps(flow, f, tick);
}

void meter(Ui &ui, Sign sign, const Rect &r, float label_width, const TextStyle &style) {
  const Quantiles q = severity_at(ui.results.drawn, sign, ui.results.drawn_day * 24);
  const Color color = ui.theme.sign[static_cast<std::size_t>(sign)];
  const Rect label{r.x, r.y, label_width, r.h};
  ui.pen.text(ui.pen.fitted(sign_name(ui, sign), label_width - 6, style), label, style);

  const float h = 10, y = r.y + (r.h - h) / 2, w = r.w - label_width;
  const Rect track{r.x + label_width, y, w, h};
  auto x = [&](float severity) {
    const float s = std::clamp(severity, 0.0f, 1.0f);
    return track.x + track.w * s;
  };
  ui.pen.fill(track, ui.theme.track, h / 2);
  const float a = std::min(x(q[kP10]), x(q[kP90])), b = std::max(x(q[kP10]), x(q[kP90]));
  const float band_w = std::max(b - a, h);
  ui.pen.fill({std::clamp(a, track.x, track.right() - band_w), y, band_w, h},
              mix(color, ui.theme.surface, ui.theme.dark ? 0.25f : 0.3f), h / 2);
  const float mark = std::clamp(x(q[kMedian]), track.x + 2, track.right() - 2);
  ui.pen.fill({mark - 1.5f, y - 4, 3, h + 8}, ui.theme.text, 1.5f);
}

} // namespace rt
