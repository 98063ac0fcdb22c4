#include "content/fields.h"
#include "content/read/diagnostics.h"
#include "content/text.h"

namespace rt {
namespace {

using json::Kind;

// Words that no clinic changes, from one to another in their list, and the reason it is told. What
// each is for stands in README.md.
struct Protected {
  Word first, last;
  const char *reason;
};
constexpr char kCall[] = "When to call stays as it is; \"when_to_call\" adds to it.",
               kUse[] = "The intended use is the same everywhere.",
               kPicture[] = "Pictures must be known as an illustration.",
               kRisk[] = "Risks, and who should ask first, are the same everywhere.",
               kStrength[] = "How strong the evidence is belongs to the evidence.",
               kHedge[] = "How far people and clinics differ belongs to the numbers.";
constexpr Protected kProtected[] = {{Word::call_title, Word::call_note, kCall},
                                    {Word::call_us, Word::call_us, kCall},
                                    {Word::care_never, Word::care_never, kCall},
                                    {Word::care_phase_3, Word::care_phase_3, kCall},
                                    {Word::intended_use, Word::version_line, kUse},
                                    {Word::care_see_lead, Word::care_see_lead, kUse},
                                    {Word::about_page, Word::about_page_privacy, kUse},
                                    {Word::about_access_text, Word::about_access_text, kUse},
                                    {Word::illustration, Word::illustration_note, kPicture},
                                    {Word::deep_tone, Word::deep_tone, kRisk},
                                    {Word::care_tell, Word::care_tell_lead, kRisk},
                                    {Word::about_risks, Word::about_who_rf, kRisk},
                                    {Word::care_strength_a, Word::care_strength_e, kStrength},
                                    {Word::care_prp, Word::care_prp, kStrength},
                                    {Word::care_bar, Word::care_usual, kStrength},
                                    {Word::effect_unmeasured, Word::effect_note, kStrength},
                                    {Word::results_differ, Word::results_raters, kStrength},
                                    {Word::results_prp, Word::results_prp, kStrength},
                                    {Word::about_numbers, Word::about_numbers_text, kStrength},
                                    {Word::about_studies, Word::about_convention, kStrength},
                                    {Word::advice, Word::advice, kHedge},
                                    {Word::answer_lead, Word::answer_clinics, kHedge},
                                    {Word::legend_people, Word::day_red_none, kHedge},
                                    {Word::lanes_legend, Word::lane_over_of, kHedge},
                                    {Word::clinics_differ, Word::longer_than_studies, kHedge},
                                    {Word::event_chance, Word::event_clinics, kHedge},
                                    {Word::sign_summary_seen, Word::sign_summary_few, kHedge},
                                    {Word::results_lead, Word::results_answer, kHedge},
                                    {Word::results_bands, Word::results_mark, kHedge},
                                    {Word::plan_so_that, Word::plan_margin, kHedge},
                                    {Word::calendar_book_by_text, Word::calendar_span_text, kHedge},
                                    {Word::sheet_ranges, Word::sheet_ranges, kHedge},
                                    {Word::care_for_clinics, Word::care_no_time, kHedge},
                                    {Word::clinic_says, Word::beyond_studies, kHedge},
                                    {Word::care_see_note, Word::care_see_note, kHedge}};

// Null where a clinic may change the word.
const char *protection(std::size_t word) {
  for (const Protected &part : kProtected)
    if (word >= static_cast<std::size_t>(part.first) && word <= static_cast<std::size_t>(part.last))
      return part.reason;
  return nullptr;
}

void read_fields(json::Value fields, const Path &at, Content &content, const ClinicTexts &texts,
                 Diagnostics &diagnostics) {
  for (json::Value child = fields.first(); child; child = child.next()) {
    const Path here(at, child.key());
    const std::optional<Field> f = find_field(child.key());
    if (f == Field::treatment) continue; // its options are the treatments, which come later
    if (f) {
      read_field(*f, content.fields[static_cast<std::size_t>(*f)], child, here, FieldSource::clinic,
                 diagnostics, &texts);
    } else {
      diagnostics.unknown_key(here, field_keys());
    }
  }
}

void read_word_of_clinic(json::Value child, const Path &here, bool shown, Content &content,
                         Diagnostics &diagnostics) {
  std::size_t index = 0;
  while (index < kWords && child.key() != word_keys()[index]) ++index;
  if (index == kWords) {
    diagnostics.unknown_key(here, word_keys());
  } else if (const char *reason = protection(index)) {
    diagnostics.error(here, {"Cannot be changed. ", reason});
  } else if (auto given = read_word(child, here, diagnostics); given && shown) {
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

// By language; a text outside of one, as it was once written, is of every language.
void read_word_overrides(json::Value words, const Path &at, Content &content,
                         const ClinicTexts &texts, Diagnostics &diagnostics) {
  const json::Value mine = texts.own(words);
  bool old = false;
  for (json::Value child = words.first(); child; child = child.next()) {
    const Path here(at, child.key());
    const bool plural = child.is(Kind::object) && child.find("other");
    if (!child.is(Kind::object) || plural || !language_tag(child.key())) {
      old = true;
      read_word_of_clinic(child, here, true, content, diagnostics);
      continue;
    }
    for (json::Value word = child.first(); word; word = word.next())
      read_word_of_clinic(word, {here, word.key()}, mine && child.key() == mine.key(), content,
                          diagnostics);
  }
  if (old)
    diagnostics.warning(at, {"Texts stand by language now: \"words\": {\"en\": {…}}. These are "
                             "used in every language."});
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

bool begins(std::string_view text, std::string_view with) {
  return text.substr(0, with.size()) == with;
}

bool without(std::string_view text, std::string_view characters) {
  return text.find_first_of(characters) == text.npos;
}

// An address that a visitor may safely follow: nothing that runs, and nothing that can be read on the
// way.
std::string read_address(json::Value value, const Path &at, Diagnostics &diagnostics) {
  const std::optional<std::string> text = diagnostics.text(value, at, 500);
  if (!text) return {};
  const bool page = begins(*text, "https://") && text->size() > 8,
             mail = begins(*text, "mailto:") && text->find('@') != text->npos;
  if ((page || mail) && without(*text, " \"'<>\\`")) return *text;
  diagnostics.error(at, {"Must begin with https:// or mailto:, without spaces or quotes: other "
                         "links are not safe to follow. It is ",
                         in_quotes(*text), "."});
  return {};
}

// Drawn by the page: here only what it may be.
void check_logo(json::Value value, const Path &at, Diagnostics &diagnostics) {
  const std::optional<std::string> text = diagnostics.text(value, at, 100000);
  if (!text) return;
  bool data = false;
  for (const char *kind : {"png", "jpeg", "webp", "svg+xml"})
    data = data || begins(*text, join({"data:image/", kind, ";base64,"}));
  const bool address = without(*text, ":\\") && !begins(*text, "//");
  if (!(data || address) || !without(*text, " \"'<>"))
    diagnostics.error(at, {"Must be an address on this site such as \"/logo.svg\", or "
                           "data:image/png;base64,… (also jpeg, webp, svg+xml)."});
}

void read_about_clinic(json::Value object, const Path &at, Clinic &clinic, const ClinicTexts &texts,
                       Diagnostics &diagnostics) {
  constexpr const char *kKnown[] = {"name", "short_name", "phone", "book", "site", "hours", "logo"};
  for (json::Value child = object.first(); child; child = child.next()) {
    const Path here(at, child.key());
    const std::string_view key = child.key();
    if (key == "name")
      clinic.name = texts.read(child, here, diagnostics, 80);
    else if (key == "short_name")
      clinic.short_name = texts.read(child, here, diagnostics, 30);
    else if (key == "hours")
      clinic.hours = texts.read(child, here, diagnostics, 120);
    else if (key == "phone")
      read_phone(child, here, clinic, diagnostics);
    else if (key == "book")
      clinic.book = read_address(child, here, diagnostics);
    else if (key == "site")
      clinic.site = read_address(child, here, diagnostics);
    else if (key == "logo")
      check_logo(child, here, diagnostics);
    else
      diagnostics.unknown_key(here, kKnown);
  }
  if (clinic.short_name.empty() && clinic.name.size() <= 30) clinic.short_name = clinic.name;
}

// Which views, in their order. About holds the risks and who should ask first: it is always there.
void read_views(json::Value list, const Path &at, Content &content, Diagnostics &diagnostics) {
  FieldSpec &spec = content.fields[static_cast<std::size_t>(Field::view)];
  std::vector<std::uint8_t> views;
  const auto shown = [&](std::size_t view) {
    for (const std::uint8_t one : views)
      if (one == view) return true;
    return false;
  };
  std::size_t place = 0;
  for (json::Value child = list.first(); child; child = child.next(), ++place) {
    const std::string number = std::to_string(place);
    const Result<double> view = read_field_value(Field::view, spec, child);
    if (!view)
      diagnostics.error({at, number}, {view.error().what});
    else if (shown(static_cast<std::size_t>(view.value())))
      diagnostics.error({at, number}, {"Stands here twice; name each view once."});
    else
      views.push_back(static_cast<std::uint8_t>(view.value()));
  }
  if (!list) return;
  const std::size_t about = spec.options.size() - 1;
  if (!shown(about)) {
    diagnostics.error(at, {"Must hold \"about\": the risks, and who should ask first, stand there. "
                           "It is added."});
    views.push_back(static_cast<std::uint8_t>(about));
  }
  spec.initial = views.front();
  content.views = std::move(views);
}

// Used by the page; here only what they may be.
void check_theme(json::Value object, const Path &at, Diagnostics &diagnostics) {
  constexpr const char *kKnown[] = {"accent", "background", "surface", "text", "radius"};
  for (const char *key : kKnown)
    if (const json::Value value = object.find(key))
      if (const auto text = diagnostics.text(value, {at, key}, 80);
          text && !without(*text, ";{}<>"))
        diagnostics.error({at, key}, {"Must be one CSS value such as \"#7a2d42\"."});
  diagnostics.only_known(object, at, kKnown);
}

// The treatments; also by their former name.
void read_clinic_treatments(json::Value root, const Path &document, Content &content,
                            const ClinicTexts &texts, Diagnostics &diagnostics) {
  const Path presets_at(document, "presets"), at(document, "treatments");
  const json::Value now = diagnostics.member(root, document, "treatments", Kind::array, false);
  const json::Value before = diagnostics.member(root, document, "presets", Kind::array, false);
  if (before)
    diagnostics.warning(presets_at, {"Is called \"treatments\" now; please rename it.",
                                     now ? " It is passed over for \"treatments\"." : ""});
  keep_possible_treatments(content);
  read_presets(now ? now : before, now ? at : presets_at, content, texts);
}

} // namespace

void read_clinic(json::Value root, const Path &document, Content &content,
                 std::vector<Diagnostic> &found) {
  constexpr const char *kKnown[] = {"format", "clinic",     "treatments",   "presets", "advice",
                                    "before", "people_see", "when_to_call", "fields",  "views",
                                    "words",  "theme",      "$schema"};
  Diagnostics diagnostics(found, "The default stays.");
  const ClinicTexts texts(content.language, found);
  if (!root.is(Kind::object)) {
    diagnostics.error(document,
                      {"Must be an object { } with clinic, treatments, advice, fields or words."});
    return;
  }
  if (const json::Value format = root.find("format"); format && format.number() != 1)
    diagnostics.mismatch({document, "format"}, "1", format);
  const auto member = [&](const char *key, Kind kind) {
    return diagnostics.member(root, document, key, kind, false);
  };
  const Path fields_at(document, "fields");
  read_about_clinic(member("clinic", Kind::object), {document, "clinic"}, content.clinic, texts,
                    diagnostics);
  const json::Value fields = member("fields", Kind::object);
  read_fields(fields, fields_at, content, texts, diagnostics);
  read_clinic_treatments(root, document, content, texts, diagnostics);
  read_word_overrides(member("words", Kind::object), {document, "words"}, content, texts,
                      diagnostics);
  read_clinic_advice(root, document, content, texts);
  read_views(member("views", Kind::array), {document, "views"}, content, diagnostics);
  check_theme(member("theme", Kind::object), {document, "theme"}, diagnostics);
  offer_treatments(content);
  if (const json::Value treatment = fields.find(field_key(Field::treatment)))
    read_field(Field::treatment, content.fields[static_cast<std::size_t>(Field::treatment)],
               treatment, {fields_at, field_key(Field::treatment)}, FieldSource::clinic,
               diagnostics, &texts);
  diagnostics.only_known(root, document, kKnown);
}

} // namespace rt
