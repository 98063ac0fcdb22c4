#include "content/civil_time.h"
#include "content/fields.h"
#include "content/json/json_writer.h"
#include "content/read/diagnostics.h"
#include "content/text.h"

#include <algorithm>
#include <cmath>

namespace rt {
namespace {

// min, max and step of a range field, each within the bounds that stood before.
void read_range(Field f, FieldSpec &spec, json::Value object, const Path &at, FieldSource source,
                Diagnostics &diagnostics) {
  const Domain domain = field_domain(f);
  const bool required = source == FieldSource::model;
  const auto number = [&](const char *key, double lowest, double highest, double &into) {
    const json::Value value = diagnostics.member(object, at, key, json::Kind::number, required);
    if (!value) return;
    FieldSpec bounds;
    bounds.min = lowest;
    bounds.max = highest;
    const Result<double> read = read_field_value(f, bounds, value);
    if (read) {
      into = read.value();
    } else {
      diagnostics.error({at, key}, {read.error().what});
    }
  };
  double min = spec.min, max = spec.max;
  number("min", spec.min, spec.max, min);
  number("max", spec.min, spec.max, max);
  if (min > max) {
    diagnostics.error(
        at, {"min ", json::number_text(min), " is larger than max ", json::number_text(max), "."});
  } else {
    spec.min = min;
    spec.max = max;
  }
  number("step", domain.step, domain.max - domain.min, spec.step);
}

void read_options(Field f, FieldSpec &spec, json::Value object, const Path &at, FieldSource source,
                  Diagnostics &diagnostics, const ClinicTexts *texts) {
  constexpr const char *kKnown[] = {"hidden", "label"};
  // One bit an option.
  unsigned hidden_before = 0;
  for (const Option &option : spec.options)
    hidden_before = hidden_before << 1 | static_cast<unsigned>(option.hidden);
  for (json::Value child = object.first(); child; child = child.next()) {
    const Path here(at, child.key());
    Option *option = nullptr;
    for (Option &candidate : spec.options)
      if (candidate.key == child.key()) option = &candidate;
    if (!option) {
      diagnostics.unknown_key(here, option_keys(f));
      continue;
    }
    if (!child.is(json::Kind::object)) {
      diagnostics.mismatch(here, "an object such as {\"hidden\": true}", child);
      continue;
    }
    for (json::Value part = child.first(); part; part = part.next()) {
      const Path place(here, part.key());
      if (part.key() == "hidden" && may_hide(f)) {
        option->hidden = diagnostics.boolean(part, place).value_or(option->hidden);
      } else if (part.key() == "label" && source == FieldSource::clinic) {
        if (std::string text = texts->read(part, place, diagnostics, 80); !text.empty())
          option->label = std::move(text);
      } else if (part.key() == "hidden" || part.key() == "label") {
        diagnostics.error(place, {"Cannot be changed for this field."});
      } else {
        diagnostics.unknown_key(place, kKnown);
      }
    }
  }
  bool any_shown = false;
  for (const Option &option : spec.options) {
    if (source == FieldSource::model && !object.find(option.key))
      diagnostics.error({at, option.key}, {"Is missing; every option must be listed."});
    any_shown = any_shown || !option.hidden;
  }
  if (any_shown) return;
  diagnostics.error(at, {"Hides every option; at least one must be shown."});
  for (std::size_t i = spec.options.size(); i-- > 0; hidden_before >>= 1)
    spec.options[i].hidden = hidden_before & 1;
}

void read_default(Field f, FieldSpec &spec, json::Value value, const Path &at,
                  Diagnostics &diagnostics) {
  const Result<double> read = read_field_value(f, spec, value);
  if (!read) {
    diagnostics.error(at, {read.error().what});
  } else if (!spec.options.empty() && spec.options[static_cast<std::size_t>(read.value())].hidden) {
    diagnostics.error(at, {"The option ", in_quotes(value.text()), " is hidden; show it first."});
  } else {
    spec.initial = read.value();
  }
}

// What PRP, aftercare and the aim do is told with how well it is known.
bool tells_evidence(Field f) {
  return f == Field::prp || f == Field::concern || (f >= Field::water && f < Field::treatment);
}

// A range or options made narrower may leave the default outside.
void move_default_inside(FieldSpec &spec, const Path &at, Diagnostics &diagnostics) {
  if (!spec.options.empty()) {
    const auto chosen = static_cast<std::size_t>(spec.initial);
    if (!spec.options[chosen].hidden) return;
    std::size_t shown = 0;
    while (spec.options[shown].hidden) ++shown;
    spec.initial = static_cast<double>(shown);
    diagnostics.warning(at, {"Hides the default ", in_quotes(spec.options[chosen].key), "; ",
                             in_quotes(spec.options[shown].key), " is used instead."});
  } else if (spec.initial < spec.min || spec.initial > spec.max) {
    const double inside = spec.initial < spec.min ? spec.min : spec.max;
    diagnostics.warning(at, {"The default ", json::number_text(spec.initial),
                             " lies outside this range; ", json::number_text(inside),
                             " is used instead."});
    spec.initial = inside;
  }
}

} // namespace

void read_field(Field f, FieldSpec &spec, json::Value object, const Path &at, FieldSource source,
                Diagnostics &diagnostics, const ClinicTexts *texts) {
  constexpr const char *kKnown[] = {"min",    "max",     "step",  "default",
                                    "hidden", "options", "label", "explanation"};
  if (!object.is(json::Kind::object)) {
    diagnostics.mismatch(at, "an object { }", object);
    return;
  }
  const bool model = source == FieldSource::model, ranged = field_domain(f).settable_range;
  if (ranged) read_range(f, spec, object, at, source, diagnostics);
  const json::Value options =
      spec.options.empty() ? json::Value()
                           : diagnostics.member(object, at, "options", json::Kind::object, model);
  if (options) read_options(f, spec, options, {at, "options"}, source, diagnostics, texts);
  if (const json::Value value = object.find("default")) {
    read_default(f, spec, value, {at, "default"}, diagnostics);
  } else if (model) {
    diagnostics.error({at, "default"}, {"Is missing; every field has a default."});
  }
  if (!model) move_default_inside(spec, at, diagnostics);

  for (json::Value child = object.first(); child; child = child.next()) {
    const std::string_view key = child.key();
    const Path here(at, key);
    const auto own_text = [&](std::size_t longest, std::string &into) {
      std::string text = texts->read(child, here, diagnostics, longest);
      if (!text.empty()) into = std::move(text);
    };
    if (key == "default" || (key == "options" && !spec.options.empty()) ||
        (ranged && (key == "min" || key == "max" || key == "step"))) {
      // Read above, in the order that they need.
      continue;
    } else if (key == "hidden" && may_hide(f)) {
      spec.hidden = diagnostics.boolean(child, here).value_or(spec.hidden);
    } else if (key == "unit" && model) {
      spec.unit = diagnostics.text(child, here, 20).value_or("");
    } else if (key == "label" && !model) {
      own_text(80, spec.label);
    } else if (key == "explanation" && !model && tells_evidence(f)) {
      diagnostics.error(here, {"Cannot be changed: it says how strong the evidence is."});
    } else if (key == "explanation" && !model) {
      own_text(600, spec.explanation);
    } else if (std::find(std::begin(kKnown), std::end(kKnown), key) != std::end(kKnown)) {
      diagnostics.error(here, {"Cannot be changed for this field."});
    } else {
      diagnostics.unknown_key(here, kKnown);
    }
  }
}

} // namespace rt
