#version 300 es
precision mediump float;
uniform sampler2D u_texture; // premultiplied, so that edges keep their color when filtered
in vec2 v_texel;
in vec4 v_color;
out vec4 color;
void main() { color = v_color * texture(u_texture, v_texel); }
