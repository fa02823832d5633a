// The steps of a remedy, in this browser on this system. Ids only: sentences stand in widget/texts/, and
// which steps stand where in catalogue.inc.
#pragma once
#include "core/decide/remedy.hpp"
#include "core/values/view.hpp"

namespace earshot {

struct Guidance {
  Steps steps;  // at most four, first to last
  Picture picture = Picture::none;
};

Guidance guidance_for(Remedy remedy, Capability kind, const Environment& environment);
Guidance guidance_for(Cause cause, Capability kind, const Environment& environment);
// Which row of catalogue.inc that is, from 0: its sources stand at the same place.
std::size_t row_for(Remedy remedy, const Environment& environment);

// The window edge at which this browser asks.
Pointer prompt_edge(const Environment& environment);

}  // namespace earshot
