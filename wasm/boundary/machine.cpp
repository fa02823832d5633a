#include "boundary/machine.hpp"
#include "boundary/config/config.hpp"
#include "boundary/wire.hpp"
#include "core/decide/diagnose.hpp"

namespace earshot {
namespace {

constexpr std::int64_t most_t = 9'007'199'254'740'991;  // what a page's numbers hold exactly

std::string refuse(const Json& t, const std::string& reason) {
  Json out = Json::object();
  if (!t.is_null()) out["t"] = t;
  out["refused"] = reason;
  // A name we quote back may hold anything that parsed; it is valid UTF-8 by then.
  return out.dump();
}

// Of the microphone and of the camera that are held; 0 is no track.
std::array<TrackId, 2> tracks_of(const State& s) { return {s.microphone.track.id, s.camera.track.id}; }

Json to_json(const std::array<TrackId, 2>& tracks) {
  Json out = Json::array();
  for (const TrackId track : tracks)
    if (track != 0) out.push_back(track);
  return out;
}

}  // namespace

std::string Machine::configure(const std::string& text) {
  ReadConfig read = read_config(text);
  state_.settings = read.settings;
  verdicts_ = diagnose(state_);
  custom_ = std::move(read.custom);
  return read.answer.dump();
}

std::string Machine::dispatch(const std::string& line) { return answer(line, false); }
std::string Machine::dispatch_whole(const std::string& line) { return answer(line, true); }

std::string Machine::answer(const std::string& text, bool whole) {
  if (text.size() > longest_line) return refuse(nullptr, "the line is longer than 65536 bytes");
  const Parsed parsed = parse_json(text);
  if (!parsed.value) return refuse(nullptr, parsed.error);
  const Json& line = *parsed.value;
  if (!line.is_object()) return refuse(nullptr, "not a JSON object");

  Json t;
  if (const auto found = line.find("t"); found != line.end()) {
    const bool good =
        found->is_number_unsigned() && found->get<std::uint64_t>() <= static_cast<std::uint64_t>(most_t);
    if (!good) return refuse(nullptr, "\"t\" must be a whole number of milliseconds");
    t = *found;
  }
  const std::variant<Fact, Refused> read = read_fact(line);
  if (const Refused* refused = std::get_if<Refused>(&read)) return refuse(t, refused->reason);

  Next next = reduce(state_, verdicts_, std::get<Fact>(read));
  state_ = next.state;
  verdicts_ = next.verdicts;
  Json out = Json::object();
  if (!t.is_null()) out["t"] = t;
  // The page stops whatever else it holds, so that nothing is recorded that this core does not know of.
  if (const auto tracks = tracks_of(state_); whole || tracks != told_tracks_) {
    out["tracks"] = to_json(tracks);
    told_tracks_ = tracks;
  }
  out["effects"] = Json::array();
  for (const Effect& effect : next.effects) {
    Json order = to_json(effect);
    if (const TellMessage* told = std::get_if<TellMessage>(&effect))
      order["detail"]["instructions"] = instructions_for(custom_, told->message);
    out["effects"].push_back(std::move(order));
  }
  if (Shown now = shown_with(custom_, state_, verdicts_); whole || now != shown_) {
    out["view"] = to_json(now.view);
    out["view"]["support"] = now.support;
    shown_ = std::move(now);
  }
  const bool notifies = state_.settings.notifications;
  Verdicts telling = verdicts_;
  if (!notifies) telling.notifications = {};
  if (whole || telling != told_verdicts_) {
    out["verdict"] = {{"microphone", to_json(telling.microphone)}, {"camera", to_json(telling.camera)}};
    if (notifies) out["verdict"]["notifications"] = to_json(telling.notifications);
    told_verdicts_ = telling;
  }
  return out.dump();
}

}  // namespace earshot
