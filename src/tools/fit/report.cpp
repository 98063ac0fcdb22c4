#include "tools/fit/report.h"

#include "tools/fit/claims.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <map>

namespace rt::fit {
namespace {

// Narrower than this, the rows have told something about a parameter.
constexpr double kStayed = 0.97;

std::string number(double value) {
  char text[32];
  const double size = std::abs(value);
  std::snprintf(text, sizeof text, size >= 100 ? "%.0f" : "%.3g", value);
  return text;
}

std::string percent(double share) {
  char text[32];
  std::snprintf(text, sizeof text, "%.0f %%", 100 * share);
  return text;
}

std::string reported(const Row &row) {
  std::string text = row.value ? number(*row.value) : "";
  if (row.low && row.high)
    text += " (" + number(*row.low) + " to " + number(*row.high) + ")";
  else if (row.high && row.value != row.high)
    text += " (at most " + number(*row.high) + ")";
  return text + (row.unit == "sign" || row.unit.empty() ? "" : " " + row.unit);
}

std::string predicted(const Scored &item) {
  const Prediction &is = item.prediction;
  std::string text = number(is.value);
  if (is.p10 != is.value || is.p90 != is.value)
    text += " (" + number(is.p10) + " to " + number(is.p90) + ")";
  const bool bound = item.ask.test == Test::bound || item.ask.kind == Kind::time_bound;
  return bound ? text + ", " + percent(is.below_high) + " within" : text;
}

// How far off: a factor for times, a difference otherwise; nothing where a row gives no number.
std::string off(const Scored &item) {
  const Reported &ask = item.ask;
  const bool compared = ask.test == Test::change || ask.test == Test::change_from_zero ||
                        ask.test == Test::sign || ask.test == Test::bound;
  if (compared || ask.bound != Bound::none || !ask.value) return "";
  const bool factor = item.row->unit == "h" || ask.test == Test::ratio || item.row->unit == "OR";
  if (factor && *ask.value > 0) return "x " + number(item.prediction.value / *ask.value);
  const std::string text = number(item.prediction.value - *ask.value);
  return text.starts_with("-") ? text : "+" + text;
}

std::string outcome(const Scored &item) {
  if (item.row->founding()) return verdict_name(judge(item.ask, item.prediction));
  if (!is_scored(*item.question)) return "not scored";
  return item.agrees ? "yes" : "no";
}

std::string line_of(const Scored &item) {
  const Row &row = *item.row;
  return "| " + row.id + " | " + row.quality + " | " + row.statistic + " | " +
         describe(item.question->factors) + " | " + reported(row) + " | " +
         describe(item.ask, row.unit) + " | " + predicted(item) + " | " + off(item) + " | " +
         outcome(item) + " |";
}

std::string table_head(const char *last) {
  return std::string("| row | quality | observed | taken as | reported | scores if | model "
                     "(10 to 90 of 100 people) | off | ") +
         last + " |\n|---|---|---|---|---|---|---|---|---|\n";
}

// Which section a parameter stands in: the first word that its name contains.
struct Stem {
  const char *word, *measure;
};
constexpr Stem kStems[] = {
    {"led_", "care"},           {"omega", "people"},        {"within_person", "people"},
    {"redness", "redness"},     {"flush", "redness"},       {"visibility", "redness"},
    {"swelling", "swelling"},   {"petechiae", "bruising"},  {"bleeding", "bruising"},
    {"ecchymosis", "bruising"}, {"hemoglobin", "bruising"}, {"bilirubin", "bruising"},
    {"bruising", "bruising"},   {"tightness", "tightness"}, {"flaking", "flaking"},
    {"barrier", "barrier"},     {"occlusion", "barrier"},   {"skin_time", "barrier"},
    {"age_time", "barrier"},    {"pores", "pores"},         {"gain", "result"},
    {"dark_spots", "adverse"},  {"breakouts", "adverse"},   {"numbness", "adverse"},
    {"reach_", "injury"},       {"dose_", "injury"},
};
std::string section_of(std::string_view parameter) {
  for (const Stem &stem : kStems)
    if (parameter.find(stem.word) != std::string_view::npos) return stem.measure;
  return "care";
}

// Moved and unmoved parameters of each section, in words.
struct Moves {
  std::string moved, stayed;
};
std::map<std::string, Moves> moves_of(const FitResult &fit) {
  std::map<std::string, Moves> sections;
  for (const FittedParameter &parameter : fit.fitted) {
    const Ranged &ranged = fit.model[parameter.index];
    Moves &moves = sections[section_of(ranged.spec->name)];
    if (parameter.narrowed > kStayed)
      moves.stayed += std::string(moves.stayed.empty() ? "" : ", ") + ranged.spec->name;
    else
      moves.moved += std::string("| ") + ranged.spec->name + " | " + number(parameter.start) +
                     " | " + number(parameter.value) + " | " + number(ranged.min) + " to " +
                     number(ranged.max) + " | " + percent(1 - parameter.narrowed) + " |\n";
  }
  return sections;
}

std::string moves_text(const Moves &moves) {
  std::string text;
  if (!moves.moved.empty())
    text += "\n| parameter | prior | fitted | range | narrowed by |\n|---|---|---|---|---|\n" +
            moves.moved;
  if (!moves.stayed.empty())
    text += "\nStayed at the prior (no row tells much about them): " + moves.stayed + ".\n";
  return text;
}

std::string unused_text(const Evidence &evidence, const std::string &measure) {
  std::string text;
  for (std::size_t i = 0; i < evidence.rows.size(); ++i) {
    const Row &row = evidence.rows[i];
    if (evidence.questions[i].quantity == "none" && row.measure == measure && !row.founding())
      text += "- " + row.id + " (" + row.quality + "): " + row.statistic + ". " +
              evidence.questions[i].why + "\n";
  }
  return text.empty() ? "" : "\nNot compared:\n\n" + text;
}

std::vector<std::string> measures_of(const Evidence &evidence) {
  std::vector<std::string> measures;
  for (const Row &row : evidence.rows)
    if (std::ranges::find(measures, row.measure) == measures.end()) measures.push_back(row.measure);
  return measures;
}

std::string score_table(const std::vector<Scored> &scored) {
  const std::vector<Tally> strong = by_measure(scored, "AB");
  std::string text =
      "| measure | A and B rows | weighted | all rows | weighted |\n|---|---|---|---|"
      "---|\n";
  const auto cells = [](const Tally &tally) {
    return std::to_string(tally.agreeing) + " of " + std::to_string(tally.rows) + " | " +
           percent(tally.share()) + " | ";
  };
  for (const Tally &every : by_measure(scored, "ABCD")) {
    const auto at = std::ranges::find(strong, every.name, &Tally::name);
    text += "| " + every.name + " | " + (at == strong.end() ? "none | | " : cells(*at)) +
            cells(every) + "\n";
  }
  std::vector<Scored> but_results = scored;
  std::erase_if(but_results, [](const Scored &item) { return item.row->measure == "result"; });
  const auto sum = [&](const char *name, const std::vector<Scored> &rows) {
    return std::string("| **") + name + "** | " + cells(total(rows, "AB")) +
           cells(total(rows, "ABCD")) + "\n";
  };
  return text + sum("all but results", but_results) + sum("all", scored);
}

std::string coverage_text(const std::vector<Scored> &scored) {
  std::string text =
      "\nHow often the range of 8 in 10 holds the time that a study reports, of people "
      "at one typical\nclinic and of people at clinics of all kinds:\n\n"
      "| rows | times | one clinic | clinics of all kinds |\n|---|---|---|---|\n";
  for (const char *qualities : {"AB", "ABCD"}) {
    const Coverage cover = coverage(scored, qualities);
    const auto share = [&](int held) {
      return std::to_string(held) + " (" + percent(static_cast<double>(held) / cover.rows) + ")";
    };
    text += std::string("| ") + (qualities[2] == 0 ? "A and B" : "all") + " | " +
            std::to_string(cover.rows) + " | " + share(cover.by_people) + " | " +
            share(cover.anywhere) + " |\n";
  }
  return text;
}

std::string claims_text(const Parameters &parameters) {
  std::string text = "\n## Claims\n\nWhat no row tells but a dermatologist would hold against the "
                     "model; the bounds are wide on\npurpose.\n\n| claim | model | bounds | holds "
                     "|\n|---|---|---|---|\n";
  for (const Claim &claim : claims(parameters)) {
    const std::string bounds = std::isinf(claim.high)
                                   ? "at least " + number(claim.low)
                                   : number(claim.low) + " to " + number(claim.high);
    text += "| " + claim.what + " | " + number(claim.figure) + " | " + bounds + " | " +
            (claim.holds() ? "yes" : "no") + " |\n";
  }
  return text;
}

std::string founding_text(const Evidence &evidence, const std::vector<Scored> &scored) {
  std::string text = "\n## The founding document\n\nIts own rows, kept apart: *agrees*, *weaker* "
                     "(true of some people, or shown by no study) or *contradicts*.\n\n" +
                     table_head("verdict");
  for (const Scored &item : scored)
    if (item.row->founding()) text += line_of(item) + "\n";
  text += "\n";
  for (std::size_t i = 0; i < evidence.rows.size(); ++i)
    if (evidence.rows[i].founding() && evidence.questions[i].quantity == "none")
      text += "- " + evidence.rows[i].id + ": " + evidence.rows[i].statistic + ": " +
              verdict_name(Verdict::weaker) + ". " + evidence.questions[i].why + "\n";
  return text;
}

} // namespace

std::vector<std::string> row_lines(const std::vector<Scored> &scored) {
  std::vector<std::string> lines;
  for (const Scored &item : scored) lines.push_back(line_of(item));
  return lines;
}

std::string score_text(const std::vector<Scored> &scored) {
  std::string text;
  char line[96];
  std::vector<Tally> tallies = by_measure(scored, "AB");
  tallies.push_back(total(scored, "AB"));
  for (const Tally &tally : tallies) {
    std::snprintf(line, sizeof line, "%-10s %3d of %3d rows A and B, weighted %5.1f %%\n",
                  tally.name.c_str(), tally.agreeing, tally.rows, 100 * tally.share());
    text += line;
  }
  return text;
}

std::string report_text(const Evidence &evidence, const std::vector<Scored> &scored,
                        const FitResult &fit) {
  const std::map<std::string, Moves> moves = moves_of(fit);
  const auto moves_in = [&](const std::string &section) {
    const auto at = moves.find(section);
    return at == moves.end() ? std::string() : moves_text(at->second);
  };
  std::string text =
      "# The model against the published rows\n\n"
      "Made by `npm run fit` from evidence.json, questions.json, priors.json and the ranges in\n"
      "model.json; do not edit. Weights: A 1.0, B 0.7, C 0.4, D 0.2. A time scores inside the\n"
      "reported range or within a factor 1.5; a bound if it holds for 80 in 100 people (a lower "
      "one "
      "for\n50); an incidence or level inside its interval, else within 30 %; a direction by its "
      "sign.\n\n" +
      score_table(scored) + coverage_text(scored) + claims_text(values_of(fit.model));
  for (const std::string &measure : measures_of(evidence)) {
    std::string title = measure;
    title[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(title[0])));
    text += "\n## " + title + "\n\n";
    const auto here = [&](const Scored &item) {
      return !item.row->founding() && item.row->measure == measure;
    };
    if (std::ranges::any_of(scored, here)) text += table_head("agrees");
    for (const Scored &item : scored)
      if (here(item)) text += line_of(item) + "\n";
    text += unused_text(evidence, measure) + moves_in(measure);
  }
  text += founding_text(evidence, scored);
  text += "\n## Injury\n" + moves_in("injury");
  text += "\n## How people differ\n" + moves_in("people");
  text += "\n## Care\n" + moves_in("care");
  return text;
}

std::string cross_validation_text(const HeldOut &held) {
  std::string lost;
  for (std::size_t i = 0; i < held.scored.size(); ++i) {
    const Scored &item = held.scored[i];
    if (held.with_all[i] != item.agrees)
      lost += "- " + item.row->id + ": " + (item.agrees ? "agrees only" : "does not agree") +
              " when its study is left out: " + predicted(item) + ", scores if " +
              describe(item.ask, item.row->unit) + "\n";
  }
  return "# Cross-validation\n\nMade by `npm run fit -- --cross-validate`: each study's rows "
         "scored "
         "by parameters\nthat were fitted without that study.\n\n" +
         score_table(held.scored) + coverage_text(held.scored) +
         "\nAgainst the fit to all rows:\n\n" + (lost.empty() ? "- no row changed\n" : lost);
}

} // namespace rt::fit
