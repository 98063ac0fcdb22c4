// Equal buckets over the range of the values find the few that need to be put in order.

#include "model/quantiles.h"
#include "model/simd.h"

#include "result.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace rt {

namespace {

using namespace simd;

constexpr std::size_t kBuckets = 1024;

struct Range {
  float low, high;
};

Range range_of(std::span<const float> values) {
  f32x4 low = splat<f32x4>(values[0]), high = low;
  const std::size_t whole = values.size() / 4 * 4;
  for (std::size_t i = 0; i < whole; i += 4) {
    const f32x4 four = load<f32x4>(values.data() + i);
    low = min(low, four);
    high = max(high, four);
  }
  Range range{std::min(std::min(low[0], low[1]), std::min(low[2], low[3])),
              std::max(std::max(high[0], high[1]), std::max(high[2], high[3]))};
  for (std::size_t i = whole; i < values.size(); ++i) {
    range.low = std::min(range.low, values[i]);
    range.high = std::max(range.high, values[i]);
  }
  return range;
}

} // namespace

std::size_t rank_of_share(double share, std::size_t n) {
  const double place = std::ceil(share * static_cast<double>(n));
  return static_cast<std::size_t>(std::clamp(place, 1.0, static_cast<double>(n))); // NaN: 1
}

Quantiles exact_quantiles(std::span<const float> values) {
  RT_CHECK(!values.empty());
  const Range range = range_of(values);
  Quantiles quantiles;
  quantiles.fill(range.low);
  if (!(range.high > range.low)) return quantiles;

  const float per_value = (static_cast<float>(kBuckets) - 0.5f) / (range.high - range.low);
  static thread_local std::vector<std::int32_t> bucket_of;
  bucket_of.resize((values.size() + 3) / 4 * 4);
  std::array<std::uint32_t, kBuckets> counts{};
  for (std::size_t i = 0; i < values.size(); i += 4) {
    f32x4 four{};
    std::memcpy(&four, values.data() + i,
                sizeof(float) * std::min<std::size_t>(4, values.size() - i));
    const i32x4 buckets = __builtin_convertvector((four - range.low) * per_value, i32x4);
    std::memcpy(bucket_of.data() + i, &buckets, sizeof buckets);
  }
  for (std::size_t i = 0; i < values.size(); ++i) ++counts[static_cast<std::size_t>(bucket_of[i])];

  // The bucket of each level, and its place among the members of that bucket.
  std::array<std::size_t, kLevelCount> place{}, group_of{};
  std::array<std::int8_t, kBuckets> group;
  group.fill(-1);
  std::size_t below = 0, level = 0, groups = 0;
  for (std::size_t b = 0; b < kBuckets && level < kLevelCount; ++b) {
    for (; level < kLevelCount; ++level) {
      const std::size_t rank = rank_of_share(kLevels[level], values.size());
      if (rank > below + counts[b]) break;
      if (group[b] < 0) group[b] = static_cast<std::int8_t>(groups++);
      group_of[level] = static_cast<std::size_t>(group[b]);
      place[level] = rank - 1 - below;
    }
    below += counts[b];
  }

  static thread_local std::array<std::vector<float>, kLevelCount> members;
  for (std::size_t g = 0; g < groups; ++g) members[g].clear();
  for (std::size_t i = 0; i < values.size(); ++i) {
    const auto g = group[static_cast<std::size_t>(bucket_of[i])];
    if (g >= 0) members[static_cast<std::size_t>(g)].push_back(values[i]);
  }
  // Many people may share one value (0 where a sign is never seen): such a bucket is in order
  // already.
  for (std::size_t g = 0; g < groups; ++g) {
    const auto [low, high] = std::minmax_element(members[g].begin(), members[g].end());
    if (*low < *high) std::sort(members[g].begin(), members[g].end());
  }
  for (std::size_t l = 0; l < kLevelCount; ++l) quantiles[l] = members[group_of[l]][place[l]];
  return quantiles;
}

} // namespace rt
