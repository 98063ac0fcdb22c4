#pragma once
// Inside of the content room: what the readers of the three documents share.

#include "content/content.h"
#include "content/json/json.h"

#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace rt {

// A place in a document, as a chain on the stack: Path(Path(document, "fields"), "depth_mm").
struct Path {
  // Nullptr: this is the document itself.
  const Path *parent;
  // Of the document: its name.
  std::string_view key;

  Path(std::string_view document) : parent(nullptr), key(document) {}
  Path(const Path &of, std::string_view member) : parent(&of), key(member) {}
  // The parent must outlive the chain.
  Path(const Path &&, std::string_view) = delete;

  // "clinic content: /fields/depth_mm/max", JSON Pointer's escapes.
  std::string text() const;
};

// Collects what is wrong; `hint` closes every error ("The default stays.").
class Diagnostics {
public:
  Diagnostics(std::vector<Diagnostic> &found, std::string_view hint) : found_(found), hint_(hint) {}

  // Of one sentence, to be joined.
  using Parts = std::initializer_list<std::string_view>;
  void error(const Path &, Parts what);
  void warning(const Path &, Parts what);
  // "Must be `wanted`, but is 4."
  void mismatch(const Path &, std::string_view wanted, json::Value found);
  void unknown_key(const Path &, std::span<const char *const> known);
  // Tells of each member of `object` that is not known.
  void only_known(json::Value object, const Path &, std::span<const char *const> known);

  // The member `key` if it is of that kind. Absent: an error when `required`. Of another kind: an
  // error. Both give an absent value.
  json::Value member(json::Value object, const Path &at, const char *key, json::Kind,
                     bool required);
  // A text that can be shown: not empty, no control character, at most `longest` bytes.
  std::optional<std::string> text(json::Value, const Path &at, std::size_t longest = 4000);
  std::optional<bool> boolean(json::Value, const Path &at);

private:
  std::vector<Diagnostic> &found_;
  std::string_view hint_;
};

// What a document may say of one field ("fields": {"depth_mm": {…}}).
enum class FieldSource { model, clinic };
class ClinicTexts;
// `texts`: of the clinic.
void read_field(Field, FieldSpec &, json::Value, const Path &, FieldSource, Diagnostics &,
                const ClinicTexts *texts = nullptr);

// "treatments" of model.json: a list of presets without names, which the words give by their keys;
// and their names and purposes.
void read_treatments(json::Value list, const Path &, Content &, Diagnostics &);
void read_treatment_words(json::Value object, const Path &, Content &, Diagnostics &);
// "treatments" of the clinic: they replace ours, if any can be used.
void read_presets(json::Value list, const Path &, Content &, const ClinicTexts &);
// Leaves out those of ours that the clinic's fields do not allow: beyond a range, with an option that
// is hidden, or with another value of a field that is fixed.
void keep_possible_treatments(Content &);

// What stands below a number: "sources", "strength" and "date".
struct Evidence {
  std::vector<std::string> sources;
  char strength = 'D';
  std::string date;
};
// `weakest`: the last letter of strength that may stand there.
Evidence read_evidence(json::Value object, const Path &, Diagnostics &, char weakest = 'D');
void read_advice(json::Value object, const Path &, Content &, Diagnostics &);
// The words of every advice; an extra or a missing key is refused.
void read_advice_words(json::Value object, const Path &, Content &, Diagnostics &);
void read_studies(json::Value list, const Path &, Content &, Diagnostics &);

void read_model(json::Value root, const Path &, Content &, Diagnostics &);
void read_words(json::Value root, const Path &, Content &, Diagnostics &);
void read_clinic(json::Value root, const Path &, Content &, std::vector<Diagnostic> &);
// "advice", "before" and "people_see" of the clinic: over our rows and beside them. "when_to_call" is
// beside ours only.
void read_clinic_advice(json::Value root, const Path &, Content &, const ClinicTexts &);
// a-z, 0-9 and _, at least one.
bool is_key(std::string_view);

// Texts of the clinic's document: a text, which is of every language, or {"en": …, "es": …}. All of
// them are checked; the one in the language that is shown is given.
class ClinicTexts {
public:
  ClinicTexts(std::string_view language, std::vector<Diagnostic> &found)
      : language_(language), found_(found) {}
  std::vector<Diagnostic> &found() const { return found_; }
  std::string_view language() const { return language_; }
  // Nothing where the clinic has none in this language, or a text is wrong: then `fine` is false.
  std::optional<std::string> read(json::Value, const Path &, Diagnostics &, std::size_t longest,
                                  bool &fine) const;
  std::string read(json::Value, const Path &, Diagnostics &, std::size_t longest) const;
  // The child of `object` whose key is the language, or its first part; absent: there is none.
  json::Value own(json::Value object) const;

private:
  std::string_view language_;
  std::vector<Diagnostic> &found_;
};
// A BCP 47 tag, as far as shape goes: "en", "pt-BR".
bool language_tag(std::string_view);

// In the order of Word.
std::span<const char *const> word_keys();

// A word as a document gives it: a text, or {"one": …, "other": …} with CLDR's plural forms, of
// which "other" must be there and stands in `other`. The forms hold the same {…} marks; {n} may be
// left out where the form itself names the number ("one hour").
struct GivenWord {
  std::string other;
  // All empty: one text for every number.
  std::array<std::string, kPluralForms> forms;
};
std::optional<GivenWord> read_word(json::Value, const Path &at, Diagnostics &);
void put_word(Content &, Word, GivenWord);
// Every {name} of `a` stands in `b` too.
bool holds_marks(std::string_view a, std::string_view b);

} // namespace rt
