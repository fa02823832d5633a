// No press and no step leads back to where it began without anything having changed: every card about the
// microphone that the model of the browser leads to is read and tried, again and again.
#include <doctest/doctest.h>
#include <cstdlib>
#include "model/together.hpp"
#include "model/worlds.hpp"

using namespace earshot;

namespace {

// Where a camera is wanted the cards about the voice are the same.
bool is_quick(const World& world) {
  for (const char* part :
       {"voice: system", "settings and devices", "the system asks", "always to be asked", "questions go away",
        "another site's frame", "tries counted", "several", "own switch", "resistFingerprinting"})
    if (std::string{world.name}.find(part) != std::string::npos) return true;
  return false;
}

// `EARSHOT_LONG=1`: all of them, some three minutes. `EARSHOT_WALK=Firefox`: only those with that in their
// name.
std::vector<World> read_through() {
  std::vector<World> some;
  for (World world : worlds(false)) {
    const char* only = std::getenv("EARSHOT_WALK");
    const bool left_out = only ? std::string{world.name}.find(only) == std::string::npos
                               : !std::getenv("EARSHOT_LONG") && !is_quick(world);
    if (left_out || world.start.settings.camera) continue;
    // What hides behind "prompt" is a block of Firefox up to 150.
    if (world.troubles.secrets && world.start.environment.engine == Engine::gecko)
      world.start.environment.version = 150;
    world.most_unheard = 1;
    some.push_back(world);
  }
  return some;
}

}  // namespace

TEST_CASE("no card about the voice leads in a circle") {
  for (const World& world : read_through()) {
    const Together found = walk_together(world, Measure::circles);
    CHECK_MESSAGE(found.broken.empty(), std::string{world.name} << ": " << found.broken);
  }
}
