#include "tools/fit/likelihood.h"

#include "model/numeric/portable_math.h"
#include "tools/fit/predict.h"

#include <algorithm>
#include <cmath>

namespace rt::fit {
namespace {

constexpr double kOneSided = 1.6449, kTwoSided = 1.9600; // normal quantiles of 90 and 95 % spans
constexpr double kChange = 0.1; // the change that a direction is taken to mean, at least

double safe_log(double x) { return std::log(std::max(x, 1e-3)); }
double safe_logit(double share) {
  const double inside = std::clamp(share, 5e-3, 1 - 5e-3);
  return std::log(inside / (1 - inside));
}

// What the way of observing adds to the statistical error, on the scale of a logarithm; more where
// the row is known from memory only.
double floor_of(const Row &row) {
  constexpr std::array kFloors{0.10, 0.15, 0.25, 0.35}; // A .. D
  return kFloors[static_cast<std::size_t>(row.quality - 'A')] + (row.recalled ? 0.05 : 0.0);
}

bool is_clock(Kind kind) {
  return kind == Kind::time || kind == Kind::peak_time || kind == Kind::half_life;
}
bool counts_people(const Question &question) { return question.quantity.ends_with("_share"); }
bool is_share(const Row &row, const Question &question) {
  return row.kind == Kind::incidence || question.quantity == "improvement" ||
         counts_people(question);
}
bool between_people(const Row &row) { return row.interval.starts_with("SD"); }

enum class Scale : std::uint8_t { linear, logarithm, logit };

Scale scale_of(const Row &row, const Question &question) {
  if (question.test == Test::ratio || question.test == Test::odds_ratio) return Scale::logarithm;
  if (question.test == Test::difference) return Scale::linear;
  if (is_share(row, question)) return Scale::logit;
  if (row.kind == Kind::level && question.test == Test::share_above) return Scale::logit;
  return Scale::logarithm;
}

double on(Scale scale, double x) {
  if (scale == Scale::linear) return x;
  return scale == Scale::logit ? safe_logit(x) : safe_log(x);
}

// From the row's unit to the quantity itself: 1 grade of 3 is an improvement of a third.
double back(const Question &question, double in_unit) {
  return question.test == Test::difference ? in_unit : (in_unit - question.offset) / question.scale;
}

// Standard deviation of the row's value on the scale it is compared on.
double deviation(const Row &row, const Question &question, const Reported &ask, Scale scale) {
  const double floor = floor_of(row);
  double sd = scale == Scale::linear ? 0.15 * std::abs(*ask.value) : 0.3 / kOneSided;
  if (scale == Scale::logit) sd /= 1 - std::clamp(back(question, *ask.value), 0.0, 0.95);
  if (counts_people(question) && row.n && *ask.value > 0 && *ask.value < 1)
    sd = 1 / std::sqrt(*row.n * *ask.value * (1 - *ask.value)); // of a logit
  if (ask.low && ask.high && *ask.low < *ask.high) {
    const double width =
        std::abs(on(scale, back(question, *ask.high)) - on(scale, back(question, *ask.low)));
    if (between_people(row))
      sd = 0.5 * width / std::sqrt(static_cast<double>(row.n.value_or(10)));
    else
      sd = 0.5 * width / (row.interval.find("CI") != std::string::npos ? kTwoSided : kOneSided);
  }
  return scale == Scale::linear ? std::hypot(sd, floor * std::abs(*ask.value))
                                : std::hypot(sd, floor);
}

bool one_sided(const Row &row, const Reported &ask) {
  return row.kind == Kind::incidence && (!ask.low || ask.value.value_or(1) == 0);
}

// Beyond a bound: how far, and nothing within it. A little inside counts as the goal.
constexpr double kInside = 0.1;
double beyond(double excess, double sd) { return std::max(0.0, excess + kInside) / sd; }

constexpr double kBoundStudy = 0.15;
constexpr double kSpread = 0.35; // of people's times, on the scale of a logarithm

// A bound that a share of people has to keep: how far the share stays behind, in deviations of the
// people, and beyond half of them how far the typical time does.
double share_behind(double share, double wanted, double typical, double bound, double sd) {
  const double rank = normal_quantile(std::clamp(share, 0.01, 0.99));
  const double goal = normal_quantile(wanted) + kInside / kSpread;
  return (std::max(0.0, goal - rank) * kSpread +
          std::max(0.0, safe_log(typical) - safe_log(bound))) /
         sd;
}

double bound_residual(const Row &row, const Reported &ask, const Prediction &is) {
  const Span span = accepted(ask);
  // No study effect: a bound over everybody that is asked of 80 in 100 people leaves room for it.
  const double sd = std::hypot(floor_of(row), kBoundStudy);
  double sum = 0;
  if (ask.bound != Bound::lower) sum += share_behind(is.below_high, 0.8, is.value, span.high, sd);
  if (ask.bound != Bound::upper)
    sum += share_behind(1 - is.below_low, 0.5, 1 / std::max(is.value, 1e-3), 1 / span.low, sd);
  return sum;
}

double sign_residual(const Reported &ask, const Prediction &is) {
  const double sign = ask.value.value_or(0);
  if (sign == 0) return is.value / kChange; // none: pulled to zero from both sides
  return std::max(0.0, kChange - sign * is.value) / kChange;
}

double spread_of_row(const Row &row) {
  const double cv = 0.5 * (*row.high - *row.low) / *row.value;
  return std::sqrt(std::log1p(cv * cv));
}

bool tests_bound(const Reported &ask) {
  return ask.test == Test::bound || (ask.test == Test::value && ask.kind == Kind::time_bound);
}
bool tests_sign(const Reported &ask) {
  return ask.test == Test::change || ask.test == Test::change_from_zero || ask.test == Test::sign;
}

} // namespace

std::vector<Term> terms_of(std::size_t index, const Row &row, const Question &question,
                           const Reported &ask) {
  std::vector<Term> terms;
  if (question.quantity == "none" || question.quantity == "published" || row.founding())
    return terms;
  if (question.use == Use::score || question.use == Use::anchor) {
    Term term{.row = index, .weight = weight(row.quality)};
    // Contrasts within a study and measured ratios carry no effect of the study.
    const bool within_study = question.test != Test::value && question.test != Test::share_above;
    if (!within_study && row.unit != "ratio" && !tests_bound(ask) && !tests_sign(ask) &&
        !one_sided(row, ask))
      term.effect_scale = 1 / deviation(row, question, ask, scale_of(row, question));
    terms.push_back(term);
  }
  if (question.use != Use::no && is_clock(row.kind) && between_people(row) && row.low && row.high)
    terms.push_back({.row = index, .of_spread = true, .weight = weight(row.quality)});
  return terms;
}

double residual(const Term &term, const Row &row, const Question &question, const Reported &ask,
                const Prediction &is) {
  if (term.of_spread) {
    const double error = std::hypot(1 / std::sqrt(2.0 * (row.n.value_or(10) - 1)), 0.15);
    return (safe_log(predicted_spread(is)) - std::log(spread_of_row(row))) / error;
  }
  if (tests_bound(ask)) return bound_residual(row, ask, is);
  if (tests_sign(ask)) return sign_residual(ask, is);
  if (one_sided(row, ask)) return beyond(safe_logit(is.value) - safe_logit(*ask.high), 0.25);
  const Scale scale = scale_of(row, question);
  const double off = on(scale, back(question, is.value)) - on(scale, back(question, *ask.value));
  return off / deviation(row, question, ask, scale);
}

} // namespace rt::fit
