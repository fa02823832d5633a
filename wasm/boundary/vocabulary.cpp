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
Json all_names() {
  Json out = Json::array();
  for (std::size_t n = 0; n < count_of<Enum>(); ++n) out.push_back(name_of(static_cast<Enum>(n)));
  return out;
}

template <class Enum>
Json all_dashed_names() {
  Json out = Json::array();
  for (std::size_t n = 0; n < count_of<Enum>(); ++n) out.push_back(dashed_name(static_cast<Enum>(n)));
  return out;
}

}  // namespace

std::string vocabulary() {
  Json out;
  out["Fact"] = fact_names();
  out["Effect"] = Json::array();
  for (const std::string_view name : effect_names) out["Effect"].push_back(name);
  out["Capability"] = all_names<Capability>();
  out["MediaKind"] = all_names<MediaKind>();
  out["Permission"] = all_names<Permission>();
  out["Engine"] = all_names<Engine>();
  out["Browser"] = all_names<Browser>();
  out["Os"] = all_names<Os>();
  out["Form"] = all_names<Form>();
  out["AddressBar"] = all_names<AddressBar>();
  out["FarEnd"] = all_names<FarEnd>();
  out["RecoveryElement"] = all_names<RecoveryElement>();
  out["Action"] = all_names<Action>();
  out["Phase"] = all_names<Phase>();
  out["Orb"] = all_names<Orb>();
  out["Medium"] = all_names<Medium>();
  out["Notice"] = all_names<Notice>();
  out["Recovery"] = all_dashed_names<Recovery>();
  out["WayOut"] = all_names<WayOut>();
  out["Timer"] = all_names<Timer>();
  out["Urgency"] = all_names<Urgency>();
  out["HostEvent"] = all_names<HostEvent>();
  out["Pointer"] = all_dashed_names<Pointer>();
  out["Picture"] = all_dashed_names<Picture>();
  out["Confidence"] = all_names<Confidence>();
  out["ChatState"] = all_names<ChatState>();
  out["AudioContextWord"] = all_names<AudioContextState>();
  out["MediaSessionWord"] = all_names<MediaSessionAction>();
  out["Title"] = all_names<Title>();
  out["Step"] = all_names<Step>();
  out["Label"] = all_names<Label>();
  out["Cause"] = all_names<Cause>();
  out["Clue"] = all_names<Clue>();
  out["Refusal"] = all_names<Refusal>();
  return out.dump();
}

}  // namespace earshot
