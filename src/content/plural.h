#pragma once
// The forms in which a language counts: Unicode CLDR's plural categories (cldr.unicode.org,
// "Plural Rules"). Which number takes which form is the language's own rule: Host::plural.

#include <cstddef>
#include <cstdint>

namespace rt {

#define RT_PLURAL_FORMS(X) X(zero) X(one) X(two) X(few) X(many) X(other)

enum class PluralForm : std::uint8_t {
#define RT_PLURAL_ENUM(name) name,
  RT_PLURAL_FORMS(RT_PLURAL_ENUM)
#undef RT_PLURAL_ENUM
};
inline constexpr std::size_t kPluralForms = 6;

} // namespace rt
