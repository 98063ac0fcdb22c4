#include "content/civil_time.h"
#include "content/fields.h"
#include "content/json/json_writer.h"
#include "content/read/diagnostics.h"
#include "content/text.h"

namespace rt {
namespace {

constexpr const char *kParameterKeys[] = {"value",   "unit",     "min",  "max",
                                          "sources", "strength", "date", "sentence"};

void read_parameter(const ParameterSpec &spec, json::Value object, const Path &at, Content &content,
                    Diagnostics &diagnostics) {
  using json::Kind;
  SourcedParameter p;
  const auto number = [&](const char *key) {
    return diagnostics.member(object, at, key, Kind::number, true).number();
  };
  const auto text = [&](const char *key) {
    const json::Value value = diagnostics.member(object, at, key, Kind::string, true);
    return value ? diagnostics.text(value, {at, key}, 600).value_or("") : std::string();
  };
  p.value = number("value");
  p.min = number("min");
  p.max = number("max");
  if (p.min > p.max)
    diagnostics.error({at, "min"}, {"Is larger than max."});
  else if (p.value < p.min || p.value > p.max)
    diagnostics.error({at, "value"},
                      {"Is ", json::number_text(p.value), ", outside its range ",
                       json::number_text(p.min), " to ", json::number_text(p.max), "."});
  p.unit = text("unit");
  if (!p.unit.empty() && p.unit != spec.unit)
    diagnostics.error({at, "unit"}, {"Must be ", in_quotes(spec.unit),
                                     ", the unit of the model, but "
                                     "is ",
                                     in_quotes(p.unit), "."});
  p.sentence = text("sentence");
  Evidence evidence = read_evidence(object, at, diagnostics);
  p.sources = std::move(evidence.sources);
  p.strength = evidence.strength;
  p.date = std::move(evidence.date);

  diagnostics.only_known(object, at, kParameterKeys);
  content.parameters.*spec.value = p.value;
  content.sourced_parameters.push_back(std::move(p));
}

void read_parameters(json::Value object, const Path &at, Content &content,
                     Diagnostics &diagnostics) {
  if (!object) return;
  for (const ParameterSpec &spec : parameter_specs()) {
    const json::Value entry = diagnostics.member(object, at, spec.name, json::Kind::object, true);
    if (entry) read_parameter(spec, entry, {at, spec.name}, content, diagnostics);
  }
  for (json::Value child = object.first(); child; child = child.next()) {
    bool known = false;
    for (const ParameterSpec &spec : parameter_specs()) known = known || child.key() == spec.name;
    if (!known) diagnostics.error({at, child.key()}, {"The model has no parameter of this name."});
  }
}

bool semantic_version(std::string_view text) {
  int dots = 0;
  char before = '.';
  for (const char c : text) {
    if (c == '.' ? before == '.' : (c < '0' || c > '9')) return false;
    dots += c == '.';
    before = c;
  }
  return dots == 2 && before != '.';
}

} // namespace

void read_model(json::Value root, const Path &document, Content &content,
                Diagnostics &diagnostics) {
  using json::Kind;
  constexpr const char *kKnown[] = {"version",    "reviewed_on", "next_review_on", "fields",
                                    "parameters", "advice",      "studies",        "treatments"};
  if (!root.is(Kind::object)) {
    diagnostics.error(document, {"Must be an object { } with version, reviewed_on, next_review_on, "
                                 "fields, parameters, advice, studies, treatments."});
    return;
  }
  content.version = diagnostics.member(root, document, "version", Kind::string, true).text();
  if (!semantic_version(content.version))
    diagnostics.error({document, "version"}, {"Must be a version such as \"1.0.0\"."});
  content.reviewed_on =
      diagnostics.member(root, document, "reviewed_on", Kind::string, true).text();
  if (!parse_date(content.reviewed_on))
    diagnostics.error({document, "reviewed_on"}, {"Must be a date such as \"2026-11-22\"."});

  content.next_review_on =
      diagnostics.member(root, document, "next_review_on", Kind::string, true).text();
  if (!parse_date(content.next_review_on) || content.next_review_on <= content.reviewed_on)
    diagnostics.error({document, "next_review_on"}, {"Must be a date after reviewed_on."});

  const Path fields_at(document, "fields");
  const json::Value fields = diagnostics.member(root, document, "fields", Kind::object, true);
  for (std::size_t i = 0; i < kFields; ++i) {
    const auto f = static_cast<Field>(i);
    content.fields[i] = bare_field(f);
    if (f == Field::treatment) continue; // its options are the treatments below
    const json::Value entry =
        diagnostics.member(fields, fields_at, field_key(f), Kind::object, true);
    if (entry)
      read_field(f, content.fields[i], entry, {fields_at, field_key(f)}, FieldSource::model,
                 diagnostics);
  }
  diagnostics.only_known(fields, fields_at, field_keys());

  const Path parameters(document, "parameters");
  read_parameters(diagnostics.member(root, document, "parameters", Kind::object, true), parameters,
                  content, diagnostics);
  read_treatments(diagnostics.member(root, document, "treatments", Kind::array, true),
                  {document, "treatments"}, content, diagnostics);
  const Path advice(document, "advice"), studies(document, "studies");
  read_advice(diagnostics.member(root, document, "advice", Kind::object, true), advice, content,
              diagnostics);
  read_studies(diagnostics.member(root, document, "studies", Kind::array, true), studies, content,
               diagnostics);
  diagnostics.only_known(root, document, kKnown);
}

} // namespace rt
