#include "content/json/decimal.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <limits>

namespace rt::json {
namespace {

constexpr std::uint32_t kPowers[] = {1,      10,      100,      1000,      10000,
                                     100000, 1000000, 10000000, 100000000, 1000000000};
constexpr int kLimbDigits = 9;
constexpr std::uint32_t kBase = kPowers[kLimbDigits];
constexpr int kMaxShift = 29; // 2^29 < kBase: products of two limbs and a carry fit 64 bits

// A number >= 0 with all of its digits: every double, and whatever of a text can matter for it.
class Decimal {
public:
  bool zero() const { return first_ == end_; }

  // Digits are numbered by their power of ten: 0 is the one before the point. -1000 < power < 320.
  int digit(int power) const {
    const auto [limb, within] = place(power);
    return static_cast<int>(limb_[limb] / kPowers[within] % 10);
  }
  void add_digit(int digit, int power) { // none but zeros stands there or behind yet
    const auto [limb, within] = place(power);
    if (digit == 0) return;
    if (zero()) first_ = limb;
    end_ = limb + 1;
    limb_[limb] += static_cast<std::uint32_t>(digit) * kPowers[within];
  }
  int first_power() const { // of the first digit that is not 0
    int power = kLimbDigits * (kPoint - first_) - 1;
    while (digit(power) == 0) --power;
    return power;
  }
  bool anything_below(int power) const {
    const auto [limb, within] = place(power);
    return end_ > limb + 1 || limb_[limb] % kPowers[within] != 0;
  }

  // The number is multiplied by 2^bits.
  void shift(int bits) {
    for (int left = bits; left > 0; left -= kMaxShift) shift_left(std::min(left, kMaxShift));
    for (int right = -bits; right > 0; right -= kMaxShift) shift_right(std::min(right, kMaxShift));
  }

  bool below_1e18() const { return first_ >= kPoint - 2; }
  std::uint64_t whole() const { // of a number below 1e18
    return std::uint64_t{limb_[kPoint - 2]} * kBase + limb_[kPoint - 1];
  }
  bool has_fraction() const { return end_ > kPoint; }
  void set_whole(std::uint64_t value) { // below 1e18
    for (int power = 0; value > 0; ++power, value /= 10) {
      const auto [limb, within] = place(power);
      limb_[limb] += static_cast<std::uint32_t>(value % 10) * kPowers[within];
      first_ = limb;
      end_ = kPoint;
    }
  }

private:
  // Limbs of nine digits; kPoint of them lie before the decimal point.
  static constexpr int kPoint = 36, kLimbs = 256;
  struct Place {
    int limb, within;
  };
  static Place place(int power) {
    const int up = power + kLimbDigits * (kLimbs - kPoint); // >= 0
    return {kLimbs - 1 - up / kLimbDigits, up % kLimbDigits};
  }

  void shift_left(int bits) {
    std::uint64_t carry = 0;
    for (int i = end_; i-- > first_;) {
      carry += std::uint64_t{limb_[i]} << bits;
      limb_[i] = static_cast<std::uint32_t>(carry % kBase);
      carry /= kBase;
    }
    if (carry > 0) limb_[--first_] = static_cast<std::uint32_t>(carry);
    while (end_ > first_ && limb_[end_ - 1] == 0) --end_;
  }
  void shift_right(int bits) {
    std::uint64_t rest = 0;
    for (int i = first_; i < end_ || rest > 0; ++i) {
      rest = rest * kBase + limb_[i];
      limb_[i] = static_cast<std::uint32_t>(rest >> bits);
      rest &= (std::uint64_t{1} << bits) - 1;
      end_ = std::max(end_, i + 1);
    }
    while (first_ < end_ && limb_[first_] == 0) ++first_;
  }

