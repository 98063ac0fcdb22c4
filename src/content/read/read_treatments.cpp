#include "content/fields.h"
#include "content/read/clinic_entry.h"
#include "content/text.h"

#include <algorithm>
#include <cmath>

namespace rt {
namespace {

constexpr std::size_t kMaxPresets = 24;

bool by_the_visitor(Field f) {
  return f == Field::day || f == Field::view || f == Field::treated_at || f == Field::treatment;
}

// What clinics do beyond the studies, as the nearest that these report: RF of up to 8 mm as it is
// named, up to 10 sessions, the scalp. The whole face is what studies of cheeks treat.
bool beyond_studies(Field f, const FieldSpec &spec, json::Value value, json::Value device,
                    Preset &preset) {
  const double n = value.number();
  const bool widest = spec.max == field_domain(f).max;
  const bool more = widest && n > spec.max &&
                    ((f == Field::depth_mm && n <= 8 && device.text() == "rf") ||
                     (f == Field::sessions && n <= 10 && n == std::floor(n)));
  const bool scalp = f == Field::area && value.text() == "scalp",
             face = f == Field::area && value.text() == "full_face";
  if (more || scalp || face)
    preset.values.emplace_back(
        f, more ? spec.max : static_cast<double>(scalp ? Area::forehead : Area::cheeks));
  preset.beyond = preset.beyond || more || scalp;
  return more || scalp || face;
}

// False where a value is wrong: a preset that sets less than it says would mislead.
bool read_preset_state(json::Value state, const Path &at, const Content &content, Preset &preset,
                       Diagnostics &diagnostics) {
  bool fine = true;
  for (json::Value child = state.first(); child; child = child.next()) {
    const Path here(at, child.key());
    const std::optional<Field> f = find_field(child.key());
    if (!f) {
      diagnostics.unknown_key(here, field_keys());
    } else if (by_the_visitor(*f)) {
      diagnostics.error(
          here,
          {"A treatment cannot set this; it sets device, depth, course, skin and aftercare."});
      fine = false;
    } else if (!beyond_studies(*f, content.field(*f), child, state.find("device"), preset)) {
      const Result<double> value = read_field_value(*f, content.field(*f), child);
      if (value) {
        preset.values.emplace_back(*f, value.value());
      } else {
        diagnostics.error(here, {value.error().what});
        fine = false;
      }
    }
  }
  return fine;
}

bool taken(const std::vector<Preset> &presets, std::string_view key) {
  return key == "not_sure" || key == "own_settings" ||
         std::any_of(presets.begin(), presets.end(),
                     [&](const Preset &preset) { return preset.key == key; });
}

// "Glow Facial" -> "glow_facial"; of a name without such letters, its place in the list.
std::string key_of(std::string_view name, const std::vector<Preset> &presets) {
  std::string key;
  for (const char c : name) {
    const char lower = c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
    if (is_key({&lower, 1}))
      key += lower;
    else if (!key.empty() && key.back() != '_')
      key += '_';
  }
  while (!key.empty() && key.back() == '_') key.pop_back();
  if (key.empty()) key = "treatment";
  return taken(presets, key) ? join({key, "_", std::to_string(presets.size() + 1)}) : key;
}

// A treatment of the clinic; false where it cannot be used.
bool read_preset(ClinicEntry &row, const Content &content, const std::vector<Preset> &before,
                 Preset &preset, bool &hidden) {
  using json::Kind;
  constexpr const char *kKnown[] = {"name", "state", "key", "text", "concern", "hidden"};
  const json::Value object = row.object;
  if (!object.is(Kind::object)) {
    row.refuse(row.at, {"Must be an object { } with name and state."});
    return false;
  }
  if (!row.has("name")) row.refuse({row.at, "name"}, {"Is missing: what patients call it."});
  preset.name = row.text("name", 60).value_or("");
  // A treatment must be called something: in another language by the first name that it has.
  if (row.fine && preset.name.empty()) preset.name = object.find("name").first().text();
  const json::Value state = row.diagnostics.member(object, row.at, "state", Kind::object, true);
  const Path state_at(row.at, "state");
  row.fine = row.fine && state;
  row.fine = read_preset_state(state, state_at, content, preset, row.diagnostics) && row.fine;
  if (const json::Value concern = object.find("concern")) {
    const Result<double> value =
        read_field_value(Field::concern, content.field(Field::concern), concern);
    if (!value)
      row.refuse({row.at, "concern"}, {value.error().what});
    else if (state.find("concern"))
      row.refuse({row.at, "concern"}, {"Stands in state already; leave one of them out."});
    else
      preset.values.emplace_back(Field::concern, value.value());
  }
  preset.purpose = row.text("text", 80).value_or("");
  hidden = row.flag("hidden");
  row.diagnostics.only_known(object, row.at, kKnown);
  const json::Value key = object.find("key");
  if (key && (!is_key(key.text()) || taken(before, key.text())))
    row.refuse({row.at, "key"}, {"Must be a name of its own of a-z, 0-9 and _, but is ",
                                 in_quotes(key.text()), "."});
  preset.key = key ? std::string(key.text()) : key_of(preset.name, before);
  return row.fine;
}

} // namespace

bool is_key(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
  });
}

