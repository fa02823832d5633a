// The words of the widget's own furniture. No view names them; a site may replace their texts like any other.
#pragma once
#include "core/words.hpp"

namespace earshot {

EARSHOT_WORDS(Label, label_orb, label_widget, label_chat, label_chat_input, label_chat_log, label_send, label_close, label_you,
              label_agent, label_steps, chat_connecting, chat_failed, chat_closed, chat_empty, core_unavailable,
              label_browser, label_microphone, label_camera, label_support, label_picture, label_play, label_stop, label_copied,
              label_copy_failed)

}  // namespace earshot
