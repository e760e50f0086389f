# umikoe_answer_basis(TARGET) generates app_data.h: one number over the sources and tables that
# answers follow from. A file of compiled answers is believed only by a program of the same basis.
set(basis_patterns src/base/*.cpp src/base/*.h src/catalogue/*.cpp src/catalogue/*.h
    src/rights/*.cpp src/rights/*.h src/demand/*.cpp src/demand/*.h src/app/gap_map/*.cpp
    src/app/gap_map/*.h src/app/recording_demand.cpp src/app/loaded_world.cpp data/*.tsv)

function(umikoe_basis_files out root)
  list(TRANSFORM basis_patterns PREPEND ${root}/ OUTPUT_VARIABLE patterns)
  file(GLOB_RECURSE files ${patterns})
  list(FILTER files EXCLUDE REGEX "_(test|fuzz)\\.(cpp|h)$")
  list(SORT files)
  set(${out} ${files} PARENT_SCOPE)
endfunction()

if(CMAKE_SCRIPT_MODE_FILE STREQUAL CMAKE_CURRENT_LIST_FILE)
  umikoe_basis_files(files ${ROOT})
  foreach(file IN LISTS files)
    file(SHA256 ${file} hash)
    string(APPEND hashes ${hash})
  endforeach()
  string(SHA256 basis "${hashes}")
  string(SUBSTRING ${basis} 0 16 basis)
  file(WRITE ${OUTPUT} "// Generated from the sources and tables; do not edit.\n#pragma once\n"
       "#include <string_view>\n\nnamespace umikoe::app {\n"
       "inline constexpr std::string_view answer_basis = \"${basis}\";\n}\n")
  return()
endif()

set(umikoe_basis_script ${CMAKE_CURRENT_LIST_FILE})
function(umikoe_answer_basis target)
  umikoe_basis_files(files ${CMAKE_SOURCE_DIR})
  set(header ${CMAKE_BINARY_DIR}/generated/app_data.h)
  add_custom_command(
    OUTPUT ${header}
    COMMAND ${CMAKE_COMMAND} -DROOT=${CMAKE_SOURCE_DIR} -DOUTPUT=${header}
            -P ${umikoe_basis_script}
    DEPENDS ${files} ${umikoe_basis_script} VERBATIM)
  target_sources(${target} PRIVATE ${header})
  target_include_directories(${target} PUBLIC ${CMAKE_BINARY_DIR}/generated)
endfunction()
