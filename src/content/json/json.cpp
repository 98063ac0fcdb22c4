#include "content/json/json.h"

#include "content/json/number.h"
#include "content/text.h"

#include <iterator>
#include <limits>

#define JSON_NO_IO 1
#include <nlohmann/json.hpp>

namespace rt::json {

double Value::number() const {
  return is(Kind::number) ? node_->number : std::numeric_limits<double>::quiet_NaN();
}

std::string_view Value::text() const {
  if (!is(Kind::string)) return {};
  return std::string_view(document_->characters_).substr(node_->text, node_->size);
}

std::string_view Value::key() const {
  if (!node_) return {};
  return std::string_view(document_->characters_).substr(node_->key, node_->key_size);
}

Value Value::first() const {
  if (!node_ || node_->first == 0) return {};
  return {document_, &document_->nodes_[node_->first]};
}

Value Value::next() const {
  if (!node_ || node_->next == 0) return {};
  return {document_, &document_->nodes_[node_->next]};
}

std::size_t Value::size() const { return is(Kind::array) || is(Kind::object) ? node_->size : 0; }

namespace {

// FNV-1a.
std::uint32_t hash(std::string_view key) {
  std::uint32_t h = 2166136261u;
  for (const char c : key) h = (h ^ static_cast<unsigned char>(c)) * 16777619u;
  return h;
}

} // namespace

Value Value::find(std::string_view wanted) const {
  if (!is(Kind::object)) return {};
  const std::uint32_t wanted_hash = hash(wanted);
  const std::vector<Node> &nodes = document_->nodes_;
  for (std::uint32_t i = node_->first; i != 0; i = nodes[i].next)
    if (nodes[i].key_hash == wanted_hash && Value(document_, &nodes[i]).key() == wanted)
      return {document_, &nodes[i]};
  return {};
}

namespace {

// Walks the bytes and tells how many were read, so that every callback knows its place.
struct CountingIterator {
  using iterator_category = std::input_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char *;
  using reference = const char &;

  const char *at;
  const char **seen;

  reference operator*() const { return *at; }
  CountingIterator &operator++() {
    *seen = ++at;
    return *this;
  }
  bool operator==(const CountingIterator &other) const { return at == other.at; }
  bool operator!=(const CountingIterator &other) const { return at != other.at; }
};

bool blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }
bool digit(char c) { return c >= '0' && c <= '9'; }
bool letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

std::string place(std::string_view bytes, std::size_t offset) {
  std::size_t line = 1, column = 1;
  for (std::size_t i = 0; i < offset && i < bytes.size(); ++i) {
    const auto c = static_cast<unsigned char>(bytes[i]);
    if (c == '\n') {
      ++line;
      column = 1;
    } else if ((c & 0xC0) != 0x80) { // UTF-8: a following byte belongs to the character before
      ++column;
    }
  }
  return "line " + std::to_string(line) + ", column " + std::to_string(column);
}

// The library's names of what it expected or found, in plain words.
std::string_view plain(std::string_view name) {
  if (name == "string literal") return "a text in double quotes";
  if (name == "number literal") return "a number";
  if (name == "'[', '{', or a literal") return "a value";
  if (name == "end of input") return "the end of the document";
  // "true literal".
  return name.substr(0, name.find(" literal"));
}

} // namespace

// Receives the library's events, in document order, and strings the nodes together.
class Builder {
public:
  using number_integer_t = nlohmann::json::number_integer_t;
  using number_unsigned_t = nlohmann::json::number_unsigned_t;
  using number_float_t = nlohmann::json::number_float_t;
  using string_t = nlohmann::json::string_t;
  using binary_t = nlohmann::json::binary_t;

  explicit Builder(std::string_view bytes) : bytes_(bytes), seen_(bytes.data()) {}

  Result<Document> run() {
    if (bytes_.size() > kMaxJsonBytes)
      return Error{"line 1, column 1", "The document is longer than 16 MB."};
    // A NUL would end the document for nlohmann's reader, whatever follows.
    if (const std::size_t nul = bytes_.find('\0'); nul != bytes_.npos)
      return Error{place(bytes_, nul), "There is a NUL character here; remove it."};
    const char *end = bytes_.data() + bytes_.size();
    const CountingIterator first{bytes_.data(), &seen_}, last{end, &seen_};
    if (nlohmann::json::sax_parse(first, last, this)) return std::move(document_);
    return std::move(error_);
  }

