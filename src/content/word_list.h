#pragma once
// Every text of the interface, once. The enumerator's name is the key under "words" in
// web/content/<language>.json; a missing or an extra key is refused when the file is read.

#include <cstddef>
#include <cstdint>

namespace rt {

#define RT_WORDS(X)                                                                                \
  X(title)                                                                                         \
  X(intended_use)

enum class Word : std::uint16_t {
#define RT_WORD_ENUM(name) name,
  RT_WORDS(RT_WORD_ENUM)
#undef RT_WORD_ENUM
};
#define RT_WORD_COUNT(name) +1
inline constexpr std::size_t kWords = 0 RT_WORDS(RT_WORD_COUNT);
#undef RT_WORD_COUNT

} // namespace rt
