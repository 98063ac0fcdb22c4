#include "content/civil_time.h"
#include "content/json/json_writer.h"
#include "content/read/diagnostics.h"
#include "content/text.h"

#include <algorithm>

namespace rt {
namespace {

// A span that a milestone shows too is a parameter, named here, so that the two cannot part.
void take_parameter(json::Value name, const Path &at, CareSpan &span, const Content &content,
                    Diagnostics &diagnostics) {
  std::size_t i = 0;
  for (const SourcedParameter &p : content.sourced_parameters) {
    if (parameter_specs()[i++].name != name.text()) continue;
    if (p.unit != "h") diagnostics.error(at, {"Must name a parameter in hours."});
    span = {p.value, p.min, p.max, p.strength, p.date, p.sources};
    return;
  }
  diagnostics.error(at, {"The model has no parameter of this name."});
}

void read_span(json::Value object, const Path &at, CareSpan &span, Diagnostics &diagnostics) {
  using json::Kind;
  constexpr const char *kKnown[] = {"hours", "min_h", "max_h", "sources", "strength", "date"};
  const auto number = [&](const char *key) {
    return diagnostics.member(object, at, key, Kind::number, true).number();
  };
  span.hours = number("hours");
  span.min_h = number("min_h");
  span.max_h = number("max_h");
  if (span.min_h <= 0) diagnostics.error({at, "min_h"}, {"Must be above 0."});
  if (span.min_h > span.max_h)
    diagnostics.error({at, "min_h"}, {"Is larger than max_h."});
  else if (span.hours < span.min_h || span.hours > span.max_h)
    diagnostics.error({at, "hours"},
                      {"Is ", json::number_text(span.hours), ", outside its range ",
                       json::number_text(span.min_h), " to ", json::number_text(span.max_h), "."});
  Evidence evidence = read_evidence(object, at, diagnostics);
  span.sources = std::move(evidence.sources);
  span.strength = evidence.strength;
  span.date = std::move(evidence.date);
  diagnostics.only_known(object, at, kKnown);
}

// The member `key`: a list of at least one name.
void read_names(json::Value object, const Path &at, const char *key, std::vector<std::string> &out,
                Diagnostics &diagnostics) {
  const Path here(at, key);
  const json::Value list = diagnostics.member(object, at, key, json::Kind::array, true);
  if (list && list.size() == 0)
    diagnostics.error(here,
                      {"Is empty; name at least one source, \"prior\" or \"clinic convention\"."});
  for (json::Value name = list.first(); name; name = name.next()) {
    const std::string number = std::to_string(out.size());
    out.push_back(diagnostics.text(name, {here, number}, 80).value_or(""));
  }
}

void check_sources(const std::vector<std::string> &sources, const Path &at, const Content &content,
                   Diagnostics &diagnostics) {
  for (const std::string &source : sources)
    if (source != kPrior && source != kConvention && content.study_of(source) == nullptr)
      diagnostics.error(at, {"Names ", in_quotes(source), ", which no entry of /studies has."});
}

} // namespace

Evidence read_evidence(json::Value object, const Path &at, Diagnostics &diagnostics) {
  using json::Kind;
  Evidence evidence;
  read_names(object, at, "sources", evidence.sources, diagnostics);

  const std::string_view strength =
      diagnostics.member(object, at, "strength", Kind::string, true).text();
  if (strength.size() == 1 && strength[0] >= 'A' && strength[0] <= 'D')
    evidence.strength = strength[0];
  else if (object.find("strength").is(Kind::string))
    diagnostics.error({at, "strength"}, {"Must be one of \"A\", \"B\", \"C\", \"D\"."});

  evidence.date = diagnostics.member(object, at, "date", Kind::string, true).text();
  if (object.find("date").is(Kind::string) && !parse_date(evidence.date))
    diagnostics.error({at, "date"}, {"Must be a date such as \"2026-11-22\"."});
  return evidence;
}

void read_care(json::Value object, const Path &at, Content &content, Diagnostics &diagnostics) {
  for (std::size_t i = 0; object && i < kCareItems; ++i) {
    const Path here(at, care_keys()[i]);
    const json::Value name = object.find(care_keys()[i]);
    if (name.is(json::Kind::string)) {
      take_parameter(name, here, content.care[i], content, diagnostics);
      continue;
    }
    const json::Value span =
        diagnostics.member(object, at, care_keys()[i], json::Kind::object, true);
    if (span) read_span(span, here, content.care[i], diagnostics);
  }
  diagnostics.only_known(object, at, care_keys());
}

void read_studies(json::Value list, const Path &at, Content &content, Diagnostics &diagnostics) {
  constexpr const char *kKnown[] = {"citation", "rows"};
  for (json::Value entry = list.first(); entry; entry = entry.next()) {
    const std::string number = std::to_string(content.studies.size());
    const Path here(at, number);
    Study &study = content.studies.emplace_back();
    const json::Value text = diagnostics.member(entry, here, "citation", json::Kind::string, true);
    if (text) study.citation = diagnostics.text(text, {here, "citation"}, 300).value_or("");
    read_names(entry, here, "rows", study.rows, diagnostics);
    diagnostics.only_known(entry, here, kKnown);
  }
  const Path document(*at.parent), parameters(document, "parameters"), care(document, "care"),
      treatments(document, "treatments");
  std::size_t i = 0;
  for (const SourcedParameter &p : content.sourced_parameters)
    check_sources(p.sources, {parameters, parameter_specs()[i++].name}, content, diagnostics);
  for (i = 0; i < kCareItems; ++i)
    check_sources(content.care[i].sources, {care, care_keys()[i]}, content, diagnostics);
  for (const Preset &preset : content.presets)
    check_sources(preset.sources, {treatments, preset.key}, content, diagnostics);
}

} // namespace rt
