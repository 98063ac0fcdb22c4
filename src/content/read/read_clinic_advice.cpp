#include "content/json/json_writer.h"
#include "content/read/clinic_entry.h"
#include "content/text.h"

#include <algorithm>

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

// Our words where a span has become another: what holds until then, and from then on.
void move_steps(std::vector<AdviceStep> &steps, double from, double to) {
  std::vector<AdviceStep> moved;
  for (AdviceStep &step : steps)
    if (moved.empty() || step.from_h >= from)
      moved.push_back({moved.empty() ? 0 : step.from_h - from + to, std::move(step.words)});
  if (to <= 0 && moved.size() > 1) moved.erase(moved.begin());
  steps = std::move(moved);
}

// The words by time; false where there are none in this language.
bool read_steps(ClinicEntry &row, std::vector<AdviceStep> &out) {
  const json::Value list = row.object.find("steps");
  const Path at(row.at, "steps");
  if (!list) return false;
  if (!list.is(Kind::array) || list.size() == 0 || list.size() > kMostSteps) {
    row.refuse(at, {"Must be a list of 1 to 8 steps such as {\"from_h\": 24, \"words\": \"…\"}."});
    return false;
  }
  constexpr const char *kKnown[] = {"from_h", "words"};
  std::vector<AdviceStep> steps;
  bool words = true;
  for (json::Value one = list.first(); one; one = one.next()) {
    const std::string number = std::to_string(steps.size());
    const Path here(at, number);
    ClinicEntry step{one, here, row.texts, row.diagnostics};
    for (const char *key : kKnown)
      if (!step.has(key)) step.refuse({here, key}, {"Is missing."});
    const double from = step.hours("from_h");
    auto text = step.text("words");
    if (step.fine && !steps.empty() && !(from > steps.back().from_h))
      step.refuse({here, "from_h"}, {"Must be later than in the step before."});
    row.fine = row.fine && step.fine;
    words = words && text;
    steps.push_back({from, std::move(text).value_or("")});
    row.diagnostics.only_known(one, here, kKnown);
  }
  if (!row.fine || !words) return false;
  if (steps[0].from_h > 0) steps.insert(steps.begin(), AdviceStep{});
  out = std::move(steps);
  return true;
}

struct Said {
  std::size_t say = kNotSaid;
  double from = Advice::kNone, until = Advice::kNone;
  bool own_words = false;
};

// What is meant where only times are given: of what is left out for good they are the least.
AdviceSay meaning(const Said &said_now, const Advice &a, bool ours) {
  if (said_now.say != kNotSaid) return static_cast<AdviceSay>(said_now.say);
  if (ours && (a.say == AdviceSay::leave_out || !(said(said_now.from) || said(said_now.until))))
    return a.say;
  return said_now.from > 0 ? AdviceSay::span : AdviceSay::yes;
}

// The clinic's span over what stands in `a`. Words of ours stay where they hold for it too.
void take_span(ClinicEntry &row, Advice &a, Said now, bool ours) {
  const AdviceSay before = a.say, say = meaning(now, a, ours);
  if (say == AdviceSay::leave_out && !said(now.from))
    now.from = std::exchange(now.until, Advice::kNone);
  if (say == AdviceSay::span && !said(now.from))
    return row.refuse({row.at, "from_h"},
                      {"Is missing: from how many hours after the treatment on."});
  if (ours && !now.own_words) {
    if (before == AdviceSay::span && (say == before || say == AdviceSay::yes))
      move_steps(a.steps, a.hours, say == before ? now.from : 0);
    else if (say != before || (say == AdviceSay::leave_out && !said(now.from)))
      a.steps.assign(1, {});
  }
  const double begins = say == AdviceSay::yes ? 0 : now.from;
  if (before == AdviceSay::span && ours && begins < a.min_h)
    row.diagnostics.warning(row.at, {"Is sooner than at the clinics whose sheets we know: from ",
                                     json::number_text(a.min_h), " to ", json::number_text(a.max_h),
                                     " hours. Yours is shown."});
  a.say = say;
  const bool timed = say == AdviceSay::span || say == AdviceSay::leave_out;
  a.hours = timed ? now.from : Advice::kNone;
  a.until_h = now.until;
}

// A row of "advice": a word such as "yes", or an object. True where `a` is the clinic's now.
bool read_after(ClinicEntry &row, Advice &a, bool ours, bool &hidden) {
  constexpr const char *kKnown[] = {"say",   "from_h",   "until_h", "words",   "steps",
                                    "group", "question", "why",     "synonyms"};
  Said now;
  now.say = row.object.is(Kind::object) ? row.choice("say", kSays, kNotSaid)
                                        : row.choice(row.object, row.at, kSays, kNotSaid);
  hidden = now.say == kHidden;
  now.from = row.hours("from_h");
  now.until = row.hours("until_h");
  a.category = static_cast<AdviceCategory>(
      row.choice("group", kGroups, static_cast<std::size_t>(a.category)));
  if (auto question = row.text("question", kQuestion)) a.ask = std::move(*question);
  if (auto why = row.text("why")) a.why = std::move(*why);
  row.synonyms(a.find);
  if (now.from >= now.until) row.refuse({row.at, "until_h"}, {"Must be later than from_h."});
  if (row.has("words") && row.has("steps"))
    row.refuse({row.at, "words"}, {"Stand in the steps already; leave one of them out."});
  now.own_words = read_steps(row, a.steps);
  if (auto words = row.text("words")) {
    a.steps.assign(1, {0, std::move(*words)});
    now.own_words = true;
  }
  row.diagnostics.only_known(row.object, row.at, kKnown);
  const bool speaks = now.say != kNotSaid || said(now.from) || said(now.until);
  if (!speaks && (!ours || row.has("steps")))
    row.refuse({row.at, "say"}, {"Is missing, and so is from_h: what do you tell your patients?"});
  if (!row.fine || hidden || !speaks) return false;
  take_span(row, a, now, ours);
  a.brief = true;
  return row.fine;
}

