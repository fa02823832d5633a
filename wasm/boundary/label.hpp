// The words of the widget's own furniture. No view names them; a site may replace their texts like any other.
#pragma once
#include "core/values/words.hpp"

namespace earshot {

EARSHOT_WORDS(Label, label_orb, label_widget, label_chat, label_chat_input, label_chat_log, label_send,
              label_close, label_you, label_agent, label_steps, steps_not_loaded, chat_connecting,
              chat_failed, chat_not_loaded, chat_closed, chat_empty, chat_waiting, chat_typing, chat_sending,
              chat_sent, chat_not_sent, chat_send_again, chat_earlier, chat_newest, chat_unread, chat_left,
              chat_links, chat_forget, chat_forget_sure, chat_forgetting, chat_forgotten, chat_why_blocked,
              chat_why_missing, chat_why_other, chat_by_mail, chat_email, chat_email_wrong, chat_will_answer,
              chat_not_opened, core_unavailable, label_browser, label_microphone, label_camera, label_support,
              label_picture, label_play, label_stop, label_copied, label_copy_failed)

}  // namespace earshot
