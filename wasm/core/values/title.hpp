// What a visitor is told, as an id. The sentence stands in widget/texts/. `announce_live` is only said aloud.
#pragma once
#include "core/values/words.hpp"

namespace earshot {

EARSHOT_WORDS(Title, getting_ready, press_to_talk, press_to_call, press_to_resume, connecting,
              allow_microphone, allow_camera, allow_microphone_and_camera, prompt_still_open,
              prompt_waits_for_tab, listening, in_call, microphone_muted, talking_without_camera,
              camera_off_blocked, camera_off_missing, camera_off_busy, cannot_hear_you, camera_blocked_choose,
              camera_unavailable_choose, microphone_revoked, microphone_reset, microphone_unplugged,
              microphone_stopped, resuming, microphone_ready_muted, microphone_denied, microphone_blocked,
              microphone_blocked_in_tab, prompt_dismissed, prompt_dismissed_twice, blocked_for_a_week,
              blocked_by_system, no_microphone, microphone_busy, microphone_failed, page_not_secure,
              not_supported, frame_blocked, site_blocked_itself, chatting, chatting_voice_ready, call_ended,
              prompt_waits_for_focus, prompt_unseen, microphone_interrupted, microphone_switched_off,
              virtual_microphone, speaking_while_muted, camera_frozen, sound_blocked, reload_page,
              restart_browser_first, blocked_by_administrator, app_blocks_microphone, notifications_blocked,
              notifications_unavailable, answer_recovery, allowed_again, allowed_again_chromium,
              allowed_again_firefox, opening_slowly, no_answer, prompt_cancelled, muted_by_site,
              stopped_by_site, camera_not_started, no_output, hardly_heard, muted_by_browser,
              camera_paused_by_browser, camera_paused, far_end_connecting, far_end_echo, far_end_late,
              nobody_listens, hearing_nothing, announce_live)

}  // namespace earshot
