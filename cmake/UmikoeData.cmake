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

# umikoe_embed_blobs(ROOM NAME=FILE...) includes large files as they are: <ROOM>_blobs.h declares
# `std::string_view NAME()` for each. A generated assembly file holds the bytes, because compilers
# take long over literals of megabytes.
function(umikoe_embed_blobs room)
  set(header "// Generated; do not edit.\n#pragma once\n#include <string_view>\n\n")
  string(APPEND header "namespace umikoe::${room}::blobs {\n")
  set(source "#include \"${room}_blobs.h\"\n")
  set(assembly "    .section .rodata\n")
  foreach(pair IN LISTS ARGN)
    string(REGEX MATCH "^([^=]+)=(.+)$" ignored ${pair})
    set(name ${CMAKE_MATCH_1})
    set(symbol umikoe_${room}_${name})
    list(APPEND files ${CMAKE_MATCH_2})
    string(APPEND header "std::string_view ${name}();\n")
    string(APPEND source "extern \"C\" const char ${symbol}[], ${symbol}_end[];\n"
           "std::string_view umikoe::${room}::blobs::${name}() {\n"
           "  return {${symbol}, static_cast<size_t>(${symbol}_end - ${symbol})};\n}\n")
    string(APPEND assembly "    .global ${symbol}\n    .global ${symbol}_end\n    .balign 16\n"
           "${symbol}:\n    .incbin \"${CMAKE_MATCH_2}\"\n${symbol}_end:\n    .byte 0\n")
  endforeach()
  string(APPEND header "}  // namespace umikoe::${room}::blobs\n")
  string(APPEND assembly "    .section .note.GNU-stack,\"\",%progbits\n")
  set(base ${CMAKE_BINARY_DIR}/generated/${room}_blobs)
  file(CONFIGURE OUTPUT ${base}.h CONTENT "${header}" @ONLY)
  file(CONFIGURE OUTPUT ${base}.cpp CONTENT "${source}" @ONLY)
  file(CONFIGURE OUTPUT ${base}.S CONTENT "${assembly}" @ONLY)
  set_source_files_properties(${base}.S PROPERTIES OBJECT_DEPENDS "${files}")
  target_sources(umikoe_${room} PRIVATE ${base}.cpp ${base}.S)
  target_include_directories(umikoe_${room} PUBLIC ${CMAKE_BINARY_DIR}/generated)
endfunction()