  bool null() { return add(Kind::null, 0); }
  bool boolean(bool value) { return add(Kind::boolean, value ? 1 : 0); }
  bool number_integer(number_integer_t v) { return add(Kind::number, static_cast<double>(v)); }
  bool number_unsigned(number_unsigned_t v) { return add(Kind::number, static_cast<double>(v)); }
  bool number_float(number_float_t v, const string_t &) { return add(Kind::number, v); }
  // JSON text has none.
  bool binary(binary_t &) { return false; }
  bool string(string_t &value) {
    if (!add(Kind::string, 0)) return false;
    Node &node = document_.nodes_.back();
    store(value, node.text, node.size);
    return true;
  }
  bool start_object(std::size_t) { return open(Kind::object); }
  bool start_array(std::size_t) { return open(Kind::array); }
  bool end_object() { return close(); }
  bool end_array() { return close(); }

  bool key(string_t &key) {
    const std::size_t start = token_start();
    const Level &level = levels_[depth_ - 1];
    const Node &object = document_.nodes_[level.node];
    if (object.size >= kMaxJsonKeys) return fail(start, {"One object has too many keys."});
    const Document &document = document_;
    if (Value(&document, &object).find(key))
      return fail(start, {"The key ", in_quotes(key), " stands here a second time; remove one."});
    key_hash_ = hash(key);
    store(key, key_, key_size_);
    after_key_ = true;
    just_opened_ = false;
    token_end_ = offset();
    return true;
  }

  bool parse_error(std::size_t position, const std::string &,
                   const nlohmann::detail::exception &problem) {
    constexpr int kNumberTooLarge = 406;
    const std::size_t start = token_start();
    // Before the message is read: releases of the library word this one each in their own way.
    if (skip_blanks(0) == bytes_.size()) return fail(0, {"The document is empty."});
    if (problem.id == kNumberTooLarge) return fail(start, {"This number is too large."});
    std::string_view text = problem.what();
    const std::size_t unexpected = text.find("unexpected "), expected = text.find("; expected ");
    if (unexpected != text.npos && expected != text.npos && unexpected < expected)
      return fail_unexpected(start, text.substr(unexpected + 11, expected - unexpected - 11),
                             text.substr(expected + 11));
    if (text.find("missing closing quote") != text.npos)
      return fail(start, {"This text has no closing quote."});
    // Of the byte that was wrong.
    const std::size_t inside = position > 0 ? position - 1 : 0;
    if (text.find("UTF-8") != text.npos)
      return fail(inside, {"This is not valid UTF-8; save the document as UTF-8."});
    if (text.find("control character") != text.npos)
      return fail(inside, {"A text may not hold a line break or control character; write \\n, or "
                           "close the quote."});
    if (text.find("invalid string") != text.npos)
      return fail(inside, {"This is not a character that JSON knows; write \\\\ for a backslash."});
    if (text.find("invalid number") != text.npos)
      return fail(start, {"This number is not complete."});
    return fail_unknown(start);
  }

private:
  struct Level {
    // The array or object; its last child so far, 0 = none.
    std::uint32_t node = 0, last = 0;
  };

  std::size_t offset() const { return static_cast<std::size_t>(seen_ - bytes_.data()); }

  // Where the token after the last accepted one begins: behind blanks and the one mark between.
  std::size_t token_start() const {
    std::size_t at = skip_blanks(token_end_);
    const char mark = after_key_ ? ':' : ',';
    if (!just_opened_ && token_end_ > 0 && at < bytes_.size() && bytes_[at] == mark &&
        at + 1 < offset())
      at = skip_blanks(at + 1);
    return at;
  }
  std::size_t skip_blanks(std::size_t at) const {
    while (at < bytes_.size() && blank(bytes_[at])) ++at;
    return at;
  }

  bool fail(std::size_t at, std::initializer_list<std::string_view> what) {
    error_ = {place(bytes_, at), join(what)};
    return false;
  }

