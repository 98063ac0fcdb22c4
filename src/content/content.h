#pragma once
// JSON bytes -> checked, immutable Content: words, fields with their ranges, presets, parameters.
//
// Three documents: model.json (parameters with their sources, fields with range and default), one
// words file a language (web/content/<language>.json), and the clinic's own content (optional). The
// widget gets the first two as the build has serialized them (content/format/content_format.h).
// Any bytes may come in: reading never throws and never aborts.

#include "content/advice.h"
#include "content/plural.h"
#include "content/word_list.h"
#include "model/factors.h"
#include "model/parameters.h"
#include "result.h"

#include <array>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace rt {

// Everything a visitor can set: the keys of `element.state`, in their order. The enumerator's name
// is the key, and of the factors also the member of Factors. X(name, kind)
#define RT_FACTOR_FIELDS(X)                                                                        \
  X(device, choice)                                                                                \
  X(depth_mm, range)                                                                               \
  X(passes, range)                                                                                 \
  X(area, choice)                                                                                  \
  X(prp, toggle)                                                                                   \
  X(sessions, range)                                                                               \
  X(weeks_between, range)                                                                          \
  X(concern, choice)                                                                               \
  X(tone, tone)                                                                                    \
  X(reactivity, choice)                                                                            \
  X(age_band, choice)                                                                              \
  X(darkens_easily, toggle)                                                                        \
  X(water, toggle)                                                                                 \
  X(sun_protection, toggle)                                                                        \
  X(moisturiser, toggle)                                                                           \
  X(serum, toggle)                                                                                 \
  X(no_makeup_24h, toggle)                                                                         \
  X(gentle_care, toggle)                                                                           \
  X(anti_inflammatory, toggle)                                                                     \
  X(ice, toggle)                                                                                   \
  X(arnica_bromelain, toggle)
#define RT_FIELDS(X)                                                                               \
  RT_FACTOR_FIELDS(X)                                                                              \
  X(treatment, choice)                                                                             \
  X(treated_at, moment)                                                                            \
  X(event_on, moment)                                                                              \
  X(sureness, choice)                                                                              \
  X(day, range)                                                                                    \
  X(view, choice)

enum class Field : std::uint8_t {
#define RT_FIELD_ENUM(name, kind) name,
  RT_FIELDS(RT_FIELD_ENUM)
#undef RT_FIELD_ENUM
};
inline constexpr std::size_t kFields = 27;
#define RT_FIELD_COUNT(name, kind) +1
// The factors stand first.
inline constexpr std::size_t kFactorFields = 0 RT_FACTOR_FIELDS(RT_FIELD_COUNT);
#undef RT_FIELD_COUNT

// How a field's value, always carried as one double, is meant:
// choice: index of the option, in the order of the enum in factors.h or state.h; range: the number
//         itself; toggle: 0 or 1; tone: 0 = not chosen, 1..10;
// moment: local civil minutes since 1970-01-01T00:00, kNotSet = not set.
enum class FieldKind : std::uint8_t { choice, range, toggle, tone, moment };
inline constexpr double kNotSet = std::numeric_limits<double>::quiet_NaN();

const char *field_key(Field);
FieldKind field_kind(Field);

struct Option {
  // As in element.state, e.g. "pen".
  std::string key;
  // As shown, e.g. "Pen".
  std::string label;
  bool hidden = false;
};

struct FieldSpec {
  // As shown, e.g. "Needle length".
  std::string label;
  // One or two plain sentences.
  std::string explanation;
  // "mm", "weeks", "days" or empty; never shown raw.
  std::string unit;
  // Of a range, in its unit; of a tone 0 .. 10; of a choice 0 .. options - 1.
  double min = 0, max = 1;
  // Of a range, in its unit: the distance of two grid points.
  double step = 1;
  // The default, in the coding of FieldKind.
  double initial = 0;
  // Fixed by the clinic: not drawn, still settable by element.state.
  bool hidden = false;
  // Of a choice, in the order of its enum.
  std::vector<Option> options;
};

