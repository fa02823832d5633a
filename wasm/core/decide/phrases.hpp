// The phrases of the table in diagnose.cpp, as data: each is a predicate of Look, and a row of the table says
// or denies a few of them.
#pragma once
#include <array>
#include "core/decide/look.hpp"
#include "core/values/few.hpp"

namespace earshot {

// clang-format off
#define EARSHOT_PHRASES(PHRASE) \
  PHRASE(secure) PHRASE(media_devices) PHRASE(in_app) PHRASE(of_today) PHRASE(opaque_origin) PHRASE(top_level) \
  PHRASE(camera) PHRASE(microphone) PHRASE(mobile) PHRASE(hidden) PHRASE(focused) \
  PHRASE(policy_forbids) PHRASE(policy_unsaid) PHRASE(maybe_undelegated) \
  PHRASE(granted) PHRASE(denied) PHRASE(to_be_asked) PHRASE(never_asked) \
  PHRASE(awaited) PHRASE(prompting) PHRASE(ignored) PHRASE(answered_unseen) PHRASE(unfocused) \
  PHRASE(combined) PHRASE(at_once) PHRASE(fleeting) PHRASE(denied_in_person) PHRASE(shows_tab_blocks) \
  PHRASE(reads_prompt) PHRASE(nothing_blocked) PHRASE(answered_here) PHRASE(denied_before) PHRASE(granted_anew) \
  PHRASE(device_trouble) PHRASE(just_let_go) PHRASE(dismissed_to_the_end) PHRASE(ignored_to_the_end) \
  PHRASE(dismissed_twice) PHRASE(dismissed_too_often) PHRASE(ignored_too_often) \
  PHRASE(lost) PHRASE(stopped) PHRASE(withdrawn) PHRASE(device_gone) PHRASE(sound_interrupted) \
  PHRASE(held) PHRASE(quiet_and_denied) PHRASE(off_by_host) PHRASE(muted_now) PHRASE(muted_for_long) \
  PHRASE(sound_taken) PHRASE(silent) PHRASE(sound_lost) PHRASE(starved) PHRASE(dead) PHRASE(soundless) \
  PHRASE(whispers) PHRASE(barely_audible) PHRASE(speaks_behind_mute) PHRASE(pictured) PHRASE(without_pictures) \
  PHRASE(never_pictured) PHRASE(both_muted) PHRASE(no_output) PHRASE(is_virtual) PHRASE(stands_in) \
  PHRASE(default_changed) PHRASE(several_microphones) PHRASE(network_blocked) PHRASE(output_blocked) \
  PHRASE(can_notify) PHRASE(notifications_denied) PHRASE(notifications_refused) \
  PHRASE(notifications_to_be_asked) PHRASE(notifications_dismissed)
// clang-format on

// Its number. Behind those with a name of their own come those of which exactly one holds: the engine, the
// system, the last refusal, what is listed, and where the page was.
enum class Phrase : std::uint8_t {
#define EARSHOT_PHRASE(name) name,
  EARSHOT_PHRASES(EARSHOT_PHRASE)
#undef EARSHOT_PHRASE
      first_engine,
  first_os = first_engine + count_of<Engine>(),
  first_refusal = first_os + count_of<Os>(),
  first_devices = first_refusal + count_of<Refusal>(),
  first_away = first_devices + count_of<Devices>(),
  last = first_away + count_of<Away>() - 1
};

// That phrases hold, and others do not: `lost && bare && !at_once`.
class When {
 public:
  constexpr When() = default;
  constexpr When(Phrase phrase) : terms_{static_cast<std::uint8_t>(phrase)} {}
  template <class Word>
  constexpr When(Phrase first, Word word)
      : terms_{
            static_cast<std::uint8_t>(static_cast<std::uint8_t>(first) + static_cast<std::uint8_t>(word))} {}

  constexpr When operator&&(const When& more) const {
    When both = *this;
    for (const std::uint8_t term : more.terms_) both.terms_.push_back(term);
    return both;
  }
  // Of one phrase.
  constexpr When operator!() const {
    When denied;
    denied.terms_.push_back(terms_[0] ^ denies);
    return denied;
  }

  constexpr const Few<std::uint8_t, 5>& terms() const { return terms_; }

 private:
  friend class Holding;
  static constexpr std::uint8_t denies = 0x80;
  static_assert(static_cast<std::uint8_t>(Phrase::last) < denies);
  Few<std::uint8_t, 5> terms_{};
};

// Which of them hold.
class Holding {
 public:
  explicit Holding(const Look& at) {
#define EARSHOT_PHRASE(name) holds_[static_cast<std::size_t>(Phrase::name)] = at.name();
    EARSHOT_PHRASES(EARSHOT_PHRASE)
#undef EARSHOT_PHRASE
    one_of(Phrase::first_engine, at.environment().engine);
    one_of(Phrase::first_os, at.environment().os);
    one_of(Phrase::first_refusal, at.seen().answer.refusal);
    one_of(Phrase::first_devices, at.seen().devices);
    one_of(Phrase::first_away, at.seen().lost.away);
  }

  // A term of a When.
  bool says(std::uint8_t term) const { return holds_[term & ~When::denies] != ((term & When::denies) != 0); }

 private:
  template <class Word>
  void one_of(Phrase first, Word word) {
    holds_[static_cast<std::size_t>(first) + static_cast<std::size_t>(word)] = true;
  }
  std::array<bool, static_cast<std::size_t>(Phrase::last) + 1> holds_{};
};

}  // namespace earshot
