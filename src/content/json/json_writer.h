#pragma once
// Writes JSON text: commas, quotes and escapes put themselves in place.

#include "content/json/number.h"

#include <string>
#include <string_view>
#include <utility>

namespace rt::json {

// Use: writer.begin('{'); writer.key("a"); writer.number(1); writer.end('}'); writer.text().
// The caller closes what he opens and gives each member of an object its key.
class Writer {
public:
  // '{' or '['.
  void begin(char bracket);
  // '}' or ']'.
  void end(char bracket);
  void key(std::string_view);

  void string(std::string_view utf8);
  // Exact.
  void number(double value);
  // Rounded to 1..17 significant digits.
  void number(double value, int digits);
  void boolean(bool);
  void null();

  const std::string &text() const { return text_; }
  std::string take() { return std::move(text_); }

private:
  void before_value();
  void quoted(std::string_view utf8);
  std::string text_;
  // A value stands before the next one.
  bool comma_ = false;
};

} // namespace rt::json
