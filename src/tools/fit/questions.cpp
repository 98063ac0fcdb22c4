#include "tools/fit/questions.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdio>

namespace rt::fit {
namespace {

using Json = nlohmann::json;

constexpr std::array kDevices{"roller", "stamp", "pen", "rf", "fractional"};
constexpr std::array kAreas{"cheeks", "forehead", "around_eyes", "around_mouth", "neck", "body"};
constexpr std::array kConcerns{"texture", "fine_lines", "acne_scars", "stretch_marks", "pores"};
constexpr std::array kReactivities{"calm", "fairly_calm", "average", "reactive", "very_reactive"};
constexpr std::array kAges{"under_30", "from_30", "from_45", "from_60"};
constexpr std::array kUses{"score", "check", "anchor", "spread", "no"};
constexpr std::array kTests{
    "value", "bound",      "ratio", "difference", "odds_ratio", "change", "change_from_zero",
    "sign",  "share_above"};
constexpr std::array kBounds{"none", "upper", "lower", "both"};

struct Toggle {
  const char *key;
  bool Factors::*field;
};
constexpr std::array kToggles{
    Toggle{"prp", &Factors::prp},
    Toggle{"darkens_easily", &Factors::darkens_easily},
    Toggle{"water", &Factors::water},
    Toggle{"sun_protection", &Factors::sun_protection},
    Toggle{"moisturiser", &Factors::moisturiser},
    Toggle{"serum", &Factors::serum},
    Toggle{"no_makeup_24h", &Factors::no_makeup_24h},
    Toggle{"gentle_care", &Factors::gentle_care},
    Toggle{"anti_inflammatory", &Factors::anti_inflammatory},
    Toggle{"ice", &Factors::ice},
    Toggle{"arnica_bromelain", &Factors::arnica_bromelain},
};
struct Whole {
  const char *key;
  int Factors::*field;
};
constexpr std::array kWholes{Whole{"passes", &Factors::passes}, Whole{"tone", &Factors::tone},
                             Whole{"sessions", &Factors::sessions},
                             Whole{"weeks_between", &Factors::weeks_between}};

// Position of a text in a list of names; nothing when it is none of them.
template <class Enum, std::size_t N>
bool pick(const Json &json, const std::array<const char *, N> &names, Enum &out) {
  if (!json.is_string()) return false;
  const auto at = std::ranges::find(names, std::string_view(json.get_ref<const std::string &>()));
  if (at == names.end()) return false;
  out = static_cast<Enum>(at - names.begin());
  return true;
}

// Sets one factor; false when the key or the value is none.
bool set_factor(Factors &factors, const std::string &key, const Json &value) {
  if (key == "device") return pick(value, kDevices, factors.device);
  if (key == "area") return pick(value, kAreas, factors.area);
  if (key == "concern") return pick(value, kConcerns, factors.concern);
  if (key == "reactivity") return pick(value, kReactivities, factors.reactivity);
  if (key == "age_band") return pick(value, kAges, factors.age_band);
  if (key == "depth_mm" && value.is_number()) {
    factors.depth_mm = value.get<double>();
    return true;
  }
  for (const Whole &whole : kWholes)
    if (key == whole.key && value.is_number_integer()) {
      factors.*whole.field = value.get<int>();
      return true;
    }
  for (const Toggle &toggle : kToggles)
    if (key == toggle.key && value.is_boolean()) {
      factors.*toggle.field = value.get<bool>();
      return true;
    }
  return false;
}

class Reader {
public:
  Reader(std::size_t index, const Json &json) : where_("/" + std::to_string(index)), json_(json) {}

  std::optional<Error> read(Question &out) {
    if (!json_.is_object()) return Error{where_, "must be an object"};
    for (const auto &[key, value] : json_.items())
      if (!read_key(out, key, value))
        return Error{where_ + "/" + key, "is unknown or has a wrong value"};
    if (out.row.empty() || out.quantity.empty() || out.why.empty())
      return Error{where_, "needs row, quantity and why"};
    if (out.quantity == "none") out.use = Use::no;
    if (!json_.contains("against"))
      out.against = out.factors;
    else if (!read_factors(json_["against"], out.against = out.factors))
      return Error{where_ + "/against", "is unknown or has a wrong value"};
    if (!valid(out.factors) || !valid(out.against))
      return Error{where_ + "/factors", "lie outside the model's domain"};
    return std::nullopt;
  }

private:
  std::string where_;
  const Json &json_;

