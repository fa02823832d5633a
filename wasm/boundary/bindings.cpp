// The only file that knows Emscripten: text in, text out. Free functions and a number for each machine, since
// Embind's classes are 2.4 kB of JavaScript.
#include <emscripten/bind.h>
#include <memory>
#include <vector>
#include "boundary/machine.hpp"

namespace earshot {
namespace {

// By number. A number is given once, so that one kept too long meets nobody else's machine.
std::vector<std::unique_ptr<Machine>> machines;

Machine* machine(unsigned number) { return number < machines.size() ? machines[number].get() : nullptr; }
std::string nobody() { return R"({"refused":"no such machine"})"; }

unsigned create() {
  machines.push_back(std::make_unique<Machine>());
  return static_cast<unsigned>(machines.size() - 1);
}
std::string configure(unsigned number, const std::string& text) {
  Machine* found = machine(number);
  return found ? found->configure(text) : nobody();
}
std::string dispatch(unsigned number, const std::string& line) {
  Machine* found = machine(number);
  return found ? found->dispatch(line) : nobody();
}
void destroy(unsigned number) {
  if (machine(number)) machines[number].reset();
}

}  // namespace
}  // namespace earshot

// js-glue/load-core.js makes one object of them for each widget.
EMSCRIPTEN_BINDINGS(earshot) {
  emscripten::function("create", &earshot::create);
  emscripten::function("configure", &earshot::configure);
  emscripten::function("dispatch", &earshot::dispatch);
  emscripten::function("destroy", &earshot::destroy);
}
