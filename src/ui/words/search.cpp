#include "ui/words/search.h"

#include <algorithm>
#include <cstdint>

namespace rt {

namespace {

// One code point, and on to the next one.
std::uint32_t take(std::string_view &rest) {
  const auto byte = [&](std::size_t i) {
    return i < rest.size() ? static_cast<unsigned char>(rest[i]) : 0u;
  };
  const unsigned first = byte(0);
  const std::size_t size = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
  std::uint32_t code = size == 1 ? first : first & (0x7Fu >> size);
  for (std::size_t i = 1; i < size; ++i) code = code << 6 | (byte(i) & 0x3F);
  rest.remove_prefix(std::min(size, rest.size()));
  return code;
}

// U+00C0 … U+00FF; what is no letter is a space.
constexpr std::string_view kLatin = "aaaaaaaceeeeiiiidnooooo ouuuuyts"
                                    "aaaaaaaceeeeiiiidnooooo ouuuuyty";

std::uint32_t one_arabic_form(std::uint32_t code) {
  switch (code) {
  case 0x622:
  case 0x623:
  case 0x625: return 0x627; // alef
  case 0x624: return 0x648;
  case 0x626:
  case 0x649: return 0x64A;
  case 0x629: return 0x647;
  default: return code;
  }
}

bool is_mark(std::uint32_t code) {
  return (code >= 0x300 && code < 0x370) || code == 0x640 || (code >= 0x64B && code <= 0x65F);
}

bool parts_words(std::uint32_t code) {
  return (code >= 0x80 && code < 0xC0) || (code >= 0x2000 && code < 0x2070) || code == 0x60C ||
         code == 0x61B || code == 0x61F;
}

void add_letter(std::string &out, std::uint32_t code) {
  if (code >= 'A' && code <= 'Z') code += 'a' - 'A';
  if (code >= 0xC0 && code < 0x100) code = static_cast<unsigned char>(kLatin[code - 0xC0]);
  if (code == 0x152 || code == 0x153) {
    out += "oe";
    return;
  }
  const bool sign = code < 0x80 && !(code >= 'a' && code <= 'z') && !(code >= '0' && code <= '9');
  if (is_mark(code)) return;
  if (sign || parts_words(code)) {
    if (!out.empty() && out.back() != ' ') out += ' ';
    return;
  }
  code = one_arabic_form(code);
  if (code < 0x80) {
    out += static_cast<char>(code);
  } else if (code < 0x800) {
    out += static_cast<char>(0xC0 | code >> 6);
    out += static_cast<char>(0x80 | (code & 0x3F));
  } else {
    out += static_cast<char>(0xE0 | (code >> 12 & 0xF));
    out += static_cast<char>(0x80 | (code >> 6 & 0x3F));
    out += static_cast<char>(0x80 | (code & 0x3F));
  }
}

// Without the article in front, also where a small word is joined to it.
std::string_view bare(std::string_view word) {
  for (const std::string_view front :
       {"\u0648\u0627\u0644", "\u0628\u0627\u0644", "\u0627\u0644", "\u0644\u0644"})
    if (word.size() >= front.size() + 4 && word.substr(0, front.size()) == front)
      return word.substr(front.size());
  return word;
}

template <class Take> void each_word(std::string_view folded_text, Take take_word) {
  while (!folded_text.empty()) {
    const std::size_t end = std::min(folded_text.find(' '), folded_text.size());
    if (end > 0) take_word(bare(folded_text.substr(0, end)));
    folded_text.remove_prefix(std::min(end + 1, folded_text.size()));
  }
}

bool starts(std::string_view text, std::string_view with) {
  return text.substr(0, with.size()) == with;
}

// "saunas" finds "sauna" as well.
bool alike(std::string_view typed, std::string_view word) {
  if (starts(word, typed)) return true;
  return word.size() >= 4 && typed.size() <= word.size() + 2 && starts(typed, word);
}

} // namespace

std::string folded(std::string_view utf8) {
  std::string out;
  while (!utf8.empty()) add_letter(out, take(utf8));
  return out;
}

Search::Search(std::string_view typed, std::string_view skipped) {
  const std::string ours = folded(skipped);
  each_word(folded(typed), [&](std::string_view word) {
    bool skip = word.size() < 2 || (word[0] >= '0' && word[0] <= '9');
    each_word(ours, [&](std::string_view other) { skip = skip || other == word; });
    if (!skip) words_.emplace_back(word);
  });
}

bool Search::finds(std::string_view text) const {
  const std::string ours = folded(text);
  for (const std::string &typed : words_) {
    bool found = false;
    each_word(ours, [&](std::string_view word) { found = found || alike(typed, word); });
    if (!found) return false;
  }
  return true;
}

} // namespace rt
