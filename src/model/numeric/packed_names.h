#pragma once
// Many names as one text, each ended by a zero: a table of pointers to them would weigh more than
// the names themselves once everything is compressed.

#include <array>
#include <cstddef>

namespace rt {

// Where each of the N names begins. `packed` must outlive the result and hold N names.
template <std::size_t N> std::array<const char *, N> unpacked(const char *packed) {
  std::array<const char *, N> names{};
  for (const char *&name : names) {
    name = packed;
    while (*packed++ != '\0') {
    }
  }
  return names;
}

} // namespace rt
