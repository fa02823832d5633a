// Every name that may cross the border, by type.
#include "boundary/label.hpp"
#include "boundary/wire.hpp"

namespace earshot {
namespace {

constexpr auto effect_names = std::to_array<std::string_view>(
    {"read_permission", "watch_permission", "open",          "close",     "enable",
     "set_timer",       "cancel_timer",     "watch_level",   "open_chat", "close_chat",
     "announce",        "tell_host",        "log",           "open_tab",  "reload",
     "watch_frames",    "resume_audio",     "media_session", "remember",  "request_notifications",
     "recover",         "open_link",        "leave_app",     "copy",      "wake_lock"});

template <class Enum>
void all_names(JsonText& out, const char* type) {
  out.key(type).open('[');
  for (std::size_t n = 0; n < count_of<Enum>(); ++n) out.text(name_of(static_cast<Enum>(n)));
  out.close(']');
}

template <class Enum>
void all_dashed_names(JsonText& out, const char* type) {
  out.key(type).open('[');
  for (std::size_t n = 0; n < count_of<Enum>(); ++n) out.dashed(static_cast<Enum>(n));
  out.close(']');
}

}  // namespace

std::string vocabulary() {
  JsonText out;
  write_fact_names(out.open('{').key("Fact"));
  out.key("Effect").open('[');
  for (const std::string_view name : effect_names) out.text(name);
  out.close(']');
  all_names<Capability>(out, "Capability");
  all_names<MediaKind>(out, "MediaKind");
  all_names<Permission>(out, "Permission");
  all_names<Engine>(out, "Engine");
  all_names<Browser>(out, "Browser");
  all_names<Os>(out, "Os");
  all_names<Form>(out, "Form");
  all_names<AddressBar>(out, "AddressBar");
  all_names<FarEnd>(out, "FarEnd");
  all_names<RecoveryElement>(out, "RecoveryElement");
  all_names<Action>(out, "Action");
  all_names<Phase>(out, "Phase");
  all_names<Orb>(out, "Orb");
  all_names<Medium>(out, "Medium");
  all_names<Notice>(out, "Notice");
  all_dashed_names<Recovery>(out, "Recovery");
  all_names<WayOut>(out, "WayOut");
  all_names<Timer>(out, "Timer");
  all_names<Urgency>(out, "Urgency");
  all_names<HostEvent>(out, "HostEvent");
  all_dashed_names<Pointer>(out, "Pointer");
  all_dashed_names<Picture>(out, "Picture");
  all_names<Confidence>(out, "Confidence");
  all_names<ChatState>(out, "ChatState");
  all_names<AudioContextState>(out, "AudioContextWord");
  all_names<MediaSessionAction>(out, "MediaSessionWord");
  all_names<Title>(out, "Title");
  all_names<Step>(out, "Step");
  all_names<Label>(out, "Label");
  all_names<Cause>(out, "Cause");
  all_names<Clue>(out, "Clue");
  all_names<Refusal>(out, "Refusal");
  return out.close('}').take();
}

}  // namespace earshot
