#include "content/json.h"

#include "content/decimal.h"
#include "content/text.h"

#include <cmath>
#include <limits>

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

std::uint32_t hash(std::string_view key) { // FNV-1a
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

bool blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }
bool digit(char c) { return c >= '0' && c <= '9'; }
bool special(char c) { return c == '"' || c == '\\' || static_cast<unsigned char>(c) < 0x20; }
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

// Bytes of the UTF-8 character that begins here, 0 where it is ill-formed (overlong forms,
// surrogates and what lies beyond U+10FFFF included).
std::size_t utf8_length(std::string_view text) {
  const auto byte = [&](std::size_t i) {
    return i < text.size() ? static_cast<unsigned char>(text[i]) : 0u;
  };
  const unsigned lead = byte(0), second = byte(1);
  if (lead < 0x80) return 1;
  const std::size_t length = lead >= 0xC2 && lead < 0xE0   ? 2
                             : lead >= 0xE0 && lead < 0xF0 ? 3
                             : lead >= 0xF0 && lead < 0xF5 ? 4
                                                           : 0;
  for (std::size_t i = 1; i < length; ++i)
    if ((byte(i) & 0xC0) != 0x80) return 0;
  const bool odd = (lead == 0xE0 && second < 0xA0) || (lead == 0xED && second > 0x9F) ||
                   (lead == 0xF0 && second < 0x90) || (lead == 0xF4 && second > 0x8F);
  return odd ? 0 : length;
}

void append_utf8(std::string &out, unsigned code) {
  if (code < 0x80) {
    out += static_cast<char>(code);
    return;
  }
  const int following = code < 0x800 ? 1 : code < 0x10000 ? 2 : 3;
  constexpr unsigned kLead[] = {0, 0xC0, 0xE0, 0xF0};
  out += static_cast<char>(kLead[following] | code >> (6 * following));
  for (int i = following - 1; i >= 0; --i)
    out += static_cast<char>(0x80 | (code >> (6 * i) & 0x3F));
}

} // namespace

// Reads the document from front to back, without recursion, and strings the nodes together.
class Builder {
public:
  explicit Builder(std::string_view bytes) : bytes_(bytes) {}

  Result<Document> run() {
    if (bytes_.size() > kMaxJsonBytes)
      return Error{"line 1, column 1", "The document is longer than 16 MB."};
    if (bytes_.substr(0, 3) == "\xEF\xBB\xBF") at_ = 3; // byte order mark
    if (!read()) return std::move(error_);
    return std::move(document_);
  }

private:
  struct Level {
    std::uint32_t node = 0, last = 0; // the array or object; its last child so far, 0 = none
  };

  bool read() {
    blanks();
    if (at_ == bytes_.size()) return fail(0, {"The document is empty."});
    bool value_read = false; // or a value is still to come
    for (;;) {
      blanks();
      if (!value_read) {
        if (!value(value_read)) return false;
        continue;
      }
      if (depth_ == 0) return at_ == bytes_.size() || unexpected("the end of the document");
      const bool object = in_object();
      const char bracket = object ? '}' : ']';
      if (take(bracket)) {
        --depth_;
      } else if (take(',')) {
        blanks();
        if (peek() == '}' || peek() == ']')
          return fail(at_, {"There is a comma too many before this bracket."});
        if (object && !key()) return false;
        value_read = false;
      } else if (peek() == '"') {
        return fail(at_, {"A comma is missing before this text."});
      } else {
        return unexpected(object ? "'}'" : "']'");
      }
    }
  }

  // One value; of an array or object its opening, and its end where it is empty.
  bool value(bool &complete) {
    const char c = peek();
    complete = true;
    if (c == '{' || c == '[') {
      if (!open(c == '{' ? Kind::object : Kind::array)) return false;
      ++at_;
      blanks();
      if (take(c == '{' ? '}' : ']')) {
        --depth_;
        return true;
      }
      complete = false;
      return c == '[' || key();
    }
    if (c == '"') {
      if (!add(Kind::string, 0)) return false;
      Node &node = document_.nodes_.back();
      return text(node.text, node.size);
    }
    if (c == '-' || digit(c)) return number();
    if (take_word("true")) return add(Kind::boolean, 1);
    if (take_word("false")) return add(Kind::boolean, 0);
    if (take_word("null")) return add(Kind::null, 0);
    return unexpected("a value");
  }

  // A key and its colon.
  bool key() {
    const std::size_t start = at_;
    if (peek() != '"') return unexpected("a text in double quotes");
    const Node &object = document_.nodes_[levels_[depth_ - 1].node];
    if (object.size >= kMaxJsonKeys) return fail(start, {"One object has too many keys."});
    if (!text(key_, key_size_)) return false;
    const std::string_view name = std::string_view(document_.characters_).substr(key_, key_size_);
    key_hash_ = hash(name);
    const Document &document = document_;
    if (Value(&document, &object).find(name))
      return fail(start, {"The key ", in_quotes(name), " stands here a second time; remove one."});
    blanks();
    return take(':') || unexpected("':'");
  }

  bool number() {
    const std::size_t start = at_;
    take('-');
    if (!take('0') && !digits()) return fail(start, {"This number is not complete."});
    if (take('.') && !digits()) return fail(start, {"This number is not complete."});
    if (take('e') || take('E')) {
      if (!take('+')) take('-');
      if (!digits()) return fail(start, {"This number is not complete."});
    }
    const double read = decimal_value(bytes_.substr(start, at_ - start));
    if (!std::isfinite(read)) return fail(start, {"This number is too large."});
    return add(Kind::number, read);
  }
  bool digits() {
    const std::size_t start = at_;
    while (digit(peek())) ++at_;
    return at_ > start;
  }

