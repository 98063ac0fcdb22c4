// Equal buckets over the range of the values find the few that need to be put in order.

#include "model/fast/quantiles.h"
#include "model/fast/simd.h"

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

// Who is in which bucket: each bucket knows the last of its members, each member the one before.
class Buckets {
public:
  void fill(std::span<const float> values, const Range &range) {
    buckets_.fill(0);
    before_.resize(values.size() + 3);
    const float per_value = static_cast<float>(kBuckets - 2) / (range.high - range.low);
    const auto put = [&](std::size_t i, f32x4 four) {
      each_lane(buckets_of(four, range.low, per_value), [&](std::uint32_t at) {
        const std::uint64_t bucket = buckets_[at];
        before_[i] = static_cast<std::uint32_t>(bucket);
        buckets_[at] = ((bucket >> 32) + 1) << 32 | i++;
      });
    };
    const std::size_t whole = values.size() / 4 * 4;
    for (std::size_t i = 0; i < whole; i += 4) put(i, load<f32x4>(values.data() + i));
    if (whole == values.size()) return;
    f32x4 rest = splat<f32x4>(range.low); // the lanes without a value are in bucket 0
    for (std::size_t i = whole; i < values.size(); ++i) rest[i - whole] = values[i];
    put(whole, rest);
    buckets_[0] -= std::uint64_t{whole + 4 - values.size()} << 32;
  }
  std::size_t count(std::size_t bucket) const {
    return static_cast<std::size_t>(buckets_[bucket] >> 32);
  }
  void members(std::size_t bucket, std::span<const float> values, std::vector<float> &out) const {
    out.resize(count(bucket));
    auto at = static_cast<std::uint32_t>(buckets_[bucket]);
    for (float &member : out) {
      member = values[at];
      at = before_[at];
    }
  }

private:
  std::array<std::uint64_t, kBuckets> buckets_; // number of members * 2^32 + the last one's index
  std::vector<std::uint32_t> before_;           // by index
};

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

  static thread_local Buckets buckets;
  static thread_local std::vector<float> members;
  buckets.fill(values, range);
  std::size_t bucket = 0, below = 0;
  for (std::size_t level = 0; level < kLevelCount; ++level) {
    const std::size_t rank = rank_of_share(kLevels[level], values.size());
    while (rank > below + buckets.count(bucket)) below += buckets.count(bucket++);
    if (bucket == 0) continue; // the lowest value
    buckets.members(bucket, values, members);
    std::sort(members.begin(), members.end());
    quantiles[level] = members[rank - 1 - below];
  }
  return quantiles;
}

} // namespace rt
