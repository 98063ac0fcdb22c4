#include "content/documents.h"

#include <cmath>
#include <doctest/doctest.h>
#include <limits>

using namespace rt;
using json::Kind;

namespace {

struct Refusal {
  std::string text, where, what;
};

std::string repeated(std::string_view part, std::size_t times) {
  std::string out;
  out.reserve(part.size() * times);
  for (std::size_t i = 0; i < times; ++i) out += part;
  return out;
}

} // namespace

TEST_CASE("a document is read into a tree in its own order") {
  const auto document =
      json::parse(" {\"b\": [1, -2.5e1, \"x\\u00e9\\n\"], \"a\": {}, \"c\": null, \"d\": true}\n");
  REQUIRE(document.ok());
  const json::Value root = document.value().root();
  CHECK(root.size() == 4);
  CHECK(root.first().key() == "b");
  const json::Value list = root.find("b");
  CHECK(list.size() == 3);
  CHECK(list.first().number() == 1);
  CHECK(list.first().next().number() == -25);
  CHECK(list.first().next().next().text() == "xé\n");
  CHECK(!list.first().next().next().next());
  CHECK(root.find("a").is(Kind::object));
  CHECK(root.find("a").size() == 0);
  CHECK(root.find("c").is(Kind::null));
  CHECK(root.find("d").boolean());
}

TEST_CASE("asking for what is not there gives the empty answer") {
  const auto document = json::parse("[true]");
  REQUIRE(document.ok());
  const json::Value root = document.value().root();
  CHECK(!root.find("a"));
  CHECK(root.text().empty());
  CHECK(root.key().empty());
  CHECK(std::isnan(root.number()));
  CHECK(!json::Value().first());
  CHECK(!json::Value().next());
  CHECK(json::Value().is(Kind::absent));
  CHECK(!json::Document().root());
}

TEST_CASE("a syntax error is named by line and column in plain words") {
  const Refusal refusals[] = {
      {"", "line 1, column 1", "The document is empty."},
      {" \n ", "line 1, column 1", "The document is empty."},
      {"{\n  \"a\": 1", "line 2, column 9", "The document ends too early."},
      {"{\"a\" 1}", "line 1, column 6", "Expected ':', but found a number."},
      {"{\"a\"::1}", "line 1, column 6", "Expected a value, but found ':'."},
      {"{\"a\": 1,\n\n  \"bb\" \"c\"}", "line 3, column 8",
       "Expected ':', but found a text in double quotes."},
      {"{\"a\": 1, }", "line 1, column 10", "There is a comma too many before this bracket."},
      {"[1, 2,\n]", "line 2, column 1", "There is a comma too many before this bracket."},
      {"{\"a\": 1\n \"b\": 2}", "line 2, column 2", "A comma is missing before this text."},
      {"[1 2]", "line 1, column 4", "Expected ']', but found a number."},
      {"[1,,2]", "line 1, column 4", "Expected a value, but found ','."},
      {"[,1]", "line 1, column 2", "Expected a value, but found ','."},
      {"{,}", "line 1, column 2", "Expected a text in double quotes, but found ','."},
      {"{\"a\":}", "line 1, column 6", "Expected a value, but found '}'."},
      {"[1}", "line 1, column 3", "Expected ']', but found '}'."},
      {"{} {}", "line 1, column 4", "Expected the end of the document, but found '{'."},
      {"{\"é\": x}", "line 1, column 7",
       "\"x\" has no meaning here; a text needs double quotes, other values are numbers, true, "
       "false and null."},
      {"{'a': 1}", "line 1, column 2",
       "This sign has no meaning here; a text needs double quotes, other values are numbers, "
       "true, false and null."},
      {"{ // so\n}", "line 1, column 3", "JSON knows no comments; remove it."},
      {"[NaN]", "line 1, column 2",
       "\"NaN\" has no meaning here; a text needs double quotes, other values are numbers, true, "
       "false and null."},
      {"[1.]", "line 1, column 2", "This number is not complete."},
      {"[-]", "line 1, column 2", "This number is not complete."},
      {"[01]", "line 1, column 3", "Expected ']', but found a number."},
      {"[1, 2e999]", "line 1, column 5", "This number is too large."},
      {"[\"abc", "line 1, column 2", "This text has no closing quote."},
      {"[\"ab\nc\"]", "line 1, column 5",
       "A text may not hold a line break or control character; write \\n, or close the quote."},
      {"[\"a\\q\"]", "line 1, column 5",
       "This is not a character that JSON knows; write \\\\ for a backslash."},
      {"[\"\\ud800\"]", "line 1, column 9",
       "This is not a character that JSON knows; write \\\\ for a backslash."},
      {"[\"a\xFF\"]", "line 1, column 4", "This is not valid UTF-8; save the document as UTF-8."},
      {"[\"\xC0\x80\"]", "line 1, column 3",
       "This is not valid UTF-8; save the document as UTF-8."},
      {"{\"a\": 1,\n \"a\": 2}", "line 2, column 2",
       "The key \"a\" stands here a second time; remove one."},
  };
  for (const Refusal &refusal : refusals) {
    CAPTURE(refusal.text);
    const auto document = json::parse(refusal.text);
    REQUIRE(!document.ok());
    CHECK(document.error().where == refusal.where);
    CHECK(document.error().what == refusal.what);
  }
}