void read_presets(json::Value list, const Path &at, Content &content, const ClinicTexts &texts) {
  Diagnostics diagnostics(texts.found(), "This treatment is left out.");
  std::vector<Preset> presets;
  std::size_t index = 0;
  for (json::Value child = list.first(); child; child = child.next(), ++index) {
    const std::string number = std::to_string(index);
    const Path here(at, number);
    if (index == kMaxPresets) {
      diagnostics.error(here, {"At most ", std::to_string(kMaxPresets), " treatments are read."});
      break;
    }
    Preset preset;
    bool hidden = false;
    ClinicEntry row{child, here, texts, diagnostics};
    if (read_preset(row, content, presets, preset, hidden) && !hidden)
      presets.push_back(std::move(preset));
  }
  if (!presets.empty()) content.presets = std::move(presets);
}

void keep_possible_treatments(Content &content) {
  const auto impossible = [&](const std::pair<Field, double> &set) {
    const auto [f, value] = set;
    const FieldSpec &spec = content.field(f);
    if (spec.hidden) return value != spec.initial;
    return spec.options.empty() ? value < spec.min || value > spec.max
                                : spec.options[static_cast<std::size_t>(value)].hidden;
  };
  std::vector<Preset> &all = content.presets;
  all.erase(std::remove_if(all.begin(), all.end(),
                           [&](const Preset &preset) {
                             return std::any_of(preset.values.begin(), preset.values.end(),
                                                impossible);
                           }),
            all.end());
}

void read_treatments(json::Value list, const Path &at, Content &content, Diagnostics &diagnostics) {
  using json::Kind;
  constexpr const char *kKnown[] = {"key", "state", "sources", "strength", "date"};
  for (json::Value child = list.first(); child; child = child.next()) {
    const std::string number = std::to_string(content.presets.size());
    const Path here(at, number);
    Preset preset;
    preset.key = diagnostics.member(child, here, "key", Kind::string, true).text();
    if (!is_key(preset.key) || taken(content.presets, preset.key))
      diagnostics.error({here, "key"}, {"Must be a name of its own of a-z, 0-9 and _."});
    const Path state_at(here, "state");
    const json::Value state = diagnostics.member(child, here, "state", Kind::object, true);
    read_preset_state(state, state_at, content, preset, diagnostics);
    for (const char *needed : {"device", "depth_mm", "passes", "area", "concern"})
      if (!state.find(needed)) diagnostics.error({state_at, needed}, {"Is missing."});
    preset.sources = read_evidence(child, here, diagnostics).sources;
    diagnostics.only_known(child, here, kKnown);
    content.presets.push_back(std::move(preset));
  }
  if (content.presets.empty()) diagnostics.error(at, {"Is empty; name at least one treatment."});
}

void read_treatment_words(json::Value object, const Path &at, Content &content,
                          Diagnostics &diagnostics) {
  using json::Kind;
  constexpr const char *kKnown[] = {"name", "purpose"};
  std::vector<const char *> keys;
  for (Preset &preset : content.presets) {
    keys.push_back(preset.key.c_str());
    const Path here(at, preset.key);
    const json::Value words =
        diagnostics.member(object, at, preset.key.c_str(), Kind::object, true);
    const auto text = [&](const char *key) {
      const json::Value value = diagnostics.member(words, here, key, Kind::string, true);
      return value ? diagnostics.text(value, {here, key}, 80).value_or("") : std::string();
    };
    preset.name = text("name");
    preset.purpose = text("purpose");
    diagnostics.only_known(words, here, kKnown);
  }
  diagnostics.only_known(object, at, keys);
}

} // namespace rt