  std::uint32_t limb_[kLimbs] = {};
  int first_ = kPoint, end_ = kPoint; // the limbs that are not all 0
};

constexpr int kBits = std::numeric_limits<double>::digits;
constexpr int kSmallestExponent = std::numeric_limits<double>::min_exponent - kBits;

int bit_length(std::uint64_t value) {
  int length = 0;
  for (; value > 0; value >>= 1) ++length;
  return length;
}

double nearest_double(Decimal &number) {
  if (number.zero()) return 0;
  int exponent = 0;
  const auto shift = [&](int bits) {
    number.shift(bits);
    exponent -= bits;
  };
  while (!number.below_1e18()) shift(-kMaxShift);
  int length;
  while ((length = bit_length(number.whole())) <= kBits)
    shift(std::min(kBits + 1 - length, kMaxShift));

  const int dropped = std::max(length - kBits, kSmallestExponent - exponent);
  if (dropped > length) return 0;
  std::uint64_t kept = number.whole() >> dropped;
  const std::uint64_t rest = number.whole() - (kept << dropped);
  const std::uint64_t half = std::uint64_t{1} << (dropped - 1);
  if (rest > half || (rest == half && (number.has_fraction() || kept % 2 != 0))) ++kept;
  return std::ldexp(static_cast<double>(kept), exponent + dropped);
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// A number's text in its parts.
struct Scanned {
  bool negative = false;
  std::string_view digits; // may hold one point
  int power = 0;           // of the first digit
};

Scanned scan(std::string_view text) {
  constexpr int kFarAway = 100'000'000; // no document is long enough to come back from there
  std::size_t at = 0;
  const auto at_digit = [&] { return at < text.size() && is_digit(text[at]); };
  const auto take = [&](char c) { return at < text.size() && (text[at] | 0x20) == c ? ++at : 0; };
  Scanned parts;
  parts.negative = take('-');
  const std::size_t first = at;
  while (at_digit()) ++at;
  parts.power = static_cast<int>(at - first) - 1;
  if (take('.'))
    while (at_digit()) ++at;
  parts.digits = text.substr(first, at - first);
  if (!take('e')) return parts;
  const bool minus = take('-');
  if (!minus) take('+');
  int exponent = 0;
  for (; at_digit(); ++at) exponent = std::min(exponent * 10 + (text[at] - '0'), kFarAway);
  parts.power += minus ? -exponent : exponent;
  return parts;
}

} // namespace

double decimal_value(std::string_view text) {
  // What is left out can matter only as "more than nothing".
  constexpr int kDigits = 800, kSmallestPower = -326;
  constexpr int kLargestPower = std::numeric_limits<double>::max_exponent10;
  const Scanned parts = scan(text);
  Decimal number;
  int digits = 0, power = parts.power;
  for (const char c : parts.digits) {
    if (c == '.') continue;
    if (c != '0' || digits > 0) ++digits;
    if (digits == 1 && power > kLargestPower) return parts.negative ? -HUGE_VAL : HUGE_VAL;
    if (digits == 1 && power < kSmallestPower) break;
    if (digits > kDigits) {
      if (c == '0') continue;
      number.add_digit(1, power);
      break;
    }
    if (digits > 0) number.add_digit(c - '0', power);
    --power;
  }
  const double value = nearest_double(number);
  return parts.negative ? -value : value;
}

std::string decimal_text(double value, int digits) {
  std::string text(std::signbit(value) ? "-" : "");
  if (value == 0) return text + '0';
  int exponent;
  const double fraction = std::frexp(std::fabs(value), &exponent);
  Decimal number;
  number.set_whole(static_cast<std::uint64_t>(std::ldexp(fraction, kBits)));
  number.shift(exponent - kBits);

  int first = number.first_power(); // the digits' places are first, first - 1, ... last
  const int last = first - digits + 1;
  const int next = number.digit(last - 1);
  std::string kept;
  for (int power = first; power >= last; --power)
    kept += static_cast<char>('0' + number.digit(power));
  const bool odd = kept.back() % 2 != 0;
  if (next > 5 || (next == 5 && (odd || number.anything_below(last - 1)))) {
    std::size_t nines = 0;
    while (nines < kept.size() && kept[kept.size() - 1 - nines] == '9') ++nines;
    kept.erase(kept.size() - nines);
    if (kept.empty()) {
      kept = "0";
      ++first;
    }
    ++kept.back();
  }
  kept.erase(kept.find_last_not_of('0') + 1);

  if (first < -4 || first >= digits) { // as 1.5e+20, with at least two digits behind the e
    text += kept[0];
    if (kept.size() > 1) text.append(".").append(kept, 1);
    const int size = std::abs(first);
    text += first < 0 ? "e-" : "e+";
    if (size < 10) text += '0';
    return text + std::to_string(size);
  }
  if (first < 0) return text.append("0.").append(static_cast<std::size_t>(-first - 1), '0') + kept;
  const auto whole = static_cast<std::size_t>(first) + 1;
  if (kept.size() <= whole) return text + kept.append(whole - kept.size(), '0');
  return text + kept.insert(whole, 1, '.');
}

} // namespace rt::json
