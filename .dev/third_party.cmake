# Parts that others wrote. Where the set-up script or the system has put them they are used from there;
# elsewhere FetchContent brings the pinned version from upstream.
include(FetchContent)

file(READ ${CMAKE_CURRENT_LIST_DIR}/third_party.json pins)
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${CMAKE_CURRENT_LIST_DIR}/third_party.json)
set(parts ${CMAKE_SOURCE_DIR}/build/parts)

# Dear ImGui: its core as released, without the demo; src/ui/draw/imgui_config.h switches off what
# the widget does not use.
if(NOT FETCHCONTENT_SOURCE_DIR_IMGUI AND EXISTS ${parts}/imgui/imgui.h)
  set(FETCHCONTENT_SOURCE_DIR_IMGUI ${parts}/imgui)
endif()
# The commit is that of the pinned archive, v1.92.2b: by git where set-up did not reach the archive.
FetchContent_Declare(imgui
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
if(RT_SANITIZE)
  # Our memory in its hands stays watched; its own arithmetic is not ours to test, and costs half the time.
  target_compile_options(imgui PRIVATE -fno-sanitize=undefined)
endif()

# Header-only parts: header_part(<name>) makes the target <name>, of set-up's copy, else the system's,
# else the pinned archive. A system copy is reached through a link of its own, so that a wasm build sees
# that one library and not the whole of the system's include folder.
function(header_part name)
  foreach(key header archive sha256)
    string(JSON ${key} GET "${pins}" ${name} ${key})
  endforeach()
  find_path(RT_${name}_INCLUDE ${header} PATHS ${parts}/${name} ${parts}/${name}/include
            /usr/include /usr/local/include NO_DEFAULT_PATH NO_CMAKE_FIND_ROOT_PATH)
  cmake_path(GET header PARENT_PATH folder)
  if(RT_${name}_INCLUDE)
    set(include ${CMAKE_BINARY_DIR}/include/${name})
    file(MAKE_DIRECTORY ${include})
    file(CREATE_LINK ${RT_${name}_INCLUDE}/${folder} ${include}/${folder} SYMBOLIC)
  else()
    FetchContent_Declare(${name} URL ${archive} URL_HASH SHA256=${sha256} SOURCE_SUBDIR none)
    FetchContent_MakeAvailable(${name})
    find_path(include ${header} PATHS ${${name}_SOURCE_DIR} PATH_SUFFIXES include
              NO_DEFAULT_PATH NO_CMAKE_FIND_ROOT_PATH NO_CACHE REQUIRED)
  endif()
  add_library(${name} INTERFACE)
  target_include_directories(${name} SYSTEM INTERFACE ${include})
endfunction()
header_part(nlohmann_json)
if(RT_TESTS)
  header_part(doctest)
endif()
