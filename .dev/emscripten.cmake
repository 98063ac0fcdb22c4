# Toolchain of the wasm presets: whichever emcc is on PATH (Debian's package or an emsdk), with a cache
# of its own in the ignored build folder, because the packaged cache is read-only for ordinary users.
find_program(RT_EMCC emcc REQUIRED)
file(REAL_PATH ${RT_EMCC} emcc)
cmake_path(GET emcc PARENT_PATH root)

set(cache $ENV{EM_CACHE})
if(NOT cache)
  cmake_path(ABSOLUTE_PATH CMAKE_CURRENT_LIST_DIR OUTPUT_VARIABLE cache)
  cmake_path(SET cache NORMALIZE ${cache}/../build/emscripten-cache)
endif()
# One thread for the optimizer: what ships has the same bytes however busy the machine is.
set(environment EM_FROZEN_CACHE= EM_CACHE=${cache} BINARYEN_CORES=1)
if(EXISTS /usr/share/nodejs/acorn) # Debian's emcc looks for acorn where a newer node does not
  list(APPEND environment NODE_PATH=/usr/share/nodejs)
endif()
foreach(pair ${environment})
  string(REGEX MATCH "^([^=]+)=(.*)$" pair ${pair})
  set(ENV{${CMAKE_MATCH_1}} "${CMAKE_MATCH_2}")
endforeach()
cmake_path(GET CMAKE_CURRENT_LIST_DIR PARENT_PATH project)
set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env ${environment}
    sh ${CMAKE_CURRENT_LIST_DIR}/relative.sh ${project})
set(CMAKE_CXX_LINKER_LAUNCHER ${CMAKE_COMMAND} -E env ${environment})

find_program(RT_NODE node REQUIRED) # the one that runs our scripts, where there are several
set(CMAKE_CROSSCOMPILING_EMULATOR ${RT_NODE})
include(${root}/cmake/Modules/Platform/Emscripten.cmake)
