// A browser and its visitor, as far as microphones and cameras go: what is really granted, plugged in, live
// and asked, and which news of it the page has not heard yet. The core only ever sees facts; here is the
// truth that they should match.
//
// News wait until they are delivered: any of them next, late, or never. Events that a browser folds into one
// (two changes of a permission before the page looked) are folded here too, as the glue does it.
#pragma once
#include <vector>
#include "model/decisions.hpp"

namespace earshot {

// What may go wrong in a walk. All of it at once, with two kinds of media, is more than can be visited.
struct Troubles {
  bool blocks = false;    // blocked in the browser's settings
  bool resets = false;    // reset there, to be asked again
  bool secrets = false;   // permissions that are not what they seem (KindTruth::secret)
  bool closing = false;   // prompts are closed without an answer; Chromium counts
  bool devices = false;   // unplugged and plugged in; a track ends for no reason that the page sees
  bool busy = false;      // another program holds the device
  bool system = false;    // the operating system forbids the browser
  bool mutes = false;     // the system mutes a track
  bool hiding = false;    // the page is hidden, and shown
  bool absence = false;   // sleep; restored from the browser's cache
  bool silence = false;   // exact silence
  bool patience = false;  // tries that fail are counted
  bool sound = false;     // the system interrupts all sound (a phone call)
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

enum class TrackTruth : std::uint8_t { none, live, ended };  // ended: and the page has not heard of it

struct KindTruth {
  Permission permission = Permission::prompt;
  // The page cannot see it. Firefox: "granted" that asks all the same, or a block shown as "prompt". WebKit:
  // a stored Deny shown as "prompt"; granted, but only for presses, as this page was denied before.
  bool secret = false;
  Permission told = Permission::unknown;  // what the page heard last
  bool witnessed = false;  // since then the page has had a stream: a better proof than any reading
  bool reading = false;    // the page asked for the state and has no answer yet
  bool polled = false;
  bool present = true;
  bool busy = false;
  bool by_system = false;
  TrackTruth track = TrackTruth::none;
  bool muted = false, mute_told = false;
  std::uint8_t dismissals = 0;
};

enum class Stage : std::uint8_t { none, prompting, held, opened, failed };  // of the pending request

// The browser's own recovery element, from the click to the news of it. Its tracks are the page's once they
// are delivered.
enum class Dialog : std::uint8_t { none, open, accepted, cancelled, unusable, no_device };
// The request that only brings the crossed-out icon back. It is meant to be refused, and stands beside all
// others.
enum class Quiet : std::uint8_t { none, prompting, opened, failed };

struct Truth {
  KindTruth microphone{}, camera{};
  std::uint8_t asked = 0;  // kinds of the pending request
  Stage stage = Stage::none;
  Failing failing = Failing::denied;
  bool at_once = false;
  Dialog dialog = Dialog::none;
  std::uint8_t dialog_asks = 0;
  Quiet quiet = Quiet::none;
  MediaKind quiet_asks = mic;
  bool activated = false;
  bool tied = false;      // one combined stream: in Chromium its tracks end together
  bool disabled = false;  // the microphone's track, by the visitor's mute
  bool visible = true;
  bool list_untold = false;
  bool listening = false;
  bool sound_gone = false;
  bool host_opens = false;  // guard mode: the way is clear, the host's request is under way
  bool began = false;       // the page has looked around
  std::uint8_t timers = 0;

  KindTruth& of(MediaKind kind) { return kind == mic ? microphone : camera; }
  const KindTruth& of(MediaKind kind) const { return kind == mic ? microphone : camera; }
};

std::uint64_t packed(const Truth& truth);
Truth unpacked(std::uint64_t bits);

// Whose doing a move is. `act`: an answer to a question on the screen, a device plugged in; `settings`: the
// browser's or the system's settings are found and changed; `trouble` is what a browser does that does not
// cooperate.
enum class Doer : std::uint8_t { news, press, act, settings, trouble };

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

// The promise that a state of the two breaks by itself: a call that could go on, and does not, or nobody
// notices that it could.
const char* broken_by_truth(const World& world, const Truth& truth, const Stance& seen);

// Nothing is on its way: the visitor looks at a page that stays as it is until somebody does something.
bool settled(const World& world, const Truth& truth);

// Really heard: the orb may say so.
bool really_live(const Truth& truth, const Stance& seen);

}  // namespace earshot
