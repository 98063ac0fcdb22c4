#include "content/text.h"

#include <algorithm>

namespace rt {

std::string join(std::initializer_list<std::string_view> parts) {
  std::string all;
  for (const std::string_view part : parts) all += part;
  return all;
}

std::string shortened(std::string_view utf8, std::size_t bytes) {
  if (utf8.size() <= bytes) return std::string(utf8);
  while (bytes > 0 && (static_cast<unsigned char>(utf8[bytes]) & 0xC0) == 0x80) --bytes;
  return join({utf8.substr(0, bytes), "…"});
}

std::string in_quotes(std::string_view utf8) { return join({"\"", shortened(utf8), "\""}); }

namespace {

constexpr std::size_t kLongestKey = 32;

// Levenshtein's distance; both at most kLongestKey long.
std::size_t edits(std::string_view a, std::string_view b) {
  std::size_t row[kLongestKey + 1];
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 0; i < a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i + 1;
    for (std::size_t j = 0; j < b.size(); ++j) {
      const std::size_t replaced = diagonal + (a[i] == b[j] ? 0 : 1);
      diagonal = row[j + 1];
      row[j + 1] = std::min({replaced, row[j] + 1, row[j + 1] + 1});
    }
  }
  return row[b.size()];
}

} // namespace

std::string did_you_mean(std::string_view wrong, std::span<const char *const> known) {
  if (wrong.size() < 2 || wrong.size() > kLongestKey) return {};
  const char *best = nullptr;
  // More edits than this make another word.
  std::size_t fewest = wrong.size() < 5 ? 2 : 3;
  for (const char *key : known) {
    if (std::string_view(key).size() > kLongestKey) continue;
    const std::size_t distance = edits(wrong, key);
    if (distance < fewest) {
      fewest = distance;
      best = key;
    }
  }
  return best ? join({" Did you mean \"", best, "\"?"}) : std::string();
}

bool has_control_character(std::string_view utf8) {
  for (const char c : utf8)
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) return true;
  return false;
}

std::string fill(const std::string &pattern, std::initializer_list<Fill> values) {
  std::string_view text = pattern;
  std::string out;
  while (!text.empty()) {
    const std::size_t open = text.find('{');
    const std::size_t close = open == text.npos ? text.npos : text.find('}', open);
    if (close == text.npos) break;
    const std::string_view name = text.substr(open + 1, close - open - 1);
    const auto found = std::find_if(values.begin(), values.end(),
                                    [name](const auto &value) { return value.name == name; });
    // Stays as it is; a later brace may still open a name.
    if (found == values.end()) {
      out += text.substr(0, open + 1);
      text.remove_prefix(open + 1);
      continue;
    }
    out += text.substr(0, open);
    out += found->value;
    text.remove_prefix(close + 1);
  }
  out += text;
  return out;
}

} // namespace rt
