# rt_room(<name> <globs> KNOWS <room> [PARTS <public targets>] [PRIVATE_PARTS <targets>])
# One static library rt_<name>; it can include its own files, those of the room it knows, and of the
# rooms which that one knows. A room without a .cpp file yet is an interface library.
function(rt_sources out)
  set(files)
  foreach(pattern ${ARGN})
    file(GLOB_RECURSE found CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/${pattern})
    list(APPEND files ${found})
  endforeach()
  set(${out} ${files} PARENT_SCOPE)
endfunction()

set(RT_WARNINGS -Wall -Wextra -Wshadow -Wconversion)

# rt_precompile(<target> [<headers>]): what nearly every file includes is read once, which halves the time
# of a test build. What ships is compiled without: there each file has to include what it uses.
function(rt_precompile target)
  if(RT_PRECOMPILE)
    target_precompile_headers(${target} PRIVATE
      <algorithm> <array> <cmath> <cstddef> <cstdint> <optional> <span> <string> <string_view>
      <utility> <vector> ${ARGN})
  endif()
endfunction()

function(rt_room name)
  cmake_parse_arguments(ROOM "" "KNOWS" "PARTS;PRIVATE_PARTS" ${ARGN})
  rt_sources(files ${ROOM_UNPARSED_ARGUMENTS})
  list(FILTER files EXCLUDE REGEX "/main\\.cpp$") # the program beside a room
  set(scope PUBLIC)
  if(files)
    add_library(rt_${name} STATIC ${files})
    target_compile_options(rt_${name} PRIVATE ${RT_WARNINGS} -fno-exceptions -fno-rtti)
    if(ROOM_PRIVATE_PARTS)
      target_link_libraries(rt_${name} PRIVATE ${ROOM_PRIVATE_PARTS})
    endif()
    foreach(file ${files}) # hot files are for speed, also beside -Oz
      if(file MATCHES "/model/fast/")
        set_source_files_properties(${file} PROPERTIES COMPILE_OPTIONS
          "-O2;-finline-functions;$<$<BOOL:${EMSCRIPTEN}>:-msimd128>")
        set_source_files_properties(${file} PROPERTIES SKIP_PRECOMPILE_HEADERS ON)
      endif()
    endforeach()
  else()
    add_library(rt_${name} INTERFACE)
    set(scope INTERFACE)
  endif()
  target_include_directories(rt_${name} ${scope} ${CMAKE_SOURCE_DIR}/src)
  if(ROOM_KNOWS)
    target_link_libraries(rt_${name} ${scope} rt_${ROOM_KNOWS})
  endif()
  if(ROOM_PARTS)
    target_link_libraries(rt_${name} ${scope} ${ROOM_PARTS})
  endif()
endfunction()

# rt_tool(<name> <globs> KNOWS <room>): a native command-line program, where its sources exist.
function(rt_tool name)
  cmake_parse_arguments(TOOL "" "KNOWS" "" ${ARGN})
  rt_sources(files ${TOOL_UNPARSED_ARGUMENTS})
  if(files)
    add_executable(${name} ${files})
    target_compile_options(${name} PRIVATE ${RT_WARNINGS})
    target_link_libraries(${name} PRIVATE rt_${TOOL_KNOWS})
  endif()
endfunction()
