// Effects, views and verdicts as JSON, member by member in a fixed order.
#include "boundary/wire.hpp"

namespace earshot {
namespace {

JsonText& order(JsonText& out, const char* effect) { return out.open('{').member("effect", effect); }
JsonText& tell(JsonText& out, HostEvent event) {
  return order(out, "tell_host").word("event", event).key("detail").open('{');
}

JsonText& kinds(JsonText& out, const char* name, Kinds kinds) {
  out.key(name).open('[');
  for (const MediaKind k : media_kinds)
    if (kinds.has(k)) out.text(name_of(k));
  return out.close(']');
}

// The names of effects, in the order of effect.hpp. Several variants share `tell_host`.
void write(JsonText& out, const ReadPermission& e) { order(out, "read_permission").word("kind", e.kind); }
void write(JsonText& out, const WatchPermission& e) {
  order(out, "watch_permission").word("kind", e.kind).member("poll_ms", e.poll_ms);
}
void write(JsonText& out, const Open& e) {
  kinds(order(out, "open").member("request", e.request), "kinds", e.kinds);
  kinds(out, "devices", e.same);
}
void write(JsonText& out, const Close& e) {
  kinds(order(out, "close").member("request", e.request), "kinds", e.kinds);
}
void write(JsonText& out, const Enable& e) { kinds(order(out, "enable"), "kinds", e.kinds).flag("on", e.on); }
void write(JsonText& out, const SetTimer& e) {
  order(out, "set_timer").word("timer", e.timer).member("ms", e.ms);
}
void write(JsonText& out, const CancelTimer& e) { order(out, "cancel_timer").word("timer", e.timer); }
void write(JsonText& out, const WatchLevel& e) {
  order(out, "watch_level").flag("on", e.on).flag("behind_mute", e.behind_mute);
}
void write(JsonText& out, const OpenChat&) { order(out, "open_chat"); }
void write(JsonText& out, const CloseChat&) { order(out, "close_chat"); }
void write(JsonText& out, const Announce& e) {
  order(out, "announce").word("title", e.title).word("urgency", e.urgency);
}
void write(JsonText& out, const TellState& e) {
  tell(out, HostEvent::state)
      .word("orb", e.orb)
      .word("microphone", e.microphone)
      .word("camera", e.camera)
      .word("notifications", e.notifications)
      .close('}');
}
void write(JsonText& out, const TellStream& e) {
  kinds(tell(out, HostEvent::stream).member("request", e.request), "kinds", e.kinds).close('}');
}
void write(JsonText& out, const TellTrackReplaced& e) {
  tell(out, HostEvent::track_replaced).word("kind", e.kind).member("request", e.request).close('}');
}
void write(JsonText& out, const TellVerdict& e) {
  tell(out, HostEvent::verdict)
      .word("kind", e.kind)
      .word("permission", e.permission)
      .word("error", e.refusal)
      .close('}');
}
void write(JsonText& out, const TellChat& e) { tell(out, HostEvent::chat).word("state", e.state).close('}'); }
void write(JsonText& out, const LogVerdict& e) { order(out, "log").word("kind", e.kind); }
void write(JsonText& out, const OpenTab&) { order(out, "open_tab"); }
void write(JsonText& out, const Reload&) { order(out, "reload"); }
void write(JsonText& out, const TellCleared& e) {
  kinds(tell(out, HostEvent::cleared), "kinds", e.kinds).close('}');
}
void write(JsonText& out, const WatchFrames& e) { order(out, "watch_frames").flag("on", e.on); }
void write(JsonText& out, const ResumeAudio&) { order(out, "resume_audio"); }
void write(JsonText& out, const SetMediaSession& e) {
  order(out, "media_session").flag("on", e.on).flag("microphone", e.microphone).flag("camera", e.camera);
}
void write(JsonText& out, const SetWakeLock& e) { order(out, "wake_lock").flag("on", e.on); }
void write(JsonText& out, const Remember& e) {
  order(out, "remember")
      .word("kind", e.kind)
      .flag("asked", e.asked)
      .member("dismissals", e.dismissals)
      .member("ignores", e.ignores);
}
void write(JsonText& out, const RequestNotifications&) { order(out, "request_notifications"); }
void write(JsonText& out, const Recover& e) {
  kinds(order(out, "recover").member("request", e.request), "kinds", e.kinds);
}
void write(JsonText& out, const OpenLink& e) { order(out, "open_link").member("url", e.url); }
void write(JsonText& out, const LeaveApp& e) { order(out, "leave_app").word("way", e.way); }
void write(JsonText& out, const Copy& e) { order(out, "copy").member("text", e.text); }

// Version 1 of what the far end reads: docs/far-end.md.
void write(JsonText& out, const TellMessage& e, std::string_view instructions) {
  const Message& m = e.message;
  const auto medium = [&](const char* name, Medium state, Cause cause) {
    out.key(name).open('{').word("state", state).word("cause", cause).close('}');
  };
  tell(out, HostEvent::message)
      .member("earshot", 1)
      .word("state", m.state)
      .flag("heard", m.heard)
      .flag("seen", m.seen)
      .flag("texting", m.texting);
  medium("microphone", m.microphone, m.microphone_cause);
  medium("camera", m.camera, m.camera_cause);
  out.member("instructions", instructions).close('}');
}

}  // namespace

void write(JsonText& out, const Effect& effect, std::string_view instructions) {
  if (const auto* told = std::get_if<TellMessage>(&effect)) write(out, *told, instructions);
  else
    std::visit(
        [&](const auto& e) {
          if constexpr (!std::is_same_v<decltype(e), const TellMessage&>) write(out, e);
        },
        effect);
  out.close('}');
}

void write_open(JsonText& out, const View& v) {
  out.open('{')
      .word("orb", v.orb)
      .word("title", v.title)
      .words("steps", v.steps)
      .words("actions", v.actions)
      .key("picture")
      .dashed(v.picture)
      .key("pointer")
      .dashed(v.pointer)
      .word("microphone", v.microphone)
      .word("camera", v.camera)
      .word("notifications", v.notifications)
      .member("kind", v.kind ? name_of(*v.kind) : std::string_view{})
      .key("recovery")
      .dashed(v.recovery)
      .member("link", v.link)
      .member("address", v.address)
      .word("browser", v.browser);
}

void write(JsonText& out, const Verdict& v) {
  out.open('{')
      .word("cause", v.cause)
      .word("confidence", v.confidence)
      .words("alternatives", v.alternatives)
      .words("evidence", v.evidence)
      .close('}');
}

}  // namespace earshot
