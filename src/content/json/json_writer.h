#pragma once
// Writes JSON text: commas, quotes and escapes put themselves in place.

#include <string>
#include <string_view>

namespace rt::json {

// The shortest of 15, 16 or 17 digits that reads back as the same double; "null" when not finite,
// for JSON has no such number.
std::string number_text(double);

// Use: writer.begin('{'); writer.key("a"); writer.number(1); writer.end('}'); writer.text().
// The caller closes what he opens and gives each member of an object its key.
class Writer {
public:
  void begin(char bracket); // '{' or '['
  void end(char bracket);   // '}' or ']'
  void key(std::string_view);

  void string(std::string_view utf8);
  void number(double value);             // exact
  void number(double value, int digits); // rounded to 1..17 significant digits
  void boolean(bool);
  void null();

  const std::string &text() const { return text_; }
  std::string take() { return std::move(text_); }

private:
  void before_value();
  void quoted(std::string_view utf8);
  std::string text_;
  bool comma_ = false; // a value stands before the next one
};

} // namespace rt::json
