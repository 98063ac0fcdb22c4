#pragma once
// JSON without exceptions and without recursion: any bytes in, either a small immutable tree or an
// error that names line and column.
//
// Accepted: RFC 8259 in UTF-8 (a byte order mark is skipped). Refused beyond syntax errors: longer
// than kMaxJsonBytes, deeper than kMaxJsonDepth, more than kMaxJsonValues values, a key given twice
// in one object or more than kMaxJsonKeys keys in one, a number too large for a double.

#include "result.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace rt {

// Documents nested deeper, or longer, are refused: nothing legitimate comes near.
inline constexpr int kMaxJsonDepth = 32;
inline constexpr std::size_t kMaxJsonBytes = 16u << 20;
inline constexpr std::size_t kMaxJsonValues = 1u << 16;
inline constexpr std::size_t kMaxJsonKeys = 2048;

namespace json {

enum class Kind : std::uint8_t { absent, null, boolean, number, string, array, object };

// One value of the tree; they lie in one vector, so a tree of any shape is freed in one step.
struct Node {
  // Index of the next sibling, 0 = none.
  std::uint32_t next = 0;
  // Slice of Document's characters.
  std::uint32_t key = 0, key_size = 0;
  // To compare keys quickly.
  std::uint32_t key_hash = 0;
  // Array, object: index of the first child, 0 = none.
  std::uint32_t first = 0;
  // Array, object: children; string: bytes.
  std::uint32_t size = 0;
  // String: its start in Document's characters.
  std::uint32_t text = 0;
  Kind kind = Kind::null;
  // Boolean: 0 or 1.
  double number = 0;
};

class Document;

// A view of one value; valid while its Document lives and stays where it is. Every question has an
// answer whatever the kind: asking for what is not there gives the empty answer.
class Value {
public:
  Value() = default;
  Kind kind() const { return node_ ? node_->kind : Kind::absent; }
  bool is(Kind k) const { return kind() == k; }
  explicit operator bool() const { return node_ != nullptr; }

  bool boolean() const { return is(Kind::boolean) && node_->number != 0; }
  // NaN when it is not a number.
  double number() const;
  std::string_view text() const;
  // Of this value in its object.
  std::string_view key() const;
  // Children of an array or object.
  std::size_t size() const;
  // Absent when missing or when this is not an object.
  Value find(std::string_view key) const;

  // Children in the order of the document: for (v = x.first(); v; v = v.next()).
  Value first() const;
  Value next() const;

private:
  friend class Document;
  friend class Builder;
  Value(const Document *document, const Node *node) : document_(document), node_(node) {}
  const Document *document_ = nullptr;
  const Node *node_ = nullptr;
};

class Document {
public:
  Value root() const { return nodes_.empty() ? Value() : Value(this, nodes_.data()); }

private:
  friend class Value;
  friend class Builder;
  std::vector<Node> nodes_;
  std::string characters_;
};

// Error::where is "line 4, column 9" (both from 1, columns in characters), Error::what one plain
// sentence.
Result<Document> parse(std::string_view bytes);

// "Must be true or false, but is 4."
std::string expected(std::string_view wanted, Value found);

} // namespace json
} // namespace rt
