// The browsers, pages and troubles worth walking together with the core.
#pragma once
#include <vector>
#include "model/browser_model.hpp"

namespace earshot {

// `longer`: with more news unheard at a time, and Firefox's settings all at once; several times as many
// states.
std::vector<World> worlds(bool longer = false);
// Few enough for a table that somebody waits for.
std::vector<World> small_worlds();
// The same Chromium without and with its recovery elements, each by its name: what do they save?
std::vector<World> compared_worlds();
// Where no call is possible; each by its name.
std::vector<World> silent_worlds();

}  // namespace earshot
