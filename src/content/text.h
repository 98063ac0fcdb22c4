#pragma once
// Sentences: put together, shortened, filled in, and what is wrong in plain words. Knows nothing of
// the content.

#include <initializer_list>
#include <span>
#include <string>
#include <string_view>

namespace rt {

std::string join(std::initializer_list<std::string_view> parts);

// At most `bytes` bytes, cut between characters and then followed by "…".
std::string shortened(std::string_view utf8, std::size_t bytes = 40);
// Shortened, in double quotes.
std::string in_quotes(std::string_view utf8);

// ` Did you mean "depth_mm"?` where one of the known keys is close to `wrong`, else empty.
std::string did_you_mean(std::string_view wrong, std::span<const char *const> known);

// True where a text holds a control character (line breaks included) and so cannot be drawn.
bool has_control_character(std::string_view utf8);

// Replaces each {name} in a text by its value; a name without value stays as it is.
struct Fill {
  const char *name;
  const std::string &value;
};
std::string fill(const std::string &text, std::initializer_list<Fill> values);

} // namespace rt
