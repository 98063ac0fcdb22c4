#include "content/text.h"

#include "content/content.h"
#include "content/fields.h"

#include <doctest/doctest.h>

using namespace rt;

TEST_CASE("a text is filled by name; what has no value stays") {
  CHECK(fill("from {low} to {high} h", {{"low", "3"}, {"high", "9"}}) == "from 3 to 9 h");
  CHECK(fill("{a}{a}{b}", {{"a", "x"}}) == "xx{b}");
  CHECK(fill("{", {{"a", "x"}}) == "{");
  CHECK(fill("{a", {{"a", "x"}}) == "{a");
  CHECK(fill("{ {a}", {{"a", "x"}}) == "{ x");
  CHECK(fill("}{a}{", {{"a", ""}}) == "}{");
  CHECK(fill("", {{"a", "x"}}) == "");
  CHECK(fill("{a}", {{"a", "{a}"}}) == "{a}"); // a value is never filled again
}

TEST_CASE("a slip of the finger is recognized, another word is not") {
  CHECK(did_you_mean("dept_mm", field_keys()) == " Did you mean \"depth_mm\"?");
  CHECK(did_you_mean("moisturizer", field_keys()) == " Did you mean \"moisturiser\"?");
  CHECK(did_you_mean("are", field_keys()) == " Did you mean \"area\"?");
  CHECK(did_you_mean("colour", field_keys()).empty());
  CHECK(did_you_mean("x", field_keys()).empty());
  CHECK(did_you_mean("", field_keys()).empty());
  CHECK(did_you_mean(std::string(100000, 'a'), field_keys()).empty());
}

TEST_CASE("a long text is cut between characters") {
  CHECK(shortened("abc", 3) == "abc");
  CHECK(shortened("abcd", 3) == "abc…");
  CHECK(shortened("aéé", 2) == "a…"); // é has two bytes
  CHECK(in_quotes("x") == "\"x\"");
}
