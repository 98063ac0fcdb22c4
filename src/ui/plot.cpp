#include "ui/plot.h"

#include "ui/field_controls.h"
#include "ui/phrases.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace rt {

namespace {

constexpr std::array<int, 8> kTickDays{0, 1, 2, 3, 5, 7, 10, 14};

// A severity of 1 reaches into the lane above: rare, and it lets the usual ones be seen.
constexpr float kLaneReach = 1.2f;

struct Frame {
  Rect plot;    // where time runs
  float lane_h; // of one lane
  bool rtl;
  double horizon_h;

  float x(double hour) const {
    const float f = static_cast<float>(std::sqrt(std::clamp(hour / horizon_h, 0.0, 1.0)));
    return rtl ? plot.right() - plot.w * f : plot.x + plot.w * f;
  }
  float base(std::size_t lane) const { return plot.y + lane_h * static_cast<float>(lane + 1); }
};

// The names of the phases, each over its band, in as many rows as they need not to meet.
struct PhaseNames {
  static constexpr std::size_t kRows = kPhases;
  std::array<Rect, kPhases> box{}; // y counted from the top of the header
  std::size_t rows = 1;
};

PhaseNames place_phase_names(const Ui &ui, const Frame &f, const TextStyle &style) {
  PhaseNames names;
  std::array<float, PhaseNames::kRows> taken; // how far a row is written, from the start
  taken.fill(-1e9f);
  const float row_h = ui.pen.line_height(style);
  for (std::size_t i = 0; i < kPhases; ++i) {
    const float w = ui.pen.width(phase_name(ui, static_cast<Phase>(i)), style);
    const float middle = (f.x(kPhaseStart_h[i]) + f.x(kPhaseStart_h[i + 1])) / 2;
    const float center = std::clamp(middle, f.plot.x + w / 2, f.plot.right() - w / 2);
    const float from_start = (f.rtl ? f.plot.right() - center : center - f.plot.x) - w / 2;
    std::size_t row = 0;
    while (row + 1 < PhaseNames::kRows && from_start < taken[row] + 6) ++row;
    taken[row] = from_start + w;
    names.box[i] = {center - w / 2, 3 + row_h * static_cast<float>(row), w, row_h};
    names.rows = std::max(names.rows, row + 1);
  }
  return names;
}

void phase_bands(Ui &ui, const Frame &f, float top, const PhaseNames &names,
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

void milestone_line(Ui &ui, const Frame &f, double hour, std::string_view name, float y) {
  if (hour <= 0 || hour >= f.horizon_h) return;
  const float x = f.x(hour);
  const TextStyle style{12, Weight::semibold, ui.theme.chip_good_text};
  const float w = ui.pen.width(name, style) + 12, h = ui.pen.line_height(style) + 2;
  ui.pen.dashed_vertical(x, y, f.plot.bottom(), ui.theme.chip_good_text);
  const bool left = f.rtl ? x - w - 4 > f.plot.x : x + w + 4 > f.plot.right();
  const float first = std::min(f.plot.x, f.plot.right() - w); // a wide name reaches to the start
  const Rect chip{std::clamp(left ? x - w - 4 : x + 4, first, first + std::abs(f.plot.w - w)), y, w,
                  h};
  ui.pen.fill(chip, ui.theme.chip_good, 7);
  ui.pen.text(name, chip, style, Align::center);
}

void lane(Ui &ui, const Frame &f, Sign sign, std::size_t row) {
  const SignBand &band = ui.results.projection.sign[static_cast<std::size_t>(sign)];
  const Color color = ui.theme.sign[static_cast<std::size_t>(sign)];
  const float base = f.base(row), full = f.lane_h * kLaneReach;
  const std::size_t n = band.at.size();
  auto curve = [&](std::size_t level) {
    std::vector<Point> points(n);
    for (std::size_t i = 0; i < n; ++i)
      points[i] = {f.x(ui.results.projection.axis.hour(i)),
                   base - full * std::min(1.0f, band.at[i][level])};
    return points;
  };
  ui.pen.line({f.plot.x, base}, {f.plot.right(), base}, ui.theme.divider, 1);
  const auto low = curve(kP10), high = curve(kP90), quarter = curve(kP25), three = curve(kP75),
             median = curve(kMedian);
  std::vector<Point> floor_line = median;
  for (Point &point : floor_line) point.y = base;
  ui.pen.area(median, floor_line, with_alpha(color, ui.theme.dark ? 60 : 52));
  ui.pen.area(high, low, with_alpha(color, ui.theme.dark ? 66 : 56));
  ui.pen.area(three, quarter, with_alpha(color, ui.theme.dark ? 92 : 84));
  ui.pen.polyline(high, with_alpha(color, ui.theme.dark ? 90 : 80), 1);
  ui.pen.polyline(median, color, 2);

  float top = 0;
  for (const Quantiles &q : band.at) top = std::max(top, q[kP90]);
  if (static_cast<double>(top) < band.visible_above) {
    // A sign that few people get leaves its lane empty; the lane says so instead.
    const TextStyle style{12, Weight::regular, ui.theme.muted};
    const std::string note =
        ui.counted(Word::lane_few, std::max(1.0, std::round(band.incidence * 20)));
    const Rect box{f.rtl ? f.plot.x + 4 : f.plot.x, base - 22, f.plot.w - 4, 18};
    ui.pen.text(ui.pen.fitted(note, box.w, style), box, style, Align::end);
  }
}

void scrubber(Ui &ui, const Frame &f, Rect hit) {
  const std::uint32_t id = node_id(field_key(Field::day), ui.parent);
  float fraction = 0;
  if (draggable(ui, id, hit, f.plot.x, f.plot.right(), fraction)) {
    const double day = f.horizon_h / 24 * static_cast<double>(fraction * fraction);
    ui.actions.push_back(SetValue{Field::day, day});
  }
  obey(ui, Field::day, id);
  const float x = f.x(ui.state.day * 24), y = f.plot.bottom();
  const bool held = ui.memory.dragged == id;
  ui.pen.line({x, f.plot.y - 6}, {x, y}, ui.theme.accent, 2);
  ui.pen.circle({x, y}, held ? 12.5f : 11, ui.theme.accent);
  ui.pen.circle({x, y}, 4, ui.theme.on_accent);
  focus_ring(ui, id, {x - 11, y - 11, 22, 22}, 11);

  const FieldSpec &spec = ui.content.field(Field::day);
  SemanticNode &node = describe(ui, id, Role::slider, hit, spec.label);
  node.flags = kHasRange;
  node.value_text = day_title(ui) + ", " + day_subtitle(ui);
  node.range = {spec.min, spec.max, spec.step, ui.state.day};
}

// The axis's title between − and +, which move the day without dragging.
float day_steps(Ui &ui, const Frame &f, Place p, const TextStyle &style) {
  const std::string title = ui.pen.fitted(ui.word(Word::axis_days), p.w - 2 * kTarget, style);
  const float w = ui.pen.width(title, style);
  // Below the middle of the plot, as far as the card has room for both beside it.
  const float middle = f.plot.x + (f.plot.w - w) / 2, y = p.y;
  const float last = p.x + p.w - kTarget - w;
  const Rect box{std::max(p.x + kTarget, std::min(middle, last)), y, w, kTarget};
  ui.pen.text(title, box, style, Align::center);
  const FieldSpec &spec = ui.content.field(Field::day);
  const std::uint32_t id = node_id(field_key(Field::day), ui.parent);
  const Rect left{box.x - kTarget, y, kTarget, kTarget}, right{box.right(), y, kTarget, kTarget};
  field_step(ui, Field::day, id, false, spec.min, spec.max, f.rtl ? right : left);
  field_step(ui, Field::day, id, true, spec.min, spec.max, f.rtl ? left : right);
  return kTarget;
}

} // namespace

float lanes(Ui &ui, Place p) {
  const bool narrow = p.w < 480;
  const TextStyle name{narrow ? 12.5f : 14.0f, Weight::regular, ui.theme.text};
  const TextStyle tick{12, Weight::regular, ui.theme.muted};
  float label_w = 0;
  for (std::size_t s = 0; s < kSigns; ++s)
    label_w = std::max(label_w, ui.pen.width(sign_name(ui, static_cast<Sign>(s)), name));
  label_w = std::min(label_w + 10, p.w * 0.36f);

  const float chips_h = 2 * (ui.pen.line_height(tick) + 5);
  const float lane_h = narrow ? 44.0f : 56.0f;
  const float right_margin = 10;
  const bool rtl = ui.pen.right_to_left();
  Frame f{{rtl ? p.x + right_margin : p.x + label_w, p.y, p.w - label_w - right_margin,
           lane_h * static_cast<float>(kSigns)},
          lane_h,
          rtl,
          ui.results.projection.axis.horizon_h};
  const PhaseNames names = place_phase_names(ui, f, tick);
  const float header_h = static_cast<float>(names.rows) * ui.pen.line_height(tick) + 8;
  f.plot.y = p.y + header_h + chips_h - lane_h * 0.35f;

  phase_bands(ui, f, p.y, names, tick);
  for (std::size_t s = 0; s < kSigns; ++s) {
    const Sign sign = static_cast<Sign>(s);
    const float base = f.base(s);
    const Rect label{rtl ? f.plot.right() + 8 : p.x, base - f.lane_h + 10, label_w - 8,
                     f.lane_h - 10};
    ui.pen.text(ui.pen.fitted(sign_name(ui, sign), label.w, name), label, name, Align::end);
    lane(ui, f, sign, s);
    SemanticNode &node = describe(ui, node_id("lane" + std::to_string(s), ui.parent), Role::figure,
                                  {p.x, base - f.lane_h, p.w, f.lane_h}, sign_name(ui, sign));
    node.value_text = sign_summary(ui, sign);
  }

  const auto &milestones = ui.results.projection.milestone;
  const float chip_y = p.y + header_h + 2;
  milestone_line(ui, f, milestones[static_cast<std::size_t>(Milestone::make_up)].advised_h,
                 ui.word(Word::chip_make_up), chip_y);
  milestone_line(ui, f,
                 static_cast<double>(
                     milestones[static_cast<std::size_t>(Milestone::looks_normal)].hours[kMedian]),
                 ui.word(Word::chip_looks_normal), chip_y + ui.pen.line_height(tick) + 5);

  const float axis_y = f.plot.bottom() + 12, tick_h = ui.pen.line_height(tick);
  for (int day : kTickDays) {
    const float x = f.x(day * 24.0);
    ui.pen.text(ui.host.number(day, 0), {x - 20, axis_y, 40, tick_h}, tick, Align::center);
  }
  scrubber(ui, f,
           {f.plot.x - 8, p.y + header_h, f.plot.w + 16, f.plot.bottom() + 22 - p.y - header_h});
  return axis_y + tick_h + day_steps(ui, f, {p.x, axis_y + tick_h - 4, p.w}, tick) - 4 - p.y;
}

void meter(Ui &ui, Sign sign, Rect r, float label_width, const TextStyle &style) {
  const Projection &p = ui.results.projection;
  const Quantiles q = severity_at(p, sign, ui.state.day * 24);
  const Color color = ui.theme.sign[static_cast<std::size_t>(sign)];
  const bool rtl = ui.pen.right_to_left();
  const Rect label{rtl ? r.right() - label_width : r.x, r.y, label_width, r.h};
  ui.pen.text(ui.pen.fitted(sign_name(ui, sign), label_width - 6, style), label, style);

  const float h = 10, y = r.y + (r.h - h) / 2, w = r.w - label_width;
  const Rect track{rtl ? r.x : r.x + label_width, y, w, h};
  auto x = [&](float severity) {
    const float s = std::clamp(severity, 0.0f, 1.0f);
    return rtl ? track.right() - track.w * s : track.x + track.w * s;
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