  // A text in double quotes, stored with its escapes resolved.
  bool text(std::uint32_t &where, std::uint32_t &size) {
    const std::size_t start = at_++;
    std::string &out = document_.characters_;
    where = static_cast<std::uint32_t>(out.size());
    for (;;) {
      const std::size_t run = at_; // of bytes that mean themselves
      std::size_t length = 1;
      while (at_ < bytes_.size() && !special(bytes_[at_]) &&
             (length = utf8_length(bytes_.substr(at_))) > 0)
        at_ += length;
      out += bytes_.substr(run, at_ - run);
      if (at_ == bytes_.size()) return fail(start, {"This text has no closing quote."});
      if (length == 0) return fail(at_, {"This is not valid UTF-8; save the document as UTF-8."});
      if (take('"')) break;
      if (bytes_[at_] != '\\')
        return fail(at_, {"A text may not hold a line break or control character; write \\n, or "
                          "close the quote."});
      if (!escape(out)) return false;
    }
    size = static_cast<std::uint32_t>(out.size()) - where;
    return true;
  }

  bool escape(std::string &out) {
    constexpr std::string_view kLetters = "\"\\/bfnrt", kMeanings = "\"\\/\b\f\n\r\t";
    ++at_;
    if (take('u')) {
      unsigned code = 0, second = 0;
      if (!hex(code)) return bad_escape();
      if (code >= 0xD800 && code < 0xDC00) { // the first half of a pair
        if (!take('\\') || !take('u') || !hex(second)) return bad_escape();
        if (second < 0xDC00 || second > 0xDFFF) return bad_escape();
        code = 0x10000 + ((code - 0xD800) << 10) + (second - 0xDC00);
      } else if (code >= 0xDC00 && code < 0xE000) {
        return bad_escape();
      }
      append_utf8(out, code);
      return true;
    }
    const std::size_t letter = at_ < bytes_.size() ? kLetters.find(bytes_[at_]) : kLetters.npos;
    if (letter == kLetters.npos) return bad_escape();
    out += kMeanings[letter];
    ++at_;
    return true;
  }
  bool hex(unsigned &code) {
    for (int i = 0; i < 4; ++i, ++at_) {
      const char c = peek(), low = static_cast<char>(c | 32);
      if (!digit(c) && (low < 'a' || low > 'f')) return false;
      code = code << 4 | static_cast<unsigned>(digit(c) ? c - '0' : low - 'a' + 10);
    }
    return true;
  }
  bool bad_escape() {
    return fail(at_, {"This is not a character that JSON knows; write \\\\ for a backslash."});
  }

  char peek() const { return at_ < bytes_.size() ? bytes_[at_] : '\0'; }
  bool take(char c) {
    if (at_ == bytes_.size() || bytes_[at_] != c) return false;
    ++at_;
    return true;
  }
  bool take_word(std::string_view word) {
    if (bytes_.substr(at_, word.size()) != word) return false;
    at_ += word.size();
    return true;
  }
  void blanks() {
    while (at_ < bytes_.size() && blank(bytes_[at_])) ++at_;
  }

  bool fail(std::size_t at, std::initializer_list<std::string_view> what) {
    error_ = {place(bytes_, at), join(what)};
    return false;
  }

  bool unexpected(std::string_view expected) {
    const char c = peek();
    if (at_ == bytes_.size()) return fail(at_, {"The document ends too early."});
    if (c == '/') return fail(at_, {"JSON knows no comments; remove it."});
    std::string_view found;
    const char mark[] = {'\'', c, '\''};
    if (std::string_view("{}[],:").find(c) != std::string_view::npos) found = {mark, 3};
    if (c == '"') found = "a text in double quotes";
    if (c == '-' || digit(c)) found = "a number";
    if (!found.empty()) return fail(at_, {"Expected ", expected, ", but found ", found, "."});
    std::size_t end = at_;
    while (end < bytes_.size() && end - at_ < 16 && (digit(bytes_[end]) || letter(bytes_[end])))
      ++end;
    const std::string_view word = bytes_.substr(at_, end - at_);
    return fail(at_, {word.empty() ? "This sign" : in_quotes(word),
                      " has no meaning here; a text needs double quotes, other values are numbers, "
                      "true, false and null."});
  }

  bool in_object() const {
    return depth_ > 0 && document_.nodes_[levels_[depth_ - 1].node].kind == Kind::object;
  }

  bool add(Kind kind, double number) {
    if (document_.nodes_.size() >= kMaxJsonValues)
      return fail(at_, {"The document holds too many values."});
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
    return true;
  }

  bool open(Kind kind) {
    if (depth_ == kMaxJsonDepth)
      return fail(at_, {"The brackets are nested too deeply; 32 levels are allowed."});
    if (!add(kind, 0)) return false;
    levels_[depth_++] = {static_cast<std::uint32_t>(document_.nodes_.size() - 1), 0};
    return true;
  }

  std::string_view bytes_;
  std::size_t at_ = 0;
  std::uint32_t key_ = 0, key_size_ = 0, key_hash_ = 0;
  std::size_t depth_ = 0;
  Level levels_[kMaxJsonDepth];
  Document document_;
  Error error_;
};

Result<Document> parse(std::string_view bytes) { return Builder(bytes).run(); }

} // namespace rt::json
