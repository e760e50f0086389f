# MeCab, and our own words for its dictionary ipadic: compiled once by the build from
# data/readings/ipadic_words.tsv into what MeCab reads.
find_path(UMIKOE_MECAB_INCLUDE mecab.h REQUIRED)
find_library(UMIKOE_MECAB_LIBRARY mecab REQUIRED)
add_library(umikoe_mecab INTERFACE)
target_include_directories(umikoe_mecab SYSTEM INTERFACE ${UMIKOE_MECAB_INCLUDE})
target_link_libraries(umikoe_mecab INTERFACE ${UMIKOE_MECAB_LIBRARY})

find_program(UMIKOE_MECAB_INDEX mecab-dict-index PATHS /usr/lib/mecab /usr/libexec/mecab REQUIRED)
set(UMIKOE_IPADIC /var/lib/mecab/dic/ipadic-utf8 CACHE PATH "Folder of MeCab's ipadic in UTF-8")

function(umikoe_ipadic_words output)
  set(table ${CMAKE_SOURCE_DIR}/data/readings/ipadic_words.tsv)
  set(script ${CMAKE_SOURCE_DIR}/tools/ipadic_words.awk)
  add_custom_command(
    OUTPUT ${output}
    COMMAND ${CMAKE_COMMAND} -E env LC_ALL=C awk -f ${script} ${table} > ${output}.csv
    COMMAND ${UMIKOE_MECAB_INDEX} -d ${UMIKOE_IPADIC} -u ${output} -f utf-8 -t utf-8 ${output}.csv
            > ${output}.log 2>&1
    DEPENDS ${table} ${script} COMMENT "Compiling the words ipadic lacks" VERBATIM)
endfunction()
