#version 300 es
// Everything that ImGui draws: device pixels in, y downwards.
uniform vec3 u_tile; // width and height of the piece that is drawn, and where its top lies
in vec2 a_place;
in vec2 a_texel;
in vec4 a_color; // straight alpha
out vec2 v_texel;
out vec4 v_color;
void main() {
  v_texel = a_texel;
  v_color = vec4(a_color.rgb * a_color.a, a_color.a);
  vec2 clip = (a_place - vec2(0.0, u_tile.z)) / u_tile.xy * 2.0 - 1.0;
  gl_Position = vec4(clip.x, -clip.y, 0.0, 1.0);
}
