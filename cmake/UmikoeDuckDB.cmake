# DuckDB through its C API. Order: an installed CMake package, a folder given by hand, the pinned
# npm packages (library and header), a clear error. Hashes were computed from the packages named.
set(UMIKOE_DUCKDB_ROOT "" CACHE PATH "Folder with lib/libduckdb.so and include/duckdb.h")
set(duckdb_library_package "@duckdb/node-bindings-linux-x64@1.4.4-r.4")
set(duckdb_library_archive "duckdb-node-bindings-linux-x64-1.4.4-r.4.tgz")
set(duckdb_library_sha256 732fac4dc6b8f198870b9c4bb6ddf13544466daca00ad28ba2f1d80de5d7aa4b)
set(duckdb_header_package "duckdb@1.4.4")
set(duckdb_header_archive "duckdb-1.4.4.tgz")
set(duckdb_header_sha256 5bb967dcbcd517670ba5f169f238fb9d6787e53752c60ebe24386169d76941ed)

function(umikoe_fetch_npm package archive sha256)
  set(deps ${CMAKE_SOURCE_DIR}/build/deps)
  file(MAKE_DIRECTORY ${deps})
  if(NOT EXISTS ${deps}/${archive})
    find_program(UMIKOE_NPM npm REQUIRED)
    execute_process(COMMAND ${UMIKOE_NPM} pack --silent --pack-destination ${deps} ${package}
                    WORKING_DIRECTORY ${deps} RESULT_VARIABLE failed OUTPUT_QUIET)
    if(failed)
      message(FATAL_ERROR "npm could not fetch ${package}. "
                          "Give -DUMIKOE_DUCKDB_ROOT=<folder> instead.")
    endif()
  endif()
  file(SHA256 ${deps}/${archive} found)
  if(NOT found STREQUAL sha256)
    message(FATAL_ERROR "${archive}: sha256 is ${found}, expected ${sha256}. "
                        "Delete it and try again.")
  endif()
endfunction()

find_package(DuckDB CONFIG QUIET)
if(NOT TARGET duckdb)
  set(root ${UMIKOE_DUCKDB_ROOT})
  if(NOT root AND UMIKOE_FETCH_DUCKDB)
    set(root ${CMAKE_SOURCE_DIR}/build/deps/duckdb)
    if(NOT EXISTS ${root}/lib/libduckdb.so OR NOT EXISTS ${root}/include/duckdb.h)
      umikoe_fetch_npm(${duckdb_library_package} ${duckdb_library_archive} ${duckdb_library_sha256})
      umikoe_fetch_npm(${duckdb_header_package} ${duckdb_header_archive} ${duckdb_header_sha256})
      set(deps ${CMAKE_SOURCE_DIR}/build/deps)
      file(ARCHIVE_EXTRACT INPUT ${deps}/${duckdb_library_archive} DESTINATION ${deps}/library
           PATTERNS package/libduckdb.so package/LICENSE)
      file(ARCHIVE_EXTRACT INPUT ${deps}/${duckdb_header_archive} DESTINATION ${deps}/header
           PATTERNS package/src/duckdb/src/include/duckdb.h)
      file(COPY ${deps}/library/package/libduckdb.so ${deps}/library/package/LICENSE
           DESTINATION ${root}/lib)
      file(COPY ${deps}/header/package/src/duckdb/src/include/duckdb.h DESTINATION ${root}/include)
    endif()
  endif()
  if(NOT EXISTS ${root}/lib/libduckdb.so)
    message(FATAL_ERROR "DuckDB not found: install its CMake package, or give "
                        "-DUMIKOE_DUCKDB_ROOT=<folder with lib/ and include/>.")
  endif()
  add_library(duckdb SHARED IMPORTED)
  set_target_properties(duckdb PROPERTIES IMPORTED_LOCATION ${root}/lib/libduckdb.so
                        INTERFACE_INCLUDE_DIRECTORIES ${root}/include)
  # Installed programs look beside themselves; the library comes along with its licence.
  list(APPEND CMAKE_INSTALL_RPATH "$ORIGIN/../lib")
  install(FILES ${root}/lib/libduckdb.so DESTINATION lib)
  if(EXISTS ${root}/lib/LICENSE)
    install(FILES ${root}/lib/LICENSE DESTINATION share/doc/umikoe/duckdb)
  endif()
endif()
