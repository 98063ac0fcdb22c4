#include "content/read/diagnostics.h"

#include "content/json/json_writer.h"
#include "content/text.h"

namespace rt {
namespace {

void add_pointer(const Path &path, std::string &out) {
  if (!path.parent) return;
  add_pointer(*path.parent, out);
  out += '/';
  for (const char c : shortened(path.key)) {
    if (c == '~') {
      out += "~0";
    } else if (c == '/') {
      out += "~1";
    } else {
      out += c;
    }
  }
}

const char *kind_name(json::Kind kind) {
  switch (kind) {
  case json::Kind::boolean: return "true or false";
  case json::Kind::number: return "a number";
  case json::Kind::string: return "a text in double quotes";
  case json::Kind::array: return "a list [ ]";
  case json::Kind::object: return "an object { }";
  default: return "null";
  }
}

} // namespace

std::string Path::text() const {
  const Path *document = this;
  while (document->parent) document = document->parent;
  std::string out(document->key);
  if (parent) out += ": ";
  add_pointer(*this, out);
  return out;
}

void Diagnostics::error(const Path &at, Parts what) {
  std::string sentence = join(what);
  if (!hint_.empty()) sentence = join({sentence, " ", hint_});
  found_.push_back({false, {at.text(), std::move(sentence)}});
}

void Diagnostics::warning(const Path &at, Parts what) {
  found_.push_back({true, {at.text(), join(what)}});
}

void Diagnostics::mismatch(const Path &at, std::string_view wanted, json::Value found) {
  error(at, {json::expected(wanted, found)});
}

void Diagnostics::unknown_key(const Path &at, std::span<const char *const> known) {
  warning(at, {"This key is not known and has no effect.", did_you_mean(at.key, known)});
}

void Diagnostics::only_known(json::Value object, const Path &at,
                             std::span<const char *const> known) {
  for (json::Value child = object.first(); child; child = child.next()) {
    bool found = false;
    for (const char *key : known) found = found || child.key() == key;
    if (!found) unknown_key({at, child.key()}, known);
  }
}

json::Value Diagnostics::member(json::Value object, const Path &at, const char *key,
                                json::Kind kind, bool required) {
  const json::Value value = object.find(key);
  const Path here(at, key);
  if (!value) {
    if (required) error(here, {"Is missing; it must be ", kind_name(kind), "."});
  } else if (!value.is(kind)) {
    mismatch(here, kind_name(kind), value);
  } else {
    return value;
  }
  return {};
}

std::optional<std::string> Diagnostics::text(json::Value value, const Path &at,
                                             std::size_t longest) {
  if (!value.is(json::Kind::string)) {
    mismatch(at, kind_name(json::Kind::string), value);
  } else if (value.text().empty()) {
    error(at, {"Is an empty text; write at least one character."});
  } else if (value.text().size() > longest) {
    error(at, {"Is ", std::to_string(value.text().size()), " bytes long; at most ",
               std::to_string(longest), " are allowed."});
  } else if (has_control_character(value.text())) {
    error(at, {"Holds a line break or another control character; remove it."});
  } else {
    return std::string(value.text());
  }
  return std::nullopt;
}

std::optional<bool> Diagnostics::boolean(json::Value value, const Path &at) {
  if (value.is(json::Kind::boolean)) return value.boolean();
  mismatch(at, "true or false", value);
  return std::nullopt;
}

} // namespace rt