// A row of "before": so many hours ahead of the visit, or what the clinic must know first.
bool read_before(ClinicEntry &row, Advice &a, bool ours, bool &hidden) {
  constexpr const char *kKnown[] = {"hours_before", "words", "question", "synonyms", "tell"};
  constexpr const char *kOnly[] = {"hidden"};
  if (!row.object.is(Kind::object)) {
    hidden = row.choice(row.object, row.at, kOnly, 1) == 0;
    return false;
  }
  const double hours = row.hours("hours_before");
  const bool tell = row.flag("tell");
  if (auto question = row.text("question", kQuestion)) a.ask = std::move(*question);
  if (auto words = row.text("words")) a.steps.assign(1, {0, std::move(*words)});
  row.synonyms(a.find);
  row.diagnostics.only_known(row.object, row.at, kKnown);
  if (!ours && !row.has("words")) row.refuse({row.at, "words"}, {"Is missing."});
  if (row.has("tell") && (ours || row.has("hours_before")))
    row.refuse({row.at, "tell"}, {"Is for rows of your own without hours_before."});
  if (!row.fine) return false;
  if (tell) a.part = AdvicePart::tell;
  const bool speaks = said(hours) || !ours;
  if (said(hours)) a.hours = hours;
  return speaks;
}

// A row of "people_see": words beside ours; nothing of ours goes.
bool read_see(ClinicEntry &row, Advice &a, bool ours, bool &) {
  constexpr const char *kKnown[] = {"words", "question", "synonyms"};
  const bool short_form = row.object.is(Kind::string);
  const auto words = short_form ? row.diagnostics.text(row.object, row.at, 600) : row.text("words");
  const auto question = row.text("question", kQuestion);
  row.synonyms(a.find);
  row.diagnostics.only_known(row.object, row.at, kKnown);
  row.fine = row.fine && (!short_form || words);
  if (!short_form && !row.has("words")) row.refuse({row.at, "words"}, {"Is missing."});
  if (ours && row.has("question"))
    row.refuse({row.at, "question"}, {"Our sign keeps its name; only words are added to it."});
  if (!row.fine) return false;
  if (ours)
    a.added = words.value_or("");
  else
    a.ask = question.value_or("");
  if (!ours) a.steps.assign(1, {0, words.value_or("")});
  return !ours;
}

struct Section {
  const char *key;
  AdvicePart part;
  std::string_view beginning; // of our keys
  bool (*read)(ClinicEntry &, Advice &, bool ours, bool &hidden);
};
constexpr Section kSections[] = {{"advice", AdvicePart::after, "", read_after},
                                 {"before", AdvicePart::before, "before_", read_before},
                                 {"people_see", AdvicePart::see, "see_", read_see}};

// The times that milestones show are parameters: one span a question, everywhere.
void take_milestone(const Advice &a, Content &content) {
  const std::string name = join({"advice_", a.key, "_h"});
  for (std::size_t i = 0; said(a.hours) && i < kParameters; ++i)
    if (parameter_specs()[i].name == name)
      content.parameters.*parameter_member(static_cast<Parameter>(i)) = a.hours;
}

// Behind the rows of its part.
void add_row(Advice a, std::vector<Advice> &rows) {
  auto end = rows.begin();
  for (auto i = end; i != rows.end(); ++i)
    if (i->part == a.part) end = i + 1;
  rows.insert(end, std::move(a));
}

// Returns whether it was a row of the clinic's own.
void read_row(json::Value value, const Path &here, const Section &section, Content &content,
              const ClinicTexts &texts, Diagnostics &diagnostics, std::size_t &own_rows) {
  std::vector<Advice> &rows = content.advice;
  const std::string key = join({section.beginning, value.key()});
  const auto found = std::find_if(rows.begin(), rows.end(), [&](const Advice &a) {
    return a.key == key && a.part == section.part;
  });
  const bool ours = found != rows.end();
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
  Advice a;
  a.part = section.part;
  a.steps.emplace_back();
  a.date = content.reviewed_on;
  a.sources.emplace_back(kConvention);
  if (ours)
    a = *found;
  else
    a.key = "own_" + key;
  bool hidden = false;
  if (section.read(row, a, ours, hidden))
    a.says = content.clinic.short_name.empty() ? content.word(Word::clinic_yours)
                                               : content.clinic.short_name;
  if (!row.fine) return;
  if (!a.says.empty()) take_milestone(a, content);
  if (hidden && ours)
    rows.erase(found);
  else if (ours)
    *found = std::move(a);
  else if (!a.ask.empty() && !hidden)
    add_row(std::move(a), rows);
  else if (!hidden)
    diagnostics.warning(
        here, {"Has no question in \"", content.language, "\" and is not shown there; add it."});
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
