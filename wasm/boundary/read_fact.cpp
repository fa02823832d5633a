// One row for each fact: its name and how its members are read.
#include <array>
#include "boundary/fields.hpp"
#include "boundary/wire.hpp"

namespace earshot {
namespace {

constexpr int most_ms = 7 * 24 * 3'600'000;  // a week: beyond it a clock is broken
constexpr int most_count = 10'000;
constexpr int most_number = 1'000'000'000;

Request request(Fields& f) { return static_cast<Request>(f.number("request", 1, most_number)); }
// 0, or none: the newest.
Request any_request(Fields& f) { return static_cast<Request>(f.number("request", 0, most_number, 0)); }
// What can be captured.
MediaKind media_kind(Fields& f) {
  const auto kind = media_kind_of(f.word<Capability>("kind"));
  if (!kind) f.wrong("kind", "must be \"microphone\" or \"camera\"");
  return kind.value_or(mic);
}

// Some of what can be captured, without an order.
Kinds kinds(Fields& f) {
  Kinds out{};
  const Value& list = f.at("kinds");
  if (!list.is(Kind::list) || list.size() > 2)
    return f.wrong("kinds", "must be a list of \"microphone\" and \"camera\""), out;
  for (const Value& entry : list) {
    const auto kind = find_word<MediaKind>(entry.text());
    if (!kind) return f.wrong("kinds", "must hold \"microphone\" or \"camera\""), out;
    out = out.and_also(just(*kind));
  }
  if (!out.any()) f.wrong("kinds", "must not be empty");
  return out;
}

TrackId track(Fields& f) { return static_cast<TrackId>(f.number("track", 1, most_number)); }

Policy policy(Fields& f, const char* kind) {
  const Value& all = f.at("policy");
  const Value& said = all[kind];
  if (all.is_there() && !all.is(Kind::object)) f.wrong("policy", "must be an object");
  if (!said.is_there() || said.is(Kind::null)) return Policy::unsaid;
  if (!said.is(Kind::boolean)) f.wrong("policy", "must hold true, false or null");
  return said.is_true() ? Policy::allowed : Policy::forbidden;
}

Environment environment(Fields& f) {
  Environment e;
  e.secure = f.flag("secure", true);
  e.media_devices = f.flag("media_devices", true);
  e.top_level = f.flag("top_level", true);
  e.opaque_origin = f.flag("opaque_origin", false);
  e.notifications = f.flag("notifications", true);
  e.microphone_policy = policy(f, "microphone");
  e.camera_policy = policy(f, "camera");
  e.engine = f.word("engine", Engine::other);
  e.browser = f.word("browser", Browser::other);
  e.version = f.number("version", 0, most_count, 0);
  e.os = f.word("os", Os::other);
  e.os_version = f.number("os_version", 0, most_count, 0);
  e.form = f.word("form", Form::desktop);
  const std::string_view app = f.text_or_none("in_app");
  e.in_app = !app.empty();
  e.in_line = app == "LINE";
  e.standalone = f.flag("standalone", false);
  e.address_bar = f.word("address_bar", AddressBar::shown);
  e.permissions_api = f.flag("permissions_api", true);
  const Value& recovery = f.at("recovery");
  if (recovery.is_there() && !recovery.is(Kind::list)) f.wrong("recovery", "must be a list");
  for (const Value& entry : recovery) {
    const auto word = find_word<RecoveryElement>(entry.text());
    if (!word) f.wrong("recovery", "holds a name this core does not know");
    e.recovers_usermedia |= word == RecoveryElement::usermedia;
    e.recovers_microphone |= word == RecoveryElement::microphone;
    e.recovers_camera |= word == RecoveryElement::camera;
  }
  return e;
}

TrackRefs tracks(Fields& f) {
  TrackRefs out;
  const Value& list = f.at("tracks");
  if (!list.is(Kind::list) || list.size() > most_tracks)
    return f.wrong("tracks", "must be a list of at most 16 tracks"), out;
  for (const Value& entry : list) {
    if (!entry.is(Kind::object)) return f.wrong("tracks", "must hold objects"), out;
    Fields one{entry};
    out.push_back({media_kind(one), track(one), one.flag("virtual", false)});
    if (!one.problem().empty()) f.wrong("tracks", "holds a track whose " + one.problem());
  }
  return out;
}

struct FactRow {
  std::string_view name;
  Fact (*read)(Fields&);
};

// clang-format off
constexpr auto rows = std::to_array<FactRow>({
    {"environment", [](Fields& f) -> Fact { return EnvironmentSeen{environment(f)}; }},
    {"permission_read", [](Fields& f) -> Fact {
      return PermissionRead{f.word<Capability>("kind"), f.word<Permission>("state"), f.flag("live", false)}; }},
    {"devices_read", [](Fields& f) -> Fact {
      return DevicesRead{f.number("microphones", 0, most_count), f.number("cameras", 0, most_count), f.flag("labelled", false),
                         f.flag("selected_present", true), f.flag("default_changed", false), f.number("outputs", 0, most_count, -1)}; }},
    {"pressed", [](Fields& f) -> Fact { return Pressed{f.word<Action>("action")}; }},
    {"request_opened", [](Fields& f) -> Fact { return RequestOpened{request(f), tracks(f)}; }},
    {"request_failed", [](Fields& f) -> Fact {
      return RequestFailed{request(f), f.text("name"), f.text_or_none("message"), f.text_or_none("constraint"),
                           f.number("elapsed_ms", 0, most_ms), f.flag("activated", true)}; }},
    {"track_ended", [](Fields& f) -> Fact { return TrackEnded{track(f)}; }},
    {"track_muted", [](Fields& f) -> Fact { return TrackMuted{track(f)}; }},
    {"track_unmuted", [](Fields& f) -> Fact { return TrackUnmuted{track(f)}; }},
    {"level", [](Fields& f) -> Fact {
      return Level{f.real_or_null("dbfs"), f.flag("valid"), f.number("span_ms", 0, most_ms), f.flag("behind_mute", false),
                   f.flag("starved", false)}; }},
    {"page_changed", [](Fields& f) -> Fact {
      return PageChanged{f.flag("visible"), f.flag("focused"), f.flag("frozen", false), f.flag("restored", false),
                         f.number("slept_ms", 0, most_ms, 0)}; }},
    {"timer_fired", [](Fields& f) -> Fact { return TimerFired{f.word<Timer>("timer")}; }},
    {"recovery_cancelled", [](Fields& f) -> Fact {
      return RecoveryCancelled{media_kind(f), any_request(f), f.number("elapsed_ms", 0, most_ms, stored_answer_ms)}; }},
    {"recovery_streamed", [](Fields& f) -> Fact { return RecoveryStreamed{tracks(f), any_request(f)}; }},
    {"stream_attached", [](Fields& f) -> Fact { return StreamAttached{tracks(f)}; }},
    {"audio_context", [](Fields& f) -> Fact {
      return AudioContextChanged{f.word<AudioContextState>("state"), f.text_or_none("session_type")}; }},
    {"network_tested", [](Fields& f) -> Fact {
      return NetworkTested{f.flag("udp"), f.flag("relay"), f.flag("server_reflexive"), f.number("elapsed_ms", 0, most_ms, 0)}; }},
    {"chat_changed", [](Fields& f) -> Fact { return ChatChanged{f.word<ChatState>("state")}; }},
    {"frames", [](Fields& f) -> Fact {
      return Frames{track(f), f.number("frames", 0, most_number), f.number("span_ms", 0, most_ms), f.flag("valid", true)}; }},
    {"stream_detached", [](Fields&) -> Fact { return StreamDetached{}; }},
    {"output_changed", [](Fields& f) -> Fact { return OutputChanged{f.flag("blocked")}; }},
    {"media_session", [](Fields& f) -> Fact {
      return MediaSessionActed{f.word<MediaSessionAction>("action"), f.flag("activating", false)}; }},
    {"remembered", [](Fields& f) -> Fact {
      return Remembered{media_kind(f), f.flag("asked"), f.number("dismissals", 0, most_count), f.number("ignores", 0, most_count)}; }},
    {"notifications_answered", [](Fields& f) -> Fact {
      return NotificationsAnswered{f.word<Permission>("state"), f.number("elapsed_ms", 0, most_ms, 0)}; }},
    {"recovery_failed", [](Fields& f) -> Fact {
      return RecoveryFailed{media_kind(f), any_request(f), f.text("name"), f.text_or_none("message")}; }},
    {"track_stopped", [](Fields& f) -> Fact { return TrackStopped{track(f)}; }},
    {"track_switched", [](Fields& f) -> Fact { return TrackSwitched{track(f), f.flag("on")}; }},
    {"host_failed", [](Fields& f) -> Fact {
      return HostFailed{kinds(f), f.text("name"), f.text_or_none("message"), f.text_or_none("constraint")}; }},
    {"far_end_reported", [](Fields& f) -> Fact { return FarEndReported{f.word<FarEnd>("state")}; }},
});
// clang-format on
static_assert(rows.size() == std::variant_size_v<Fact>, "every fact has a row");

}  // namespace

ReadFact read_fact(const Value& line) {
  Fields fields{line};
  const std::string_view name = fields.text("fact");
  if (!fields.problem().empty()) return {{}, fields.problem()};
  for (const FactRow& row : rows) {
    if (row.name != name) continue;
    Fact fact = row.read(fields);
    return {std::move(fact), fields.problem()};
  }
  fields.unknown("fact", name);
  return {{}, fields.problem()};
}

void write_fact_names(JsonText& out) {
  out.open('[');
  for (const FactRow& row : rows) out.text(row.name);
  out.close(']');
}

}  // namespace earshot
