#include "tools/fit/claims.h"

#include "model/fast/times.h"
#include "model/numeric/sobol.h"
#include "model/projection.h"
#include "model/scenario.h"
#include "model/time_courses.h"

#include <algorithm>
#include <array>
#include <limits>

namespace rt::fit {
namespace {

Factors with(Device device, double depth_mm) {
  Factors f;
  f.device = device;
  f.depth_mm = depth_mm;
  return f;
}
Factors pen(double depth_mm) { return with(Device::pen, depth_mm); }
Factors around_eyes(Factors f) {
  f.area = Area::around_eyes;
  return f;
}

// What is asked of the model, for one set of parameters.
class Clinic {
public:
  explicit Clinic(const Parameters &p) : p_(p), people_(draw_population(p)) {}

  Projection shown(const Factors &f) const {
    Projection projection;
    project(p_, f, people_, TimeAxis{}, projection);
    return projection;
  }

  // Of 100 people.
  double seen_at(const Factors &f, Sign sign, double hour) const {
    return 100.0 * share_visible_at(shown(f), sign, hour);
  }
  double ever_seen(const Factors &f, Sign sign) const {
    return 100.0 * shown(f).sign[static_cast<std::size_t>(sign)].incidence;
  }
  double typical_peak_h(const Factors &f, Sign sign) const {
    return static_cast<double>(shown(f).sign[static_cast<std::size_t>(sign)].peak_hour[kMedian]);
  }

  // Hours until a sign is over in the middle one of those who have it; 0 where nobody has.
  double typical_h(const Factors &f, Sign sign) const {
    const Scenario s = scenario_of(p_, f);
    std::vector<float> hours(people_.lanes());
    compute_hours_until_below(s, people_, sign, visible_above(s, sign), hours);
    hours.resize(people_.size());
    std::erase(hours, 0.0f);
    if (hours.empty()) return 0.0;
    std::ranges::sort(hours);
    return static_cast<double>(hours[hours.size() / 2]);
  }

  // Of 100 people, those in whom redness is the last sign that others see.
  double decided_by_redness(double depth_mm) const {
    PersonTimes times;
    compute_times(scenario_of(p_, pen(depth_mm)), people_, times);
    const auto &red = times.until_not_visible_h[static_cast<std::size_t>(Sign::redness)];
    double by_redness = 0;
    for (std::size_t i = 0; i < people_.size(); ++i)
      by_redness += red[i] >= times.looks_normal_h[i] ? 1 : 0;
    return 100.0 * by_redness / static_cast<double>(people_.size());
  }

  // Gains half a year after the last of three sessions, ascending.
  std::vector<double> gains(double depth_mm) const {
    const Scenario s = scenario_of(p_, pen(depth_mm));
    const double weeks = 2.0 * s.weeks_between + 26.0;
    std::vector<double> all;
    for (std::size_t i = 0; i < people_.size(); ++i)
      all.push_back(gain_at(s, course_of(s, people_.person(i)), weeks));
    std::ranges::sort(all);
    return all;
  }

