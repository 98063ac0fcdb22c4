#include "content/format/content_format.h"

#include "content/fields.h"
#include "content/json/json_writer.h"

namespace rt {
namespace {

// One line a text or number, one line a list of names, which no name can break: texts hold no
// control characters. What follows is written once for both ways, so that they cannot part.
constexpr char kEnd = '\n', kBetween = '\t';

constexpr char kLists[] =
#define RT_NAME_1(name) #name ","
#define RT_NAME_2(name, kind) #name ","
    RT_WORDS(RT_NAME_1) RT_FIELDS(RT_NAME_2) RT_PARAMETERS(RT_NAME_2) "advice 1";
#undef RT_NAME_1
#undef RT_NAME_2

constexpr std::uint32_t fnv1a(std::string_view bytes, std::uint32_t hash) {
  for (const char c : bytes) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619u;
  return hash;
}

// Of these lists and of all lines that follow; the first line.
double checksum_of(std::string_view lines) {
  constexpr std::uint32_t kVersion = fnv1a(kLists, 2166136261u);
  return fnv1a(lines, kVersion);
}

class Writer {
public:
  const std::string &lines() const { return out_; }
  void text(std::string &value) { (out_ += value) += kEnd; }
  void number(double &value) {
    // Not set: an empty line.
    if (value == value) out_ += json::number_text(value);
    out_ += kEnd;
  }
  void flag(bool &value) { out_ += value ? "1\n" : "\n"; }
  void grade(char &value) { (out_ += value) += kEnd; }
  template <class T> void choice(T &value, std::size_t) {
    auto place = static_cast<double>(value);
    number(place);
  }
  void names(std::vector<std::string> &values) {
    const char *before = "";
    for (const std::string &value : values) {
      (out_ += before) += value;
      before = "\t";
    }
    out_ += kEnd;
  }
  template <class T> void count(std::vector<T> &values) {
    auto size = static_cast<double>(values.size());
    number(size);
  }

private:
  std::string out_;
};

// Gives empty values once something was wrong.
class Reader {
public:
  explicit Reader(std::string_view bytes) : rest_(bytes) {
    double checksum = 0;
    number(checksum);
    wrong_ = checksum != checksum_of(rest_);
  }

  void text(std::string &value) { value = line(); }
  void number(double &value) {
    const std::string_view digits = line();
    value = digits.empty() ? kNotSet : json::parse_number(digits);
  }
  void flag(bool &value) { value = !line().empty(); }
  void grade(char &value) {
    const std::string_view one = line();
    wrong_ |= one.size() != 1;
    value = one.empty() ? ' ' : one[0];
  }
  template <class T> void choice(T &value, std::size_t count) {
    double place = 0;
    number(place);
    wrong_ |= !(place >= 0 && place < static_cast<double>(count));
    value = wrong_ ? T{} : static_cast<T>(static_cast<int>(place));
  }
  void names(std::vector<std::string> &values) {
    std::string_view rest = line();
    for (;;) {
      const std::size_t end = rest.find(kBetween);
      values.emplace_back(rest.substr(0, end));
      if (end == rest.npos) return;
      rest.remove_prefix(end + 1);
    }
  }
  template <class T> void count(std::vector<T> &values) {
    double size = 0;
    number(size);
    // Each entry has a line at least: no count can ask for more memory than its document has.
    const bool fits = size >= 0 && size <= static_cast<double>(rest_.size());
    wrong_ |= !fits;
    values.resize(fits ? static_cast<std::size_t>(size) : 0);
  }

  bool whole() const { return !wrong_ && rest_.empty(); }

private:
  std::string_view line() {
    const std::size_t end = rest_.find(kEnd);
    if (end == rest_.npos || wrong_) {
      wrong_ = true;
      return {};
    }
    const std::string_view found = rest_.substr(0, end);
    rest_.remove_prefix(end + 1);
    return found;
  }

