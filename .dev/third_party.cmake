# Parts that others wrote. Where the set-up script or the system has put them they are used from there;
# elsewhere FetchContent brings the pinned version from upstream.
include(FetchContent)

# Dear ImGui: its core as released, without the demo; src/ui/draw/imgui_config.h switches off what the
# widget does not use.
if(NOT FETCHCONTENT_SOURCE_DIR_IMGUI AND EXISTS ${CMAKE_SOURCE_DIR}/build/parts/imgui/imgui.h)
  set(FETCHCONTENT_SOURCE_DIR_IMGUI ${CMAKE_SOURCE_DIR}/build/parts/imgui)
endif()
FetchContent_Declare(imgui # v1.92.2b
  GIT_REPOSITORY https://github.com/ocornut/imgui.git
  GIT_TAG 45acd5e0e82f4c954432533ae9985ff0e1aad6d5)
FetchContent_MakeAvailable(imgui)

add_library(imgui STATIC
  ${imgui_SOURCE_DIR}/imgui.cpp ${imgui_SOURCE_DIR}/imgui_draw.cpp
  ${imgui_SOURCE_DIR}/imgui_widgets.cpp ${imgui_SOURCE_DIR}/imgui_tables.cpp)
target_include_directories(imgui SYSTEM PUBLIC ${imgui_SOURCE_DIR})
target_include_directories(imgui PRIVATE src)
target_compile_definitions(imgui PUBLIC IMGUI_USER_CONFIG="ui/draw/imgui_config.h")
target_compile_options(imgui PRIVATE -w -fno-exceptions -fno-rtti)

# Header-only parts: header_part(<name> <header> <upstream archive> <hash>) makes the target <name>.
# A system copy is reached through a link of its own, so that a wasm build sees that one library and
# not the whole of the system's include folder.
function(header_part name header url hash)
  find_path(RT_${name}_INCLUDE ${header} PATHS /usr/include /usr/local/include
            NO_CMAKE_FIND_ROOT_PATH)
  cmake_path(GET header PARENT_PATH folder)
  if(RT_${name}_INCLUDE)
    set(include ${CMAKE_BINARY_DIR}/include/${name})
    file(MAKE_DIRECTORY ${include})
    file(CREATE_LINK ${RT_${name}_INCLUDE}/${folder} ${include}/${folder} SYMBOLIC)
  else()
    FetchContent_Declare(${name} URL ${url} URL_HASH SHA256=${hash} SOURCE_SUBDIR none)
    FetchContent_MakeAvailable(${name})
    find_path(include ${header} PATHS ${${name}_SOURCE_DIR} PATH_SUFFIXES include
              NO_DEFAULT_PATH NO_CMAKE_FIND_ROOT_PATH NO_CACHE REQUIRED)
  endif()
  add_library(${name} INTERFACE)
  target_include_directories(${name} SYSTEM INTERFACE ${include})
endfunction()
header_part(nlohmann_json nlohmann/json.hpp
  https://github.com/nlohmann/json/releases/download/v3.11.2/json.tar.xz
  8c4b26bf4b422252e13f332bc5e388ec0ab5c3443d24399acb675e68278d341f)
if(RT_TESTS)
  header_part(doctest doctest/doctest.h
    https://github.com/doctest/doctest/archive/refs/tags/v2.4.9.tar.gz
    19b2df757f2f3703a5e63cee553d85596875f06d91a3333acd80a969ef210856)
endif()
