# The widget's wasm module: a reactor without Emscripten's JavaScript; web/module.js is its only partner.
rt_room(platform src/platform/*.cpp KNOWS app)
