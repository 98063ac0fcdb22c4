#version 300 es
// Shared by the two steps of a patch of skin, 20 mm wide: an illustration whose color is that of the
// model and whose light leaves the mean color as it is. Lengths in mm, x to the right, y downwards.
// The numbers are those of src/model/skin/skin_patch.h.
precision highp float; // half floats would step by 1/64 mm at 20 mm
precision highp int;
precision mediump sampler2D;
precision mediump sampler3D; // has no default
uniform vec4 u_skin[6];
#define PIXEL_MM u_skin[0].x
#define MELANIN u_skin[0].y
#define RESTING_BLOOD u_skin[0].z
#define REDNESS u_skin[0].w
#define SWELLING u_skin[1].x
#define DRYNESS u_skin[1].y
#define FLAKES u_skin[1].z
#define PORES u_skin[1].w
#define BRUISE u_skin[2].xy
#define PINPOINT u_skin[2].zw
#define PITCH u_skin[3].x
#define MARK_RADIUS u_skin[3].y
#define JITTER u_skin[3].z
#define MARKS u_skin[3].w
#define PINPOINT_SHARE u_skin[4].x
#define BRUISE_AREA u_skin[4].y
#define OUTLINE u_skin[4].z
#define SEED u_skin[4].w
#define EXPOSURE u_skin[5].x
#define LIGHT u_skin[5].yzw

// Three numbers 0..1 of a lattice point, the same on every device (PCG 3D, Jarzynski and Olano 2020).
vec3 dice(vec2 cell, float salt) {
  uvec3 v = uvec3(ivec3(vec3(cell, salt + SEED)) + 4096);
  v = v * 1664525u + 1013904223u;
  v.x += v.y * v.z;
  v.y += v.z * v.x;
  v.z += v.x * v.y;
  v ^= v >> 16u;
  v.x += v.y * v.z;
  v.y += v.z * v.x;
  v.z += v.x * v.y;
  return vec3(v >> 8u) / 16777216.0;
}
