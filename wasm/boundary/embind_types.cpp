// The types that bindings.cpp uses, and no others: Embind's own list of 47 (bind.cpp in its library) brings
// JavaScript for wide strings, memory views and floats that nobody calls. That library is not linked
// (wasm/pages.cmake).
#include <emscripten/bind.h>
#include <emscripten/em_macros.h>
#include <limits>
#include <string>

namespace {

__attribute__((constructor)) void register_types() {
  using namespace emscripten::internal;
  _embind_register_void(TypeID<void>::get(), "void");
  _embind_register_integer(TypeID<unsigned>::get(), "unsigned int", sizeof(unsigned), 0,
                           std::numeric_limits<unsigned>::max());
  _embind_register_std_string(TypeID<std::string>::get(), "std::string");
}

}  // namespace

// Embind's JavaScript names a type that nobody registered; without RTTI types have no names, and a binding
// that needs another one fails when the core starts, in every test.
extern "C" EMSCRIPTEN_KEEPALIVE const char* __getTypeName(const void*) { return nullptr; }
