# liem_embed(<target> <symbol> ROOT <folder> FILES <file>...): links the files' bytes into <target>
# as `extern const liem::EmbeddedFile <symbol>[]; extern const std::size_t <symbol>_count;`
# with names relative to ROOT, sorted.
function(liem_embed target symbol)
  cmake_parse_arguments(arg "" "ROOT" "FILES" ${ARGN})
  list(SORT arg_FILES)
  set(asm ".section .rodata\n")
  set(decl "")
  set(rows "")
  set(index 0)
  foreach(file ${arg_FILES})
    file(RELATIVE_PATH name ${arg_ROOT} ${file})
    string(APPEND asm ".global ${symbol}_${index}_begin\n.global ${symbol}_${index}_end\n"
      "${symbol}_${index}_begin:\n.incbin \"${file}\"\n${symbol}_${index}_end:\n.byte 0\n")
    string(APPEND decl
      "extern \"C\" const char ${symbol}_${index}_begin[];\nextern \"C\" const char ${symbol}_${index}_end[];\n")
    string(APPEND rows "    {\"${name}\", ${symbol}_${index}_begin, ${symbol}_${index}_end},\n")
    math(EXPR index "${index} + 1")
  endforeach()
  string(APPEND asm ".section .note.GNU-stack,\"\",@progbits\n")
  set(base ${CMAKE_CURRENT_BINARY_DIR}/${symbol})
  file(CONFIGURE OUTPUT ${base}.S CONTENT "${asm}" @ONLY)
  file(CONFIGURE OUTPUT ${base}.cpp CONTENT
"#include \"base/embedded.h\"
${decl}
extern const liem::EmbeddedFile ${symbol}[];
extern const std::size_t ${symbol}_count;
const liem::EmbeddedFile ${symbol}[] = {
${rows}    {nullptr, nullptr, nullptr}};
const std::size_t ${symbol}_count = ${index};
" @ONLY)
  set_source_files_properties(${base}.S PROPERTIES OBJECT_DEPENDS "${arg_FILES}")
  target_sources(${target} PRIVATE ${base}.S ${base}.cpp)
endfunction()
