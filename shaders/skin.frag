// Second step: color and light.
uniform sampler3D u_albedo; // melanin, blood, bruise -> linear color; src/model/skin/skin_tables.h
uniform sampler2D u_yellow; // melanin, bilirubin -> ratio / 1.05
uniform sampler2D u_relief; // skin_fields.frag
uniform sampler2D u_marks;
out vec4 color;

// Height in mm: swelling smooths it, dryness deepens it, pores are pits.
float height(ivec2 pixel) {
  vec2 field = texelFetch(u_relief, pixel, 0).xy;
  float radius = mix(0.045, 0.14, PORES);
  float pit = 1.0 - smoothstep(0.35 * radius, 1.2 * radius + PIXEL_MM * 0.5, field.y * 0.4);
  return 0.036 * field.x * (1.0 + 0.5 * DRYNESS) * (1.0 - 0.65 * SWELLING) - 0.045 * pit;
}

float specular(vec3 normal, float roughness) { // GGX, seen from above
  vec3 h = normalize(LIGHT + vec3(0.0, 0.0, 1.0));
  float a = roughness * roughness, c = dot(normal, h);
  float d = c * c * (a * a - 1.0) + 1.0;
  return 0.028 * a * a / (4.0 * d * d);
}

vec3 encoded(vec3 c) {
  return mix(12.92 * c, 1.055 * pow(max(c, 1e-5), vec3(1.0 / 2.4)) - 0.055, step(0.0031308, c));
}

void main() {
  ivec2 pixel = ivec2(gl_FragCoord.xy);
  vec4 field = texelFetch(u_relief, pixel, 0), mark = texelFetch(u_marks, pixel, 0);

  // What the skin holds here.
  float redness = REDNESS * 2.0 * field.z;
  float opening = MARKS * mark.x, bled = mark.y * step(mark.z, 0.55 * PINPOINT_SHARE);
  float edge = 0.5 - 0.62 * BRUISE_AREA;
  float core = smoothstep(edge, edge + 0.45, field.w), halo = smoothstep(edge - 0.22, edge + 0.4, field.w);
  float blood = RESTING_BLOOD + 0.044 * min(redness + 0.5 * opening, 1.6);
  float bruise = max(BRUISE.x * core, PINPOINT.x * bled) + 0.03 * opening;
  float yellow = max(BRUISE.y * halo, PINPOINT.y * bled);
  vec3 place = vec3(MELANIN, sqrt(vec2(blood / 0.10, bruise / 0.25)));
  vec3 albedo = texture(u_albedo, place * 0.9375 + 0.03125).rgb *
                texture(u_yellow, vec2(MELANIN, sqrt(yellow)) * 0.9375 + 0.03125).rgb * 1.05;

  // Dry scale lies over it.
  float lifted = smoothstep(0.0, 0.4, FLAKES - mark.w);
  float own = 0.11 * lifted;
  albedo = own + (1.0 - own) * (1.0 - own) * albedo / (1.0 - own * albedo);

  // Light, relative to that on flat skin: a flat patch is albedo * exposure.
  float h = height(pixel);
  vec2 slope = vec2(height(pixel + ivec2(1, 0)), height(pixel + ivec2(0, 1))) - h;
  slope = clamp(slope / PIXEL_MM, -0.5, 0.5);
  vec3 wrap = vec3(0.30, 0.18, 0.12), soft = vec3(0.6, 0.85, 1.0); // red light spreads in the skin
  vec3 light = 1.0 - dot(slope, LIGHT.xy) * soft / (LIGHT.z + wrap);
  float rough = 0.48 - 0.12 * SWELLING + 0.25 * DRYNESS + 0.2 * lifted;
  float shine = specular(normalize(vec3(-slope, 1.0)), rough) - specular(vec3(0, 0, 1), rough) -
                0.0014 * (1.0 - SWELLING); // what the slopes of calm skin add on average
  vec3 shown = encoded(clamp((albedo * light + shine) * EXPOSURE, 0.0, 1.0));

  // Overlay: the redder, the broader the lines; across them over a bruise.
  vec2 at = gl_FragCoord.xy * PIXEL_MM / 1.25;
  vec2 line = abs(fract(vec2(at.x + at.y, at.x - at.y)) - 0.5) * 2.0;
  vec2 width = vec2(redness < 0.08 ? 0.0 : 0.1 + 0.4 * min(redness, 1.0),
                    0.35 * smoothstep(0.0, 0.02, max(BRUISE.x * core, 0.03 * BRUISE.y * halo)));
  vec2 over = clamp((width - line) * 1.25 / (2.83 * PIXEL_MM) + 0.5, 0.0, 1.0) * step(0.01, width);
  shown = mix(shown, vec3(step(0.3, MELANIN)), OUTLINE * 0.6 * max(over.x, over.y));

  shown += (dice(gl_FragCoord.xy, 51.0).x - 0.5) / 255.0; // dark tones band otherwise
  color = vec4(shown, 1.0);
}
