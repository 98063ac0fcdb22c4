#include "ui/export/baseline.h"

#include "model/projection.h"
#include "ui/draw/glyph_cache.h"
#include "ui/words/advice_words.h"
#include "ui/words/durations.h"
#include "ui/words/phrases.h"

#include <imgui.h>

#include <cmath>
#include <span>
#include <utility>
#include <vector>

namespace rt {

namespace {

class Html {
public:
  using Attributes = std::vector<std::pair<const char *, std::string>>;
  void open(const char *tag, const Attributes &with = {}) {
    out_ += '<';
    out_ += tag;
    for (const auto &[name, value] : with) {
      out_ += std::string(" ") + name + "=\"";
      escape(value);
      out_ += '"';
    }
    out_ += '>';
    tags_.push_back(tag);
  }
  void close() {
    out_ += std::string("</") + tags_.back() + ">";
    tags_.pop_back();
    if (tags_.size() < 2) out_ += '\n';
  }
  // Bold marks of the words say nothing here.
  void escape(std::string_view text) {
    for (std::size_t i = 0; i < text.size(); ++i) {
      if (text.substr(i, 2) == "**")
        ++i;
      else if (text[i] == '&')
        out_ += "&amp;";
      else if (text[i] == '<')
        out_ += "&lt;";
      else if (text[i] == '"')
        out_ += "&quot;";
      else
        out_ += text[i];
    }
  }
  void empty(const char *tag, const Attributes &with) {
    open(tag, with);
    tags_.pop_back();
    out_.back() = '/';
    out_ += '>';
  }
  void put(const char *tag, const std::string &text, const char *of_class = nullptr) {
    if (of_class)
      open(tag, {{"class", of_class}});
    else
      open(tag);
    escape(text);
    close();
  }
  std::string take() { return std::move(out_); }

private:
  std::string out_;
  std::vector<const char *> tags_;
};

// What words are made from, where nothing is drawn.
struct Wordless {
  explicit Wordless(Host &host) : cache(host), pen(list, cache, 320, 1, 1, false, true) {}
  ImDrawList list{nullptr};
  GlyphCache cache;
  Pen pen;
  Theme theme{};
  std::vector<SemanticNode> nodes;
  std::vector<SkinPicture> skin;
  std::vector<Action> actions;
  UiMemory memory;
  Cursor cursor = Cursor::standard;
};

// Of each option of Field::treatment: the presets, then all of them together; none without presets.
std::vector<Projection> project_each(const Content &content, const State &state,
                                     const Population &people) {
  const std::size_t presets = content.presets.size();
  if (presets == 0) return {};
  std::vector<Projection> options(presets + 1);
  std::vector<Factors> all;
  for (std::size_t i = 0; i < presets; ++i) {
    all.push_back(factors_of(state, content, i));
    project(content.parameters, all[i], people, TimeAxis{}, options[i]);
  }
  project_pooled(content.parameters, all, people, TimeAxis{}, options[presets]);
  return options;
}

const MilestoneTime &time_of(const Projection &p, Milestone m) {
  return p.milestone[static_cast<std::size_t>(m)];
}

void put_answer(Html &html, const Ui &ui, const Projection &projection) {
  const MilestoneTime &red = time_of(projection, Milestone::not_visibly_red);
  html.open("h2");
  html.put("span", ui.word(Word::answer_lead));
  html.escape(" ");
  html.put("strong", duration_range(ui, red.hours));
  html.close();
  html.put("p", ui.word(Word::answer_people));
  html.put("p",
           fill(ui.word(Word::answer_clinics), {{"range", duration_range(ui, red.hours_anywhere)}}),
           "rt-note");
}

void put_option(Html &html, const Ui &ui, std::size_t option, bool on, const Projection &of) {
  const Option &treatment = ui.content.field(Field::treatment).options[option];
  html.open("label");
  // Of no form: what a visitor chooses is never sent with one of the page.
  Html::Attributes attributes{
      {"type", "radio"}, {"form", ""}, {"name", "rt-pick"}, {"value", treatment.key}};
  if (on) attributes.emplace_back("checked", "");
  html.empty("input", attributes);
  html.escape(treatment.label);
  html.close();
  html.open("div", {{"class", "rt-of"}});
  put_answer(html, ui, of);
  html.close();
}

// The answer for each treatment. web/short.css shows the one whose button is on; where a browser cannot do
// that, the first one alone.
void put_answers(Html &html, const Ui &ui, std::span<const Projection> each) {
  const std::size_t on = ui.state.treatment;
  if (ui.content.field(Field::treatment).hidden || on >= each.size())
    return put_answer(html, ui, ui.results.projection);
  html.open("div",
            {{"class", "rt-pick"}, {"role", "radiogroup"}, {"aria-label", treatment_title(ui)}});
  put_option(html, ui, on, true, ui.results.projection);
  for (std::size_t option = 0; option < each.size(); ++option)
    if (option != on) put_option(html, ui, option, false, each[option]);
  html.close();
}

void put_call(Html &html, const Ui &ui) {
  html.open("div", {{"class", "rt-call"}});
  if (const std::string &phone = ui.content.clinic.phone; !phone.empty()) {
    std::string dialed = "tel:";
    for (const char c : phone)
      if (c == '+' || (c >= '0' && c <= '9')) dialed += c;
    html.open("a", {{"href", dialed}, {"dir", "ltr"}});
    html.escape(phone);
    html.close();
  }
  html.open("details");
  html.put("summary", ui.word(Word::call_title));
  html.put("p", ui.word(Word::call_note));
  for (const CallLevel &level : call_levels()) {
    html.put("h3", ui.word(level.name));
    html.put("p", ui.word(level.signs));
  }
  html.close();
  html.close();
}

void put_row(Html &html, const std::string &name, const std::string &first,
             const std::string &second) {
  html.open("tr");
  html.open("th", {{"scope", "row"}});
  html.escape(name);
  html.close();
  html.put("td", first);
  html.put("td", second);
  html.close();
}

void put_treatments(Html &html, const Ui &ui, std::span<const Projection> each) {
  if (each.empty()) return;
  html.open("table");
  html.open("thead");
  html.open("tr");
  for (const std::string &head :
       {treatment_title(ui), ui.word(Word::treatment_red), ui.word(Word::milestone_looks_normal)}) {
    html.put("th", head);
  }
  html.close();
  html.close();
  html.open("tbody");
  const auto range = [&](const Projection &p, Milestone m) {
    return short_duration_range(ui, time_of(p, m).hours);
  };
  for (std::size_t i = 0; i < ui.content.presets.size(); ++i)
    put_row(html, ui.content.presets[i].name, range(each[i], Milestone::not_visibly_red),
            range(each[i], Milestone::looks_normal));
  html.close();
  html.close();
  html.put("p", ui.word(Word::legend_people), "rt-note");
}

// Name, what holds, who says so or how that differs; a list of such rows.
void put_item(Html &html, const std::string &name, const std::string &what, const std::string &more,
              bool of_clinic) {
  html.open("li");
  html.put("span", name);
  html.put("strong", what);
  if (!more.empty()) html.put("small", more, of_clinic ? "rt-says" : nullptr);
  html.close();
}

// The usual questions, and all that the clinic itself answers.
void put_advice(Html &html, const Ui &ui) {
  html.put("h3", ui.word(Word::care_can_i));
  html.open("ul");
  for (const Advice &a : ui.content.advice) {
    const bool own = !a.says.empty();
    if (a.part != AdvicePart::after || !applies(ui, a)) continue;
    if (!own && (!a.brief || a.say == AdviceSay::yes)) continue;
    const bool ranged = a.min_h == a.min_h && a.say != AdviceSay::ask;
    put_item(html, a.ask, advice_time(ui, a),
             own      ? a.says
             : ranged ? advice_range(ui, a)
                      : std::string(),
             own);
  }
  html.close();
}

// Whose signs they are, where the answer above can be that of another treatment.
std::string treatment_shown(const Ui &ui) {
  const FieldSpec &treatment = ui.content.field(Field::treatment);
  const std::size_t option = ui.state.treatment, all = ui.content.presets.size();
  if (treatment.hidden || option > all || all == 0) return {};
  const std::string &name = treatment.options[option].label;
  return option < all ? name : ui.named(name, all_together(ui));
}

void put_signs(Html &html, const Ui &ui) {
  html.put("h3", ui.word(Word::care_see));
  if (const std::string whose = treatment_shown(ui); !whose.empty())
    html.put("p", whose, "rt-note");
  html.open("ul");
  for (std::size_t i = 0; i < kSigns; ++i) {
    const auto sign = static_cast<Sign>(i);
    const SignBand &band = ui.results.projection.sign[i];
    if (band.hours_until_not_visible[kMedian] > 0) {
      const MilestoneText over = sign_over(ui, sign);
      put_item(html, sign_name(ui, sign), over.strong, over.more, false);
    } else {
      const double people = std::round(20 * band.incidence);
      put_item(html, sign_name(ui, sign),
               people < 1 ? ui.word(Word::event_few) : ui.counted(Word::event_chance, people), "",
               false);
    }
  }
  html.close();
  html.put("p", ui.word(Word::care_never), "rt-note");
}

} // namespace

std::string baseline_html(const Content &content, Host &host) {
  const State state = initial_state(content);
  const Population people = draw_population(content.parameters);
  const std::vector<Projection> each = project_each(content, state, people);
  Results results;
  if (state.treatment < each.size())
    results.projection = each[state.treatment];
  else
    project(content.parameters, state.factors, people, TimeAxis{}, results.projection);
  Wordless none(host);
  const Ui ui{content,    state,     results,      none.theme, host,        none.pen,
              none.nodes, none.skin, none.actions, {},         none.memory, none.cursor};
  Html html;
  html.open("section", {{"class", "rt-short"},
                        {"lang", content.language},
                        {"dir", content.right_to_left ? "rtl" : "ltr"}});
  put_answers(html, ui, each);
  put_call(html, ui);
  put_treatments(html, ui, each);
  put_advice(html, ui);
  put_signs(html, ui);
  html.put("p", ui.word(Word::intended_use), "rt-note");
  html.put("p",
           fill(ui.word(Word::version_line),
                {{"version", content.version}, {"date", content.reviewed_on}}),
           "rt-note");
  html.close();
  return html.take();
}

} // namespace rt