  bool fail_unexpected(std::size_t at, std::string_view found, std::string_view expected) {
    if (found == "end of input") return fail(bytes_.size(), {"The document ends too early."});
    std::size_t before = at;
    while (before > 0 && blank(bytes_[before - 1])) --before;
    if ((found == "'}'" || found == "']'") && before > 0 && bytes_[before - 1] == ',')
      return fail(at, {"There is a comma too many before this bracket."});
    if (found == "string literal" && (expected == "'}'" || expected == "']'"))
      return fail(at, {"A comma is missing before this text."});
    return fail(at, {"Expected ", plain(expected), ", but found ", plain(found), "."});
  }

  bool fail_unknown(std::size_t at) {
    if (at < bytes_.size() && bytes_[at] == '/')
      return fail(at, {"JSON knows no comments; remove it."});
    std::size_t end = at;
    while (end < bytes_.size() && end - at < 16 && (digit(bytes_[end]) || letter(bytes_[end])))
      ++end;
    const std::string_view word = bytes_.substr(at, end - at);
    return fail(at, {word.empty() ? "This sign" : in_quotes(word),
                     " has no meaning here; a text needs double quotes, other values are numbers, "
                     "true, false and null."});
  }

  void store(std::string_view text, std::uint32_t &at, std::uint32_t &size) {
    at = static_cast<std::uint32_t>(document_.characters_.size());
    size = static_cast<std::uint32_t>(text.size());
    document_.characters_ += text;
  }

  bool add(Kind kind, double number) {
    const std::size_t start = token_start();
    if (document_.nodes_.size() >= kMaxJsonValues)
      return fail(start, {"The document holds too many values."});
    Node node;
    node.kind = kind;
    node.number = number;
    const auto index = static_cast<std::uint32_t>(document_.nodes_.size());
    if (depth_ > 0) {
      Level &level = levels_[depth_ - 1];
      Node &parent = document_.nodes_[level.node];
      if (parent.kind == Kind::object) {
        node.key = key_;
        node.key_size = key_size_;
        node.key_hash = key_hash_;
      }
      ++parent.size;
      (level.last == 0 ? parent.first : document_.nodes_[level.last].next) = index;
      level.last = index;
    }
    document_.nodes_.push_back(node);
    after_key_ = just_opened_ = false;
    token_end_ = offset();
    // To know that a number is over, the library has read one byte more, where there is one.
    if (kind == Kind::number && (token_end_ < bytes_.size() || !digit(bytes_[token_end_ - 1])))
      --token_end_;
    return true;
  }

  bool open(Kind kind) {
    if (depth_ == kMaxJsonDepth)
      return fail(token_start(), {"The brackets are nested too deeply; 32 levels are allowed."});
    if (!add(kind, 0)) return false;
    levels_[depth_++] = {static_cast<std::uint32_t>(document_.nodes_.size() - 1), 0};
    just_opened_ = true;
    return true;
  }
  bool close() {
    --depth_;
    just_opened_ = after_key_ = false;
    token_end_ = offset();
    return true;
  }

  std::string_view bytes_;
  // Behind the last byte read.
  const char *seen_;
  std::size_t token_end_ = 0;
  bool after_key_ = false, just_opened_ = false;
  std::uint32_t key_ = 0, key_size_ = 0, key_hash_ = 0;
  std::size_t depth_ = 0;
  Level levels_[kMaxJsonDepth];
  Document document_;
  Error error_;
};

Result<Document> parse(std::string_view bytes) { return Builder(bytes).run(); }

namespace {

std::string described(Value value) {
  switch (value.kind()) {
  case Kind::absent: return "is missing";
  case Kind::null: return "is null";
  case Kind::boolean: return value.boolean() ? "is true" : "is false";
  case Kind::number: return "is " + number_text(value.number());
  case Kind::string: return "is " + in_quotes(value.text());
  case Kind::array: return "is a list";
  default: return "is an object";
  }
}

} // namespace

std::string expected(std::string_view wanted, Value found) {
  return join({"Must be ", wanted, ", but ", described(found), "."});
}

} // namespace rt::json
