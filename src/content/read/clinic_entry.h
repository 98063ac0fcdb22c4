#pragma once
// Inside of the content room: one row of the clinic's document while it is read.

#include "content/read/diagnostics.h"

namespace rt {

// What is wrong in it is told, and then it is not `fine`.
struct ClinicEntry {
  json::Value object;
  const Path &at;
  const ClinicTexts &texts;
  Diagnostics &diagnostics;
  bool fine = true;

  void refuse(const Path &place, Diagnostics::Parts what);
  bool has(const char *key) const { return static_cast<bool>(object.find(key)); }
  // Nothing: it is not there, or not in this language.
  std::optional<std::string> text(const char *key, std::size_t longest = 600);
  // Advice::kNone where it is not there.
  double hours(const char *key);
  bool flag(const char *key);
  // Which of the names it is; `otherwise` where it is not there.
  std::size_t choice(const char *key, std::span<const char *const> names, std::size_t otherwise);
  std::size_t choice(json::Value, const Path &, std::span<const char *const> names,
                     std::size_t otherwise);
  // Adds the words by which a search finds it.
  void synonyms(std::string &find);
};

} // namespace rt
