# The core as pages load it: once as WebAssembly, once translated to JavaScript for pages whose policy forbids
# WebAssembly. Sizes behind each switch: docs/decisions/0028-light.md.

# Debian's Emscripten finds its JavaScript optimiser's modules only when told where Debian keeps them.
set_property(GLOBAL PROPERTY RULE_LAUNCH_LINK "${CMAKE_COMMAND} -E env NODE_PATH=/usr/share/nodejs")

target_compile_options(core PUBLIC
  -Oz -flto
  -finline-functions  # Emscripten 3.1.6 turns it off at -Oz: a call for every accessor is 3.5 kB more
  -fno-exceptions  # nothing throws; unwinding would be dead weight
  -fno-rtti)
target_compile_definitions(core PUBLIC
  NDEBUG
  EMSCRIPTEN_HAS_UNBOUND_TYPE_NAMES=0)  # together with -fno-rtti, and only together: else Embind fails at run time

# What Emscripten 6 calls otherwise, or does by itself; its wasm-opt must be told what the wasm may use. script/newer-emscripten
if(EMSCRIPTEN_VERSION VERSION_LESS 4)
  set(stack_size -sTOTAL_STACK=128KB)
  set(no_import_meta -sUSE_ES6_IMPORT_META=0)
  set(one_file --memory-init-file 0)  # a page that forbids WebAssembly may forbid fetching as well
  # Its JavaScript without its C++, which registers types that nobody uses.
  set(embind --js-library ${EMSCRIPTEN_ROOT_PATH}/src/embind/embind.js)
  set(embind_types boundary/embind_types.cpp)
else()
  set(embind -lembind)
  set(stack_size -sSTACK_SIZE=128KB)
  set(wasm_features --enable-bulk-memory --enable-bulk-memory-opt --enable-mutable-globals
    --enable-nontrapping-float-to-int --enable-sign-ext)
endif()

set(shared_link_options
  -Oz -flto -fno-exceptions -fno-rtti
  -Wl,-mllvm,-inline-threshold=15  # 5 at -Oz
  ${embind} -sEXPORTED_FUNCTIONS=_malloc,_free  # its strings are allocated by JavaScript
  --no-entry -sSTRICT=1
  -sMODULARIZE=1 -sFILESYSTEM=0 -sMALLOC=emmalloc
  -sDYNAMIC_EXECUTION=0  # no eval: the page's policy need not allow unsafe-eval
  -sTEXTDECODER=2        # every browser we know has one
  ${stack_size} -sINITIAL_MEMORY=2MB -sALLOW_MEMORY_GROWTH=1)

set(sources ${embind_types} boundary/bindings.cpp boundary/small_libc.cpp)
add_executable(earshot-core ${sources})
set_target_properties(earshot-core PROPERTIES SUFFIX .mjs RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR})
target_link_libraries(earshot-core PRIVATE boundary)
target_link_options(earshot-core PRIVATE ${shared_link_options}
  -sEXPORT_ES6=1 ${no_import_meta}
  -sENVIRONMENT=web
  -sMINIMAL_RUNTIME=1 -sINCOMING_MODULE_JS_API=wasm)  # fetches nothing: script/bundle.mjs, js-glue/load-core.js

# Emscripten optimises once. Again and again it is 1 % less (docs/decisions/0028-light.md). Where a load or store is
# aligned is only a hint.
find_program(WASM_OPT wasm-opt HINTS ${EMSCRIPTEN_ROOT_PATH}/../bin REQUIRED)
set(wasm ${CMAKE_BINARY_DIR}/earshot-core.wasm)
add_custom_command(TARGET earshot-core POST_BUILD
  COMMAND ${WASM_OPT} ${wasm_features} --low-memory-unused -Oz --converge --dealign
    --optimize-instructions --simplify-locals --coalesce-locals --reorder-locals -Oz ${wasm} -o ${wasm} VERBATIM)

add_executable(earshot-core-js ${sources})
set_target_properties(earshot-core-js PROPERTIES SUFFIX .js RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR})
target_link_libraries(earshot-core-js PRIVATE boundary)
target_link_options(earshot-core-js PRIVATE ${shared_link_options}
  -sWASM=0 ${one_file}
  -sENVIRONMENT=web -sEXPORT_NAME=EarshotCoreWithoutWasm -sINCOMING_MODULE_JS_API=[])
