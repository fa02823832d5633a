#include "model/browser_model.hpp"
#include "model/browser_moves.hpp"

namespace earshot {

void moves(const World& world, const Stance& seen, const Truth& truth, std::vector<Move>& out) {
  out.clear();
  Lister lister{{world}, seen, truth, out};
  lister.news();
  lister.presses();
  lister.coming_back();
  // What comes of a request in the place of a stream is no more news than that.
  lister.hanging();
  lister.system_asks();
  lister.cut_off();
  if (lister.rules.unheard(truth) >= world.most_unheard) return;
  lister.prompt();
  lister.quiet_prompt();
  lister.dialog();
  lister.page();
  lister.other_pages();
  lister.visit();
  lister.host();
  for (const MediaKind k : media_kinds) {
    if (!lister.rules.kinds().has(k)) continue;
    lister.settings(k);
    lister.devices(k);
    lister.rarer(k);
    lister.site(k);
  }
}

}  // namespace earshot
