#pragma once
// All error handling there is.
//
// Errors from the world (JSON, links, attributes, sizes) travel as Result<T> with a place and a
// hint. Errors of the programmer stop the program through RT_CHECK, in every build. Numbers have
// no error path: the model is total and finite on its valid domain.

#include <cstdlib>
#include <cstring>
#include <optional>
#include <string>
#include <utility>

#include <unistd.h>

namespace rt {

// `where` is a JSON path ("/factors/depth_mm/max"), a text position ("line 4, column 9") or a
// factor key; it is prefixed with the document's name where more than one is read ("clinic content:
// line 4, column 9"). `what` is one plain sentence: the reason and, where there is one, the allowed
// range.
struct Error {
  std::string where, what;
};

// Either a value or an Error. Reading the side that is absent is a programmer's error.
template <class T> class [[nodiscard]] Result {
public:
  Result(T value) : value_(std::move(value)) {}
  Result(Error error) : error_(std::move(error)) {}

  bool ok() const { return value_.has_value(); }
  explicit operator bool() const { return ok(); }
  const T &value() const &;
  T &&take() &&;
  const Error &error() const;

private:
  std::optional<T> value_;
  Error error_;
};

[[noreturn]] inline void check_failed(const char *message) {
  // To the standard error, without stdio: its buffers and formats would be 1 % of the widget.
  [[maybe_unused]] const auto told = write(STDERR_FILENO, message, std::strlen(message));
  std::abort();
}

} // namespace rt

// A promise between programmers, alive in every build. Named RT_CHECK because doctest owns CHECK.
#define RT_CHECK(condition) RT_CHECK_AT(condition, __FILE__, __LINE__)
#define RT_CHECK_AT(condition, file, line)                                                         \
  ((condition) ? static_cast<void>(0)                                                              \
               : ::rt::check_failed(file ":" RT_TEXT(line) ": broken promise\n"))
#define RT_TEXT(macro) #macro

namespace rt {

template <class T> const T &Result<T>::value() const & {
  RT_CHECK(value_.has_value());
  return *value_;
}
template <class T> T &&Result<T>::take() && {
  RT_CHECK(value_.has_value());
  return std::move(*value_);
}
template <class T> const Error &Result<T>::error() const {
  RT_CHECK(!value_.has_value());
  return error_;
}

} // namespace rt