  // The severity of felt tightness over its first two days and after.
  struct Tightness {
    double first = 0, least = 1, least_h = 0, most = 0, most_h = 0;
  };
  Tightness tightness(double depth_mm) const {
    const Projection projection = shown(pen(depth_mm));
    const auto felt = [&](double hour) {
      return static_cast<double>(severity_at(projection, Sign::tightness, hour)[kMedian]);
    };
    Tightness t;
    t.first = felt(0.5);
    for (double hour = 1; hour < 40; hour += 1)
      if (felt(hour) < t.least) t.least = felt(t.least_h = hour);
    for (double hour = t.least_h; hour < 200; hour += 4)
      if (felt(hour) > t.most) t.most = felt(t.most_h = hour);
    return t;
  }

private:
  const Parameters &p_;
  Population people_;
};

// Every combination of the ends of everything that makes a sign last, and as many settings between.
// `take` gets one after the other.
template <class Take> void every_setting(const Take &take) {
  constexpr std::array kDevices{Device::roller, Device::stamp, Device::pen, Device::rf};
  constexpr std::uint32_t kSwitches = 11;
  for (const Device device : kDevices)
    for (const Area area : {Area::cheeks, Area::around_eyes, Area::body})
      for (std::uint32_t bits = 0; bits < 1u << kSwitches; ++bits) {
        const auto bit = [&](std::uint32_t i) { return ((bits >> i) & 1u) != 0; };
        Factors f = with(device, bit(0) ? 3.0 : 0.25);
        f.area = area;
        f.passes = bit(1) ? 6 : 1;
        f.prp = bit(2);
        f.tone = bit(3) ? 10 : 1;
        f.reactivity = bit(4) ? Reactivity::very_reactive : Reactivity::calm;
        f.age_band = bit(5) ? AgeBand::from_60 : AgeBand::under_30;
        f.darkens_easily = bit(6);
        f.moisturiser = bit(7);
        f.serum = bit(8);
        f.anti_inflammatory = bit(9);
        f.sun_protection = bit(10);
        take(f);
      }
  constexpr std::uint32_t kBetween = 20000;
  for (std::uint32_t i = 0; i < kBetween; ++i) {
    int dimension = 0;
    const auto unit = [&] { return sobol(i, dimension++, 41); };
    const auto whole = [&](int least, int most) {
      return least + std::min(static_cast<int>(unit() * (most - least + 1)), most - least);
    };
    Factors f = with(kDevices[static_cast<std::size_t>(whole(0, 3))], 0.25 + 2.75 * unit());
    f.passes = whole(1, 6);
    f.area = static_cast<Area>(whole(0, kAreas - 1));
    f.prp = unit() < 0.5;
    f.tone = whole(0, 10);
    f.reactivity = static_cast<Reactivity>(whole(0, kReactivities - 1));
    f.age_band = static_cast<AgeBand>(whole(0, kAgeBands - 1));
    f.darkens_easily = unit() < 0.5;
    f.moisturiser = unit() < 0.5;
    f.serum = unit() < 0.5;
    f.anti_inflammatory = unit() < 0.5;
    take(f);
  }
}

// Hours in the typical person, under whatever the page can be set to.
std::array<double, kSigns> longest_typical_h(const Parameters &p) {
  const Person typical_person;
  const Population typical = population_of({&typical_person, 1});
  std::array<double, kSigns> longest{};
  PersonTimes times;
  every_setting([&](const Factors &f) {
    compute_times(scenario_of(p, f), typical, times);
    for (std::size_t sign = 0; sign < kSigns; ++sign)
      longest[sign] =
          std::max(longest[sign], static_cast<double>(times.until_not_visible_h[sign][0]));
  });
  return longest;
}

constexpr double kAnyMore = std::numeric_limits<double>::infinity();

} // namespace

std::vector<Claim> claims(const Parameters &p) {
  const Clinic clinic(p);
  std::vector<Claim> all;
  const auto say = [&](std::string what, double figure, double low, double high) {
    all.push_back({std::move(what), figure, low, high});
  };

  say("pen 1 mm: seen red at 15 min, of 100", clinic.seen_at(pen(1), Sign::redness, 0.25), 95, 100);
  say("pen 1 mm: greatest redness, h", clinic.typical_peak_h(pen(1), Sign::redness), 0, 2);
  for (const auto &[name, device] : {std::pair{"pen", Device::pen}, {"roller", Device::roller}}) {
    const Factors shallow = with(device, 0.25);
    say(std::string(name) + " 0.25 mm: seen red at 15 min, of 100",
        clinic.seen_at(shallow, Sign::redness, 0.25), 60, 100);
    say(std::string(name) + " 0.25 mm: no longer red at 24 h, of 100",
        100 - clinic.seen_at(shallow, Sign::redness, 24), 90, 100);
  }
  say("pen 1.5 mm: no longer red, typical person, h", clinic.typical_h(pen(1.5), Sign::redness), 24,
      60);

  const double cheeks_swell = clinic.ever_seen(pen(1), Sign::swelling);
  say("pen 1 mm: swelling seen, of 100", cheeks_swell, 15, 55);
  say("RF 2 mm: swelling seen, of 100", clinic.ever_seen(with(Device::rf, 2), Sign::swelling), 35,
      80);
  say("pen 1 mm, around the eyes against cheeks: swelling seen, times",
      clinic.ever_seen(around_eyes(pen(1)), Sign::swelling) / cheeks_swell, 1.01, kAnyMore);
  for (const char *depth : {"0.5", "1.0", "1.5", "2.0"})
    say(std::string("pen ") + depth + " mm: looking normal is decided by redness, of 100",
        clinic.decided_by_redness(std::stod(depth)), 50, 100);

  const double cheeks_bruise = clinic.ever_seen(pen(1.5), Sign::bruising);
  say("pen 1.5 mm: bruise, of 100", cheeks_bruise, 1, 6);
  say("pen 1.5 mm, around the eyes against cheeks: bruise, times",
      clinic.ever_seen(around_eyes(pen(1.5)), Sign::bruising) / cheeks_bruise, 2, 4);
  say("pen 1.5 mm: a bruise lasts, typically, h", clinic.typical_h(pen(1.5), Sign::bruising), 96,
      288);
  say("pen 1.5 mm: marks are over, typically, h", clinic.typical_h(pen(1.5), Sign::marks), 24, 72);
  say("RF 2 mm: marks are over, typically, h", clinic.typical_h(with(Device::rf, 2), Sign::marks),
      48, 144);

  const auto tight = clinic.tightness(1.5);
  say("pen 1.5 mm: tight at once against between, times", tight.first / tight.least, 1.1, kAnyMore);
  say("pen 1.5 mm: dry later against between, times", tight.most / tight.least, 1.1, kAnyMore);
  say("pen 1.5 mm: driest, h", tight.most_h, 48, 96);
  say("pen 0.25 mm: fine flaking, of 100", clinic.ever_seen(pen(0.25), Sign::flaking), 0, 10);
  say("pen 1.5 mm: fine flaking, of 100", clinic.ever_seen(pen(1.5), Sign::flaking), 20, 45);
  say("pen 3 mm: fine flaking, of 100", clinic.ever_seen(pen(3), Sign::flaking), 35, 65);

  const std::vector<double> gains = clinic.gains(1.5), shallow = clinic.gains(0.25);
  const auto below = [&](double gain) {
    const auto at = std::ranges::lower_bound(gains, gain);
    return 100.0 * static_cast<double>(at - gains.begin()) / static_cast<double>(gains.size());
  };
  constexpr double kLittle = 0.1; // of the unevenness: nothing that a rater sees
  say("three sessions: little or no change, of 100", below(kLittle), 8, 25);
  say("three sessions: clear change, of 100", 100 - below(p.clear_change_gain), 50, 80);
  say("0.25 mm against 1.5 mm: result, times",
      shallow[shallow.size() / 2] / gains[gains.size() / 2], 0, 0.25);
  say("stamp against pen, 1.5 mm: dose, times",
      scenario_of(p, with(Device::stamp, 1.5)).dose / scenario_of(p, pen(1.5)).dose, 0.6, 1.2);

  const std::array<double, kSigns> longest = longest_typical_h(p);
  for (const auto &[name, sign] :
       {std::pair{"red", Sign::redness}, {"swollen", Sign::swelling}, {"tight", Sign::tightness}})
    say(std::string("any setting: typical person ") + name + ", longest, h",
        longest[static_cast<std::size_t>(sign)], 0, longest_reported_h(sign));
  return all;
}

} // namespace rt::fit
