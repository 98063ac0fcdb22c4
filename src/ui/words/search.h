#pragma once
// What a visitor types, against words of ours: every word of it must be the beginning of one of ours,
// whatever its accents and capitals. Nothing is guessed.

#include <string>
#include <string_view>
#include <vector>

namespace rt {

class Search {
public:
  // `skipped`: words that say nothing ("can i the"), space between.
  Search(std::string_view typed, std::string_view skipped);
  // Nothing to look for: nothing typed, or only what is skipped.
  bool empty() const { return words_.empty(); }
  bool finds(std::string_view text) const;

private:
  std::vector<std::string> words_;
};

// Small letters without accents, words parted by single spaces; Arabic without vowel marks and the
// article, one form of each letter.
std::string folded(std::string_view utf8);

} // namespace rt
