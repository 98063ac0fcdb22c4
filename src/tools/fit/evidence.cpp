#include "tools/fit/evidence.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cctype>
#include <cmath>
#include <set>
#include <span>

namespace rt::fit {
namespace {

using Json = nlohmann::json;

constexpr std::array kKinds{"time",      "time_bound", "peak_time", "half_life", "level",
                            "incidence", "contrast",   "direction", "advice"};
constexpr std::array kMeasures{"redness",  "swelling", "bruising", "tightness",
                               "flaking",  "barrier",  "pores",    "result",
                               "sessions", "adverse",  "downtime", "other"};
constexpr std::array kPrefixes{"RED", "SWE", "BRU", "TIG", "FLA", "BAR",
                               "POR", "RES", "SES", "ADV", "DOW", "OTH"};
constexpr std::array kUnits{"h",     "fraction", "ratio",          "OR", "RR", "sign", "grade",
                            "count", "sessions", "score (0=none)", "mm", ""};
constexpr std::array kTexts{
    "id",   "study",   "population", "device",    "depth_mm", "passes_or_endpoint",
    "site", "adjunct", "measure",    "statistic", "unit",     "interval",
    "kind", "quality", "verified",   "source",    "url",      "note"};
constexpr std::array kNumbers{"year", "n", "value", "low", "high"};
constexpr std::size_t kKeys = kTexts.size() + kNumbers.size() + 1; // and time_h

template <std::size_t N>
bool one_of(const std::string &text, const std::array<const char *, N> &set) {
  return std::ranges::find(set, std::string_view(text)) != set.end();
}

class Checker {
public:
  std::vector<Error> problems;

  void check(const Json &document) {
    if (!document.is_array() || document.empty()) return add("", "must be a list of rows");
    std::set<std::string> ids;
    for (std::size_t i = 0; i < document.size(); ++i) {
      path_ = "/" + std::to_string(i);
      const std::size_t before = problems.size();
      check_shape(document[i]);
      if (problems.size() != before) continue; // the rest would only repeat it
      if (!ids.insert(document[i]["id"].get<std::string>()).second) add("/id", "stands twice");
      check_words(document[i]);
      check_numbers(document[i]);
    }
  }

private:
  std::string path_;

  void add(const std::string &where, std::string what) {
    problems.push_back({path_ + where, std::move(what)});
  }

  void check_shape(const Json &row) {
    if (!row.is_object()) return add("", "must be an object");
    for (const char *key : kTexts)
      if (!row.contains(key) || !row[key].is_string())
        add(std::string("/") + key, "must be a text");
    for (const char *key : kNumbers)
      if (!row.contains(key) || !(row[key].is_number() || row[key].is_null()))
        add(std::string("/") + key, "must be a number or null");
    if (!row.contains("time_h")) add("/time_h", "must be null or two hours");
    if (row.size() > kKeys) add("", "has a key that no row has");
  }

  void check_words(const Json &row) {
    const auto text = [&](const char *key) { return row[key].get<std::string>(); };
    const std::string id = text("id"), measure = text("measure");
    const bool founding = id.starts_with("SEED-");
    const std::size_t dash = id.find('-');
    const bool digits = dash != std::string::npos && id.size() >= dash + 3 &&
                        id.size() <= dash + 4 &&
                        std::all_of(id.begin() + static_cast<std::ptrdiff_t>(dash) + 1, id.end(),
                                    [](unsigned char c) { return std::isdigit(c) != 0; });
    if (!one_of(measure, kMeasures))
      add("/measure", "is none of the measures");
    else if (!digits)
      add("/id", "must look like RED-08 or RED-108");
    else if (!founding) {
      const auto at = std::ranges::find(kMeasures, std::string_view(measure)) - kMeasures.begin();
      if (id.substr(0, dash) != kPrefixes[static_cast<std::size_t>(at)])
        add("/id", "does not begin as rows of its measure do");
    }
    if (!one_of(text("kind"), kKinds)) add("/kind", "is none of the kinds");
    if (!one_of(text("unit"), kUnits)) add("/unit", "is none of the units");
    const std::string quality = text("quality");
    if (quality.size() != 1 || quality[0] < 'A' || quality[0] > 'D')
      add("/quality", "must be A, B, C or D");
    if (text("verified") != "read" && text("verified") != "recalled")
      add("/verified", "must be read or recalled");
    for (const char *key : {"study", "statistic", "source", "device", "site"})
      if (text(key).empty() && !(founding && std::string_view(key) == "device"))
        add(std::string("/") + key, "must not be empty");
  }

