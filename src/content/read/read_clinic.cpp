#include "content/fields.h"
#include "content/read/diagnostics.h"
#include "content/text.h"

namespace rt {
namespace {

constexpr std::size_t kMaxPresets = 24;

// What every visitor must be told in the same words: the intended use, when to call the clinic, and
// that the picture is no photo.
bool is_protected(std::string_view word) {
  return word == "intended_use" || word.substr(0, 12) == "illustration" ||
         word.substr(0, 5) == "call_";
}

void read_fields(json::Value fields, const Path &at, Content &content, Diagnostics &diagnostics) {
  for (json::Value child = fields.first(); child; child = child.next()) {
    const Path here(at, child.key());
    const std::optional<Field> f = find_field(child.key());
    if (f) {
      read_field(*f, content.fields[static_cast<std::size_t>(*f)], child, here, FieldSource::clinic,
                 diagnostics);
    } else {
      diagnostics.unknown_key(here, field_keys());
    }
  }
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
    } else if (*f == Field::day || *f == Field::view || *f == Field::treated_at) {
      diagnostics.error(here, {"A preset cannot set this; it sets treatment, skin and aftercare."});
      fine = false;
    } else {
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

void read_presets(json::Value list, const Path &at, Content &content,
                  std::vector<Diagnostic> &found) {
  constexpr const char *kKnown[] = {"name", "state"};
  Diagnostics diagnostics(found, "This preset is left out.");
  std::size_t index = 0;
  for (json::Value child = list.first(); child; child = child.next(), ++index) {
    const std::string number = std::to_string(index);
    const Path here(at, number), name_at(here, "name"), state_at(here, "state");
    if (!child.is(json::Kind::object)) {
      diagnostics.error(here, {"Must be an object { } with name and state."});
      continue;
    }
    if (content.presets.size() == kMaxPresets) {
      diagnostics.error(here, {"At most ", std::to_string(kMaxPresets), " presets are shown."});
      return;
    }
    Preset preset;
    const json::Value name = diagnostics.member(child, here, "name", json::Kind::string, true);
    const json::Value state = diagnostics.member(child, here, "state", json::Kind::object, true);
    std::optional<std::string> text;
    if (name) text = diagnostics.text(name, name_at, 60);
    const bool fine = read_preset_state(state, state_at, content, preset, diagnostics);
    diagnostics.only_known(child, here, kKnown);
    if (!text || !state || !fine) continue;
    preset.name = std::move(*text);
    content.presets.push_back(std::move(preset));
  }
}

void read_word_overrides(json::Value words, const Path &at, Content &content,
                         Diagnostics &diagnostics) {
  for (json::Value child = words.first(); child; child = child.next()) {
    const Path here(at, child.key());
    std::size_t index = 0;
    while (index < kWords && child.key() != word_keys()[index]) ++index;
    if (index == kWords) {
      diagnostics.unknown_key(here, word_keys());
    } else if (is_protected(child.key())) {
      diagnostics.error(here, {"This safety text is the same everywhere and cannot be changed."});
    } else if (auto given = read_word(child, here, diagnostics)) {
      // With another set of marks a range could get lost.
      if (const std::string &word = content.words[index];
          holds_marks(given->other, word) && holds_marks(word, given->other)) {
        put_word(content, static_cast<Word>(index), std::move(*given));
      } else {
        diagnostics.error(
            here, {"Must hold the same {…} marks as the text it replaces: ", in_quotes(word), "."});
      }
    }
  }
}

} // namespace

void read_clinic(json::Value root, const Path &document, Content &content,
                 std::vector<Diagnostic> &found) {
  using json::Kind;
  constexpr const char *kKnown[] = {"fields", "presets", "words"};
  Diagnostics diagnostics(found, "The default stays.");
  if (!root.is(Kind::object)) {
    diagnostics.error(document, {"Must be an object { } with fields, presets or words."});
    return;
  }
  const Path fields_at(document, "fields"), presets_at(document, "presets"),
      words_at(document, "words");
  read_fields(diagnostics.member(root, document, "fields", Kind::object, false), fields_at, content,
              diagnostics);
  read_presets(diagnostics.member(root, document, "presets", Kind::array, false), presets_at,
               content, found);
  read_word_overrides(diagnostics.member(root, document, "words", Kind::object, false), words_at,
                      content, diagnostics);
  diagnostics.only_known(root, document, kKnown);
}

} // namespace rt
