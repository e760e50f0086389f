# umikoe_embed_data(ROOM file...) puts tables of data/ into the program: a generated header
# <ROOM>_data.h with one constant for each file, named as the file is. What stands in data/ is then
# the only copy, and there is nothing that could disagree with it.
if(CMAKE_SCRIPT_MODE_FILE STREQUAL CMAKE_CURRENT_LIST_FILE)
  set(text "// Generated from data/; do not edit.\n#pragma once\n#include <string_view>\n\n")
  string(APPEND text "namespace umikoe::${ROOM}::data {\n")
  string(REPLACE "|" ";" files "${FILES}")
  foreach(file IN LISTS files)
    get_filename_component(name ${file} NAME_WE)
    file(READ ${file} bytes)
    string(APPEND text "inline constexpr std::string_view ${name} = R\"data(${bytes})data\";\n")
  endforeach()
  string(APPEND text "}  // namespace umikoe::${ROOM}::data\n")
  file(WRITE ${OUTPUT} "${text}")
  return()
endif()

set(umikoe_data_script ${CMAKE_CURRENT_LIST_FILE})
function(umikoe_embed_data room)
  list(TRANSFORM ARGN PREPEND ${CMAKE_SOURCE_DIR}/data/)
  string(REPLACE ";" "|" joined "${ARGN}")
  set(header ${CMAKE_BINARY_DIR}/generated/${room}_data.h)
  add_custom_command(
    OUTPUT ${header}
    COMMAND ${CMAKE_COMMAND} -DROOM=${room} "-DFILES=${joined}" -DOUTPUT=${header}
            -P ${umikoe_data_script}
    DEPENDS ${ARGN} ${umikoe_data_script} VERBATIM)
  target_sources(umikoe_${room} PRIVATE ${header})
  target_include_directories(umikoe_${room} PUBLIC ${CMAKE_BINARY_DIR}/generated)
endfunction()
