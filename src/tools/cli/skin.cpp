#include "tools/cli/skin.h"

#include "content/json/json.h"
#include "content/json/json_writer.h"
#include "model/skin/skin_color.h"

#include <algorithm>
#include <array>
#include <iterator>

namespace rt::tool {

const char kSkinHelp[] =
    R"(  recovery skin < skin.jsonl > colors.jsonl

Reads one JSON object a line, the state of the skin at one place, and writes its color as seen under
daylight (CIE 1931 2 degree observer, D65, specular reflection excluded). Exit code and refused
lines as above.

SKIN (what is absent takes its default; the default stands in brackets)
  tone               Monk Skin Tone 1 to 10, between its stops too [5]; or
  melanin_fraction   melanosomes in the epidermis by volume, 0 to 1; measured faces 0.003 to 0.36
  redness            0 calm to 1 the strongest usually seen, no unit [0]
  bruise_blood       escaped blood in the upper dermis, volume fraction 0 to 0.5 [0]
  bruise_saturation  oxygen saturation of it, 0 to 1 [0.45]
  bilirubin_molar    mol/L, 0 to 0.005; biliverdin follows at 8 % of it [0]
  undertone_blood    blood of calm skin, volume fraction 0 to 0.1 [0.016]
  flakes             share covered by dry scale, 0 to 1 [0]

COLORS
  melanin_fraction   as it was taken
  linear_rgb         linear sRGB of the albedo, 1 = a perfect white diffuser
  srgb               the same, gamma-encoded, 0 to 255
  lab                CIELAB L*, a*, b*
  shown_srgb         sRGB as the widget shows it: exposure 1.35 for every tone
)";

namespace {

struct Member {
  const char *key;
  double min, max;
  double SkinState::*value; // null: the tone, which stands for melanin
};
constexpr Member kMembers[] = {
    {"tone", 1, 10, nullptr},
    {"melanin_fraction", 0, 1, &SkinState::melanin_fraction},
    {"redness", 0, 1, &SkinState::redness},
    {"bruise_blood", 0, 0.5, &SkinState::bruise_blood},
    {"bruise_saturation", 0, 1, &SkinState::bruise_saturation},
    {"bilirubin_molar", 0, 0.005, &SkinState::bilirubin_molar},
    {"undertone_blood", 0, 0.1, &SkinState::undertone_blood},
    {"flakes", 0, 1, &SkinState::flakes},
};

void take(json::Value member, SkinState &skin, std::vector<Error> &refused) {
  const std::string key(member.key());
  const auto *known = std::find_if(std::begin(kMembers), std::end(kMembers),
                                   [&](const Member &m) { return key == m.key; });
  if (known == std::end(kMembers)) {
    refused.push_back({key, "is not known; see recovery --help"});
    return;
  }
  const double value = member.number(); // not a number where it is none
  if (!(value >= known->min && value <= known->max))
    refused.push_back({key, "must be a number from " + json::number_text(known->min) + " to " +
                                json::number_text(known->max)});
  else if (known->value != nullptr)
    skin.*known->value = value;
  else
    skin.melanin_fraction = melanin_of_tone(value);
}

void numbers(json::Writer &w, const char *key, std::initializer_list<double> values) {
  constexpr int kDigits = 6;
  w.key(key);
  w.begin('[');
  for (const double value : values) w.number(value, kDigits);
  w.end(']');
}

void bytes(json::Writer &w, const char *key, const Srgb8 &color) {
  numbers(w, key,
          {static_cast<double>(color[0]), static_cast<double>(color[1]),
           static_cast<double>(color[2])});
}

} // namespace

std::string skin_answer(std::string_view text, std::vector<Error> &refused) {
  const Result<json::Document> document = json::parse(text);
  if (!document) {
    refused.push_back({"state: " + document.error().where, document.error().what});
    return {};
  }
  const json::Value object = document.value().root();
  if (!object.is(json::Kind::object)) {
    refused.push_back({"state", "must be an object, such as {\"tone\": 3, \"redness\": 0.5}"});
    return {};
  }
  SkinState skin;
  for (json::Value member = object.first(); member; member = member.next())
    take(member, skin, refused);
  if (object.find("tone") && object.find("melanin_fraction"))
    refused.push_back({"tone", "stands for melanin_fraction: give one of them"});
  if (!refused.empty()) return {};

  const LinearRgb color = skin_reflect(skin);
  const Lab lab = to_lab(color);
  json::Writer w;
  w.begin('{');
  w.key("melanin_fraction");
  w.number(skin.melanin_fraction, 6);
  numbers(w, "linear_rgb", {color.r, color.g, color.b});
  bytes(w, "srgb", to_srgb8(color));
  numbers(w, "lab", {lab.l, lab.a, lab.b});
  bytes(w, "shown_srgb", to_srgb8(color, kSkinExposure));
  w.end('}');
  return w.take();
}

} // namespace rt::tool
