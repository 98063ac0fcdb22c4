#include "state/projection_json.h"

#include "content/fields.h"

namespace rt {

namespace {

using json::Writer;

constexpr std::array<const char *, kLevelCount> kLevelKeys{"p05", "p10", "p25", "p50",
                                                           "p75", "p90", "p95"};
constexpr std::array<const char *, kSigns> kSignKeys{"redness",   "swelling", "marks", "bruising",
                                                     "tightness", "flaking",  "pores"};
constexpr std::array<const char *, kMilestones> kMilestoneKeys{
    "make_up", "not_visibly_red", "looks_normal", "exercise",
    "sun",     "next_session",    "first_result"};
constexpr std::array<const char *, kEvents> kEventKeys{"dark_spots", "breakouts", "numbness"};

// Where 8 in 10 clinics lie.
void write_range(Writer &w, const char *key, const EightInTen &range) {
  w.key(key);
  w.begin('{');
  write_number(w, "p10", static_cast<double>(range.p10));
  write_number(w, "p90", static_cast<double>(range.p90));
  w.end('}');
}

void write_ranges(Writer &w, const char *key, const std::vector<EightInTen> &ranges) {
  w.key(key);
  w.begin('{');
  const auto column = [&](const char *level, float EightInTen::*end) {
    w.key(level);
    w.begin('[');
    for (const EightInTen &range : ranges) w.number(static_cast<double>(range.*end), kDigits);
    w.end(']');
  };
  column("p10", &EightInTen::p10);
  column("p90", &EightInTen::p90);
  w.end('}');
}

void write_span(Writer &w, const char *key, const EventSpan &span) {
  w.key(key);
  w.begin('{');
  write_number(w, "p10", span.p10);
  write_number(w, "p50", span.p50);
  write_number(w, "p90", span.p90);
  w.end('}');
}

void write_signs(Writer &w, const Projection &projection, const MoreOfSign *more) {
  w.key("signs");
  w.begin('{');
  for (std::size_t i = 0; i < kSigns; ++i) {
    const SignBand &band = projection.sign[i];
    w.key(kSignKeys[i]);
    w.begin('{');
    write_quantiles(w, "severity", band.at);
    write_numbers(w, "share_visible", band.share_visible);
    write_number(w, "visible_above", band.visible_above);
    write_ranges(w, "share_visible_anywhere", band.share_visible_anywhere);
    write_number(w, "incidence", band.incidence);
    write_range(w, "incidence_anywhere", band.incidence_anywhere);
    write_quantiles(w, "until_not_visible_h", band.hours_until_not_visible);
    write_quantiles(w, "until_not_visible_anywhere_h", band.hours_until_not_visible_anywhere);
    write_quantiles(w, "peak_h", band.peak_hour);
    write_quantiles(w, "peak_anywhere_h", band.peak_hour_anywhere);
    if (more) more->write(w, static_cast<Sign>(i));
    w.end('}');
  }
  w.end('}');
}

void write_milestones(Writer &w, const Projection &projection) {
  w.key("milestones");
  w.begin('{');
  for (std::size_t i = 0; i < kMilestones; ++i) {
    const MilestoneTime &milestone = projection.milestone[i];
    w.key(kMilestoneKeys[i]);
    w.begin('{');
    w.key("advice");
    w.boolean(milestone.advice);
    if (milestone.advice)
      write_number(w, "after_h", milestone.advised_h);
    else {
      write_quantiles(w, "after_h", milestone.hours);
      write_quantiles(w, "after_anywhere_h", milestone.hours_anywhere);
    }
    w.end('}');
  }
  w.end('}');
}

void write_events(Writer &w, const Projection &projection) {
  w.key("events");
  w.begin('{');
  for (std::size_t i = 0; i < kEvents; ++i) {
    const EventChance &event = projection.event[i];
    w.key(kEventKeys[i]);
    w.begin('{');
    write_number(w, "probability", event.probability);
    write_range(w, "probability_anywhere", event.anywhere);
    write_span(w, "begin_h", event.begin_h);
    write_span(w, "end_h", event.end_h);
    w.end('}');
  }
  w.end('}');
}

void write_choices(Writer &w, const Shown &shown) {
  w.key("choices");
  w.begin('{');
  for (std::size_t i = 0; i < kChoices; ++i) {
    w.key(field_key(kChoiceFields[i]));
    w.begin('{');
    write_number(w, "on_minus_off_h", shown.effects[i].on_minus_off_h);
    w.key("strength");
    const auto carries = choice_parameter(static_cast<Choice>(i));
    w.string(std::string(1, carries ? shown.content.sourced(*carries).strength : 'D'));
    w.end('}');
  }
  w.end('}');
}

} // namespace

void write_number(Writer &w, const char *key, double value) {
  w.key(key);
  w.number(value, kDigits);
}

void write_quantiles(Writer &w, const char *key, const Quantiles &quantiles) {
  w.key(key);
  w.begin('{');
  for (std::size_t level = 0; level < kLevelCount; ++level)
    write_number(w, kLevelKeys[level], static_cast<double>(quantiles[level]));
  w.end('}');
}

void write_quantiles(Writer &w, const char *key, const std::vector<Quantiles> &rows) {
  w.key(key);
  w.begin('{');
  for (std::size_t level = 0; level < kLevelCount; ++level) {
    w.key(kLevelKeys[level]);
    w.begin('[');
    for (const Quantiles &row : rows) w.number(static_cast<double>(row[level]), kDigits);
    w.end(']');
  }
  w.end('}');
}

void write_projection(Writer &w, const Shown &shown, const MoreOfSign *more) {
  const Projection &p = shown.projection;
  w.key("model_version");
  w.string(shown.content.version);
  write_number(w, "people", static_cast<double>(shown.people.size()));
  w.key("time_h");
  w.begin('[');
  for (std::size_t i = 0; i < p.axis.points; ++i) w.number(p.axis.hour(i), kDigits);
  w.end(']');
  write_signs(w, p, more);
  write_milestones(w, p);
  w.key("course");
  w.begin('{');
  write_numbers(w, "month", p.course.month);
  write_quantiles(w, "share_of_improvement", p.course.share);
  write_numbers(w, "share_clear", p.course.share_clear);
  write_ranges(w, "share_clear_anywhere", p.course.share_clear_anywhere);
  w.end('}');
  write_number(w, "dark_spot_probability",
               p.event[static_cast<std::size_t>(Event::dark_spots)].probability);
  write_events(w, p);
  write_choices(w, shown);
}

} // namespace rt
