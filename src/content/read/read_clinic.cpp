#include "content/fields.h"
#include "content/read/diagnostics.h"
#include "content/text.h"

namespace rt {
namespace {

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
    if (f == Field::treatment) continue; // its options are the presets, which come later
    if (f) {
      read_field(*f, content.fields[static_cast<std::size_t>(*f)], child, here, FieldSource::clinic,
                 diagnostics);
    } else {
      diagnostics.unknown_key(here, field_keys());
    }
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

// A phone number that a page can link to.
void read_phone(json::Value value, const Path &at, Clinic &clinic, Diagnostics &diagnostics) {
  const std::optional<std::string> text = diagnostics.text(value, at, 40);
  if (!text) return;
  std::size_t digits = 0;
  bool dialed = true;
  for (const char c : *text) {
    digits += c >= '0' && c <= '9' ? 1 : 0;
    dialed = dialed && std::string_view("0123456789 +()-./").find(c) != std::string_view::npos;
  }
  if (dialed && digits >= 3)
    clinic.phone = *text;
  else
    diagnostics.error(
        at, {"Must be a phone number such as \"020 7946 0142\", but is ", in_quotes(*text), "."});
}

void read_about_clinic(json::Value object, const Path &at, Clinic &clinic,
                       Diagnostics &diagnostics) {
  constexpr const char *kKnown[] = {"name", "short_name", "phone"};
  for (json::Value child = object.first(); child; child = child.next()) {
    const Path here(at, child.key());
    if (child.key() == "name")
      clinic.name = diagnostics.text(child, here, 80).value_or("");
    else if (child.key() == "short_name")
      clinic.short_name = diagnostics.text(child, here, 30).value_or("");
    else if (child.key() == "phone")
      read_phone(child, here, clinic, diagnostics);
    else
      diagnostics.unknown_key(here, kKnown);
  }
  if (clinic.short_name.empty() && clinic.name.size() <= 30) clinic.short_name = clinic.name;
}

} // namespace

void read_clinic(json::Value root, const Path &document, Content &content,
                 std::vector<Diagnostic> &found) {
  using json::Kind;
  constexpr const char *kKnown[] = {"clinic", "fields", "presets", "words"};
  Diagnostics diagnostics(found, "The default stays.");
  if (!root.is(Kind::object)) {
    diagnostics.error(document, {"Must be an object { } with clinic, fields, presets or words."});
    return;
  }
  const Path fields_at(document, "fields"), presets_at(document, "presets"),
      words_at(document, "words"), clinic_at(document, "clinic");
  read_about_clinic(diagnostics.member(root, document, "clinic", Kind::object, false), clinic_at,
                    content.clinic, diagnostics);
  const json::Value fields = diagnostics.member(root, document, "fields", Kind::object, false);
  read_fields(fields, fields_at, content, diagnostics);
  keep_possible_treatments(content);
  read_presets(diagnostics.member(root, document, "presets", Kind::array, false), presets_at,
               content, found);
  read_word_overrides(diagnostics.member(root, document, "words", Kind::object, false), words_at,
                      content, diagnostics);
  offer_treatments(content);
  if (const json::Value treatment = fields.find(field_key(Field::treatment)))
    read_field(Field::treatment, content.fields[static_cast<std::size_t>(Field::treatment)],
               treatment, {fields_at, field_key(Field::treatment)}, FieldSource::clinic,
               diagnostics);
  diagnostics.only_known(root, document, kKnown);
}

} // namespace rt
