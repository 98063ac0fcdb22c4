#pragma once
// Content as it ships: read and checked once, at the build, and serialized as plain lines of text.
// So the widget neither carries what checks model.json and the words, nor spends its start on it.
//
// Two documents, as of JSON: the numbers (model.json without its sentences), and one a language
// (its words, labels and the sentences of the parameters). Both begin with a checksum of their lines
// and of the lists of words, fields, parameters and care: documents that are damaged or belong to
// another version are refused.

#include "content/content.h"

#include <string>
#include <string_view>

namespace rt {

struct SerializedContent {
  std::string model, words;
};

// Of content without a clinic's document. deserialize() of both gives it back, every member equal.
SerializedContent serialize(const Content &);

// A document is its lines below a first one that tells whether they are whole.
std::string with_checksum(const std::string &lines);

// Any bytes may come in. Error::where is "model" or "words".
Result<Content> deserialize(std::string_view model, std::string_view words);

} // namespace rt
