#include "content/json/json_writer.h"

namespace rt::json {

void Writer::before_value() {
  if (comma_) text_ += ',';
  comma_ = true;
}

void Writer::begin(char bracket) {
  before_value();
  text_ += bracket;
  comma_ = false;
}

void Writer::end(char bracket) {
  text_ += bracket;
  comma_ = true;
}

void Writer::key(std::string_view name) {
  before_value();
  quoted(name);
  text_ += ':';
  comma_ = false;
}

void Writer::string(std::string_view utf8) {
  before_value();
  quoted(utf8);
}

void Writer::number(double value) {
  before_value();
  text_ += number_text(value);
}

void Writer::number(double value, int digits) {
  before_value();
  text_ += number_text(value, digits);
}

void Writer::boolean(bool value) {
  before_value();
  text_ += value ? "true" : "false";
}

void Writer::null() {
  before_value();
  text_ += "null";
}

void Writer::quoted(std::string_view utf8) {
  constexpr char kHex[] = "0123456789abcdef";
  text_ += '"';
  for (const char c : utf8) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      text_ += '\\';
      text_ += c;
    } else if (byte < 0x20) {
      text_ += "\\u00";
      text_ += kHex[byte >> 4];
      text_ += kHex[byte & 15];
    } else {
      text_ += c;
    }
  }
  text_ += '"';
}

} // namespace rt::json
