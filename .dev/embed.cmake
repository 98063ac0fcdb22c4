# The tool carries the content files, so that it runs from any folder.
foreach(pair MODEL:model WORDS:en)
  string(REPLACE ":" ";" pair ${pair})
  list(GET pair 0 name)
  list(GET pair 1 file)
  set(file ${CMAKE_SOURCE_DIR}/web/content/${file}.json)
  file(READ ${file} RT_${name}_JSON)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${file})
endforeach()
configure_file(${CMAKE_SOURCE_DIR}/src/tools/cli/embedded_content.cpp.in
  ${CMAKE_BINARY_DIR}/embedded_content.cpp @ONLY)
target_sources(recovery PRIVATE ${CMAKE_BINARY_DIR}/embedded_content.cpp)
