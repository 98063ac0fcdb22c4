#include "ui/draw/semantics.h"

namespace rt {

std::uint32_t node_id(std::string_view key, std::uint32_t parent) {
  if (!key.empty() && key.front() == '/') parent = 0;
  std::uint32_t hash = 2166136261u ^ (parent * 16777619u); // FNV-1a, seeded by the parent
  for (char c : key) {
    hash ^= static_cast<unsigned char>(c);
    hash *= 16777619u;
  }
  return hash == 0 ? 1 : hash;
}

} // namespace rt
