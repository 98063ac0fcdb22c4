#pragma once
// The shipped documents as text and as content, and ways to spoil them.

#include "content/content.h"
#include "content/json/json.h"
#include "content/json/json_writer.h"
#include "support/random.h"

#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

namespace rt::test {

inline std::string file_text(const char *name) {
  const std::string path = std::string(RT_CONTENT_DIR) + "/" + name;
  std::string text;
  if (std::FILE *file = std::fopen(path.c_str(), "rb")) {
    char buffer[4096];
    for (std::size_t n; (n = std::fread(buffer, 1, sizeof buffer, file)) > 0;)
      text.append(buffer, n);
    std::fclose(file);
  }
  return text;
}

inline const std::string &model_text() {
  static const std::string text = file_text("model.json");
  return text;
}
inline const std::string &words_text() {
  static const std::string text = file_text("en.json");
  return text;
}

// What became of outcome: `content` when the widget runs, else `failure`.
struct Outcome {
  Content content;
  bool runs = false;
  Error failure;
  std::vector<Diagnostic> diagnostics;

  // The diagnostic at this place of the clinic's document; an empty one where there is none.
  const Diagnostic &at(std::string_view path) const {
    static const Diagnostic none;
    for (const Diagnostic &diagnostic : diagnostics)
      if (diagnostic.error.where == std::string("clinic content: ").append(path)) return diagnostic;
    return none;
  }
};

inline Outcome read(std::string_view model, std::string_view words, std::string_view clinic) {
  Outcome outcome;
  Result<Content> result = read_content({model, words, clinic}, outcome.diagnostics);
  outcome.runs = result.ok();
  if (result.ok())
    outcome.content = std::move(result).take();
  else
    outcome.failure = result.error();
  return outcome;
}
inline Outcome read_clinic(std::string_view clinic) {
  return read(model_text(), words_text(), clinic);
}

inline const Content &shipped() {
  static const Outcome outcome = read_clinic("");
  if (!outcome.runs) { // nothing can be tested without them
    std::fprintf(stderr, "%s: %s\n", outcome.failure.where.c_str(), outcome.failure.what.c_str());
    std::abort();
  }
  return outcome.content;
}

// A value of a document and the JSON Pointer to it.
struct Spot {
  json::Value value;
  std::string path;
};

inline void collect(json::Value value, const std::string &path, std::vector<Spot> &out) {
  out.push_back({value, path});
  std::size_t index = 0;
  for (json::Value child = value.first(); child; child = child.next(), ++index)
    collect(child,
            path + "/" +
                (value.is(json::Kind::object) ? std::string(child.key()) : std::to_string(index)),
            out);
}

// Every value of a document, the root first.
inline std::vector<Spot> spots(const json::Document &document) {
  std::vector<Spot> out;
  collect(document.root(), "", out);
  return out;
}

// The document as text again; the value at `spoiled` is replaced by `instead`, or is left out
// together with its key where `instead` is nullptr.
inline void write_spoiled(json::Value value, const std::string &path, const std::string &spoiled,
                          const char *instead, std::string &out) {
  if (path == spoiled && instead) {
    out += instead;
    return;
  }
  json::Writer scalar;
  switch (value.kind()) {
  case json::Kind::boolean: scalar.boolean(value.boolean()); break;
  case json::Kind::number: scalar.number(value.number()); break;
  case json::Kind::string: scalar.string(value.text()); break;
  case json::Kind::array:
  case json::Kind::object: {
    const bool object = value.is(json::Kind::object);
    const char *comma = "";
    std::size_t index = 0;
    out += object ? '{' : '[';
    for (json::Value child = value.first(); child; child = child.next(), ++index) {
      const std::string here =
          path + "/" + (object ? std::string(child.key()) : std::to_string(index));
      if (here == spoiled && !instead) continue;
      out += comma;
      comma = ",";
      json::Writer key;
      key.string(child.key());
      if (object) out += key.text() + ":";
      write_spoiled(child, here, spoiled, instead, out);
    }
    out += object ? '}' : ']';
    return;
  }
  default: scalar.null();
  }
  out += scalar.text();
}

// Requires a sound text.
inline json::Document parsed(const std::string &text) {
  return std::move(json::parse(text)).take();
}

inline std::string spoil(const json::Document &document, const std::string &path,
                         const char *instead) {
  std::string out;
  write_spoiled(document.root(), "", path, instead, out);
  return out;
}

} // namespace rt::test
