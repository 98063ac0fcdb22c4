#include "content/content.h"

#include <algorithm>

namespace rt {
const std::string &Content::word(Word w, PluralForm form) const {
  for (const PluralWord &plural : plurals) {
    const std::string &text = plural.forms[static_cast<std::size_t>(form)];
    if (plural.word == w && !text.empty()) return text;
  }
  return word(w);
}

const Advice *Content::advice_of(std::string_view key) const {
  for (const Advice &a : advice)
    if (a.key == key) return a.part == kNoPart ? nullptr : &a;
  return nullptr;
}

const Study *Content::study_of(std::string_view row) const {
  for (const Study &study : studies)
    if (std::find(study.rows.begin(), study.rows.end(), row) != study.rows.end()) return &study;
  return nullptr;
}

} // namespace rt
