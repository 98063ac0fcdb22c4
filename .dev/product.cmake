# The widget's wasm module: a reactor without Emscripten's JavaScript, made of the room platform and all
# that it knows. Its only partner is web/wasm/module.js: it imports from "rt" and exports what
# src/platform/exports.txt names, one C symbol a line.
rt_sources(files src/platform/*.cpp)
set(list ${CMAKE_SOURCE_DIR}/src/platform/exports.txt)
if(files AND EXISTS ${list})
  file(STRINGS ${list} symbols REGEX "^[A-Za-z_]")
  list(TRANSFORM symbols STRIP)
  list(TRANSFORM symbols PREPEND _)
  list(JOIN symbols , symbols)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${list})

  add_executable(recovery-timeline ${files})
  set_target_properties(recovery-timeline PROPERTIES SUFFIX .wasm)
  target_compile_options(recovery-timeline PRIVATE ${RT_WARNINGS} -fno-exceptions -fno-rtti)
  target_link_libraries(recovery-timeline PRIVATE rt_app)

  # What JavaScript takes the border's structs and enums for, held against the compiler.
  rt_sources(headers src/*.h)
  set(abi_check ${CMAKE_BINARY_DIR}/abi_check.cpp)
  add_custom_command(OUTPUT ${abi_check} DEPENDS ${headers} ${CMAKE_SOURCE_DIR}/.dev/abi.mjs
    COMMAND ${RT_NODE} ${CMAKE_SOURCE_DIR}/.dev/abi.mjs ${abi_check})
  target_sources(recovery-timeline PRIVATE ${abi_check})

  # Runs under node at the build: checks the content and packs it for the widget.
  add_executable(recovery-pack src/tools/pack/main.cpp)
  set_target_properties(recovery-pack PROPERTIES SUFFIX .cjs) # whatever package.json says of .js
  target_compile_options(recovery-pack PRIVATE ${RT_WARNINGS} -fno-exceptions -fno-rtti)
  target_link_libraries(recovery-pack PRIVATE rt_content)
  target_link_options(recovery-pack PRIVATE -O1 -sNODERAWFS=1 -sENVIRONMENT=node -sEXIT_RUNTIME=1 -sWASM_ASYNC_COMPILATION=0
    -sALLOW_MEMORY_GROWTH=1)
  # So does this one: the short result in each language.
  add_executable(recovery-baseline src/tools/baseline/main.cpp)
  set_target_properties(recovery-baseline PROPERTIES SUFFIX .cjs)
  target_compile_options(recovery-baseline PRIVATE ${RT_WARNINGS} -fno-exceptions -fno-rtti)
  target_link_libraries(recovery-baseline PRIVATE rt_baseline)
  target_link_options(recovery-baseline PRIVATE -O1 -sNODERAWFS=1 -sENVIRONMENT=node -sEXIT_RUNTIME=1
    -sWASM_ASYNC_COMPILATION=0 -sALLOW_MEMORY_GROWTH=1 -sTOTAL_STACK=1048576)
  add_dependencies(recovery-timeline recovery-pack recovery-baseline)

  target_link_options(recovery-timeline PRIVATE -sSTANDALONE_WASM --no-entry
    -sEXPORTED_FUNCTIONS=${symbols} -sERROR_ON_UNDEFINED_SYMBOLS=0 -sWARN_ON_UNDEFINED_SYMBOLS=0
    -sMALLOC=emmalloc -sALLOW_MEMORY_GROWTH=1 -sINITIAL_MEMORY=4194304 -sTOTAL_STACK=262144)
endif()
