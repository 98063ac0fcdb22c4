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

// Bucket 0 has the values that equal the lowest one: they may be many (0 where a sign is never
// seen) and are in order already. The others share the rest of the range.
i32x4 buckets_of(f32x4 values, float low, float per_value) {
  constexpr float kWhole = 8388608.0f; // 2^23: adding it rounds to a whole number
  const f32x4 place = (values - low) * per_value + kWhole;
  const i32x4 rest = reinterpret_cast<i32x4>(place) & static_cast<std::int32_t>(kBuckets - 1);
  return rest - (values > splat<f32x4>(low)); // a comparison that holds is -1
}

void fill_buckets(std::span<const float> values, const Range &range,
                  std::vector<std::int32_t> &bucket_of) {
  const float per_value = static_cast<float>(kBuckets - 2) / (range.high - range.low);
  const std::size_t whole = values.size() / 4 * 4;
  bucket_of.resize(whole + 4);
  const auto fill = [&](std::size_t i, f32x4 four) {
    const i32x4 buckets = buckets_of(four, range.low, per_value);
    std::memcpy(bucket_of.data() + i, &buckets, sizeof buckets);
  };
  for (std::size_t i = 0; i < whole; i += 4) fill(i, load<f32x4>(values.data() + i));
  f32x4 rest = splat<f32x4>(range.low);
  for (std::size_t i = whole; i < values.size(); ++i) rest[i - whole] = values[i];
  fill(whole, rest);
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

  static thread_local std::vector<std::int32_t> bucket_of;
  static thread_local std::array<std::uint32_t, kBuckets> counts;
  fill_buckets(values, range, bucket_of);
  counts.fill(0);
  for (std::size_t i = 0; i < values.size(); ++i) ++counts[static_cast<std::size_t>(bucket_of[i])];

  // The bucket of each level, and its place among the members of that bucket.
  constexpr std::int8_t kNone = -1;
  std::array<std::size_t, kLevelCount> place{};
  std::array<std::int8_t, kLevelCount> group_of{};
  std::array<std::int8_t, kBuckets> group;
  group.fill(kNone);
  std::size_t below = 0, level = 0;
  std::int8_t groups = 0;
  for (std::size_t b = 0; b < kBuckets && level < kLevelCount; ++b) {
    for (; level < kLevelCount; ++level) {
      const std::size_t rank = rank_of_share(kLevels[level], values.size());
      if (rank > below + counts[b]) break;
      if (b > 0 && group[b] == kNone) group[b] = groups++;
      group_of[level] = group[b];
      place[level] = rank - 1 - below;
    }
    below += counts[b];
  }

  static thread_local std::array<std::vector<float>, kLevelCount> members;
  for (std::vector<float> &group_members : members) group_members.clear();
  const auto group_at = [&](std::size_t i) {
    return group[static_cast<std::size_t>(bucket_of[i])];
  };
  for (std::size_t i = 0; i < values.size(); i += 4) { // the buckets end with whole fours
    if ((group_at(i) & group_at(i + 1) & group_at(i + 2) & group_at(i + 3)) == kNone) continue;
    for (std::size_t j = i; j < std::min(i + 4, values.size()); ++j)
      if (group_at(j) != kNone) members[static_cast<std::size_t>(group_at(j))].push_back(values[j]);
  }
  for (std::vector<float> &group_members : members)
    std::sort(group_members.begin(), group_members.end());
  for (std::size_t l = 0; l < kLevelCount; ++l)
    if (group_of[l] != kNone)
      quantiles[l] = members[static_cast<std::size_t>(group_of[l])][place[l]];
  return quantiles;
}

} // namespace rt
