#include "tools/cli/answer.h"

#include "content/json/json_writer.h"
#include "model/measures.h"
#include "model/plan.h"
#include "model/scenario.h"
#include "state/state_json.h"

namespace rt::tool {

namespace {

using json::Writer;

constexpr int kDigits = 6; // singles carry no more
constexpr std::array<const char *, kLevelCount> kLevelKeys{"p05", "p10", "p25", "p50",
                                                           "p75", "p90", "p95"};
constexpr std::array<const char *, kSigns> kSignKeys{"redness",   "swelling", "bruising",
                                                     "tightness", "flaking",  "pores"};
constexpr std::array<const char *, kMilestones> kMilestoneKeys{
    "make_up", "not_visibly_red", "looks_normal", "exercise",
    "sun",     "next_session",    "first_result"};
constexpr std::array<const char *, kChoices> kChoiceKeys{
    "prp",           "water",       "sun_protection",    "moisturiser", "serum",
    "no_makeup_24h", "gentle_care", "anti_inflammatory", "ice",         "arnica_bromelain"};

void field(Writer &w, const char *key, double value) {
  w.key(key);
  w.number(value, kDigits);
}

void quantiles(Writer &w, const char *key, const Quantiles &q) {
  w.key(key);
  w.begin('{');
  for (std::size_t level = 0; level < kLevelCount; ++level)
    field(w, kLevelKeys[level], static_cast<double>(q[level]));
  w.end('}');
}

// {"p05": [a value a point], ...}
void courses(Writer &w, const char *key, const std::vector<Quantiles> &rows) {
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

template <class Number>
void numbers(Writer &w, const char *key, const std::vector<Number> &values) {
  w.key(key);
  w.begin('[');
  for (const Number value : values) w.number(static_cast<double>(value), kDigits);
  w.end(']');
}

void write_sign(Writer &w, const SignBand &band, const SignMeasures &measures) {
  field(w, "incidence", measures.incidence);
  field(w, "visible_above", band.visible_above);
  courses(w, "severity", band.at);
  numbers(w, "share_visible", band.share_visible);
  quantiles(w, "peak_severity", measures.peak_severity);
  quantiles(w, "peak_h", band.peak_hour);
  quantiles(w, "until_not_visible_h", band.hours_until_not_visible);
  quantiles(w, "until_not_visible_in_affected_h", measures.hours_until_not_visible_in_affected);
  quantiles(w, "until_below_instrument_h", measures.hours_until_below_instrument);
}

void write_signs(Writer &w, const Projection &projection, const Measures &measures) {
  w.key("signs");
  w.begin('{');
  for (std::size_t i = 0; i < kSigns; ++i) {
    w.key(kSignKeys[i]);
    w.begin('{');
    write_sign(w, projection.sign[i], measures.sign[i]);
    if (static_cast<Sign>(i) == Sign::redness) courses(w, "seen_severity", measures.seen_redness);
    if (static_cast<Sign>(i) == Sign::bruising) {
      field(w, "ecchymosis_incidence", measures.ecchymosis_incidence);
      field(w, "pinpoint_bleeding_incidence", measures.pinpoint_bleeding_incidence);
    }
    w.end('}');
  }
  w.end('}');
}

void write_barrier_and_sun(Writer &w, const Measures &measures) {
  w.key("barrier");
  w.begin('{');
  courses(w, "excess", measures.barrier.excess);
  quantiles(w, "half_life_h", measures.barrier.half_life_h);
  quantiles(w, "closed_h", measures.barrier.closed_h);
  w.end('}');
  w.key("sun_sensitivity");
  w.begin('{');
  courses(w, "index", measures.sun.index);
  quantiles(w, "until_insensitive_h", measures.sun.until_insensitive_h);
  w.end('}');
}

void write_result(Writer &w, const Projection &projection, const ResultMeasures &result,
                  const std::array<Course, kMostSessions> &by_sessions) {
  w.key("result");
  w.begin('{');
  field(w, "complete_improvement", result.complete_improvement);
  numbers(w, "month", result.month);
  courses(w, "share_of_complete", projection.course.share);
  w.key("by_sessions");
  w.begin('[');
  for (std::size_t i = 0; i < result.improvement.size(); ++i) {
    w.begin('{');
    field(w, "sessions", static_cast<double>(i + 1));
    courses(w, "improvement", result.improvement[i]);
    courses(w, "pores_change", result.pores_change[i]);
    numbers(w, "share_clear_change", by_sessions[i].share_clear);
    w.end('}');
  }
  w.end(']');
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
      field(w, "after_h", milestone.advised_h);
    else
      quantiles(w, "after_h", milestone.hours);
    w.end('}');
  }
  w.end('}');
}

// Hours before an event at which the treatment has to be for a share of people to look normal.
void write_plan(Writer &w, const Distribution &looks_normal) {
  w.key("plan");
  w.begin('[');
  for (const double share : {0.5, 0.7, 0.8, 0.9, 0.95}) {
    w.begin('{');
    field(w, "share", share);
    field(w, "hours_before", looks_normal.value_at(share));
    w.end('}');
  }
  w.end(']');
}

void write_choices(Writer &w, const std::array<ChoiceEffect, kChoices> &effects) {
  w.key("choices");
  w.begin('{');
  for (std::size_t i = 0; i < kChoices; ++i) {
    w.key(kChoiceKeys[i]);
    w.begin('{');
    field(w, "on_minus_off_h", effects[i].on_minus_off_h);
    w.end('}');
  }
  w.end('}');
}

} // namespace

std::string answer(const Content &content, const Population &people, const TimeAxis &axis,
                   std::string_view factors, std::vector<Error> &refused) {
  State state = initial_state(content);
  set_state_json(state, content, factors, refused);
  if (!refused.empty()) return {};

  const Parameters &p = content.parameters;
  const Factors &f = state.factors;
  Projection projection;
  project(p, f, people, axis, projection);
  const Measures measures = measure(p, f, people, axis);

  Writer w;
  w.begin('{');
  w.key("model_version");
  w.string(content.version);
  field(w, "people", static_cast<double>(people.size()));
  w.key("factors");
  w.begin('{');
  for (std::size_t i = 0; i < kFactorFields; ++i) {
    const auto which = static_cast<Field>(i);
    const FieldSpec &spec = content.field(which);
    const double value = get(state, which);
    w.key(field_key(which));
    switch (field_kind(which)) {
    case FieldKind::choice: w.string(spec.options[static_cast<std::size_t>(value)].key); break;
    case FieldKind::toggle: w.boolean(value != 0.0); break;
    case FieldKind::tone:
      if (value == 0.0)
        w.null();
      else
        w.number(value);
      break;
    case FieldKind::range:
    case FieldKind::moment: w.number(value); break;
    }
  }
  w.end('}');
  field(w, "dose", scenario_of(p, f).dose);
  w.key("time_h");
  w.begin('[');
  for (std::size_t i = 0; i < axis.points; ++i) w.number(axis.hour(i), kDigits);
  w.end(']');
  write_signs(w, projection, measures);
  write_barrier_and_sun(w, measures);
  write_result(w, projection, measures.result, courses_by_sessions(p, f, people));
  field(w, "dark_spot_probability", projection.dark_spot_probability);
  write_milestones(w, projection);
  write_plan(w, looks_normal_distribution(p, f, people));
  write_choices(w, choice_effects(p, f, people));
  w.end('}');
  return w.take();
}

std::string path_of(const Error &error) {
  // Each line is a document of its own: only the column of a syntax error says something.
  constexpr std::string_view kWhole = "state", kSyntax = "state: line 1, ";
  if (error.where == kWhole) return "/";
  if (error.where.starts_with(kSyntax)) return error.where.substr(kSyntax.size());
  return "/" + error.where;
}

std::string error_line(std::size_t line, const std::vector<Error> &errors) {
  Writer w;
  w.begin('{');
  w.key("line");
  w.number(static_cast<double>(line));
  w.key("errors");
  w.begin('[');
  for (const Error &error : errors) {
    w.begin('{');
    w.key("path");
    w.string(path_of(error));
    w.key("reason");
    w.string(error.what);
    w.end('}');
  }
  w.end(']');
  w.end('}');
  return w.take();
}

} // namespace rt::tool