  std::string_view rest_;
  bool wrong_ = false;
};

// Members are taken one after another over all entries: neighbors that look alike compress well.
template <class Way> void model_part(Way &way, Content &c) {
  way.text(c.version);
  way.text(c.reviewed_on);
  way.text(c.next_review_on);
  for (FieldSpec &field : c.fields) {
    way.text(field.unit);
    way.number(field.min);
    way.number(field.max);
    way.number(field.step);
    way.number(field.initial);
    way.flag(field.hidden);
    for (Option &option : field.options) way.flag(option.hidden);
  }
  for (SourcedParameter &p : c.sourced_parameters) way.number(p.value);
  for (SourcedParameter &p : c.sourced_parameters) way.number(p.min);
  for (SourcedParameter &p : c.sourced_parameters) way.number(p.max);
  for (SourcedParameter &p : c.sourced_parameters) way.grade(p.strength);
  for (SourcedParameter &p : c.sourced_parameters) way.text(p.date);
  for (SourcedParameter &p : c.sourced_parameters) way.names(p.sources);
  way.count(c.advice);
  for (Advice &a : c.advice) way.text(a.key);
  for (Advice &a : c.advice) {
    way.choice(a.part, kAdviceParts);
    way.choice(a.say, kAdviceSays);
    way.choice(a.category, kAdviceCategories);
    way.flag(a.brief);
    way.flag(a.rf);
    for (double *h : {&a.hours, &a.until_h, &a.min_h, &a.max_h}) way.number(*h);
    way.count(a.steps);
    for (AdviceStep &step : a.steps) way.number(step.from_h);
    way.choice(a.shows, kAdviceShown);
    way.grade(a.strength);
    way.text(a.date);
    way.names(a.sources);
  }
  way.count(c.presets);
  for (Preset &preset : c.presets) {
    way.text(preset.key);
    way.names(preset.sources);
    way.count(preset.values);
    for (auto &[field, value] : preset.values) {
      way.choice(field, kFields);
      way.number(value);
    }
  }
  way.count(c.studies);
  for (Study &study : c.studies) {
    way.text(study.citation);
    way.names(study.rows);
  }
}

template <class Way> void words_part(Way &way, Content &c) {
  way.text(c.language);
  way.flag(c.right_to_left);
  for (FieldSpec &field : c.fields) {
    way.text(field.label);
    way.text(field.explanation);
    for (Option &option : field.options) way.text(option.label);
  }
  for (std::string &word : c.words) way.text(word);
  way.count(c.plurals);
  for (PluralWord &plural : c.plurals) {
    way.choice(plural.word, kWords);
    for (std::string &form : plural.forms) way.text(form);
  }
  for (SourcedParameter &p : c.sourced_parameters) way.text(p.sentence);
  for (Preset &preset : c.presets) {
    way.text(preset.name);
    way.text(preset.purpose);
  }
  for (Advice &a : c.advice) way.text(a.ask);
  for (Advice &a : c.advice)
    for (AdviceStep &step : a.steps) way.text(step.words);
  for (Advice &a : c.advice) way.text(a.why);
  for (Advice &a : c.advice) way.text(a.find);
}

} // namespace

SerializedContent serialize(const Content &content) {
  // Both ways share one description, which may change what it walks over.
  Content copy = content;
  // Made anew of the presets by whoever reads it.
  copy.fields[static_cast<std::size_t>(Field::treatment)].options.clear();
  Writer model, words;
  model_part(model, copy);
  words_part(words, copy);
  return {with_checksum(model.lines()), with_checksum(words.lines())};
}

std::string with_checksum(const std::string &lines) {
  return json::number_text(checksum_of(lines)) + kEnd + lines;
}

Result<Content> deserialize(std::string_view model, std::string_view words) {
  Content content;
  for (std::size_t i = 0; i < kFields; ++i) content.fields[i] = bare_field(static_cast<Field>(i));
  content.sourced_parameters.resize(kParameters);
  Reader numbers(model), texts(words);
  model_part(numbers, content);
  words_part(texts, content);
  for (const auto &[reader, name] : {std::pair{&numbers, "model"}, {&texts, "words"}})
    if (!reader->whole())
      return Error{name, "Is damaged or belongs to another version. Reload the page; if that does "
                         "not help, the folder of the widget must be copied again."};
  for (std::size_t i = 0; i < kParameters; ++i) {
    SourcedParameter &sourced = content.sourced_parameters[i];
    sourced.unit = parameter_unit(static_cast<Parameter>(i));
    content.parameters.*parameter_member(static_cast<Parameter>(i)) = sourced.value;
  }
  offer_treatments(content);
  return content;
}

} // namespace rt
