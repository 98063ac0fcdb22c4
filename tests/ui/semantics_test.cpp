// Ids of what is described.

#include "ui/draw/semantics.h"

#include <doctest/doctest.h>

#include <set>
#include <string>

namespace rt::test {

TEST_CASE("an id is the same for the same key and parent, never zero, and rarely shared") {
  CHECK(node_id("depth_mm") == node_id(std::string("depth") + "_mm"));
  CHECK(node_id("depth_mm") != node_id("depth_mm", 1));
  CHECK(node_id("more", node_id("passes")) != node_id("more", node_id("sessions")));
  CHECK(node_id("") != 0);
  std::set<std::uint32_t> ids;
  for (int parent = 0; parent < 100; ++parent)
    for (int key = 0; key < 100; ++key)
      ids.insert(node_id("key" + std::to_string(key), node_id("p" + std::to_string(parent))));
  CHECK(ids.size() == 10000);
  CHECK(ids.count(0) == 0);
}

TEST_CASE("a rectangle holds its left and upper edge and not the other two") {
  const Rect r{10, 20, 30, 40};
  CHECK(r.contains(10, 20));
  CHECK_FALSE(r.contains(40, 30));
  CHECK_FALSE(r.contains(20, 60));
  CHECK(r.right() == 40);
  CHECK(r.bottom() == 60);
  CHECK(r.inset(5) == Rect{15, 25, 20, 30});
}

} // namespace rt::test
