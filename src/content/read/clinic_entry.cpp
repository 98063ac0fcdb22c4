#include "content/read/clinic_entry.h"

#include "content/advice.h"
#include "content/text.h"

namespace rt {

namespace {

std::string_view first_part(std::string_view tag) { return tag.substr(0, tag.find('-')); }

// A year: what is longer is no after-care.
constexpr double kMostHours = 8760;

} // namespace

json::Value ClinicTexts::own(json::Value object) const {
  json::Value found = object.find(language_);
  for (json::Value child = object.first(); child && !found; child = child.next())
    if (first_part(child.key()) == first_part(language_)) found = child;
  return found;
}

std::optional<std::string> ClinicTexts::read(json::Value value, const Path &at,
                                             Diagnostics &diagnostics, std::size_t longest,
                                             bool &fine) const {
  std::optional<std::string> text;
  if (!value.is(json::Kind::object)) {
    text = diagnostics.text(value, at, longest);
    fine = text.has_value();
    return text;
  }
  const json::Value mine = own(value);
  fine = value.size() > 0;
  if (!fine) diagnostics.error(at, {"Is empty; write a text, or one a language."});
  for (json::Value child = value.first(); child; child = child.next()) {
    const Path here(at, child.key());
    auto one = diagnostics.text(child, here, longest);
    fine = fine && one;
    if (!language_tag(child.key())) {
      diagnostics.error(here, {"Must be a language such as \"en\" or \"pt-BR\"."});
      fine = false;
    } else if (mine && child.key() == mine.key()) {
      text = std::move(one);
    }
  }
  return text;
}

std::string ClinicTexts::read(json::Value value, const Path &at, Diagnostics &diagnostics,
                              std::size_t longest) const {
  bool fine = true;
  return value ? read(value, at, diagnostics, longest, fine).value_or("") : std::string();
}

void ClinicEntry::refuse(const Path &place, Diagnostics::Parts what) {
  diagnostics.error(place, what);
  fine = false;
}

std::optional<std::string> ClinicEntry::text(const char *key, std::size_t longest) {
  const json::Value value = object.find(key);
  if (!value) return std::nullopt;
  bool good = true;
  auto text = texts.read(value, {at, key}, diagnostics, longest, good);
  fine = fine && good;
  return text;
}

double ClinicEntry::hours(const char *key) {
  const json::Value value = object.find(key);
  if (!value || (value.number() >= 0 && value.number() <= kMostHours)) return value.number();
  refuse({at, key}, {json::expected("a number of hours from 0 to 8760", value)});
  return Advice::kNone;
}

bool ClinicEntry::flag(const char *key) {
  const json::Value value = object.find(key);
  if (!value) return false;
  const auto set = diagnostics.boolean(value, {at, key});
  fine = fine && set;
  return set.value_or(false);
}

std::size_t ClinicEntry::choice(const char *key, std::span<const char *const> names,
                                std::size_t otherwise) {
  return choice(object.find(key), {at, key}, names, otherwise);
}

std::size_t ClinicEntry::choice(json::Value value, const Path &place,
                                std::span<const char *const> names, std::size_t otherwise) {
  if (!value) return otherwise;
  std::string all = "one of";
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (value.is(json::Kind::string) && value.text() == names[i]) return i;
    all += join({i > 0 ? ", " : " ", in_quotes(names[i])});
  }
  refuse(place, {json::expected(all, value), did_you_mean(value.text(), names)});
  return otherwise;
}

void ClinicEntry::synonyms(std::string &find) {
  const Path here(at, "synonyms");
  json::Value list = object.find("synonyms");
  if (list.is(json::Kind::object)) list = texts.own(list);
  if (list && !list.is(json::Kind::array)) refuse(here, {json::expected("a list of words", list)});
  std::size_t place = 0;
  for (json::Value one = list.first(); one; one = one.next()) {
    const std::string number = std::to_string(place++);
    const auto word = diagnostics.text(one, {here, number}, 80);
    fine = fine && word;
    find += " " + word.value_or("");
  }
}

} // namespace rt
