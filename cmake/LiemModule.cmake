# liem_module(<name> LINKS <target>...): the folder's *.cpp become the library liem_<name>; its
# *_test.cpp become the test program liem_<name>_test, which links that same library. ALONE names the
# files whose private names another file of the folder has too: they stay out of unity batches.
function(liem_module name)
  cmake_parse_arguments(arg "" "" "LINKS;TEST_LINKS;TEST_UNDER;ALONE" ${ARGN})
  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*.cpp
       ${CMAKE_CURRENT_SOURCE_DIR}/*/*.cpp)
  set_source_files_properties(${arg_ALONE} PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON)
  set(tests ${sources})
  list(FILTER sources EXCLUDE REGEX "_test\\.cpp$")
  list(FILTER tests INCLUDE REGEX "_test\\.cpp$")
  add_library(liem_${name} STATIC ${sources})
  target_include_directories(liem_${name} PUBLIC ${CMAKE_SOURCE_DIR}/src)
  target_link_libraries(liem_${name} PUBLIC ${arg_LINKS} PRIVATE liem_warnings)
  if(tests)
    add_executable(liem_${name}_test ${tests})
    target_link_libraries(liem_${name}_test PRIVATE liem_${name} liem_warnings GTest::gmock
                          GTest::gtest_main ${arg_TEST_LINKS})
    target_compile_definitions(liem_${name}_test PRIVATE LIEM_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
    add_test(NAME ${name} COMMAND ${arg_TEST_UNDER} $<TARGET_FILE:liem_${name}_test>)
  endif()
endfunction()

# No path of the place it was built in: the same sources make the same program everywhere.
add_compile_options(-fmacro-prefix-map=${CMAKE_SOURCE_DIR}/=)

add_library(liem_warnings INTERFACE)
target_compile_options(liem_warnings INTERFACE -Wall -Wextra -Wshadow -Wconversion
  -Wno-sign-conversion -Wnon-virtual-dtor -Wold-style-cast -Wimplicit-fallthrough -Werror
  $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict>) # g++ 12 reports std::string + char* falsely (PR 105651)
if(CMAKE_UNITY_BUILD)
  # A local name that another file of the batch has too is no mistake; the preset debug looks for real ones.
  target_compile_options(liem_warnings INTERFACE -Wno-shadow)
endif()
target_compile_options(liem_warnings INTERFACE
  $<$<CXX_COMPILER_ID:Clang>:-Wno-deprecated-declarations>) # libstdc++ 12's own std::stable_sort
