#pragma once
// The mathematics that Dear ImGui asks of its user (IMGUI_DISABLE_DEFAULT_MATH_FUNCTIONS of its
// imconfig.h), under the names and with the types of its own. All but sine and cosine, whose angles
// are a few turns here, is the C library's.

#include "model/numeric/portable_math.h"

#include <cmath>
#include <cstdlib>

inline float ImCos(float x) { return static_cast<float>(rt::portable_cos(static_cast<double>(x))); }
inline float ImSin(float x) {
  return static_cast<float>(rt::portable_cos(static_cast<double>(x) - 1.57079632679489661923));
}
inline float ImAcos(float x) { return std::acos(x); }
inline float ImAtan2(float y, float x) { return std::atan2(y, x); }
inline float ImFabs(float x) { return std::fabs(x); }
inline float ImSqrt(float x) { return std::sqrt(x); }
inline float ImFmod(float x, float y) { return std::fmod(x, y); }
inline float ImCeil(float x) { return std::ceil(x); }
inline double ImAtof(const char *text) { return std::atof(text); }

inline float ImPow(float x, float y) { return std::pow(x, y); }
inline double ImPow(double x, double y) { return std::pow(x, y); }
inline float ImLog(float x) { return std::log(x); }
inline double ImLog(double x) { return std::log(x); }
inline int ImAbs(int x) { return x < 0 ? -x : x; }
inline float ImAbs(float x) { return std::fabs(x); }
inline double ImAbs(double x) { return std::fabs(x); }
inline float ImSign(float x) { return x < 0.0f ? -1.0f : x > 0.0f ? 1.0f : 0.0f; }
inline double ImSign(double x) { return x < 0.0 ? -1.0 : x > 0.0 ? 1.0 : 0.0; }
inline float ImRsqrt(float x) { return 1.0f / std::sqrt(x); }
inline double ImRsqrt(double x) { return 1.0 / std::sqrt(x); }
