#include "content/content.h"

#include <algorithm>

namespace rt {
namespace {

constexpr const char *kCareKeys[] = {
#define RT_CARE_KEY(name, kind) #name,
    RT_CARE_ITEMS(RT_CARE_KEY)
#undef RT_CARE_KEY
};

} // namespace

std::span<const char *const> care_keys() { return kCareKeys; }
const char *care_key(CareItem item) { return kCareKeys[static_cast<std::size_t>(item)]; }

const std::string &Content::word(Word w, PluralForm form) const {
  for (const PluralWord &plural : plurals) {
    const std::string &text = plural.forms[static_cast<std::size_t>(form)];
    if (plural.word == w && !text.empty()) return text;
  }
  return word(w);
}

const Study *Content::study_of(std::string_view row) const {
  for (const Study &study : studies)
    if (std::find(study.rows.begin(), study.rows.end(), row) != study.rows.end()) return &study;
  return nullptr;
}

} // namespace rt
