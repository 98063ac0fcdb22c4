#pragma once
// `recovery skin`: one line of skin in, its colors out, so that anyone can hold the model of
// model/skin/skin_color.h against measurements.

#include "result.h"

#include <string>
#include <string_view>
#include <vector>

namespace rt::tool {

// The color of one state of the skin, given as a JSON object; one line of JSON without a line
// break. Refused, with the key and its allowed range (Error::where is the key, "state" when it is
// the whole that is wrong): values out of range, keys that are not known. kSkinHelp documents every
// field.
std::string skin_answer(std::string_view skin, std::vector<Error> &refused);

extern const char kSkinHelp[];

} // namespace rt::tool
