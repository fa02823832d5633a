// One media kind, looked at with the question: why is nobody heard or seen? Nearly each predicate is a phrase
// of the table in diagnose.cpp (phrases.hpp).
#pragma once
#include "core/values/state.hpp"

namespace earshot {

struct Look {
  const State& state;
  MediaKind kind;

  const Environment& environment() const { return state.environment; }
  const Observations& seen() const { return state.device(kind).seen; }
  const Track& track() const { return state.device(kind).track; }

  bool secure() const { return environment().secure; }
  bool media_devices() const { return environment().media_devices; }
  bool in_app() const { return environment().in_app; }
  bool of_today() const { return environment().of_today(); }
  bool opaque_origin() const { return environment().opaque_origin; }
  bool top_level() const { return environment().top_level; }
  bool camera() const { return kind == cam; }
  bool microphone() const { return kind == mic; }
  bool engine(Engine engine) const { return environment().engine == engine; }
  bool mobile() const { return environment().form != Form::desktop; }
  bool hidden() const { return !state.page.visible; }
  bool focused() const { return state.page.focused; }
  bool policy_forbids() const { return environment().policy(kind) == Policy::forbidden; }
  // A browser that cannot name a frame's policy: only the frame itself and the refusal hint at it.
  bool policy_unsaid() const {
    return !environment().top_level && environment().policy(kind) == Policy::unsaid;
  }
  // A frame that was given nothing reads "denied" (measured in three engines), and nobody is asked in it.
  bool maybe_undelegated() const { return policy_unsaid() && !answered_here() && !reads_prompt(); }

  bool granted() const { return seen().permission == Permission::granted; }
  bool denied() const { return seen().permission == Permission::denied; }
  bool to_be_asked() const { return seen().permission == Permission::prompt; }
  // The site remembers its visitors' answers, and this one never gave one.
  bool never_asked() const { return state.settings.remember && !seen().asked; }

  // The request in flight.
  bool awaited() const { return state.asking.kinds.has(kind); }
  bool prompting() const { return state.asking.prompting; }
  bool ignored() const { return awaited() && state.asking.ignored.has(kind); }
  // Chromium opens for a hidden page what it need not ask about.
  bool answered_unseen() const { return engine(Engine::chromium) && !prompting(); }
  bool unfocused() const { return awaited() && state.asking.unfocused; }

  // The answer to the last one.
  bool refused(Refusal refusal) const { return seen().answer.refusal == refusal; }
  bool bare() const { return refused(Refusal::not_allowed); }  // with nothing but "not allowed"
  // One request asked for both kinds.
  bool combined() const { return seen().answer.combined; }
  bool at_once() const { return seen().answer.instant; }
  bool fleeting() const { return seen().answer.fleeting; }
  // Not out of the browser's memory: it took time. (In Firefox that tells nothing.)
  bool denied_in_person() const { return engine(Engine::gecko) || !at_once(); }
  // Firefox to 150 hides the block of a tab behind "prompt"; since then it shows it, and "prompt" after a
  // refusal means that nothing was blocked.
  bool shows_tab_blocks() const {
    constexpr int first = 151;
    return engine(Engine::gecko) && (environment().version == 0 || environment().version >= first);
  }
  bool reads_prompt() const { return to_be_asked() && !seen().answer.unread; }  // since the answer
  // (In an app's web view "prompt" never changes.)
  bool nothing_blocked() const { return shows_tab_blocks() && reads_prompt() && !environment().in_app; }
  bool answered_here() const { return seen().asked; }
  bool denied_before() const { return denied() && seen().answer.asked_when_denied; }
  bool granted_anew() const { return seen().granted_anew; }
  bool device_trouble() const { return could_not_be_had(seen().answer.refusal); }
  // Guard mode: the host found it so right after we had closed our own.
  bool just_let_go() const { return seen().reopening == Reopening::cleared; }

