// A language that nobody speaks shows what is not in the words: with every letter of the words file
// replaced by a Cyrillic one, no Latin letter may be left on the page.

#include "app/all_views.h"
#include "content/json/json_writer.h"

#include <set>

namespace rt::test {

namespace {

// Each letter as one from U+0410 or U+0430 on; what stands in {braces} stays.
std::string rewritten(std::string_view text) {
  std::string out;
  bool mark = false;
  for (const char c : text) {
    mark = c == '{' || (mark && c != '}');
    const bool upper = c >= 'A' && c <= 'Z', lower = c >= 'a' && c <= 'z';
    if (mark || (!upper && !lower)) {
      out += c;
      continue;
    }
    const int code = upper ? 0x410 + (c - 'A') : 0x430 + (c - 'a');
    out += static_cast<char>(0xC0 | code >> 6);
    out += static_cast<char>(0x80 | (code & 0x3F));
  }
  return out;
}

void rewrite(json::Value value, json::Writer &out) {
  if (value.is(json::Kind::array)) {
    out.begin('[');
    for (json::Value child = value.first(); child; child = child.next()) rewrite(child, out);
    return out.end(']');
  }
  if (!value.is(json::Kind::object)) return out.string(rewritten(value.text()));
  out.begin('{');
  for (json::Value child = value.first(); child; child = child.next()) {
    out.key(child.key());
    rewrite(child, out);
  }
  out.end('}');
}

std::string pseudo_words() {
  const Result<json::Document> document = json::parse(words_text());
  REQUIRE(document.ok());
  json::Writer out;
  out.begin('{');
  for (const char *key : {"language", "direction"}) {
    out.key(key);
    out.string(document.value().root().find(key).text());
  }
  for (const char *key : {"fields", "treatments", "words", "advice"}) {
    out.key(key);
    rewrite(document.value().root().find(key), out);
  }
  out.key("parameters");
  out.begin('{');
  std::size_t i = 0;
  for (const SourcedParameter &p : shipped().sourced_parameters) {
    out.key(parameter_specs()[i++].name);
    out.string(rewritten(p.sentence));
  }
  out.end('}');
  out.end('}');
  return out.take();
}

bool has_letter(const std::string &text) {
  for (const char c : text)
    if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) return true;
  return false;
}

// What no language translates: the names of studies, the letters of the strength of evidence and of
// the round mark that explains.
class Untranslated {
public:
  explicit Untranslated(Headless &h) {
    for (const Study &study : h.app.content().studies) known_.push_back(study.citation);
  }
  bool covers(std::string text) const {
    for (const std::string &name : known_)
      for (std::size_t at; (at = text.find(name)) != std::string::npos;)
        text.erase(at, name.size());
    for (const char c : text)
      if (has_letter(std::string(1, c)) && std::string("ABCDEi").find(c) == std::string::npos)
        return false;
    return true;
  }
  // A part of a text that was broken into lines.
  bool has(const std::string &part) const {
    for (const std::string &name : known_)
      if (name.find(part) != std::string::npos) return true;
    return covers(part);
  }

private:
  std::vector<std::string> known_;
};

} // namespace

TEST_CASE("with the words in another script no Latin letter is told or drawn in any view") {
  Headless h(pseudo_words());
  h.host.digits_only = true;
  const Untranslated untranslated(h);
  std::set<std::string> told, drawn;
  at_every_view(h, [&] {
    for (const SemanticNode &n : h.nodes()) {
      told.insert(n.label);
      told.insert(n.value_text);
    }
    for (const DrawnText &t : h.texts()) drawn.insert(t.text);
  });
  CHECK(told.size() > 200);
  CHECK(drawn.size() > 500);
  for (const std::string &text : told)
    if (!untranslated.covers(text)) FAIL_CHECK("told: " << text);
  for (const std::string &text : drawn)
    if (!untranslated.has(text)) FAIL_CHECK("drawn: " << text);
}

TEST_CASE("a language brings the sentences of all parameters or of none") {
  const std::string words = pseudo_words();
  const std::string first = "\"" + std::string(parameter_specs()[0].name) + "\":";
  const auto at = words.find(first, words.find("\"parameters\""));
  REQUIRE(at != std::string::npos);
  const auto end = words.find(",\"", at);
  std::string spoiled = words;
  spoiled.erase(at, end + 1 - at);
  const Outcome outcome = read(model_text(), spoiled, "");
  CHECK_FALSE(outcome.runs);
  CHECK(outcome.failure.where == "words: /parameters/reach_pen");
  const Outcome whole = read(model_text(), words, "");
  INFO(whole.failure.where << whole.failure.what);
  REQUIRE(whole.runs);
  CHECK(whole.content.sourced_parameters[0].sentence ==
        rewritten(shipped().sourced_parameters[0].sentence));
}

} // namespace rt::test
