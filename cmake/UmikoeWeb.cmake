# The browser pages inside the program: npm builds web/ into the build folder, and a generated
# assembly file includes the compressed files. docs/openapi.json is included in every case.

# umikoe_embed_web(TARGET) adds the sources of embedded_assets() and openapi_document().
function(umikoe_embed_web target)
  set(generated ${CMAKE_BINARY_DIR}/web)
  file(MAKE_DIRECTORY ${generated})
  set(document ${CMAKE_SOURCE_DIR}/docs/openapi.json)
  file(CONFIGURE OUTPUT ${generated}/openapi.S CONTENT [[
    .section .rodata
    .global umikoe_openapi
    .global umikoe_openapi_end
umikoe_openapi:
    .incbin "@document@"
umikoe_openapi_end:
    .byte 0
    .section .note.GNU-stack,"",%progbits
]] @ONLY)
  set_source_files_properties(${generated}/openapi.S PROPERTIES OBJECT_DEPENDS ${document})
  target_sources(${target} PRIVATE ${generated}/openapi.S)

  if(NOT UMIKOE_WEB)
    file(CONFIGURE OUTPUT ${generated}/no_assets.cpp CONTENT [[
#include "http/assets.h"
namespace umikoe::http {
std::span<const Asset> embedded_assets() { return {}; }
}  // namespace umikoe::http
]] @ONLY)
    target_sources(${target} PRIVATE ${generated}/no_assets.cpp)
    return()
  endif()

  find_program(UMIKOE_NPM npm)
  find_program(UMIKOE_NODE NAMES node nodejs)
  if(NOT UMIKOE_NPM OR NOT UMIKOE_NODE)
    message(FATAL_ERROR "The browser pages need Node.js 18.20 or newer and npm. Install them, or "
                        "configure with -DUMIKOE_WEB=OFF for a program without pages.")
  endif()
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/web/src/*
       ${CMAKE_SOURCE_DIR}/web/public/* ${CMAKE_SOURCE_DIR}/web/tools/*)
  list(APPEND sources ${CMAKE_SOURCE_DIR}/web/index.html ${CMAKE_SOURCE_DIR}/web/vite.config.js
       ${CMAKE_SOURCE_DIR}/web/package.json ${CMAKE_SOURCE_DIR}/web/package-lock.json)
  add_custom_command(
    OUTPUT ${generated}/assets.S ${generated}/assets_table.cpp
    COMMAND ${CMAKE_COMMAND} -DWEB=${CMAKE_SOURCE_DIR}/web -DOUT=${generated} -DNPM=${UMIKOE_NPM}
            -DNODE=${UMIKOE_NODE} -P ${CMAKE_SOURCE_DIR}/cmake/build_web.cmake
    DEPENDS ${sources} ${CMAKE_SOURCE_DIR}/cmake/build_web.cmake
    COMMENT "Building the browser pages" VERBATIM)
  target_sources(${target} PRIVATE ${generated}/assets.S ${generated}/assets_table.cpp)
endfunction()
