# Flags shared by every target, and umikoe_room(): one library per room, its tests beside it.

find_program(UMIKOE_CCACHE ccache)
if(UMIKOE_CCACHE)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${UMIKOE_CCACHE})
  set(CMAKE_C_COMPILER_LAUNCHER ${UMIKOE_CCACHE})
endif()
find_program(UMIKOE_LLD ld.lld)

add_library(umikoe_flags INTERFACE)
target_compile_options(umikoe_flags INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wconversion
                       -Wno-sign-conversion -Werror=return-type -Werror=unused-result
                       # g++ 12 sees overlaps in std::string that are not there (GCC bug 105651).
                       $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict>)
target_compile_definitions(umikoe_flags INTERFACE UMIKOE_VERSION="${PROJECT_VERSION}")
target_include_directories(umikoe_flags INTERFACE ${CMAKE_SOURCE_DIR}/src)
if(UMIKOE_LLD)
  target_link_options(umikoe_flags INTERFACE -fuse-ld=lld)
endif()
if(UMIKOE_SANITIZE)
  target_compile_options(umikoe_flags INTERFACE -fsanitize=${UMIKOE_SANITIZE}
                         -fno-omit-frame-pointer -fno-sanitize-recover=undefined
                         # The address sanitizer finds these itself; looking twice costs a third of
                         # the time to compile.
                         -fno-sanitize=null,object-size)
  target_link_options(umikoe_flags INTERFACE -fsanitize=${UMIKOE_SANITIZE})
endif()

# umikoe_room(NAME USES room... LIBRARIES target... TEST_LIBRARIES target...)
# Sources are every .cpp of src/NAME; *_test.cpp become the test program NAME_test, and *_fuzz.cpp
# are built by fuzz/CMakeLists.txt only.
function(umikoe_room name)
  cmake_parse_arguments(ROOM "" "" "USES;LIBRARIES;TEST_LIBRARIES" ${ARGN})
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/src/${name}/*.cpp)
  set(tests ${sources})
  list(FILTER tests INCLUDE REGEX "_test\\.cpp$")
  list(FILTER sources EXCLUDE REGEX "_(test|fuzz)\\.cpp$")
  list(TRANSFORM ROOM_USES PREPEND umikoe_ OUTPUT_VARIABLE rooms)
  if(sources)
    add_library(umikoe_${name} STATIC ${sources})
    set(mode PUBLIC)
  else()
    add_library(umikoe_${name} INTERFACE)
    set(mode INTERFACE)
  endif()
  target_link_libraries(umikoe_${name} ${mode} umikoe_flags ${rooms} ${ROOM_LIBRARIES})
  if(UMIKOE_TESTS AND tests)
    add_executable(${name}_test ${tests})
    target_link_libraries(${name}_test PRIVATE umikoe_${name} ${ROOM_TEST_LIBRARIES} GTest::gtest
                          GTest::gmock GTest::gtest_main rapidcheck)
    target_compile_definitions(${name}_test PRIVATE UMIKOE_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
    gtest_discover_tests(${name}_test TEST_PREFIX "${name}." DISCOVERY_MODE PRE_TEST
                         DISCOVERY_TIMEOUT 120 PROPERTIES LABELS unit TIMEOUT 900)
  endif()
endfunction()
