#pragma once
// What holds of the content whatever a clinic's document says, and of what it is told.

#include "content/content.h"
#include "state/state.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace rt::fuzz {

inline void check_diagnostics(const std::vector<Diagnostic> &diagnostics,
                              std::string_view document) {
  for (const Diagnostic &diagnostic : diagnostics) {
    RT_CHECK(diagnostic.error.where.substr(0, document.size()) == document);
    RT_CHECK(!diagnostic.error.what.empty());
    RT_CHECK(diagnostic.error.where.size() + diagnostic.error.what.size() < 4000);
  }
}

// Whatever was read: the widget can run on it, and the safety texts stand.
inline void check_content(const Content &content, const std::string &intended_use) {
  RT_CHECK(content.word(Word::intended_use) == intended_use);
  for (const FieldSpec &spec : content.fields) {
    RT_CHECK(spec.min <= spec.max && spec.step > 0 && !spec.label.empty());
    RT_CHECK(!(spec.initial < spec.min) && !(spec.initial > spec.max));
    bool any_shown = spec.options.empty();
    for (const Option &option : spec.options) any_shown = any_shown || !option.hidden;
    RT_CHECK(any_shown);
  }
  // What a clinic cannot take away or make unsafe.
  for (const std::string *address : {&content.clinic.book, &content.clinic.site})
    RT_CHECK(address->empty() || address->rfind("https://", 0) == 0 ||
             address->rfind("mailto:", 0) == 0);
  if (!content.views.empty()) {
    bool about = false;
    for (const std::uint8_t view : content.views) {
      RT_CHECK(view < kViews);
      about = about || view == static_cast<std::uint8_t>(View::about);
    }
    RT_CHECK(about);
  }
  for (const Advice &a : content.advice) {
    RT_CHECK(!a.steps.empty() && a.steps.front().from_h == 0);
    for (std::size_t i = 1; i < a.steps.size(); ++i)
      RT_CHECK(a.steps[i].from_h > a.steps[i - 1].from_h);
    RT_CHECK(a.says.empty() || a.say != AdviceSay::span || a.part != AdvicePart::after ||
             a.hours >= 0);
    RT_CHECK(!(a.until_h <= a.hours));
  }
  State state = initial_state(content);
  RT_CHECK(valid(state.factors));
  for (std::size_t i = 0; i < content.presets.size(); ++i) {
    apply(state, content, SetValue{Field::treatment, static_cast<double>(i)});
    RT_CHECK(valid(state.factors));
  }
}

} // namespace rt::fuzz
