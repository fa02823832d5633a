// Effects, views and verdicts as JSON, member by member in a fixed order.
#include "boundary/label.hpp"
#include "boundary/wire.hpp"

namespace earshot {

namespace {

template <class List>
Json names_in(const List& values) {
  Json out = Json::array();
  for (const auto value : values) out.push_back(name_of(value));
  return out;
}

Json names_in(Kinds kinds) {
  Json out = Json::array();
  for (const MediaKind k : media_kinds)
    if (kinds.has(k)) out.push_back(name_of(k));
  return out;
}

// Version 1 of what the far end reads: docs/far-end.md.
Json to_json(const Message& m) {
  const auto medium = [](Medium state, Cause cause) {
    return Json{{"state", name_of(state)}, {"cause", name_of(cause)}};
  };
  return {{"earshot", 1},
          {"state", name_of(m.state)},
          {"heard", m.heard},
          {"seen", m.seen},
          {"texting", m.texting},
          {"microphone", medium(m.microphone, m.microphone_cause)},
          {"camera", medium(m.camera, m.camera_cause)}};
}

Json tell(HostEvent event, Json detail) {
  return {{"effect", "tell_host"}, {"event", name_of(event)}, {"detail", std::move(detail)}};
}

// The names of effects, in the order of effect.hpp. Several variants share `tell_host`.
Json write(const ReadPermission& e) { return {{"effect", "read_permission"}, {"kind", name_of(e.kind)}}; }
Json write(const WatchPermission& e) {
  return {{"effect", "watch_permission"}, {"kind", name_of(e.kind)}, {"poll_ms", e.poll_ms}};
}
Json write(const Open& e) {
  return {{"effect", "open"},
          {"request", e.request},
          {"kinds", names_in(e.kinds)},
          {"devices", names_in(e.same)}};
}
Json write(const Close& e) {
  return {{"effect", "close"}, {"request", e.request}, {"kinds", names_in(e.kinds)}};
}
Json write(const Enable& e) { return {{"effect", "enable"}, {"kinds", names_in(e.kinds)}, {"on", e.on}}; }
Json write(const SetTimer& e) { return {{"effect", "set_timer"}, {"timer", name_of(e.timer)}, {"ms", e.ms}}; }
Json write(const CancelTimer& e) { return {{"effect", "cancel_timer"}, {"timer", name_of(e.timer)}}; }
Json write(const WatchLevel& e) {
  return {{"effect", "watch_level"}, {"on", e.on}, {"behind_mute", e.behind_mute}};
}
Json write(const OpenChat&) { return {{"effect", "open_chat"}}; }
Json write(const CloseChat&) { return {{"effect", "close_chat"}}; }
Json write(const Announce& e) {
  return {{"effect", "announce"}, {"title", name_of(e.title)}, {"urgency", name_of(e.urgency)}};
}
Json write(const TellState& e) {
  return tell(HostEvent::state, {{"orb", name_of(e.orb)},
                                 {"microphone", name_of(e.microphone)},
                                 {"camera", name_of(e.camera)},
                                 {"notifications", name_of(e.notifications)}});
}
Json write(const TellStream& e) {
  return tell(HostEvent::stream, {{"request", e.request}, {"kinds", names_in(e.kinds)}});
}
Json write(const TellTrackReplaced& e) {
  return tell(HostEvent::track_replaced, {{"kind", name_of(e.kind)}, {"request", e.request}});
}
Json write(const TellVerdict& e) {
  return tell(
      HostEvent::verdict,
      {{"kind", name_of(e.kind)}, {"permission", name_of(e.permission)}, {"error", name_of(e.refusal)}});
}
Json write(const TellChat& e) { return tell(HostEvent::chat, {{"state", name_of(e.state)}}); }
Json write(const LogVerdict& e) { return {{"effect", "log"}, {"kind", name_of(e.kind)}}; }
Json write(const OpenTab&) { return {{"effect", "open_tab"}}; }
Json write(const Reload&) { return {{"effect", "reload"}}; }
Json write(const TellCleared& e) { return tell(HostEvent::cleared, {{"kinds", names_in(e.kinds)}}); }
Json write(const TellMessage& e) { return tell(HostEvent::message, to_json(e.message)); }
Json write(const WatchFrames& e) { return {{"effect", "watch_frames"}, {"on", e.on}}; }
Json write(const ResumeAudio&) { return {{"effect", "resume_audio"}}; }
Json write(const SetMediaSession& e) {
  return {{"effect", "media_session"}, {"on", e.on}, {"microphone", e.microphone}, {"camera", e.camera}};
}
Json write(const SetWakeLock& e) { return {{"effect", "wake_lock"}, {"on", e.on}}; }
Json write(const Remember& e) {
  return {{"effect", "remember"},
          {"kind", name_of(e.kind)},
          {"asked", e.asked},
          {"dismissals", e.dismissals},
          {"ignores", e.ignores}};
}
Json write(const RequestNotifications&) { return {{"effect", "request_notifications"}}; }
Json write(const Recover& e) {
  return {{"effect", "recover"}, {"request", e.request}, {"kinds", names_in(e.kinds)}};
}
Json write(const OpenLink& e) { return {{"effect", "open_link"}, {"url", e.url}}; }
Json write(const LeaveApp& e) { return {{"effect", "leave_app"}, {"way", name_of(e.way)}}; }
Json write(const Copy& e) { return {{"effect", "copy"}, {"text", e.text}}; }

}  // namespace

Json to_json(const Effect& effect) {
  return std::visit([](const auto& e) { return write(e); }, effect);
}

Json to_json(const View& v) {
  return {{"orb", name_of(v.orb)},
          {"title", name_of(v.title)},
          {"steps", names_in(v.steps)},
          {"actions", names_in(v.actions)},
          {"picture", dashed_name(v.picture)},
          {"pointer", dashed_name(v.pointer)},
          {"microphone", name_of(v.microphone)},
          {"camera", name_of(v.camera)},
          {"notifications", name_of(v.notifications)},
          {"kind", v.kind ? name_of(*v.kind) : ""},
          {"recovery", dashed_name(v.recovery)},
          {"link", v.link},
          {"address", v.address},
          {"browser", name_of(v.browser)}};
}

Json to_json(const Verdict& v) {
  return {{"cause", name_of(v.cause)},
          {"confidence", name_of(v.confidence)},
          {"alternatives", names_in(v.alternatives)},
          {"evidence", names_in(v.evidence)}};
}

}  // namespace earshot