  // Prompts that Chromium counts towards its week without any.
  bool dismissed_to_the_end() const { return seen().unanswered.dismissals >= dismissals_before_embargo; }
  bool ignored_to_the_end() const { return seen().unanswered.ignores >= ignores_before_embargo; }
  bool would_be_asked() const { return engine(Engine::chromium) && to_be_asked(); }
  bool dismissed_twice() const { return seen().unanswered.dismissals >= dismissals_before_embargo - 1; }
  bool dismissed_too_often() const { return would_be_asked() && dismissed_twice(); }
  bool ignored_too_often() const {
    return would_be_asked() && seen().unanswered.ignores >= ignores_before_embargo - 1;
  }

  // A track that was lost. While a new request is in flight, the old loss explains nothing any more.
  bool lost() const { return seen().lost.how == Loss::ended && !awaited(); }
  bool stopped() const { return seen().lost.how == Loss::stopped && !awaited(); }
  // The permission was taken away, and that ended the track. What it said long before did not; nor does a
  // "prompt" that never changes (web views, resistFingerprinting).
  bool withdrawn() const { return lost() && !seen().lost.of_old && !environment().in_app; }
  bool device_gone() const { return seen().lost.how == Loss::device_gone; }
  bool sound_interrupted() const {
    return microphone() && state.call.audio == AudioContextState::interrupted;
  }

  // A track that is held.
  bool held() const { return state.device(kind).held(); }
  // While a track lives, or an answer is awaited, a reading of the permission is no news.
  bool quiet_and_denied() const { return denied() && !held() && !awaited(); }
  // Safari mutes the capture itself for the visitor's own mute: that is no trouble.
  bool muted_now() const { return held() && track().muted_by_browser && !(microphone() && state.call.muted); }
  bool muted_for_long() const { return muted_now() && track().mute_lasts; }
  bool sound_taken() const {
    return held() && microphone() && state.call.audio == AudioContextState::interrupted &&
           state.call.audio_lasts;
  }
  // From the start, or again: what gates has always been heard before.
  bool silent() const { return held() && !track().heard && track().silent_ms >= silence_limit_ms; }
  bool sound_lost() const { return held() && track().heard && track().silent_ms >= sound_lost_ms; }
  bool starved() const { return held() && track().starved_ms >= starved_limit_ms; }
  bool dead() const { return held() && track().doubted && track().silent_ms >= dead_capture_ms; }
  bool soundless() const { return silent() || sound_lost() || dead(); }
  bool whispers() const { return held() && track().quiet_ms >= quiet_limit_ms; }
  bool barely_audible() const { return whispers() && !track().audible; }
  bool speaks_behind_mute() const { return held() && state.call.muted && track().speaking_ms >= word_ms; }
  bool without_pictures() const { return held() && track().pictured && track().stalled_ms >= stall_limit_ms; }
  bool never_pictured() const {
    return held() && !track().pictured && track().stalled_ms >= first_picture_ms;
  }
  bool both_muted() const { return state.microphone.track.muted_by_browser; }
  bool no_output() const { return state.visit.no_output; }
  bool is_virtual() const { return track().is_virtual; }
  bool stands_in() const { return track().stands_in; }
  bool off_by_host() const { return track().off_by_host; }
  bool pictured() const { return track().pictured; }
  bool default_changed() const { return track().default_changed; }
  bool several_microphones() const { return state.visit.several_microphones; }
  bool network_blocked() const { return state.visit.network == Network::blocked; }
  bool output_blocked() const { return state.call.output_blocked; }

  // Notifications, of which there is one kind.
  bool can_notify() const { return environment().notifications; }
  bool notifications_denied() const { return state.notifications.permission == Permission::denied; }
  bool notifications_to_be_asked() const { return state.notifications.permission == Permission::prompt; }
  bool notifications_refused() const { return state.notifications.refused; }
  bool notifications_dismissed() const { return state.notifications.dismissals > 0; }
};

}  // namespace earshot
