#include "content/civil_time.h"
#include "content/json/json_writer.h"
#include "content/read/diagnostics.h"
#include "content/text.h"

#include <algorithm>

namespace rt {
namespace {

constexpr const char *kCareKeys[] = {
#define RT_CARE_KEY(name, kind) #name,
    RT_CARE_ITEMS(RT_CARE_KEY)
#undef RT_CARE_KEY
};

// A span that a milestone shows too is a parameter, named here, so that the two cannot part.
void take_parameter(json::Value name, const Path &at, CareSpan &span, const Content &content,
                    Reading &reading) {
  std::size_t i = 0;
  for (const SourcedParameter &p : content.sourced_parameters) {
    if (parameter_specs()[i++].name != name.text()) continue;
    if (p.unit != "h") reading.error(at, {"Must name a parameter in hours."});
    span = {p.value, p.min, p.max, p.strength, p.date, p.sources};
    return;
  }
  reading.error(at, {"The model has no parameter of this name."});
}

void read_span(json::Value object, const Path &at, CareSpan &span, Reading &reading) {
  using json::Kind;
  constexpr const char *kKnown[] = {"hours", "min_h", "max_h", "sources", "strength", "date"};
  const auto number = [&](const char *key) {
    return reading.member(object, at, key, Kind::number, true).number();
  };
  span.hours = number("hours");
  span.min_h = number("min_h");
  span.max_h = number("max_h");
  if (span.min_h <= 0) reading.error({at, "min_h"}, {"Must be above 0."});
  if (span.min_h > span.max_h)
    reading.error({at, "min_h"}, {"Is larger than max_h."});
  else if (span.hours < span.min_h || span.hours > span.max_h)
    reading.error({at, "hours"},
                  {"Is ", json::number_text(span.hours), ", outside its range ",
                   json::number_text(span.min_h), " to ", json::number_text(span.max_h), "."});
  Evidence evidence = read_evidence(object, at, reading);
  span.sources = std::move(evidence.sources);
  span.strength = evidence.strength;
  span.date = std::move(evidence.date);
  reading.only_known(object, at, kKnown);
}

// The member `key`: a list of at least one name.
void read_names(json::Value object, const Path &at, const char *key, std::vector<std::string> &out,
                Reading &reading) {
  const Path here(at, key);
  const json::Value list = reading.member(object, at, key, json::Kind::array, true);
  if (list && list.size() == 0)
    reading.error(here,
                  {"Is empty; name at least one source, \"prior\" or \"clinic convention\"."});
  for (json::Value name = list.first(); name; name = name.next()) {
    const std::string number = std::to_string(out.size());
    out.push_back(reading.text(name, {here, number}, 80).value_or(""));
  }
}

void check_sources(const std::vector<std::string> &sources, const Path &at, const Content &content,
                   Reading &reading) {
  for (const std::string &source : sources)
    if (source != kPrior && source != kConvention && content.study_of(source) == nullptr)
      reading.error(at, {"Names ", in_quotes(source), ", which no entry of /studies has."});
}

} // namespace

const char *care_key(CareItem item) { return kCareKeys[static_cast<std::size_t>(item)]; }

const Study *Content::study_of(std::string_view row) const {
  for (const Study &study : studies)
    if (std::find(study.rows.begin(), study.rows.end(), row) != study.rows.end()) return &study;
  return nullptr;
}

Evidence read_evidence(json::Value object, const Path &at, Reading &reading) {
  using json::Kind;
  Evidence evidence;
  read_names(object, at, "sources", evidence.sources, reading);

  const std::string_view strength =
      reading.member(object, at, "strength", Kind::string, true).text();
  if (strength.size() == 1 && strength[0] >= 'A' && strength[0] <= 'D')
    evidence.strength = strength[0];
  else if (object.find("strength").is(Kind::string))
    reading.error({at, "strength"}, {"Must be one of \"A\", \"B\", \"C\", \"D\"."});

  evidence.date = reading.member(object, at, "date", Kind::string, true).text();
  CivilDate date;
  if (object.find("date").is(Kind::string) && !parse_date(evidence.date, date))
    reading.error({at, "date"}, {"Must be a date such as \"2026-11-22\"."});
  return evidence;
}

void read_care(json::Value object, const Path &at, Content &content, Reading &reading) {
  for (std::size_t i = 0; object && i < kCareItems; ++i) {
    const Path here(at, kCareKeys[i]);
    const json::Value name = object.find(kCareKeys[i]);
    if (name.is(json::Kind::string)) {
      take_parameter(name, here, content.care[i], content, reading);
      continue;
    }
    const json::Value span = reading.member(object, at, kCareKeys[i], json::Kind::object, true);
    if (span) read_span(span, here, content.care[i], reading);
  }
  reading.only_known(object, at, kCareKeys);
}

void read_studies(json::Value list, const Path &at, Content &content, Reading &reading) {
  constexpr const char *kKnown[] = {"citation", "rows"};
  for (json::Value entry = list.first(); entry; entry = entry.next()) {
    const std::string number = std::to_string(content.studies.size());
    const Path here(at, number);
    Study &study = content.studies.emplace_back();
    const json::Value text = reading.member(entry, here, "citation", json::Kind::string, true);
    if (text) study.citation = reading.text(text, {here, "citation"}, 300).value_or("");
    read_names(entry, here, "rows", study.rows, reading);
    reading.only_known(entry, here, kKnown);
  }
  const Path document(*at.parent), parameters(document, "parameters"), care(document, "care");
  std::size_t i = 0;
  for (const SourcedParameter &p : content.sourced_parameters)
    check_sources(p.sources, {parameters, parameter_specs()[i++].name}, content, reading);
  for (i = 0; i < kCareItems; ++i)
    check_sources(content.care[i].sources, {care, kCareKeys[i]}, content, reading);
}

} // namespace rt
