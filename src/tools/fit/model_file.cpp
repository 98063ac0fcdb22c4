#include "tools/fit/model_file.h"

#include <nlohmann/json.hpp>

#include <cmath>
#include <cstdio>

namespace rt::fit {
namespace {

using Json = nlohmann::json;

std::string digits(double value) {
  char text[32];
  std::snprintf(text, sizeof text, "%.12g", value);
  return text;
}

const Json *number_in(const Json &entry, const char *key) {
  return entry.is_object() && entry.contains(key) && entry[key].is_number() ? &entry[key] : nullptr;
}

} // namespace

Result<std::vector<Ranged>> read_model(std::string_view model, std::string_view priors) {
  const Json document = Json::parse(model, nullptr, false);
  const Json prior = Json::parse(priors, nullptr, false);
  if (!document.is_object() || !document.contains("parameters"))
    return Error{"model.json", "must be an object with parameters"};
  if (!prior.is_object()) return Error{"priors.json", "must be an object"};
  std::vector<Ranged> all;
  for (const ParameterSpec &spec : parameter_specs()) {
    const std::string name = spec.name;
    const Json entry = document["parameters"].value(name, Json());
    const Json start = prior.value(name, Json());
    const Json *const value = number_in(entry, "value"), *const min = number_in(entry, "min"),
                      *const max = number_in(entry, "max"),
                      *const centre = number_in(start, "start");
    if (!value || !min || !max)
      return Error{"model.json: /parameters/" + name, "needs value, min and max"};
    if (!centre || !start.contains("fitted") || !start["fitted"].is_boolean())
      return Error{"priors.json: /" + name, "needs start and fitted"};
    Ranged ranged{.spec = &spec,
                  .value = value->get<double>(),
                  .min = min->get<double>(),
                  .max = max->get<double>(),
                  .strength = entry.value("strength", ""),
                  .sources = {},
                  .start = centre->get<double>(),
                  .fitted = start["fitted"].get<bool>()};
    for (const Json &source : entry.value("sources", Json::array()))
      if (source.is_string()) ranged.sources.push_back(source.get<std::string>());
    if (ranged.fitted && !(0 < ranged.min && ranged.min < ranged.max))
      return Error{"model.json: /parameters/" + name, "a fitted parameter needs a positive range"};
    if (!(ranged.min <= ranged.start && ranged.start <= ranged.max))
      return Error{"priors.json: /" + name + "/start", "lies outside the range in model.json"};
    all.push_back(std::move(ranged));
  }
  if (prior.size() != all.size())
    return Error{"priors.json", "names a parameter that the model does not have"};
  return all;
}

Parameters values_of(const std::vector<Ranged> &all) {
  Parameters parameters;
  for (const Ranged &ranged : all) parameters.*ranged.spec->value = ranged.value;
  return parameters;
}

Parameters starts_of(const std::vector<Ranged> &all) {
  Parameters parameters;
  for (const Ranged &ranged : all) parameters.*ranged.spec->value = ranged.start;
  return parameters;
}

double round_digits(double value, int count) {
  char text[32];
  std::snprintf(text, sizeof text, "%.*g", count, value);
  return std::strtod(text, nullptr);
}

Result<std::string> with_values(std::string_view model, const std::vector<Ranged> &all) {
  std::string text(model);
  std::size_t from = text.find("\"parameters\"");
  for (const Ranged &ranged : all) {
    const std::string name = ranged.spec->name;
    const std::size_t entry = text.find("\"" + name + "\":", from);
    const std::size_t key = text.find("\"value\":", entry);
    if (from == std::string::npos || entry == std::string::npos || key == std::string::npos)
      return Error{"model.json: /parameters/" + name, "is not in the order of the model"};
    const std::size_t begin = text.find_first_not_of(" ", key + 8);
    const std::size_t end = text.find_first_of(",}\n ", begin);
    // A value that is the same number keeps its spelling.
    if (std::strtod(text.substr(begin, end - begin).c_str(), nullptr) != ranged.value)
      text.replace(begin, end - begin, digits(ranged.value));
    from = begin;
  }
  return text;
}

} // namespace rt::fit
