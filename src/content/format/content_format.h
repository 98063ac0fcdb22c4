#pragma once
// Content as it ships: read and checked once, at the build, and packed as plain lines of text. So
// the widget neither carries what checks model.json and the words, nor spends its start on it.
//
// Two documents, as of JSON: the numbers (model.json without its sentences), and one a language
// (its words, labels and the sentences of the parameters). Both begin with a mark of this version
// of the lists of words, fields, parameters and care: documents of another version are refused.

#include "content/content.h"

#include <string>
#include <string_view>

namespace rt {

struct Packed {
  std::string model, words;
};

// Of content without a clinic's document. unpack() of both gives it back, every member equal.
Packed pack(const Content &);

// A packed document is its lines below a first one that tells whether they are whole.
std::string marked(const std::string &lines);

// Any bytes may come in. Error::where is "model" or "words".
Result<Content> unpack(std::string_view model, std::string_view words);

} // namespace rt
