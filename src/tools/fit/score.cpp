#include "tools/fit/score.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <limits>

namespace rt::fit {
namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr double kTimeFactor = 1.5, kLevelShare = 0.3;
constexpr double kBelowUpper = 0.8, kAboveLower = 0.5; // shares of people
constexpr double kNoChange = 0.1;                      // a change under this counts as none
constexpr double kSomeChange = 0.005;                  // a change under this has no sign

bool is_bound(const Reported &ask) {
  return ask.test == Test::bound || (ask.test == Test::value && ask.kind == Kind::time_bound);
}
bool is_sign(const Reported &ask) {
  return ask.test == Test::change || ask.test == Test::change_from_zero || ask.test == Test::sign;
}

Span around(double value, double factor_down, double factor_up) {
  const double a = value * factor_down, b = value * factor_up;
  return {std::min(a, b), std::max(a, b)};
}

// Interval of a level: the row's own, or 30 % around the value; one open end where one is missing.
Span level_span(const Reported &ask) {
  if (ask.low && ask.high) return {*ask.low, *ask.high};
  if (ask.kind == Kind::incidence && ask.high) return {0, *ask.high};
  Span span = around(ask.value.value_or(0), 1 - kLevelShare, 1 + kLevelShare);
  if (ask.low) span.high = kInfinity;  // "at least"
  if (ask.high) span.low = -kInfinity; // "at most"
  return span;
}

Span time_span(const Reported &ask) {
  Span span = around(*ask.value, 1 / kTimeFactor, kTimeFactor);
  if (ask.low && ask.high) span = {std::min(span.low, *ask.low), std::max(span.high, *ask.high)};
  return span;
}

std::string number(double value) {
  char text[32];
  std::snprintf(text, sizeof text, std::abs(value) < 10 ? "%.2g" : "%.0f", value);
  return text;
}

} // namespace

Reported asked(const Row &row, const Question &question) {
  Reported ask{row.kind, question.test, question.bound, row.value, row.low, row.high};
  if (question.test == Test::ratio)
    ask.low = ask.high = std::nullopt; // those of the row belong to the time, not to the ratio
  if (question.value) ask.value = question.value;
  if (question.low) ask.low = question.low;
  if (question.high) ask.high = question.high;
  return ask;
}

Span accepted(const Reported &ask) {
  if (is_bound(ask)) {
    const double upper = ask.high ? *ask.high : ask.value.value_or(kInfinity);
    const double lower = ask.low ? *ask.low : ask.value.value_or(0);
    return {ask.bound == Bound::upper ? 0 : lower, ask.bound == Bound::lower ? kInfinity : upper};
  }
  if (is_sign(ask)) {
    const double sign = ask.value.value_or(0);
    if (sign == 0) return {-kNoChange, kNoChange};
    return sign > 0 ? Span{kSomeChange, kInfinity} : Span{-kInfinity, -kSomeChange};
  }
  const bool clock =
      ask.kind == Kind::time || ask.kind == Kind::peak_time || ask.kind == Kind::half_life;
  if (clock && ask.test == Test::value && ask.value) return time_span(ask);
  return level_span(ask);
}

bool agrees(const Reported &ask, const Prediction &is) {
  if (is_bound(ask)) {
    const bool upper = ask.bound == Bound::lower || is.below_high >= kBelowUpper;
    const bool lower = ask.bound == Bound::upper || 1 - is.below_low >= kAboveLower;
    return upper && lower;
  }
  const Span span = accepted(ask);
  return is.value >= span.low && is.value <= span.high;
}

std::string describe(const Reported &ask, const std::string &unit) {
  const Span span = accepted(ask);
  if (is_bound(ask)) {
    std::string text;
    if (ask.bound != Bound::lower) text = "within " + number(span.high) + " " + unit + " in 80 %";
    if (ask.bound == Bound::both) text += ", ";
    if (ask.bound != Bound::upper) text += "beyond " + number(span.low) + " " + unit + " in 50 %";
    return text;
  }
  if (is_sign(ask))
    return ask.value.value_or(0) == 0 ? "no change" : *ask.value > 0 ? "more" : "less";
  const std::string tail = ask.test == Test::ratio ? " (ratio)" : unit.empty() ? "" : " " + unit;
  if (span.high == kInfinity) return "at least " + number(span.low) + tail;
  if (span.low == -kInfinity) return "at most " + number(span.high) + tail;
  return number(span.low) + " to " + number(span.high) + tail;
}

const char *verdict_name(Verdict verdict) {
  constexpr std::array kNames{"agrees", "weaker", "contradicts"};
  return kNames[static_cast<std::size_t>(verdict)];
}

Verdict judge(const Reported &ask, const Prediction &is) {
  if (ask.kind == Kind::advice) // no study stands behind it: the model can only carry it
    return ask.value && is.value != *ask.value ? Verdict::contradicts : Verdict::weaker;
  if (agrees(ask, is)) return Verdict::agrees;
  if (is_bound(ask))
    return is.below_high >= 1 - kBelowUpper ? Verdict::weaker : Verdict::contradicts;
  if (is_sign(ask)) // of the right sign nothing is left to say; none at all is weaker
    return std::abs(is.value) < kNoChange ? Verdict::weaker : Verdict::contradicts;
  const Span span = accepted(ask);
  return is.p10 <= span.high && is.p90 >= span.low ? Verdict::weaker : Verdict::contradicts;
}

bool is_scored(const Question &question) {
  return question.use == Use::score || question.use == Use::check;
}

Coverage coverage(const std::vector<Scored> &scored, std::string_view qualities) {
  Coverage sum;
  for (const Scored &item : scored) {
    const Reported &ask = item.ask;
    const bool clock =
        ask.kind == Kind::time || ask.kind == Kind::peak_time || ask.kind == Kind::half_life;
    if (!clock || ask.test != Test::value || !ask.value || !is_scored(*item.question) ||
        item.row->founding() || qualities.find(item.row->quality) == std::string_view::npos)
      continue;
    const Prediction &is = item.prediction;
    ++sum.rows;
    sum.by_people += *ask.value >= is.p10 && *ask.value <= is.p90 ? 1 : 0;
    sum.anywhere += *ask.value >= is.anywhere_p10 && *ask.value <= is.anywhere_p90 ? 1 : 0;
  }
  return sum;
}

std::vector<Tally> by_measure(const std::vector<Scored> &scored, std::string_view qualities) {
  std::vector<Tally> tallies;
  for (const Scored &item : scored) {
    const Row &row = *item.row;
    if (!is_scored(*item.question) || row.founding() ||
        qualities.find(row.quality) == std::string_view::npos)
      continue;
    auto at = std::ranges::find(tallies, row.measure, &Tally::name);
    if (at == tallies.end()) at = tallies.insert(tallies.end(), Tally{.name = row.measure});
    ++at->rows;
    at->weight += weight(row.quality);
    at->agreeing += item.agrees ? 1 : 0;
    at->agreeing_weight += item.agrees ? weight(row.quality) : 0;
  }
  return tallies;
}

Tally total(const std::vector<Scored> &scored, std::string_view qualities) {
  Tally sum{.name = "all"};
  for (const Tally &tally : by_measure(scored, qualities)) {
    sum.rows += tally.rows;
    sum.agreeing += tally.agreeing;
    sum.weight += tally.weight;
    sum.agreeing_weight += tally.agreeing_weight;
  }
  return sum;
}

} // namespace rt::fit
