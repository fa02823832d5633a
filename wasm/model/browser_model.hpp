// A browser and its visitor, as far as microphones and cameras go: what is really granted, plugged in, live
// and asked, and which news of it the page has not heard yet. The core only ever sees facts; here is the
// truth that they should match.
//
// News wait until they are delivered: any of them next, late, or never. Events that a browser folds into one
// (two changes of a permission before the page looked) are folded here too, as the glue does it.
#pragma once
#include <vector>
#include "model/decisions.hpp"
#include "model/truth.hpp"

namespace earshot {

// What may go wrong in a walk. All of it at once, with two kinds of media, is more than can be visited.
struct Troubles {
  bool blocks = false;     // blocked in the browser's settings
  bool resets = false;     // reset there, to be asked again
  bool secrets = false;    // permissions that are not what they seem (KindTruth::secret)
  bool closing = false;    // prompts are closed without an answer; Chromium counts
  bool devices = false;    // unplugged and plugged in; a track ends for no reason that the page sees
  bool busy = false;       // another program holds the device
  bool system = false;     // the operating system forbids the browser
  bool mutes = false;      // the system mutes a track
  bool hiding = false;     // the page is hidden, and shown
  bool absence = false;    // sleep; restored from the browser's cache
  bool silence = false;    // exact silence
  bool patience = false;   // tries that fail are counted
  bool focus = false;      // another window comes in front
  bool cancelled = false;  // questions that go away without an answer of a person's
  bool site =
      false;  // the page's own scripts switch and stop tracks; in guard mode, the host's requests fail
  bool starving = false;     // the device gives no samples at all
  bool system_asks = false;  // macOS and Android have questions of their own
  bool unannounced = false;  // devices come and go without a word before their kind was allowed
  bool pictures = false;     // the camera gives none, late or no more
  bool hanging = false;      // requests that are not answered: queued behind another question, or never
  bool once = false;         // what is granted is granted for this visit only
  bool other_pages = false;  // WebKit: another page captures, and this one is muted
  bool toggles = false;      // Firefox: its own buttons that mute
  bool reopens = false;      // guard mode: the host opens another device
  bool unreadable = false;   // the permission always reads "prompt"; a list that never changes
  bool several = false;      // more than one microphone
  bool monitors = false;     // a loudspeaker's own sound counts as a microphone
  bool outputs = false;      // loudspeakers come and go
  bool far_end = false;      // the visitor hears nothing of it
  bool sound = false;        // the system interrupts all sound (a phone call)
  bool elements = false;  // the browser's recovery elements, where the page has them: refused clicks, grants
                          // without a stream
};

struct World {
  const char* name;
  State start;
  Troubles troubles{};
  // Nothing new happens while so many pieces of news are unheard: with two kinds of media more than a few
  // multiply beyond what can be visited.
  int most_unheard = 100;
  bool can_go_live = true;
};

// Whose doing a move is. `act`: an answer to a question on the screen, a device plugged in; `settings`: the
// browser's or the system's settings are found and changed; `trouble` is what a browser does that does not
// cooperate.
// `camera`: what helps the camera, and nothing else.
enum class Doer : std::uint8_t { news, press, act, settings, camera, trouble };

struct Move {
  const char* name;
  Doer doer;
  Said said;    // what the page hears, if anything
  Truth truth;  // of the browser when it hears it
};

// Everything that can happen next.
void moves(const World& world, const Stance& seen, const Truth& truth, std::vector<Move>& out);

// The browser obeys. The promise that this breaks, in words; null where all hold.
const char* obey(const World& world, Truth& truth, Said said, const Stance& before, const Stance& after,
                 const Orders& orders);

// Core and browser after a move, whose promises are looked at elsewhere: the core's next state, and `truth`.
std::uint32_t follow(const World& world, Decisions& core, std::uint32_t state, const Move& move,
                     Truth& truth);

// The promise that a state of the two breaks by itself: a call that could go on, and does not, or nobody
// notices that it could.
const char* broken_by_truth(const World& world, const Truth& truth, const Stance& seen);

// Nothing is on its way: the visitor looks at a page that stays as it is until somebody does something.
bool settled(const World& world, const Truth& truth);

// Really heard: the orb may say so.
bool really_live(const Truth& truth, const Stance& seen);

}  // namespace earshot
