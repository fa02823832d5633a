#include "tool/replay.hpp"
#include <doctest/doctest.h>
#include <algorithm>
#include <sstream>

using namespace earshot;

namespace {

struct Played {
  int code;
  std::string out;
  std::string errors;
};

Played play(const std::string& trace, Print print = Print::answers) {
  std::ostringstream out, errors;
  const int code = replay(trace, "t.jsonl", print, out, errors);
  return {code, out.str(), errors.str()};
}

const std::string arrive =
    R"({"t":0,"fact":"environment","engine":"chromium","browser":"chrome","os":"linux"})"
    "\n";
const std::string press = R"({"t":5,"fact":"pressed","action":"orb"})"
                          "\n";

}  // namespace

TEST_CASE("a trace prints one whole answer for each fact") {
  const Played played = play(arrive + press);
  CHECK(played.code == replay_good);
  CHECK(std::count(played.out.begin(), played.out.end(), '\n') == 2);
  CHECK(played.out.find(R"("verdict")", played.out.find('\n')) != std::string::npos);
}

TEST_CASE("a met expectation is silent, an unmet one names its line and the difference") {
  CHECK(play(arrive + press +
             R"({"expect":{"view":{"orb":"asking"},"effects":[{"effect":"open"}],"without":["close"]}})")
            .code == replay_good);
  const Played wrong = play(arrive + press + R"({"expect":{"view":{"orb":"live"}}})");
  CHECK(wrong.code == replay_unmet);
  CHECK(wrong.errors == "t.jsonl:3: /view/orb: expected \"live\", got \"asking\"\n");
  CHECK(play(arrive + press + R"({"expect":{"effects":[{"effect":"close"}]}})").code == replay_unmet);
  CHECK(play(arrive + press + R"({"expect":{"without":["open"]}})").code == replay_unmet);
  CHECK(play(arrive + press + R"({"expect":{"view":{"mood":"good"}}})").code == replay_unmet);
}

TEST_CASE("a malformed trace names line and column") {
  const Played played = play(arrive + "{\"t\":1,,}\n");
  CHECK(played.code == replay_malformed);
  CHECK(played.errors == "t.jsonl:2:8: not JSON from column 8\n");
  CHECK(play("[1]\n").errors == "t.jsonl:1:1: not a JSON object\n");
  CHECK(play("{\"nothing\":1}\n").code == replay_malformed);
  CHECK(play(arrive + "{\"expect\":5}\n").code == replay_malformed);
  CHECK(play(R"({"fact":"pressed","action":"orb","expect":{}})"
             "\n")
            .code == replay_malformed);
  CHECK(play(arrive + "{\"advance\":-5}\n").code == replay_malformed);
}

TEST_CASE("a refused fact is an answer that can be expected") {
  CHECK(play(arrive + "{\"fact\":\"presed\"}\n" +
             R"({"expect":{"refused":"\"fact\" is \"presed\", which is not a name this core knows"}})")
            .code == replay_good);
}

TEST_CASE("time moves only when told, and timers fall due in order") {
  const std::string waiting = arrive + press;
  CHECK(play(waiting + "{\"advance\":14999}\n" + R"({"expect":{"without":["announce"]}})").code ==
        replay_good);
  const Played played =
      play(waiting + "{\"advance\":15000}\n" + R"({"expect":{"view":{"title":"prompt_still_open"}}})",
           Print::wire);
  CHECK(played.code == replay_good);
  CHECK(played.out.find(R"({"t":15005,"fact":"timer_fired","timer":"prompt_ignored"})") != std::string::npos);
}

TEST_CASE("answers and remarks in a recorded trace are passed over") {
  CHECK(play("{\"about\":\"x\"}\n" + arrive + "{\"t\":0,\"effects\":[]}\n{\"refused\":\"y\"}\n\n").code ==
        replay_good);
}

TEST_CASE("a configuration counts before the first fact only") {
  CHECK(play("{\"config\":{\"media\":[\"microphone\",\"camera\"]}}\n" + arrive + press +
             R"({"expect":{"view":{"title":"allow_microphone_and_camera"}}})")
            .code == replay_good);
  CHECK(play(arrive + "{\"config\":{}}\n").code == replay_malformed);
  CHECK(
      play(
          R"({"config":"{media"})"
          "\n"
          R"({"expect":{"problems":[{"path":"","problem":"not JSON from column 2","expected":"one JSON object"}]}})")
          .code == replay_good);
}
