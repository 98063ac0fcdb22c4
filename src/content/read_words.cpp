#include "content/fields.h"
#include "content/reading.h"
#include "content/text.h"

namespace rt {
namespace {

constexpr const char *const kWordKeys[] = {
#define RT_WORD_KEY(name) #name,
    RT_WORDS(RT_WORD_KEY)
#undef RT_WORD_KEY
};

// The members of `object` must be exactly `keys`, each a text that can be shown.
template <class Store>
void read_texts(json::Value object, const Path &at, std::span<const char *const> keys,
                Reading &reading, Store store) {
  if (!object) return;
  for (std::size_t i = 0; i < keys.size(); ++i) {
    const Path here(at, keys[i]);
    const json::Value value = object.find(keys[i]);
    if (!value) {
      reading.error(here, {"This text is missing."});
    } else if (auto text = reading.text(value, here)) {
      store(i, std::move(*text));
    }
  }
  reading.only_known(object, at, keys);
}

void read_field_words(Field f, FieldSpec &spec, json::Value object, const Path &at,
                      Reading &reading) {
  for (json::Value child = object.first(); child; child = child.next()) {
    const Path here(at, child.key());
    if (child.key() == "label") {
      spec.label = reading.text(child, here, 80).value_or("");
    } else if (child.key() == "explanation") {
      spec.explanation = reading.text(child, here, 600).value_or("");
    } else if (child.key() == "options" && child.is(json::Kind::object) && !spec.options.empty()) {
      read_texts(child, here, option_keys(f), reading,
                 [&](std::size_t i, std::string text) { spec.options[i].label = std::move(text); });
    } else {
      constexpr const char *kKnown[] = {"label", "explanation", "options"};
      reading.unknown_key(here, kKnown);
    }
  }
  for (const char *key : {"label", "explanation"})
    if (!object.find(key)) reading.error({at, key}, {"This text is missing."});
  if (!spec.options.empty() && !object.find("options"))
    reading.error({at, "options"}, {"The options' texts are missing."});
}

// A BCP 47 tag, as far as shape goes: "en", "pt-BR".
bool language_tag(std::string_view text) {
  if (text.size() < 2 || text.size() > 35) return false;
  for (const char c : text) {
    const bool fine = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    if (!fine && c != '-') return false;
  }
  return text.front() != '-' && text.back() != '-';
}

} // namespace

std::span<const char *const> word_keys() { return kWordKeys; }

void read_words(json::Value root, const Path &document, Content &content, Reading &reading) {
  using json::Kind;
  constexpr const char *kKnown[] = {"language", "direction", "fields", "words"};
  if (!root.is(Kind::object)) {
    reading.error(document, {"Must be an object { } with language, direction, fields, words."});
    return;
  }
  content.language = reading.member(root, document, "language", Kind::string, true).text();
  if (!language_tag(content.language))
    reading.error({document, "language"}, {"Must be a language tag such as \"en\" or \"pt-BR\"."});
  const std::string_view direction =
      reading.member(root, document, "direction", Kind::string, true).text();
  content.right_to_left = direction == "rtl";
  if (direction != "rtl" && direction != "ltr")
    reading.error({document, "direction"}, {"Must be \"ltr\" or \"rtl\"."});

  const Path fields_at(document, "fields"), words_at(document, "words");
  const json::Value fields = reading.member(root, document, "fields", Kind::object, true);
  for (std::size_t i = 0; i < kFields; ++i) {
    const auto f = static_cast<Field>(i);
    const json::Value entry = reading.member(fields, fields_at, field_key(f), Kind::object, true);
    if (entry) read_field_words(f, content.fields[i], entry, {fields_at, field_key(f)}, reading);
  }
  reading.only_known(fields, fields_at, field_keys());
  read_texts(reading.member(root, document, "words", Kind::object, true), words_at, word_keys(),
             reading, [&](std::size_t i, std::string text) { content.words[i] = std::move(text); });
  reading.only_known(root, document, kKnown);
}

} // namespace rt
