#include "boundary/machine.hpp"
#include "boundary/config/config.hpp"
#include "boundary/wire.hpp"
#include "core/decide/diagnose.hpp"

namespace earshot {
namespace {

constexpr std::int64_t most_t = 9'007'199'254'740'991;  // what a page's numbers hold exactly

// As far as the line said when it was.
JsonText begin(const Value& t) {
  JsonText out;
  out.open('{');
  if (t.is_there()) out.member("t", t.whole());
  return out;
}

std::string refuse(const Value& t, std::string_view reason) {
  return begin(t).member("refused", reason).close('}').take();
}

// Of the microphone and of the camera that are held; 0 is no track.
std::array<TrackId, 2> tracks_of(const State& s) { return {s.microphone.track.id, s.camera.track.id}; }

}  // namespace

std::string Machine::configure(const std::string& text) {
  ReadConfig read = read_config(text);
  state_.settings = read.settings;
  verdicts_ = diagnose(state_);
  custom_ = std::move(read.custom);
  return std::move(read.answer);
}

std::string Machine::dispatch(const std::string& line) { return answer(line, false); }
std::string Machine::dispatch_whole(const std::string& line) { return answer(line, true); }

std::string Machine::answer(const std::string& text, bool whole) {
  if (text.size() > longest_line) return refuse({}, "the line is longer than 65536 bytes");
  const Document document = read_json(text);
  const Value& line = document.root();
  if (!line.is_there()) return refuse({}, document.wrong());
  if (!line.is(Kind::object)) return refuse({}, "not a JSON object");

  const Value& t = line["t"];
  if (t.is_there() && !(t.is(Kind::natural) && t.whole() >= 0 && t.whole() <= most_t))
    return refuse({}, "\"t\" must be a whole number of milliseconds");
  const ReadFact read = read_fact(line);
  if (!read.refused.empty()) return refuse(t, read.refused);

  Next next = reduce(state_, verdicts_, read.fact);
  state_ = next.state;
  verdicts_ = next.verdicts;
  JsonText out = begin(t);
  // The page stops whatever else it holds, so that nothing is recorded that this core does not know of.
  if (const auto tracks = tracks_of(state_); whole || tracks != told_tracks_) {
    out.key("tracks").open('[');
    for (const TrackId track : tracks)
      if (track != 0) out.number(track);
    out.close(']');
    told_tracks_ = tracks;
  }
  out.key("effects").open('[');
  for (const Effect& effect : next.effects) {
    const auto* told = std::get_if<TellMessage>(&effect);
    write(out, effect, told ? instructions_for(custom_, told->message) : std::string_view{});
  }
  out.close(']');
  if (Shown now = shown_with(custom_, state_, verdicts_); whole || now != shown_) {
    write_open(out.key("view"), now.view);
    out.member("support", now.support).close('}');
    shown_ = std::move(now);
  }
  const bool notifies = state_.settings.notifications;
  Verdicts telling = verdicts_;
  if (!notifies) telling.notifications = {};
  if (whole || telling != told_verdicts_) {
    out.key("verdict").open('{');
    write(out.key("microphone"), telling.microphone);
    write(out.key("camera"), telling.camera);
    if (notifies) write(out.key("notifications"), telling.notifications);
    out.close('}');
    told_verdicts_ = telling;
  }
  return out.close('}').take();
}

}  // namespace earshot
