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
  const float width = range.high - range.low;
  const float per_value = width > 0.0f ? (static_cast<float>(kBuckets) - 0.5f) / width : 0.0f;
  static thread_local std::vector<std::uint16_t> bucket_of;
  bucket_of.resize(values.size());
  std::array<std::uint32_t, kBuckets> counts{};
  for (std::size_t i = 0; i < values.size(); ++i) {
    const auto bucket = static_cast<std::uint16_t>((values[i] - range.low) * per_value);
    bucket_of[i] = bucket;
    ++counts[bucket];
  }

  // The bucket of each level, and how many values of lower buckets come before it.
  std::array<std::size_t, kLevelCount> rank{}, bucket{};
  std::array<std::uint8_t, kBuckets> wanted{};
  std::size_t below = 0, level = 0;
  for (std::size_t b = 0; b < kBuckets && level < kLevelCount; ++b) {
    for (; level < kLevelCount; ++level) {
      const std::size_t place = rank_of_share(kLevels[level], values.size());
      if (place > below + counts[b]) break;
      bucket[level] = b;
      rank[level] = place - 1 - below;
      wanted[b] = 1;
    }
    below += counts[b];
  }

  static thread_local std::array<std::vector<float>, kLevelCount> members;
  std::array<std::uint8_t, kBuckets> group{};
  std::size_t groups = 0;
  for (std::size_t l = 0; l < kLevelCount; ++l)
    if (l == 0 || bucket[l] != bucket[l - 1]) {
      members[groups].clear();
      group[bucket[l]] = static_cast<std::uint8_t>(groups++);
    }
  for (std::size_t i = 0; i < values.size(); ++i)
    if (wanted[bucket_of[i]]) members[group[bucket_of[i]]].push_back(values[i]);

  Quantiles quantiles{};
  for (std::size_t l = 0; l < kLevelCount; ++l) {
    std::vector<float> &own = members[group[bucket[l]]];
    const auto at = own.begin() + static_cast<std::ptrdiff_t>(rank[l]);
    std::nth_element(own.begin(), at, own.end());
    quantiles[l] = *at;
  }
  return quantiles;
}

} // namespace rt