  static bool read_factors(const Json &json, Factors &out) {
    if (!json.is_object()) return false;
    for (const auto &[key, value] : json.items())
      if (!set_factor(out, key, value)) return false;
    return true;
  }

  static bool read_study(const Json &json, StudyConditions &out) {
    if (!json.is_object()) return false;
    for (const auto &[key, value] : json.items()) {
      bool *const field = key == "occluded"    ? &out.occluded
                          : key == "led"       ? &out.led
                          : key == "smooth_rf" ? &out.smooth_rf
                          : key == "patch"     ? &out.patch
                                               : nullptr;
      if (!field || !value.is_boolean()) return false;
      *field = value.get<bool>();
    }
    return true;
  }

  static bool read_text(const Json &json, std::string &out) {
    if (json.is_string()) out = json.get<std::string>();
    return json.is_string() && !out.empty();
  }

  template <class Number> static bool read_number(const Json &json, Number &out) {
    if (json.is_number()) out = json.get<double>();
    return json.is_number();
  }

  bool read_key(Question &out, const std::string &key, const Json &value) {
    if (key == "row") return read_text(value, out.row);
    if (key == "quantity") return read_text(value, out.quantity);
    if (key == "published") return read_text(value, out.published);
    if (key == "why") return read_text(value, out.why);
    if (key == "use") return pick(value, kUses, out.use);
    if (key == "test") return pick(value, kTests, out.test);
    if (key == "bound") return pick(value, kBounds, out.bound);
    if (key == "factors") return read_factors(value, out.factors);
    if (key == "study") return read_study(value, out.study);
    if (key == "at_h") return read_number(value, out.at_h);
    if (key == "scale") return read_number(value, out.scale);
    if (key == "offset") return read_number(value, out.offset);
    if (key == "value") return read_number(value, out.value);
    if (key == "low") return read_number(value, out.low);
    if (key == "high") return read_number(value, out.high);
    return key == "against"; // read last, on top of the factors
  }
};

} // namespace

Result<std::vector<Question>> read_questions(std::string_view json, const std::vector<Row> &rows) {
  const Json document = Json::parse(json, nullptr, false);
  if (!document.is_array()) return Error{"", "must be a JSON list"};
  std::vector<Question> questions;
  for (std::size_t i = 0; i < document.size(); ++i) {
    Question question;
    if (const auto problem = Reader(i, document[i]).read(question)) return *problem;
    if (i >= rows.size() || question.row != rows[i].id)
      return Error{"/" + std::to_string(i) + "/row", "is not the row at this place"};
    questions.push_back(std::move(question));
  }
  if (questions.size() != rows.size()) return Error{"", "has no question for the last rows"};
  return questions;
}

std::string describe(const Factors &f) {
  const Factors standard;
  char head[96];
  std::snprintf(head, sizeof head, "%s %.4g mm, %d passes, %s",
                kDevices[static_cast<std::size_t>(f.device)], f.depth_mm, f.passes,
                kAreas[static_cast<std::size_t>(f.area)]);
  std::string text = head;
  if (f.tone != standard.tone) text += ", tone " + std::to_string(f.tone);
  if (f.age_band != standard.age_band)
    text += std::string(", age ") + kAges[static_cast<std::size_t>(f.age_band)];
  if (f.reactivity != standard.reactivity)
    text += std::string(", skin ") + kReactivities[static_cast<std::size_t>(f.reactivity)];
  if (f.sessions != standard.sessions || f.weeks_between != standard.weeks_between)
    text += ", " + std::to_string(f.sessions) + " sessions " + std::to_string(f.weeks_between) +
            " weeks apart";
  for (const Toggle &toggle : kToggles)
    if (f.*toggle.field != standard.*toggle.field)
      text += std::string(f.*toggle.field ? ", " : ", no ") + toggle.key;
  return text;
}

} // namespace rt::fit
