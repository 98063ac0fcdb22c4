#include "tools/cli/answer.h"

#include "model/measures.h"
#include "model/plan.h"
#include "model/scenario.h"
#include "state/projection_json.h"
#include "state/state.h"
#include "state/state_json.h"

namespace rt::tool {

namespace {

using json::Writer;

// What the tool tells of each sign beside what the widget shows.
class SignDetails final : public MoreOfSign {
public:
  explicit SignDetails(const Measures &measures) : measures_(measures) {}

  void write(Writer &w, Sign sign) const override {
    const SignMeasures &of = measures_.sign[static_cast<std::size_t>(sign)];
    write_quantiles(w, "peak_severity", of.peak_severity);
    write_quantiles(w, "until_not_visible_in_affected_h", of.hours_until_not_visible_in_affected);
    write_quantiles(w, "until_below_instrument_h", of.hours_until_below_instrument);
    if (sign == Sign::redness) write_quantiles(w, "seen_severity", measures_.seen_redness);
    if (sign == Sign::bruising)
      write_number(w, "ecchymosis_incidence", measures_.ecchymosis_incidence);
    if (sign == Sign::marks)
      write_number(w, "pinpoint_bleeding_incidence", measures_.pinpoint_bleeding_incidence);
  }

private:
  const Measures &measures_;
};

void write_barrier_and_sun(Writer &w, const Measures &measures) {
  w.key("barrier");
  w.begin('{');
  write_quantiles(w, "excess", measures.barrier.excess);
  write_quantiles(w, "half_life_h", measures.barrier.half_life_h);
  write_quantiles(w, "closed_h", measures.barrier.closed_h);
  w.end('}');
  w.key("sun_sensitivity");
  w.begin('{');
  write_quantiles(w, "index", measures.sun.index);
  write_quantiles(w, "until_insensitive_h", measures.sun.until_insensitive_h);
  w.end('}');
}

void write_result(Writer &w, const Projection &projection, const ResultMeasures &result,
                  const std::array<Course, kMostSessions> &by_sessions) {
  w.key("result");
  w.begin('{');
  write_number(w, "complete_improvement", result.complete_improvement);
  write_numbers(w, "month", result.month);
  write_quantiles(w, "share_of_complete", projection.course.share);
  w.key("by_sessions");
  w.begin('[');
  for (std::size_t i = 0; i < result.improvement.size(); ++i) {
    w.begin('{');
    write_number(w, "sessions", static_cast<double>(i + 1));
    write_quantiles(w, "improvement", result.improvement[i]);
    write_quantiles(w, "pores_change", result.pores_change[i]);
    write_numbers(w, "share_clear_change", by_sessions[i].share_clear);
    w.end('}');
  }
  w.end(']');
  w.end('}');
}

// The factors as they were taken, what was absent filled in.
void write_factors(Writer &w, const Content &content, const State &state) {
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
}

// Hours before an event at which the treatment has to be for a share of people to look normal.
void write_plan(Writer &w, const Distribution &looks_normal) {
  w.key("plan");
  w.begin('[');
  for (const double share : {0.5, 0.7, 0.8, 0.9, 0.95}) {
    w.begin('{');
    write_number(w, "share", share);
    write_number(w, "hours_before", looks_normal.value_at(share));
    w.end('}');
  }
  w.end(']');
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
  const SignDetails details(measures);
  write_projection(w, {content, people, projection, choice_effects(p, f, people)}, &details);
  write_factors(w, content, state);
  write_number(w, "dose", scenario_of(p, f).dose);
  write_barrier_and_sun(w, measures);
  write_result(w, projection, measures.result, courses_by_sessions(p, f, people));
  write_plan(w, looks_normal_distribution(p, f, people));
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