TEST_CASE("the same key in two objects is no duplicate, an escaped one is") {
  CHECK(json::parse("{\"a\": {\"a\": 1}, \"b\": {\"a\": 1}}").ok());
  CHECK(!json::parse("{\"a\": 1, \"\\u0061\": 2}").ok());
}

TEST_CASE("what follows a NUL is read, and refused, too") {
  const auto document = json::parse(std::string_view("{}\0[", 4));
  REQUIRE(!document.ok());
  CHECK(document.error().where == "line 1, column 3");
  CHECK(!json::parse(std::string_view("[1]\0", 4)).ok());
  CHECK(!json::parse(std::string_view("[\"a\0b\"]", 7)).ok());
}

TEST_CASE("escapes are resolved to UTF-8, from one to four bytes") {
  const auto document =
      json::parse(R"(["\"\\\/\b\f\n\r\t", "\u0041\u00e9\u20AC\ud83d\uDE00", "\u0000"])");
  REQUIRE(document.ok());
  const json::Value list = document.value().root();
  CHECK(list.first().text() == "\"\\/\b\f\n\r\t");
  CHECK(list.first().next().text() == "Aé€😀");
  CHECK(list.first().next().next().text() == std::string_view("\0", 1));
  for (const char *text : {"[\"\\u12\"]", "[\"\\ug000\"]", "[\"\\udc00\"]", "[\"\\ud800x\"]",
                           "[\"\\ud800\\n\"]", "[\"\\ud800\\u0041\"]", "[\"\\", "[\"\\u"}) {
    CAPTURE(std::string(text));
    CHECK(!json::parse(text).ok());
  }
}

TEST_CASE("ill-formed UTF-8 is refused, well-formed at its limits is read") {
  for (const char *text : {"\xC2\x80", "\xDF\xBF", "\xE0\xA0\x80", "\xED\x9F\xBF", "\xEE\x80\x80",
                           "\xF0\x90\x80\x80", "\xF4\x8F\xBF\xBF", "\x7F"})
    CHECK(json::parse("[\"" + std::string(text) + "\"]").ok());
  for (const char *text : {"\x80", "\xC1\xBF", "\xC2", "\xC2\xC0", "\xE0\x9F\xBF", "\xE1\x80",
                           "\xED\xA0\x80", "\xF0\x8F\xBF\xBF", "\xF4\x90\x80\x80",
                           "\xF5\x80\x80\x80", "\xF1\x80\x80", "\xFF", "\xFE"}) {
    const auto document = json::parse("[\"" + std::string(text) + "\"]");
    REQUIRE(!document.ok());
    CHECK(document.error().what == "This is not valid UTF-8; save the document as UTF-8.");
  }
}

TEST_CASE("numbers are read in every form that JSON allows and in no other") {
  const struct {
    const char *text;
    double value;
  } kNumbers[] = {{"0", 0},
                  {"-0", 0},
                  {"10", 10},
                  {"0.5", 0.5},
                  {"-1.25e2", -125},
                  {"1E+2", 100},
                  {"5e-324", 5e-324},
                  {"1e-999", 0},
                  {"123456789012345678901234567890", 1.2345678901234568e29}};
  for (const auto &number : kNumbers) {
    const auto document = json::parse(number.text);
    CAPTURE(std::string(number.text));
    REQUIRE(document.ok());
    CHECK(document.value().root().number() == number.value);
  }
  for (const char *text :
       {"+1", ".5", "1.", "1e", "1e+", "00", "-", "--1", "0x10", "1_0", "Infinity"}) {
    CAPTURE(std::string(text));
    CHECK(!json::parse(text).ok());
  }
}

