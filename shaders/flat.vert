#version 300 es
// Everything that ImGui draws: device pixels in, y downwards.
uniform vec2 u_size; // the canvas in device pixels
in vec2 a_place;
in vec2 a_texel;
in vec4 a_color; // straight alpha
out vec2 v_texel;
out vec4 v_color;
void main() {
  v_texel = a_texel;
  v_color = vec4(a_color.rgb * a_color.a, a_color.a);
  vec2 clip = a_place / u_size * 2.0 - 1.0;
  gl_Position = vec4(clip.x, -clip.y, 0.0, 1.0);
}
