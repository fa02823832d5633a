#include "tool/replay.hpp"
#include <algorithm>
#include <ostream>
#include <vector>
#include "boundary/machine.hpp"
#include "tool/expect.hpp"

namespace earshot {
namespace {

struct Due {
  std::int64_t at;
  std::string timer;
};

class Player {
 public:
  Player(Print print, std::ostream& out) : print_(print), out_(out) {}

  // One line of a trace; the reason when it cannot be played.
  std::optional<std::string> play(const Json& line) {
    if (line.contains("about")) return std::nullopt;
    if (line.contains("fact")) return feed(line);
    if (line.contains("effects") || line.contains("refused") || line.contains("problems"))
      return std::nullopt;  // an earlier answer
    if (line.contains("config")) return configure(line["config"]);
    if (line.contains("advance")) return advance(line["advance"]);
    return "neither config, fact, advance nor expect";
  }

  const Json& answer() const { return answer_; }

 private:
  std::optional<std::string> configure(const Json& config) {
    if (started_) return "config after the first fact";
    // A configuration that was not JSON stands in the trace as the text it was.
    const std::string problems =
        machine_.configure(config.is_string() ? config.get<std::string>() : config.dump());
    if (print_ == Print::wire) out_ << Json{{"config", config}}.dump() << '\n' << problems << '\n';
    answer_ = *parse_json(problems).value;
    return std::nullopt;
  }

  std::optional<std::string> feed(const Json& line) {
    if (const auto t = line.find("t"); t != line.end() && t->is_number_integer())
      now_ = std::max(now_, t->get<std::int64_t>());
    answer_ = give(line);
    return std::nullopt;
  }

  std::optional<std::string> advance(const Json& by) {
    if (!by.is_number_unsigned()) return "\"advance\" must be a whole number of milliseconds";
    const std::int64_t until = now_ + by.get<std::int64_t>();
    Json together{{"effects", Json::array()}};
    for (;;) {
      const auto next =
          std::min_element(due_.begin(), due_.end(), [](const Due& a, const Due& b) { return a.at < b.at; });
      if (next == due_.end() || next->at > until) break;
      now_ = next->at;
      const std::string timer = next->timer;
      due_.erase(next);
      const Json answer = give({{"t", now_}, {"fact", "timer_fired"}, {"timer", timer}});
      for (const auto& [key, value] : answer.items())
        if (key != "effects") together[key] = value;
      for (const Json& effect : answer["effects"]) together["effects"].push_back(effect);
    }
    now_ = until;
    answer_ = together;
    return std::nullopt;
  }

  Json give(const Json& fact) {
    started_ = true;
    const std::string line = fact.dump();
    const std::string text = print_ == Print::wire ? machine_.dispatch(line) : machine_.dispatch_whole(line);
    if (print_ == Print::wire) out_ << line << '\n';
    out_ << text << '\n';
    Json answer = *parse_json(text).value;
    if (!answer.contains("effects")) return answer;  // refused
    for (const Json& effect : answer["effects"]) keep_time(effect);
    // On the wire, what did not change is left out; it is expected all the same.
    for (const char* member : {"tracks", "view", "verdict"}) {
      if (answer.contains(member)) shown_[member] = answer[member];
      else answer[member] = shown_[member];
    }
    return answer;
  }

  void keep_time(const Json& effect) {
    const std::string name = effect.value("effect", "");
    if (name != "set_timer" && name != "cancel_timer") return;
    const std::string timer = effect.value("timer", "");
    due_.erase(std::remove_if(due_.begin(), due_.end(), [&](const Due& d) { return d.timer == timer; }),
               due_.end());
    if (name == "set_timer") due_.push_back({now_ + effect.value("ms", std::int64_t{0}), timer});
  }

  Print print_;
  std::ostream& out_;
  Machine machine_{};
  Json answer_ = Json::object();
  Json shown_ = Json::object();  // the last tracks, view and verdict
  std::vector<Due> due_{};
  std::int64_t now_ = 0;
  bool started_ = false;
};

}  // namespace

int replay(const std::string& trace, const std::string& name, Print print, std::ostream& out,
           std::ostream& errors) {
  Player player{print, out};
  std::size_t number = 0;
  for (std::size_t from = 0; from < trace.size();) {
    const std::size_t end = std::min(trace.find('\n', from), trace.size());
    const std::string text = trace.substr(from, end - from);
    from = end + 1;
    ++number;
    if (text.find_first_not_of(" \t\r") == std::string::npos) continue;
    const std::string place = name + ":" + std::to_string(number);
    const Parsed parsed = parse_json(text);
    if (!parsed.value || !parsed.value->is_object()) {
      errors << place << ":" << std::max<std::size_t>(parsed.error_at, 1) << ": "
             << (parsed.value ? "not a JSON object" : parsed.error) << '\n';
      return replay_malformed;
    }
    const Json& line = *parsed.value;
    if (const auto expected = line.find("expect"); expected != line.end()) {
      if (line.size() != 1 || !expected->is_object()) {
        errors << place << ":1: \"expect\" stands alone in its line, with an object\n";
        return replay_malformed;
      }
      if (const auto wrong = unmet(*expected, player.answer())) {
        errors << place << ": " << *wrong << '\n';
        return replay_unmet;
      }
    } else if (const auto reason = player.play(line)) {
      errors << place << ":1: " << *reason << '\n';
      return replay_malformed;
    }
  }
  return replay_good;
}

}  // namespace earshot
