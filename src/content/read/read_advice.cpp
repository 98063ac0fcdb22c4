#include "content/civil_time.h"
#include "content/json/json_writer.h"
#include "content/read/diagnostics.h"
#include "content/text.h"

#include <algorithm>

namespace rt {
namespace {

constexpr const char *kParts[] = {
#define RT_ADVICE_NAME(name) #name,
    RT_ADVICE_PARTS(RT_ADVICE_NAME)};
constexpr const char *kSays[] = {RT_ADVICE_SAYS(RT_ADVICE_NAME)};
constexpr const char *kCategories[] = {RT_ADVICE_CATEGORIES(RT_ADVICE_NAME)};
constexpr const char *kShown[] = {RT_ADVICE_SHOWN(RT_ADVICE_NAME)};
#undef RT_ADVICE_NAME

// Which of the names the member `key` is; the first where it is none.
template <class T>
T choice_of(json::Value object, const Path &at, const char *key, std::span<const char *const> names,
            Diagnostics &diagnostics) {
  const json::Value value = diagnostics.member(object, at, key, json::Kind::string, true);
  for (std::size_t i = 0; i < names.size(); ++i)
    if (value.text() == names[i]) return static_cast<T>(i);
  if (value)
    diagnostics.error({at, key}, {"Is not known here.", did_you_mean(value.text(), names)});
  return {};
}

// Times that a milestone shows too are a parameter, named here, so that the two cannot part.
void take_parameter(json::Value name, const Path &at, Advice &advice, const Content &content,
                    Diagnostics &diagnostics) {
  std::size_t i = 0;
  for (const SourcedParameter &p : content.sourced_parameters) {
    if (parameter_specs()[i++].name != name.text()) continue;
    if (p.unit != "h") diagnostics.error(at, {"Must name a parameter in hours."});
    advice.hours = p.value;
    advice.min_h = p.min;
    advice.max_h = p.max;
    advice.strength = p.strength;
    advice.date = p.date;
    advice.sources = p.sources;
    return;
  }
  diagnostics.error(at, {"The model has no parameter of this name."});
}

void check_range(const Advice &advice, const Path &at, Diagnostics &diagnostics) {
  const double said = advice.hours == advice.hours ? advice.hours : advice.until_h;
  if (advice.min_h > advice.max_h)
    diagnostics.error({at, "min_h"}, {"Is larger than max_h."});
  else if (said < advice.min_h || said > advice.max_h)
    diagnostics.error({at, "hours"}, {"Is ", json::number_text(said), ", outside its range ",
                                      json::number_text(advice.min_h), " to ",
                                      json::number_text(advice.max_h), "."});
}

void read_times(json::Value object, const Path &at, Advice &advice, const Content &content,
                Diagnostics &diagnostics) {
  using json::Kind;
  const auto number = [&](const char *key, double &out) {
    const json::Value value = diagnostics.member(object, at, key, Kind::number, false);
    if (!value) return;
    out = value.number();
    if (out < 0) diagnostics.error({at, key}, {"Must not be below 0."});
  };
  number("until_h", advice.until_h);
  if (const json::Value name = object.find("hours"); name.is(Kind::string)) {
    take_parameter(name, {at, "hours"}, advice, content, diagnostics);
    return;
  }
  number("hours", advice.hours);
  number("min_h", advice.min_h);
  number("max_h", advice.max_h);
  const bool span = advice.part == AdvicePart::after && advice.say == AdviceSay::span;
  if (span && advice.hours != advice.hours) diagnostics.error({at, "hours"}, {"Is missing."});
  if ((span || advice.min_h == advice.min_h) && !(advice.min_h <= advice.max_h))
    diagnostics.error(
        {at, advice.max_h == advice.max_h || advice.min_h == advice.min_h ? "min_h" : "hours"},
        {"The range of what clinics say needs min_h and max_h."});
  check_range(advice, at, diagnostics);
  Evidence evidence = read_evidence(object, at, diagnostics, 'E');
  advice.sources = std::move(evidence.sources);
  advice.strength = evidence.strength;
  advice.date = std::move(evidence.date);
}

void read_steps(json::Value object, const Path &at, Advice &advice, Diagnostics &diagnostics) {
  const json::Value list = diagnostics.member(object, at, "steps", json::Kind::array, false);
  for (json::Value hour = list.first(); hour; hour = hour.next())
    advice.steps.push_back({hour.number(), {}});
  if (advice.steps.empty()) advice.steps.emplace_back();
  const Path here(at, "steps");
  double last = -1;
  for (std::size_t i = 0; i < advice.steps.size(); ++i) {
    const double hour = advice.steps[i].from_h;
    const std::string number = std::to_string(i);
    if (!(hour > last) || (i == 0 && hour != 0))
      diagnostics.error({here, number}, {"Must be hours that grow, from 0 on."});
    last = hour;
  }
}

void read_row(json::Value object, const Path &at, Advice &advice, const Content &content,
              Diagnostics &diagnostics) {
  constexpr const char *kKnown[] = {"part",  "say",     "category", "brief",   "rf",
                                    "hours", "min_h",   "max_h",    "until_h", "steps",
                                    "shows", "sources", "strength", "date"};
  advice.part = choice_of<AdvicePart>(object, at, "part", kParts, diagnostics);
  if (advice.part == AdvicePart::after) {
    advice.say = choice_of<AdviceSay>(object, at, "say", kSays, diagnostics);
    advice.category = choice_of<AdviceCategory>(object, at, "category", kCategories, diagnostics);
  }
  const auto flag = [&](const char *key, bool &out) {
    if (const json::Value value = object.find(key))
      out = diagnostics.boolean(value, {at, key}).value_or(false);
  };
  flag("brief", advice.brief);
  flag("rf", advice.rf);
  if (object.find("shows"))
    advice.shows = choice_of<AdviceShown>(object, at, "shows", kShown, diagnostics);
  read_times(object, at, advice, content, diagnostics);
  read_steps(object, at, advice, diagnostics);
  diagnostics.only_known(object, at, kKnown);
}

void read_row_words(json::Value object, const Path &at, Advice &advice, Diagnostics &diagnostics) {
  constexpr const char *kKnown[] = {"ask", "words", "why", "find"};
  const auto text = [&](const char *key, bool there) {
    const json::Value value = object.find(key);
    if (there != static_cast<bool>(value))
      diagnostics.error({at, key}, {there ? "This text is missing." : "Has no place here."});
    return value && there ? diagnostics.text(value, {at, key}, 600).value_or("") : std::string();
  };
  advice.ask = text("ask", true);
  advice.why = text("why", advice.part == AdvicePart::after);
  advice.find = text("find", true);
  const Path words_at(at, "words");
  const json::Value words = object.find("words");
  const bool list = words.is(json::Kind::array);
  json::Value one = list ? words.first() : words;
  for (std::size_t i = 0; i < advice.steps.size(); ++i) {
    const std::string number = std::to_string(i);
    const Path here = list ? Path(words_at, number) : words_at;
    if (one)
      advice.steps[i].words = diagnostics.text(one, here, 600).value_or("");
    else
      diagnostics.error(words_at, {"Needs a text for each of the steps."});
    one = list ? one.next() : json::Value{};
  }
  if (one) diagnostics.error(words_at, {"Has more texts than there are steps."});
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

Evidence read_evidence(json::Value object, const Path &at, Diagnostics &diagnostics, char weakest) {
  using json::Kind;
  Evidence evidence;
  read_names(object, at, "sources", evidence.sources, diagnostics);

  const std::string_view strength =
      diagnostics.member(object, at, "strength", Kind::string, true).text();
  if (strength.size() == 1 && strength[0] >= 'A' && strength[0] <= weakest)
    evidence.strength = strength[0];
  else if (object.find("strength").is(Kind::string))
    diagnostics.error({at, "strength"},
                      {"Must be a letter from \"A\" to \"", std::string_view(&weakest, 1), "\"."});

  evidence.date = diagnostics.member(object, at, "date", Kind::string, true).text();
  if (object.find("date").is(Kind::string) && !parse_date(evidence.date))
    diagnostics.error({at, "date"}, {"Must be a date such as \"2026-11-22\"."});
  return evidence;
}

void read_advice(json::Value object, const Path &at, Content &content, Diagnostics &diagnostics) {
  for (json::Value entry = object.first(); entry; entry = entry.next()) {
    const Path here(at, entry.key());
    Advice advice;
    advice.key = entry.key();
    if (!entry.is(json::Kind::object))
      diagnostics.mismatch(here, "an object { }", entry);
    else
      read_row(entry, here, advice, content, diagnostics);
    content.advice.push_back(std::move(advice));
  }
}

void read_advice_words(json::Value object, const Path &at, Content &content,
                       Diagnostics &diagnostics) {
  if (!object) return;
  std::vector<const char *> keys;
  for (Advice &advice : content.advice) {
    keys.push_back(advice.key.c_str());
    const Path here(at, advice.key);
    const json::Value entry =
        diagnostics.member(object, at, advice.key.c_str(), json::Kind::object, true);
    if (entry) read_row_words(entry, here, advice, diagnostics);
  }
  diagnostics.only_known(object, at, keys);
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
  const Path document(*at.parent), parameters(document, "parameters"), advice(document, "advice"),
      treatments(document, "treatments");
  std::size_t i = 0;
  for (const SourcedParameter &p : content.sourced_parameters)
    check_sources(p.sources, {parameters, parameter_specs()[i++].name}, content, diagnostics);
  for (const Advice &a : content.advice)
    check_sources(a.sources, {advice, a.key}, content, diagnostics);
  for (const Preset &preset : content.presets)
    check_sources(preset.sources, {treatments, preset.key}, content, diagnostics);
}

} // namespace rt
