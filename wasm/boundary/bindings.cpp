// The only file that knows Emscripten: text in, text out.
#include <emscripten/bind.h>
#include "boundary/machine.hpp"

// JavaScript owns it and calls delete() when the widget leaves the page.
EMSCRIPTEN_BINDINGS(earshot) {
  emscripten::class_<earshot::Machine>("Machine")
      .constructor<>()
      .function("configure", &earshot::Machine::configure)
      .function("dispatch", &earshot::Machine::dispatch);
}
