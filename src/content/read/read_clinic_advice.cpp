#include "content/json/json_writer.h"
#include "content/read/clinic_entry.h"
#include "content/text.h"

#include <algorithm>
#include <cmath>

namespace rt {
namespace {

using json::Kind;

constexpr std::size_t kMostOwnRows = 60, kMostSteps = 8, kQuestion = 80;

bool said(double hours) { return hours == hours; }

constexpr const char *kSays[] = {"span", "yes", "ask", "leave_out", "hidden"};
constexpr std::size_t kHidden = kAdviceSays, kNotSaid = kHidden + 1;
constexpr const char *kGroups[] = {
#define RT_ADVICE_NAME(name) #name,
    RT_ADVICE_CATEGORIES(RT_ADVICE_NAME)
#undef RT_ADVICE_NAME
};

// What a row says, before it is known whether all of it holds.
struct Given {
  std::size_t say = kNotSaid;
  double from = Advice::kNone, until = Advice::kNone;
  std::size_t group = 0;
  bool tell = false, speaks = false;
  std::optional<std::string> question, why, words;
  std::vector<AdviceStep> steps;
  std::string find;
};

// Our words where a span has become another: what holds until then, and from then on.
void move_steps(std::vector<AdviceStep> &steps, double from, double to) {
  std::size_t kept = 1;
  for (std::size_t i = 1; i < steps.size(); ++i) {
    if (steps[i].from_h < from) continue;
    const double at = steps[i].from_h - from + to;
    // Where nobody waits, only what holds from then on.
    if (at <= 0) kept = 0;
    if (i != kept) steps[kept].words = std::move(steps[i].words);
    steps[kept++].from_h = at;
  }
  steps.resize(kept);
}

// One text for all times.
void one_step(std::vector<AdviceStep> &steps, std::string words) {
  steps.resize(1);
  steps[0].from_h = 0;
  steps[0].words = std::move(words);
}

// The words by time; none where they are not in this language.
void read_steps(ClinicEntry &row, std::vector<AdviceStep> &steps) {
  const json::Value list = row.object.find("steps");
  const Path at(row.at, "steps");
  if (!list) return;
  if (!list.is(Kind::array) || list.size() == 0 || list.size() > kMostSteps)
    return row.refuse(at, {"Must be a list of 1 to 8 steps such as {\"from_h\": 24, \"words\": "
                           "\"…\"}."});
  constexpr const char *kKnown[] = {"from_h", "words"};
  bool words = true;
  double last = -1;
  std::size_t place = 0;
  for (json::Value one = list.first(); one; one = one.next()) {
    // What holds before the first step is nothing.
    if (steps.empty() && one.find("from_h").number() > 0) steps.resize(1);
    const std::string number = std::to_string(place++);
    const Path here(at, number);
    ClinicEntry step{one, here, row.texts, row.diagnostics};
    for (const char *key : kKnown)
      if (!step.has(key)) step.refuse({here, key}, {"Is missing."});
    const double from = step.hours("from_h");
    auto text = step.text("words");
    if (step.fine && !(from > last))
      step.refuse({here, "from_h"}, {"Must be later than in the step before."});
    last = from;
    row.fine = row.fine && step.fine;
    words = words && text;
    steps.resize(steps.size() + 1);
    steps.back().from_h = from;
    steps.back().words = std::move(text).value_or("");
    row.diagnostics.only_known(one, here, kKnown);
  }
  if (!words) steps.clear();
}

// What is meant where only times are given: of what is left out for good they are the least.
AdviceSay meaning(const Given &given, AdviceSay before, bool ours) {
  if (given.say != kNotSaid) return static_cast<AdviceSay>(given.say);
  if (ours && before == AdviceSay::leave_out) return before;
  return given.from > 0 ? AdviceSay::span : AdviceSay::yes;
}

// A row of "advice": a word such as "yes", or an object.
void read_after(ClinicEntry &row, const Advice *ours, Given &given) {
  constexpr const char *kKnown[] = {"say",   "from_h",   "until_h", "words",   "steps",
                                    "group", "question", "why",     "synonyms"};
  const bool word = !row.object.is(Kind::object);
  given.say = row.choice(word ? row.object : row.object.find("say"),
                         word ? row.at : Path(row.at, "say"), kSays, kNotSaid);
  given.from = row.hours("from_h");
  given.until = row.hours("until_h");
  given.group = row.choice("group", kGroups, ours ? static_cast<std::size_t>(ours->category) : 0);
  given.why = row.text("why");
  read_steps(row, given.steps);
  row.diagnostics.only_known(row.object, row.at, kKnown);
  if (given.from >= given.until) row.refuse({row.at, "until_h"}, {"Must be later than from_h."});
  if (row.has("words") && row.has("steps"))
    row.refuse({row.at, "words"}, {"Stand in the steps already; leave one of them out."});
  given.speaks = given.say != kNotSaid || said(given.from) || said(given.until);
  if (!given.speaks && (!ours || row.has("steps")))
    row.refuse({row.at, "say"}, {"Is missing, and so is from_h: what do you tell your patients?"});
  const AdviceSay before = ours ? ours->say : AdviceSay::span;
  if (given.speaks && given.say != kHidden && meaning(given, before, ours) == AdviceSay::span &&
      !said(given.from))
    row.refuse({row.at, "from_h"}, {"Is missing: from how many hours after the treatment on."});
}

// A row of "before": so many hours ahead of the visit, or what the clinic must know first.
void read_before(ClinicEntry &row, const Advice *ours, Given &given) {
  constexpr const char *kKnown[] = {"hours_before", "words", "question", "synonyms", "tell"};
  constexpr const char *kOnly[] = {"hidden"};
  if (!row.object.is(Kind::object)) {
    if (row.choice(row.object, row.at, kOnly, 1) == 0) given.say = kHidden;
    return;
  }
  given.from = row.hours("hours_before");
  given.tell = row.flag("tell");
  given.speaks = said(given.from) || !ours;
  row.diagnostics.only_known(row.object, row.at, kKnown);
  if (!ours && !row.has("words")) row.refuse({row.at, "words"}, {"Is missing."});
  if (row.has("tell") && (ours || row.has("hours_before")))
    row.refuse({row.at, "tell"}, {"Is for rows of your own without hours_before."});
}

// A row of "people_see": words beside ours; nothing of ours goes.
void read_see(ClinicEntry &row, const Advice *ours, Given &given) {
  constexpr const char *kKnown[] = {"words", "question", "synonyms"};
  given.speaks = !ours;
  if (row.object.is(Kind::string)) {
    given.words = row.diagnostics.text(row.object, row.at, 600);
    row.fine = row.fine && given.words;
    return;
  }
  row.diagnostics.only_known(row.object, row.at, kKnown);
  if (!row.has("words")) row.refuse({row.at, "words"}, {"Is missing."});
  if (ours && row.has("question"))
    row.refuse({row.at, "question"}, {"Our sign keeps its name; only words are added to it."});
}

struct Section {
  const char *key;
  AdvicePart part;
  std::string_view beginning; // of our keys
  void (*read)(ClinicEntry &, const Advice *ours, Given &);
};
constexpr Section kSections[] = {{"advice", AdvicePart::after, "", read_after},
                                 {"before", AdvicePart::before, "before_", read_before},
                                 {"people_see", AdvicePart::see, "see_", read_see}};

// The clinic's span over what stands in `a`. Words of ours stay where they hold for it too.
void take_span(const ClinicEntry &row, Advice &a, Given &given, bool ours) {
  const AdviceSay before = a.say, say = meaning(given, before, ours);
  if (say == AdviceSay::leave_out && !said(given.from))
    given.from = std::exchange(given.until, Advice::kNone);
  const bool waited = ours && before == AdviceSay::span;
  const double begins = say == AdviceSay::yes ? 0 : given.from;
  if (waited && (say == before || say == AdviceSay::yes))
    move_steps(a.steps, a.hours, begins);
  else if (ours && (say != before || (say == AdviceSay::leave_out && !said(given.from))))
    one_step(a.steps, {});
  if (waited && begins < a.min_h)
    row.diagnostics.warning(row.at, {"Is sooner than at the clinics whose sheets we know: from ",
                                     json::number_text(a.min_h), " to ", json::number_text(a.max_h),
                                     " hours. Yours is shown."});
  a.say = say;
  const bool timed = say == AdviceSay::span || say == AdviceSay::leave_out;
  a.hours = timed ? given.from : Advice::kNone;
  a.until_h = given.until;
  a.brief = true;
}

void take_row(const ClinicEntry &row, Advice &a, Given &given, bool ours) {
  if (given.tell) a.part = AdvicePart::tell;
  if (a.part == AdvicePart::after) {
    a.category = static_cast<AdviceCategory>(given.group);
    if (given.speaks) take_span(row, a, given, ours);
  } else if (said(given.from)) {
    a.hours = given.from;
  }
  a.find += given.find;
  if (given.question) a.ask = std::move(*given.question);
  if (given.why) a.why = std::move(*given.why);
  if (!given.steps.empty()) a.steps = std::move(given.steps);
  if (given.words && ours && a.part == AdvicePart::see)
    a.added = std::move(*given.words);
  else if (given.words)
    one_step(a.steps, std::move(*given.words));
}

// The times that milestones show are parameters, and that of the next session is a setting: one span a
// question, everywhere.
void take_milestone(const Advice &a, Content &content) {
  FieldSpec &weeks = content.fields[static_cast<std::size_t>(Field::weeks_between)];
  if (a.key == "next_session" && a.hours > 0)
    weeks.initial = std::clamp(std::ceil(a.hours / 168), weeks.min, weeks.max);
  const std::string name = join({"advice_", a.key, "_h"});
  for (std::size_t i = 0; said(a.hours) && i < kParameters; ++i)
    if (parameter_specs()[i].name == name)
      content.parameters.*parameter_member(static_cast<Parameter>(i)) = a.hours;
}

void read_row(json::Value value, const Path &here, const Section &section, Content &content,
              const ClinicTexts &texts, Diagnostics &diagnostics, std::size_t &own_rows) {
  std::vector<Advice> &rows = content.advice;
  const std::string key = join({section.beginning, value.key()});
  std::size_t place = 0;
  while (place < rows.size() && (rows[place].key != key || rows[place].part != section.part))
    ++place;
  const bool ours = place < rows.size();
  ClinicEntry row{value, here, texts, diagnostics};
  if (!is_key(value.key())) return row.refuse(here, {"A row's name is of a-z, 0-9 and _."});
  if (!ours && !row.has("question")) {
    std::vector<const char *> known;
    for (const Advice &a : rows)
      if (a.part == section.part) known.push_back(a.key.c_str() + section.beginning.size());
    return row.refuse(here,
                      {"No row of ours has this name, and one of your own needs its question.",
                       did_you_mean(value.key(), known)});
  }
  if (!ours && ++own_rows > kMostOwnRows)
    return row.refuse(here, {"At most 60 rows of your own are shown."});
  Given given;
  section.read(row, ours ? &rows[place] : nullptr, given);
  given.question = row.text("question", kQuestion);
  if (!given.words) given.words = row.text("words");
  row.synonyms(given.find);
  if (!row.fine) return;
  if (given.say == kHidden) {
    // It stands in no part any more.
    if (ours) rows[place].part = kNoPart;
    return;
  }
  if (!ours && !given.question)
    return diagnostics.warning(
        here, {"Has no question in \"", content.language, "\" and is not shown there; add it."});
  if (!ours) {
    rows.resize(place + 1);
    rows[place].key = "own_" + key;
    rows[place].part = section.part;
    one_step(rows[place].steps, {});
  }
  Advice &a = rows[place];
  take_row(row, a, given, ours);
  if (!given.speaks) return;
  a.says = content.clinic.short_name.empty() ? content.word(Word::clinic_yours)
                                             : content.clinic.short_name;
  take_milestone(a, content);
}

// What the clinic adds to when to call it.
void read_call(json::Value object, const Path &at, Content &content, const ClinicTexts &texts,
               Diagnostics &diagnostics) {
  constexpr const char *kLevels[] = {"emergency", "at_once", "within_24h", "within_days"};
  static_assert(std::size(kLevels) == kCallLevels);
  for (std::size_t i = 0; i < kCallLevels; ++i)
    content.call_more[i] = texts.read(object.find(kLevels[i]), {at, kLevels[i]}, diagnostics, 600);
  diagnostics.only_known(object, at, kLevels);
}

} // namespace

void read_clinic_advice(json::Value root, const Path &document, Content &content,
                        const ClinicTexts &texts) {
  Diagnostics diagnostics(texts.found(), "This row is left out.");
  for (const Section &section : kSections) {
    const Path at(document, section.key);
    const json::Value rows = diagnostics.member(root, document, section.key, Kind::object, false);
    std::size_t own_rows = 0;
    for (json::Value child = rows.first(); child; child = child.next())
      read_row(child, {at, child.key()}, section, content, texts, diagnostics, own_rows);
  }
  Diagnostics of_call(texts.found(), "Ours stands.");
  read_call(of_call.member(root, document, "when_to_call", Kind::object, false),
            {document, "when_to_call"}, content, texts, of_call);
}

} // namespace rt