  void check_numbers(const Json &row) {
    const auto number = [&](const char *key) -> std::optional<double> {
      return row[key].is_null() ? std::nullopt : std::optional(row[key].get<double>());
    };
    const auto value = number("value"), low = number("low"), high = number("high");
    const std::string kind = row["kind"].get<std::string>(), unit = row["unit"].get<std::string>();
    if ((value && low && *low > *value) || (value && high && *value > *high) ||
        (low && high && *low > *high))
      add("/value", "must lie between low and high");
    if (number("year") && (*number("year") < 1950 || *number("year") > 2030))
      add("/year", "must be a year");
    if (number("n") && *number("n") < 1) add("/n", "must be at least 1");
    const Json &time = row["time_h"];
    if (!time.is_null() &&
        !(time.is_array() && time.size() == 2 && time[0].is_number() && time[1].is_number() &&
          0 <= time[0].get<double>() && time[0].get<double>() <= time[1].get<double>()))
      add("/time_h", "must be null or two hours, the earlier first");
    const bool clock =
        kind == "time" || kind == "time_bound" || kind == "peak_time" || kind == "half_life";
    if (clock && unit != "h") add("/unit", "must be h for a time");
    if (clock && (value.value_or(1) <= 0 || high.value_or(1) <= 0 || low.value_or(0) < 0))
      add("/value", "must be a positive time");
    if (kind == "time_bound" ? !value && !high && !low : kind != "advice" && !value)
      add("/value", "is missing");
    if (kind == "direction" && (unit != "sign" || std::abs(value.value_or(9)) > 1 ||
                                value.value_or(9) != std::round(value.value_or(9))))
      add("/value", "must be a sign: -1, 0 or 1");
    if (kind == "incidence" && (unit != "fraction" || value.value_or(-1) < 0 || *value > 1 ||
                                low.value_or(0) < 0 || high.value_or(1) > 1))
      add("/value", "must be a fraction of people, 0 to 1");
  }
};

Row to_row(const Json &row) {
  const auto text = [&](const char *key) { return row[key].get<std::string>(); };
  const auto number = [&](const char *key) -> std::optional<double> {
    return row[key].is_null() ? std::nullopt : std::optional(row[key].get<double>());
  };
  const auto whole = [&](const char *key) -> std::optional<int> {
    return row[key].is_null() ? std::nullopt : std::optional(row[key].get<int>());
  };
  Row out;
  out.id = text("id");
  out.study = text("study");
  out.year = whole("year");
  out.n = whole("n");
  out.population = text("population");
  out.device = text("device");
  out.depth_mm = text("depth_mm");
  out.passes_or_endpoint = text("passes_or_endpoint");
  out.site = text("site");
  out.adjunct = text("adjunct");
  out.measure = text("measure");
  out.statistic = text("statistic");
  if (!row["time_h"].is_null())
    out.time_h = {row["time_h"][0].get<double>(), row["time_h"][1].get<double>()};
  out.value = number("value");
  out.low = number("low");
  out.high = number("high");
  out.unit = text("unit");
  out.interval = text("interval");
  out.kind =
      static_cast<Kind>(std::ranges::find(kKinds, std::string_view(text("kind"))) - kKinds.begin());
  out.quality = text("quality")[0];
  out.recalled = text("verified") == "recalled";
  out.source = text("source");
  out.url = text("url");
  out.note = text("note");
  return out;
}

} // namespace

const char *kind_name(Kind kind) { return kKinds[static_cast<std::size_t>(kind)]; }

double weight(char quality) {
  switch (quality) {
  case 'A': return 1.0;
  case 'B': return 0.7;
  case 'C': return 0.4;
  default: return 0.2;
  }
}

std::vector<Error> check_evidence(std::string_view json) {
  const Json document = Json::parse(json, nullptr, false);
  Checker checker;
  if (document.is_discarded())
    checker.problems.push_back({"", "is not JSON"});
  else
    checker.check(document);
  return checker.problems;
}

Result<std::vector<Row>> read_evidence(std::string_view json) {
  const std::vector<Error> problems = check_evidence(json);
  if (!problems.empty()) return problems.front();
  std::vector<Row> rows;
  for (const Json &row : Json::parse(json, nullptr, false)) rows.push_back(to_row(row));
  return rows;
}

const Row *find_row(const std::vector<Row> &rows, std::string_view id) {
  for (const Row &row : rows)
    if (row.id == id) return &row;
  return nullptr;
}

} // namespace rt::fit
