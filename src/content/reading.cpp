#include "content/reading.h"

#include "content/civil_time.h"
#include "content/fields.h"
#include "content/json_writer.h"
#include "content/text.h"

#include <cmath>
#include <limits>

namespace rt {
namespace {

void add_pointer(const Path &path, std::string &out) {
  if (!path.parent) return;
  add_pointer(*path.parent, out);
  out += '/';
  for (const char c : shortened(path.key)) {
    if (c == '~') {
      out += "~0";
    } else if (c == '/') {
      out += "~1";
    } else {
      out += c;
    }
  }
}

const char *kind_name(json::Kind kind) {
  switch (kind) {
  case json::Kind::boolean: return "true or false";
  case json::Kind::number: return "a number";
  case json::Kind::string: return "a text in double quotes";
  case json::Kind::array: return "a list [ ]";
  case json::Kind::object: return "an object { }";
  default: return "null";
  }
}

std::string expected(std::string_view what, json::Value found) {
  return join({"Must be ", what, ", but ", described(found), "."});
}

} // namespace

std::string Path::text() const {
  const Path *document = this;
  while (document->parent) document = document->parent;
  std::string out(document->key);
  if (parent) out += ": ";
  add_pointer(*this, out);
  return out;
}

void Reading::error(const Path &at, std::string what) {
  if (!remedy_.empty()) what = join({what, " ", remedy_});
  remarks_.push_back({false, {at.text(), std::move(what)}});
}

void Reading::warning(const Path &at, std::string what) {
  remarks_.push_back({true, {at.text(), std::move(what)}});
}

void Reading::unknown_key(const Path &at, std::span<const char *const> known) {
  warning(at, join({"This key is not known and has no effect.", did_you_mean(at.key, known)}));
}

void Reading::only_known(json::Value object, const Path &at, std::span<const char *const> known) {
  for (json::Value child = object.first(); child; child = child.next()) {
    bool found = false;
    for (const char *key : known) found = found || child.key() == key;
    if (!found) unknown_key({at, child.key()}, known);
  }
}

json::Value Reading::member(json::Value object, const Path &at, const char *key, json::Kind kind,
                            bool required) {
  const json::Value value = object.find(key);
  const Path here(at, key);
  if (!value) {
    if (required) error(here, join({"Is missing; it must be ", kind_name(kind), "."}));
  } else if (!value.is(kind)) {
    error(here, expected(kind_name(kind), value));
  } else {
    return value;
  }
  return {};
}

std::optional<std::string> Reading::text(json::Value value, const Path &at, std::size_t longest) {
  if (!value.is(json::Kind::string)) {
    error(at, expected(kind_name(json::Kind::string), value));
  } else if (value.text().empty()) {
    error(at, "Is an empty text; write at least one character.");
  } else if (value.text().size() > longest) {
    error(at, join({"Is ", std::to_string(value.text().size()), " bytes long; at most ",
                    std::to_string(longest), " are allowed."}));
  } else if (has_control_character(value.text())) {
    error(at, "Holds a line break or another control character; remove it.");
  } else {
    return std::string(value.text());
  }
  return std::nullopt;
}

std::optional<bool> Reading::boolean(json::Value value, const Path &at) {
  if (value.is(json::Kind::boolean)) return value.boolean();
  error(at, expected("true or false", value));
  return std::nullopt;
}

std::string described(json::Value value) {
  switch (value.kind()) {
  case json::Kind::absent: return "is missing";
  case json::Kind::null: return "is null";
  case json::Kind::boolean: return value.boolean() ? "is true" : "is false";
  case json::Kind::number: return "is " + json::number_text(value.number());
  case json::Kind::string: return "is " + quoted(value.text());
  case json::Kind::array: return "is a list";
  default: return "is an object";
  }
}

namespace {

std::string choice_names(const FieldSpec &spec) {
  std::string names = "one of";
  const char *before = " ";
  for (const Option &option : spec.options) {
    if (option.hidden) continue;
    names += join({before, quoted(option.key)});
    before = ", ";
  }
  return names;
}

std::string range_text(const FieldSpec &spec, bool whole) {
  return join({whole ? "a whole number from " : "a number from ", json::number_text(spec.min),
               " to ", json::number_text(spec.max)});
}

} // namespace

Result<double> read_field_value(Field f, const FieldSpec &spec, json::Value value) {
  const auto refused = [&](std::string_view allowed) {
    return Error{{}, expected(allowed, value)};
  };
  const double number = value.number(); // NaN, which no range holds, when it is none
  switch (field_kind(f)) {
  case FieldKind::choice:
    for (std::size_t i = 0; i < spec.options.size(); ++i)
      if (value.is(json::Kind::string) && value.text() == spec.options[i].key)
        return static_cast<double>(i);
    return refused(choice_names(spec));
  case FieldKind::toggle:
    if (value.is(json::Kind::boolean)) return value.boolean() ? 1.0 : 0.0;
    return refused("true or false");
  case FieldKind::tone:
    if (value.is(json::Kind::null)) return 0.0;
    if (number >= 1 && number <= kMonkTones && number == std::floor(number)) return number;
    return refused("a whole number from 1 to 10, or null for not chosen");
  case FieldKind::moment: {
    double minutes = 0;
    if (value.is(json::Kind::null)) return std::numeric_limits<double>::quiet_NaN();
    if (value.is(json::Kind::string) && parse_moment(value.text(), minutes)) return minutes;
    return refused("a date and time such as \"2026-11-22T14:00\" in the years 1970 to 2200, or "
                   "null for not set");
  }
  case FieldKind::range: break;
  }
  const bool whole = field_domain(f).whole;
  if (number >= spec.min && number <= spec.max && (!whole || number == std::floor(number)))
    return number;
  return refused(range_text(spec, whole));
}

namespace {

// min, max and step of a range field, each within the bounds that stood before.
void read_range(Field f, FieldSpec &spec, json::Value object, const Path &at, FieldSource source,
                Reading &reading) {
  const Domain domain = field_domain(f);
  const bool required = source == FieldSource::model;
  const auto number = [&](const char *key, double lowest, double highest, double &into) {
    const json::Value value = reading.member(object, at, key, json::Kind::number, required);
    if (!value) return;
    FieldSpec bounds;
    bounds.min = lowest;
    bounds.max = highest;
    const Result<double> read = read_field_value(f, bounds, value);
    if (read) {
      into = read.value();
    } else {
      reading.error({at, key}, read.error().what);
    }
  };
  double min = spec.min, max = spec.max;
  number("min", spec.min, spec.max, min);
  number("max", spec.min, spec.max, max);
  if (min > max) {
    reading.error(at, join({"min ", json::number_text(min), " is larger than max ",
                            json::number_text(max), "."}));
  } else {
    spec.min = min;
    spec.max = max;
  }
  number("step", domain.step, domain.max - domain.min, spec.step);
}

void read_options(Field f, FieldSpec &spec, json::Value object, const Path &at, FieldSource source,
                  Reading &reading) {
  constexpr const char *kKnown[] = {"hidden", "label"};
  const std::vector<Option> before = spec.options;
  for (json::Value child = object.first(); child; child = child.next()) {
    const Path here(at, child.key());
    Option *option = nullptr;
    for (Option &candidate : spec.options)
      if (candidate.key == child.key()) option = &candidate;
    if (!option) {
      reading.unknown_key(here, option_keys(f));
      continue;
    }
    if (!child.is(json::Kind::object)) {
      reading.error(here, expected("an object such as {\"hidden\": true}", child));
      continue;
    }
    for (json::Value part = child.first(); part; part = part.next()) {
      const Path place(here, part.key());
      if (part.key() == "hidden" && may_hide(f)) {
        option->hidden = reading.boolean(part, place).value_or(option->hidden);
      } else if (part.key() == "label" && source == FieldSource::clinic) {
        option->label = reading.text(part, place, 80).value_or(option->label);
      } else {
        reading.unknown_key(place, kKnown);
      }
    }
  }
  for (const Option &option : spec.options) {
    if (source == FieldSource::model && !object.find(option.key))
      reading.error({at, option.key}, "Is missing; every option must be listed.");
    if (!option.hidden) return;
  }
  reading.error(at, "Hides every option; at least one must be shown.");
  spec.options = before;
}

void read_default(Field f, FieldSpec &spec, json::Value value, const Path &at, Reading &reading) {
  const Result<double> read = read_field_value(f, spec, value);
  if (!read) {
    reading.error(at, read.error().what);
  } else if (!spec.options.empty() && spec.options[static_cast<std::size_t>(read.value())].hidden) {
    reading.error(at, join({"The option ", quoted(value.text()), " is hidden; show it first."}));
  } else {
    spec.initial = read.value();
  }
}

// A range or options made narrower may leave the default outside.
void move_default_inside(FieldSpec &spec, const Path &at, Reading &reading) {
  if (!spec.options.empty()) {
    const auto chosen = static_cast<std::size_t>(spec.initial);
    if (!spec.options[chosen].hidden) return;
    std::size_t shown = 0;
    while (spec.options[shown].hidden) ++shown;
    spec.initial = static_cast<double>(shown);
    reading.warning(at, join({"Hides the default ", quoted(spec.options[chosen].key), "; ",
                              quoted(spec.options[shown].key), " is used instead."}));
  } else if (spec.initial < spec.min || spec.initial > spec.max) {
    const double inside = spec.initial < spec.min ? spec.min : spec.max;
    reading.warning(
        at, join({"The default ", json::number_text(spec.initial), " lies outside this range; ",
                  json::number_text(inside), " is used instead."}));
    spec.initial = inside;
  }
}

} // namespace

void read_field(Field f, FieldSpec &spec, json::Value object, const Path &at, FieldSource source,
                Reading &reading) {
  constexpr const char *kKnown[] = {"min",    "max",     "step",  "default",
                                    "hidden", "options", "label", "explanation"};
  if (!object.is(json::Kind::object)) {
    reading.error(at, expected("an object { }", object));
    return;
  }
  const bool model = source == FieldSource::model, ranged = field_domain(f).settable_range;
  if (ranged) read_range(f, spec, object, at, source, reading);
  const json::Value options =
      spec.options.empty() ? json::Value()
                           : reading.member(object, at, "options", json::Kind::object, model);
  if (options) read_options(f, spec, options, {at, "options"}, source, reading);
  if (const json::Value value = object.find("default")) {
    read_default(f, spec, value, {at, "default"}, reading);
  } else if (model) {
    reading.error({at, "default"}, "Is missing; every field has a default.");
  }
  if (!model) move_default_inside(spec, at, reading);

  for (json::Value child = object.first(); child; child = child.next()) {
    const std::string_view key = child.key();
    const Path here(at, key);
    if (key == "default" || (key == "options" && !spec.options.empty()) ||
        (ranged && (key == "min" || key == "max" || key == "step"))) {
      continue; // read above, in the order that they need
    } else if (key == "hidden" && may_hide(f)) {
      spec.hidden = reading.boolean(child, here).value_or(spec.hidden);
    } else if (key == "unit" && model) {
      spec.unit = reading.text(child, here, 20).value_or("");
    } else if (key == "label" && !model) {
      spec.label = reading.text(child, here, 80).value_or(spec.label);
    } else if (key == "explanation" && !model) {
      spec.explanation = reading.text(child, here, 600).value_or(spec.explanation);
    } else {
      reading.unknown_key(here, kKnown);
    }
  }
}

} // namespace rt
