# The tool carries the content files, so that it runs from any folder.
set(content ${CMAKE_SOURCE_DIR}/web/content)
file(READ ${content}/model.json RT_MODEL_JSON)
file(READ ${CMAKE_SOURCE_DIR}/web/short.css RT_SHORT_CSS)
set(RT_WORDS_JSON)
rt_sources(spoken web/content/*.json)
list(FILTER spoken EXCLUDE REGEX "/(model\\.json$|loading/)")
foreach(file ${spoken})
  get_filename_component(name ${file} NAME_WE)
  file(READ ${file} words)
  string(APPEND RT_WORDS_JSON "    {\"${name}\", R\"rt_json(${words})rt_json\"},\n")
endforeach()
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${spoken} ${content}/model.json
  ${CMAKE_SOURCE_DIR}/web/short.css)
configure_file(${CMAKE_SOURCE_DIR}/src/tools/cli/embedded_content.cpp.in
  ${CMAKE_BINARY_DIR}/embedded_content.cpp @ONLY)
target_sources(recovery PRIVATE ${CMAKE_BINARY_DIR}/embedded_content.cpp)
