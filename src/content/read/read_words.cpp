#include "content/fields.h"
#include "content/read/diagnostics.h"
#include "content/text.h"
#include "model/numeric/packed_names.h"

namespace rt {
namespace {

constexpr char kWordKeys[] =
#define RT_WORD_KEY(name) #name "\0"
    RT_WORDS(RT_WORD_KEY);
#undef RT_WORD_KEY

constexpr const char *const kFormKeys[kPluralForms] = {
#define RT_FORM_KEY(name) #name,
    RT_PLURAL_FORMS(RT_FORM_KEY)
#undef RT_FORM_KEY
};

std::string without_number(std::string_view text) { return fill(std::string(text), {{"n", ""}}); }

// The members of `object` must be exactly `keys`; `read` takes each.
template <class Read>
void read_members(json::Value object, const Path &at, std::span<const char *const> keys,
                  Diagnostics &diagnostics, Read read) {
  if (!object) return;
  for (std::size_t i = 0; i < keys.size(); ++i) {
    const Path here(at, keys[i]);
    const json::Value value = object.find(keys[i]);
    if (!value) {
      diagnostics.error(here, {"This text is missing."});
    } else {
      read(i, value, here);
    }
  }
  diagnostics.only_known(object, at, keys);
}

void read_field_words(Field f, FieldSpec &spec, json::Value object, const Path &at,
                      Diagnostics &diagnostics) {
  for (json::Value child = object.first(); child; child = child.next()) {
    const Path here(at, child.key());
    if (child.key() == "label") {
      spec.label = diagnostics.text(child, here, 80).value_or("");
    } else if (child.key() == "explanation") {
      spec.explanation = diagnostics.text(child, here, 600).value_or("");
    } else if (child.key() == "options" && child.is(json::Kind::object) && !spec.options.empty()) {
      read_members(child, here, option_keys(f), diagnostics,
                   [&](std::size_t i, json::Value value, const Path &place) {
                     spec.options[i].label = diagnostics.text(value, place).value_or("");
                   });
    } else {
      constexpr const char *kKnown[] = {"label", "explanation", "options"};
      diagnostics.unknown_key(here, kKnown);
    }
  }
  for (const char *key : {"label", "explanation"})
    if (!object.find(key)) diagnostics.error({at, key}, {"This text is missing."});
  if (!spec.options.empty() && !object.find("options"))
    diagnostics.error({at, "options"}, {"The options' texts are missing."});
}

} // namespace

bool language_tag(std::string_view text) {
  if (text.size() < 2 || text.size() > 35) return false;
  for (const char c : text) {
    const bool fine = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    if (!fine && c != '-') return false;
  }
  return text.front() != '-' && text.back() != '-';
}

std::span<const char *const> word_keys() {
  static const auto keys = unpacked<kWords>(kWordKeys);
  return keys;
}

bool holds_marks(std::string_view a, std::string_view b) {
  for (std::size_t open = a.find('{'); open != a.npos; open = a.find('{', open + 1)) {
    const std::size_t close = a.find('}', open);
    if (close == a.npos) return true;
    if (b.find(a.substr(open, close - open + 1)) == b.npos) return false;
  }
  return true;
}

std::optional<GivenWord> read_word(json::Value value, const Path &at, Diagnostics &diagnostics) {
  GivenWord given;
  if (!value.is(json::Kind::object)) {
    auto text = diagnostics.text(value, at);
    if (!text) return std::nullopt;
    given.other = std::move(*text);
    return given;
  }
  bool fine = true;
  for (std::size_t i = 0; i < kPluralForms; ++i) {
    const json::Value form = value.find(kFormKeys[i]);
    if (!form) continue;
    auto text = diagnostics.text(form, {at, kFormKeys[i]});
    fine &= text.has_value();
    given.forms[i] = std::move(text).value_or("");
  }
  diagnostics.only_known(value, at, kFormKeys);
  given.other = given.forms.back();
  if (given.other.empty()) {
    if (fine) diagnostics.error({at, "other"}, {"This form of the text is missing."});
    return std::nullopt;
  }
  for (std::size_t i = 0; i < kPluralForms; ++i) {
    const std::string &form = given.forms[i];
    if (form.empty()) continue;
    if (!holds_marks(form, given.other) || !holds_marks(without_number(given.other), form)) {
      diagnostics.error({at, kFormKeys[i]}, {"Must hold the same {…} marks as \"other\"."});
      fine = false;
    }
  }
  if (!fine) return std::nullopt;
  return given;
}

void put_word(Content &content, Word word, GivenWord given) {
  content.words[static_cast<std::size_t>(word)] = std::move(given.other);
  for (PluralWord &plural : content.plurals) {
    if (plural.word != word) continue;
    plural.forms = std::move(given.forms);
    return;
  }
  if (!given.forms.back().empty()) content.plurals.push_back({word, std::move(given.forms)});
}

void read_words(json::Value root, const Path &document, Content &content,
                Diagnostics &diagnostics) {
  using json::Kind;
  constexpr const char *kKnown[] = {"language",   "direction",  "fields", "words",
                                    "treatments", "parameters", "advice"};
  if (!root.is(Kind::object)) {
    diagnostics.error(document, {"Must be an object { } with language, direction, fields, words, "
                                 "advice."});
    return;
  }
  content.language = diagnostics.member(root, document, "language", Kind::string, true).text();
  if (!language_tag(content.language))
    diagnostics.error({document, "language"},
                      {"Must be a language tag such as \"en\" or \"pt-BR\"."});
  const std::string_view direction =
      diagnostics.member(root, document, "direction", Kind::string, true).text();
  content.right_to_left = direction == "rtl";
  if (direction != "rtl" && direction != "ltr")
    diagnostics.error({document, "direction"}, {"Must be \"ltr\" or \"rtl\"."});

  const Path fields_at(document, "fields"), words_at(document, "words");
  const json::Value fields = diagnostics.member(root, document, "fields", Kind::object, true);
  for (std::size_t i = 0; i < kFields; ++i) {
    const auto f = static_cast<Field>(i);
    const json::Value entry =
        diagnostics.member(fields, fields_at, field_key(f), Kind::object, true);
    if (entry)
      read_field_words(f, content.fields[i], entry, {fields_at, field_key(f)}, diagnostics);
  }
  diagnostics.only_known(fields, fields_at, field_keys());
  read_members(diagnostics.member(root, document, "words", Kind::object, true), words_at,
               word_keys(), diagnostics, [&](std::size_t i, json::Value value, const Path &place) {
                 if (auto given = read_word(value, place, diagnostics))
                   put_word(content, static_cast<Word>(i), std::move(*given));
               });
  read_treatment_words(diagnostics.member(root, document, "treatments", Kind::object, true),
                       {document, "treatments"}, content, diagnostics);
  const Path advice_at(document, "advice");
  read_advice_words(diagnostics.member(root, document, "advice", Kind::object, true), advice_at,
                    content, diagnostics);
  // English has the sentences of the parameters beside their numbers, in model.json; another
  // language brings all of them.
  if (const json::Value sentences = root.find("parameters")) {
    std::vector<const char *> names;
    for (const ParameterSpec &spec : parameter_specs()) names.push_back(spec.name);
    read_members(sentences, {document, "parameters"}, names, diagnostics,
                 [&](std::size_t i, json::Value value, const Path &place) {
                   if (auto text = diagnostics.text(value, place, 600))
                     content.sourced_parameters[i].sentence = std::move(*text);
                 });
  }
  diagnostics.only_known(root, document, kKnown);
}

} // namespace rt
