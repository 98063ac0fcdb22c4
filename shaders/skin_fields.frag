// First step: what stays the same while the days pass, each 0..1. Drawn once a size and needle pattern.
layout(location = 0) out vec4 relief; // height, distance to a pore, mottle of redness, nearness to a bruise
layout(location = 1) out vec4 marks;  // openings, pinpoint bleeding, which points bleed, which scale lifts

// Smooth noise, -1..1.
float noise(vec2 p, float salt) {
  vec2 i = floor(p), f = p - i;
  f *= f * (3.0 - 2.0 * f);
  float a = dice(i, salt).x, b = dice(i + vec2(1, 0), salt).x;
  float c = dice(i + vec2(0, 1), salt).x, d = dice(i + vec2(1, 1), salt).x;
  return mix(mix(a, b, f.x), mix(c, d, f.x), f.y) * 2.0 - 1.0;
}
float cloud(vec2 p, float salt) {
  return (noise(p, salt) + 0.5 * noise(p * 2.03 + 7.1, salt + 1.0)) / 1.5;
}

// Distances to the nearest and the next point of a jittered lattice, and a number of the nearest.
vec3 cells(vec2 p, float jitter, float salt) {
  vec2 i = floor(p);
  vec3 near = vec3(9.0, 9.0, 0.0);
  for (int k = 0; k < 9; k++) {
    vec2 cell = i + vec2(k % 3 - 1, k / 3 - 1);
    vec3 r = dice(cell, salt);
    float d = distance(p, cell + 0.5 + (r.xy - 0.5) * jitter);
    if (d < near.x) near = vec3(d, near.x, r.z);
    else near.y = min(near.y, d);
  }
  return near;
}

void main() {
  vec2 p = gl_FragCoord.xy * PIXEL_MM;
  float soft = 0.5 * PIXEL_MM;

  // Little plates with furrows between them, and a fine grain.
  vec2 bent = p + 0.22 * vec2(noise(p * 0.7, 1.0), noise(p * 0.7, 2.0));
  vec3 plate = cells(bent * vec2(1.2, 1.6), 0.9, 3.0);
  float height = 0.55 * smoothstep(0.0, 0.25 + soft, plate.y - plate.x) +
                 0.25 * abs(noise(bent * vec2(3.1, 4.3), 4.0)) + 0.2 * plate.z * plate.x;
  vec3 pore = cells(p / 1.25, 0.8, 5.0);
  float mottle = 0.42 * cloud(p / 3.4, 31.0) + 0.14 * noise(p / 0.8, 33.0);
  float bruise = 0.62 - cells(p / 11.5, 0.7, 41.0).x * 1.5 + 0.26 * cloud(mat2(0.8, 0.6, -0.6, 0.8) * p / 4.1, 42.0);
  relief = vec4(height, pore.x * 1.25 / (0.7 + 0.6 * pore.z) / 0.4, 0.5 + 0.5 * mottle, bruise);

  // Needle points: the small openings, and the pinpoint bleeding that some of them have.
  vec3 point = vec3(0.0);
  vec2 i = floor(p / PITCH);
  for (int k = 0; k < 9; k++) {
    vec2 cell = i + vec2(k % 3 - 1, k / 3 - 1);
    vec3 r = dice(cell, 21.0), s = dice(cell, 22.0);
    float d = distance(p, (cell + 0.5 + (r.xy - 0.5) * 2.0 * JITTER) * PITCH);
    point.x = max(point.x, 1.0 - smoothstep(MARK_RADIUS * 0.3, MARK_RADIUS + soft + 0.03, d));
    float radius = mix(0.09, 0.30, s.x * s.x);
    float bled = 1.0 - smoothstep(radius * 0.4, radius * 1.2 + soft, d);
    bled *= 0.55 + 0.45 * s.y;
    if (bled > point.y) point.yz = vec2(bled, r.z);
  }

  // Dry scale: thin plates that lift one after the other, from their middle.
  vec2 rough = p + 0.3 * vec2(noise(p * 1.7, 11.0), noise(p * 1.7, 12.0)) + 0.06 * noise(p * 6.0, 15.0);
  vec3 scale = cells(rough / 1.2, 0.95, 13.0);
  float lifts = 0.62 * scale.z + 0.2 + 0.2 * noise(p * 0.3, 14.0) +
                0.5 * (1.0 - smoothstep(0.0, 0.35, scale.y - scale.x));
  marks = vec4(point, lifts);
}