// A treatment by name, with the settings that it usually has.
struct Preset {
  // As in element.state and in links: a-z, 0-9 and _.
  std::string key;
  // The clinic's own, e.g. "Glow facial", or a plain purpose, e.g. "Acne scars".
  std::string name;
  // What it is for, in a few words; may be empty.
  std::string purpose;
  std::vector<std::pair<Field, double>> values;
  // More than studies report: its settings are the most of theirs, and clinics differ more.
  bool beyond = false;
  // Who says that these settings are usual; empty where the clinic gave them.
  std::vector<std::string> sources;
};

// What the clinic says of itself; each may be empty.
struct Clinic {
  // "Linden Skin Clinic", "Linden".
  std::string name, short_name;
  // As it is dialed: digits, spaces and + ( ) - .
  std::string phone;
  // Addresses of the page: https: or mailto:.
  std::string book, site;
  // When it is open, as it says.
  std::string hours;
};
// The levels of when to call the clinic, the soonest first.
inline constexpr std::size_t kCallLevels = 4;

// A parameter as the sources list shows it.
struct SourcedParameter {
  std::string unit, sentence, date;
  double value = 0, min = 0, max = 0;
  // A controlled or device study, B cohort, C review or expert, D convention.
  char strength = 'D';
  // Rows of the evidence, kPrior or kConvention.
  std::vector<std::string> sources;
};

// A word that depends on a number, beside its form "other", which stands in Content::words. A form
// that the language does not need is empty.
struct PluralWord {
  Word word = {};
  std::array<std::string, kPluralForms> forms;
};

// Sources that are no study: an assumption that we state, and what clinics usually say.
inline constexpr std::string_view kPrior = "prior", kConvention = "clinic convention";

struct Content {
  // Of model.json: "1.0.0", "2026-11-20".
  std::string version, reviewed_on;
  // "2027-05-20", after reviewed_on.
  std::string next_review_on;
  // BCP 47, e.g. "en".
  std::string language;
  bool right_to_left = false;
  Parameters parameters;
  // In the order of Parameter.
  std::vector<SourcedParameter> sourced_parameters;
  // In the order of the document.
  std::vector<Advice> advice;
  // Every row that a parameter or an advice names.
  std::vector<Study> studies;
  std::array<FieldSpec, kFields> fields;
  std::array<std::string, kWords> words;
  std::vector<PluralWord> plurals;
  // The clinic's treatments, or those of ours that it can offer; may be empty.
  std::vector<Preset> presets;
  Clinic clinic;
  // What the clinic adds to each level of when to call it; nothing of ours is taken away.
  std::array<std::string, kCallLevels> call_more;
  // The views that are shown, in their order; empty: all.
  std::vector<std::uint8_t> views;

  const FieldSpec &field(Field f) const { return fields[static_cast<std::size_t>(f)]; }
  const std::string &word(Word w) const { return words[static_cast<std::size_t>(w)]; }
  // The form of the word; "other" where the word has no such form.
  const std::string &word(Word, PluralForm) const;
  const SourcedParameter &sourced(Parameter p) const {
    return sourced_parameters[static_cast<std::size_t>(p)];
  }
  // Null where there is none of this key, or the clinic leaves it away.
  const Advice *advice_of(std::string_view key) const;
  // Where a row of the evidence comes from; null when no study has it.
  const Study *study_of(std::string_view row) const;
};

struct ContentText {
  // Clinic may be empty.
  std::string_view model, words, clinic;
};

// Fails only where the widget cannot run: model or words unreadable. What is wrong in the clinic's
// document is left out, the default stands, and a diagnostic tells: errors (a value refused) and
// warnings (an unknown key). Every Error::where starts with the document's name.
struct Diagnostic {
  bool warning = false;
  Error error;
};
Result<Content> read_content(const ContentText &, std::vector<Diagnostic> &found);
// The options of Field::treatment are the presets, then these two.
inline std::size_t not_sure_option(const Content &c) { return c.presets.size(); }
inline std::size_t own_settings_option(const Content &c) { return c.presets.size() + 1; }
// What makes a treatment the one that it is called; all else of it may be another for each visitor.
inline constexpr std::array<Field, 3> kTreatmentFields{Field::device, Field::depth_mm,
                                                       Field::passes};

// A clinic's document that is longer is not read. Bytes.
inline constexpr std::size_t kMaxClinicBytes = 200 * 1024;
// Only the last step of it: the clinic's document (may be empty) over content that stands.
void add_clinic(std::string_view clinic, Content &, std::vector<Diagnostic> &found);

} // namespace rt