TEST_CASE("a byte order mark is skipped") {
  CHECK(json::parse("\xEF\xBB\xBF{\"a\": 1}").ok());
  CHECK(!json::parse("\xEF\xBB{}").ok());
}

TEST_CASE("32 levels are read, 33 are refused at the bracket that is too many") {
  CHECK(json::parse(repeated("[", 32) + repeated("]", 32)).ok());
  const auto deep = json::parse(repeated("[", 33) + repeated("]", 33));
  REQUIRE(!deep.ok());
  CHECK(deep.error().where == "line 1, column 33");
  CHECK(deep.error().what == "The brackets are nested too deeply; 32 levels are allowed.");
}

TEST_CASE("10 MB of nesting is an error, not a crash") {
  for (const char *part : {"[", "{\"a\":", "[[{\"b\":["}) {
    const std::string text = repeated(part, (10u << 20) / std::string_view(part).size());
    const auto document = json::parse(text);
    REQUIRE(!document.ok());
    CHECK(document.error().what == "The brackets are nested too deeply; 32 levels are allowed.");
  }
}

TEST_CASE("documents that are too long or too rich are refused") {
  const auto longer = json::parse(std::string(kMaxJsonBytes + 1, ' '));
  REQUIRE(!longer.ok());
  CHECK(longer.error().what == "The document is longer than 16 MB.");

  const auto rich = json::parse("[" + repeated("0,", kMaxJsonValues) + "0]");
  REQUIRE(!rich.ok());
  CHECK(rich.error().what == "The document holds too many values.");

  std::string keys = "{\"k\":0";
  for (std::size_t i = 0; i < kMaxJsonKeys; ++i) keys += ",\"" + std::to_string(i) + "\":0";
  const auto wide = json::parse(keys + "}");
  REQUIRE(!wide.ok());
  CHECK(wide.error().what == "One object has too many keys.");
}

TEST_CASE("a text of several megabytes is read whole") {
  const std::string text = repeated("0123456789abcdef", 1u << 18); // 4 MB
  const auto document = json::parse("[\"" + text + "\"]");
  REQUIRE(document.ok());
  CHECK(document.value().root().first().text() == text);
}

TEST_CASE("a document of any bytes gives a tree or an error with a place") {
  test::Random dice{1};
  constexpr char kSigns[] = "{}[]\",:0123456789.eE+-truefalsn \n\\u/\xC3\xA9\xFF";
  for (int round = 0; round < 20000; ++round) {
    std::string text;
    for (std::size_t n = dice.below(24); n > 0; --n) text += kSigns[dice.below(sizeof kSigns)];
    const auto document = json::parse(text);
    if (!document.ok()) {
      CHECK(document.error().where.rfind("line ", 0) == 0);
      CHECK(!document.error().what.empty());
    }
  }
}

TEST_CASE("what the writer writes reads back the same") {
  json::Writer writer;
  writer.begin('{');
  writer.key("a \"quoted\" \\ key");
  writer.begin('[');
  writer.string("tab\t, line\n, bell\x07, é, 😀");
  writer.number(0.1);
  writer.boolean(false);
  writer.null();
  writer.begin('{');
  writer.end('}');
  writer.end(']');
  writer.key("n");
  writer.number(2.0 / 3, 3);
  writer.end('}');
  CHECK(writer.text() ==
        "{\"a \\\"quoted\\\" \\\\ key\":[\"tab\\u0009, line\\u000a, bell\\u0007, é, "
        "😀\",0.1,false,null,{}],\"n\":0.667}");
  const auto document = json::parse(writer.text());
  REQUIRE(document.ok());
  CHECK(document.value().root().find("a \"quoted\" \\ key").first().text() ==
        "tab\t, line\n, bell\x07, é, 😀");
}

TEST_CASE("every double is written short and reads back the same") {
  CHECK(json::number_text(0.1) == "0.1");
  CHECK(json::number_text(1) == "1");
  CHECK(json::number_text(-2.5) == "-2.5");
  CHECK(json::number_text(1e21) == "1e+21");
  CHECK(json::number_text(std::numeric_limits<double>::quiet_NaN()) == "null");
  CHECK(json::number_text(std::numeric_limits<double>::infinity()) == "null");
  test::Random dice{2};
  for (int round = 0; round < 20000; ++round) {
    const double value = std::ldexp(dice.unit() - 0.5, static_cast<int>(dice.below(2000)) - 1000);
    const auto document = json::parse("[" + json::number_text(value) + "]");
    REQUIRE(document.ok());
    CHECK(document.value().root().first().number() == value);
  }
}
