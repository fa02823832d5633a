#include "boundary/wire.hpp"
#include <doctest/doctest.h>
#include <algorithm>
#include <string>
#include <utility>
#include "answers.hpp"
#include "boundary/machine.hpp"

using namespace earshot;

namespace {

Json answer_to(Machine& machine, const std::string& line) {
  return *parse_json(machine.dispatch(line)).value;
}

std::string refusal_of_line(const std::string& line) {
  Machine machine;
  machine.dispatch(R"({"fact":"environment","engine":"chromium"})");
  const State before = machine.state();
  std::string reason = answer_to(machine, line).value("refused", "");
  if (!reason.empty()) CHECK(machine.state() == before);  // a refused line changes nothing
  return reason;
}

}  // namespace

TEST_CASE("a line that is not understood is refused with a reason, and nothing changes") {
  CHECK(refusal_of_line("") == "not JSON from column 1");
  CHECK(refusal_of_line("{\"fact\":\"pressed\",}") == "not JSON from column 19");
  CHECK(refusal_of_line("{\"fact\":\"pressed\",\"action\":\"or") == "not JSON from column 31");
  CHECK(refusal_of_line("[1]") == "not a JSON object");
  CHECK(refusal_of_line("{}") == "\"fact\" is missing");
  CHECK(refusal_of_line(R"({"fact":7})") == "\"fact\" must be text");
  CHECK(refusal_of_line(R"({"fact":"presed","action":"orb"})") ==
        "\"fact\" is \"presed\", which is not a name this core knows");
  CHECK(refusal_of_line(R"({"fact":"pressed"})") == "\"action\" is missing");
  CHECK(refusal_of_line(R"({"fact":"pressed","action":"jump"})") ==
        "\"action\" is \"jump\", which is not a name this core knows");
  CHECK(refusal_of_line(R"({"fact":"permission_read","kind":"microphone","state":true})") ==
        "\"state\" must be text");
  CHECK(refusal_of_line(R"({"fact":"devices_read","microphones":1.5,"cameras":0})") ==
        "\"microphones\" must be a whole number from 0 to 10000");
  CHECK(refusal_of_line(R"({"fact":"devices_read","microphones":-1,"cameras":0})") ==
        "\"microphones\" must be a whole number from 0 to 10000");
  CHECK(refusal_of_line(R"({"fact":"devices_read","microphones":99999999999999999999,"cameras":0})") ==
        "\"microphones\" must be a whole number from 0 to 10000");
  CHECK(refusal_of_line(R"({"fact":"level","dbfs":"loud","valid":true,"span_ms":1})") ==
        "\"dbfs\" must be a number or null");
  CHECK(refusal_of_line(R"({"fact":"request_opened","request":1,"tracks":[{"kind":"microphone"}]})") ==
        "\"tracks\" holds a track whose \"track\" is missing");
  CHECK(refusal_of_line(R"({"fact":"environment","policy":{"microphone":"no"}})") ==
        "\"policy\" must hold true, false or null");
  CHECK(refusal_of_line(R"({"fact":"environment","recovery":["magic"]})") ==
        "\"recovery\" holds a name this core does not know");
  CHECK(refusal_of_line(R"({"t":-1,"fact":"pressed","action":"orb"})") ==
        "\"t\" must be a whole number of milliseconds");
  CHECK(refusal_of_line(R"({"t":1.5,"fact":"pressed","action":"orb"})") ==
        "\"t\" must be a whole number of milliseconds");
}

TEST_CASE("numbers that are none are refused") {
  for (const char* value : {"NaN", "Infinity", "-Infinity", "1e999", "0x10", "01"}) {
    CAPTURE(value);
    CHECK_FALSE(
        refusal_of_line(std::string{R"({"fact":"level","valid":true,"span_ms":250,"dbfs":)"} + value + "}")
            .empty());
  }
}

TEST_CASE("a megabyte of text and a hundred thousand brackets are refused without harm") {
  CHECK(refusal_of_line(R"({"fact":"request_failed","request":1,"elapsed_ms":1,"name":")" +
                        std::string(1 << 20, 'x') + "\"}") == "the line is longer than 65536 bytes");
  const std::string too_deep = "nested deeper than 16 levels";
  CHECK(refusal_of_line(std::string(60'000, '[')) == too_deep);
  CHECK(refusal_of_line(std::string(100'000, '[')) == "the line is longer than 65536 bytes");
  // Also where nobody would look at it.
  CHECK(refusal_of_line(R"({"fact":"pressed","action":"orb","more":)" + std::string(30'000, '[') +
                        std::string(30'000, ']') + "}") == too_deep);
  CHECK(refusal_of_line(R"({"fact":"pressed","action":"orb","more":)" + std::string(15, '[') +
                        std::string(15, ']') + "}")
            .empty());
}

TEST_CASE("text that is not UTF-8 is refused") {
  CHECK_FALSE(refusal_of_line("{\"fact\":\"pressed\",\"action\":\"\xff\xfe\"}").empty());
}

TEST_CASE("members that a newer page may add are ignored") {
  Machine machine;
  CHECK_FALSE(answer_to(machine, R"({"fact":"pressed","action":"orb","pressure":0.5})").contains("refused"));
}

TEST_CASE("an answer repeats t, and has view and verdict only when they changed") {
  Machine machine;
  const Json first = answer_to(
      machine, R"({"t":12,"fact":"environment","engine":"chromium","browser":"chrome","os":"linux"})");
  CHECK(first["t"] == 12);
  CHECK(first["view"]["orb"] == "idle");
  CHECK(first["verdict"]["microphone"]["cause"] == "none");
  const Json second = answer_to(machine, R"({"t":13,"fact":"devices_read","microphones":1,"cameras":0})");
  CHECK_FALSE(second.contains("view"));
  CHECK_FALSE(second.contains("verdict"));
  CHECK(second["effects"].empty());
  CHECK(parse_json(machine.dispatch_whole(R"({"t":14,"fact":"devices_read","microphones":1,"cameras":0})"))
            .value->contains("view"));
}

TEST_CASE("an answer names the tracks that are held, when they change") {
  Machine machine;
  machine.configure(R"({"media":["microphone","camera"]})");
  const auto tracks = [&](const std::string& line) {
    return answer_to(machine, line).value("tracks", Json{});
  };
  CHECK(tracks(R"({"fact":"environment","engine":"chromium"})").is_null());
  CHECK(tracks(R"({"fact":"pressed","action":"orb"})").is_null());
  // A second microphone of the same stream is nobody's, and no order to close it could name it.
  CHECK(
      tracks(
          R"({"fact":"request_opened","request":1,"tracks":[{"kind":"microphone","track":7},{"kind":"microphone","track":8},{"kind":"camera","track":9}]})")
          .dump() == "[7,9]");
  CHECK(tracks(R"({"fact":"pressed","action":"mute"})").is_null());
  CHECK(tracks(R"({"fact":"request_opened","request":1,"tracks":"[{}]"})").is_null());
  CHECK(tracks(R"({"fact":"track_ended","track":7})").dump() == "[9]");
  CHECK(
      parse_json(machine.dispatch_whole(R"({"fact":"track_muted","track":9})")).value->at("tracks").dump() ==
      "[9]");
  CHECK(tracks(R"({"fact":"pressed","action":"end"})").dump() == "[]");
  CHECK(tracks(R"({"fact":"stream_attached","tracks":[{"kind":"microphone","track":10}]})").is_null());
}

TEST_CASE("an open order says what it asks for") {
  Machine machine;
  machine.configure(R"({"media":["microphone","camera"]})");
  machine.dispatch(R"({"fact":"environment","engine":"chromium"})");
  const Json answer = answer_to(machine, R"({"fact":"pressed","action":"orb"})");
  CHECK(answer["effects"][0].dump() ==
        R"({"effect":"open","request":1,"kinds":["microphone","camera"],"devices":[]})");
}

TEST_CASE("every name in the vocabulary is there once") {
  const Json all = *parse_json(vocabulary()).value;
  CHECK(all["Title"].size() == count_of<Title>());
  CHECK(all["Cause"].size() == count_of<Cause>());
  CHECK(all["Pointer"][0] == "");
  CHECK(all["Pointer"][1] == "top-left");
  for (const auto& entry : all.items()) {
    CAPTURE(entry.key());
    const Json& names = entry.value();
    for (std::size_t n = 0; n < names.size(); ++n)
      for (std::size_t m = 0; m < n; ++m) CHECK(names[n] != names[m]);
  }
}

namespace {

template <std::size_t... N>
void check_effect_names(const Json& known, std::index_sequence<N...>) {
  const auto check = [&](const Effect& effect) {
    const std::string name = json_of(effect).value("effect", "");
    CHECK_MESSAGE(std::find(known.begin(), known.end(), name) != known.end(), name);
  };
  (check(Effect{std::in_place_index<N>}), ...);
}

}  // namespace

TEST_CASE("every effect is written under a name of the vocabulary") {
  const Json all = *parse_json(vocabulary()).value;
  check_effect_names(all["Effect"], std::make_index_sequence<std::variant_size_v<Effect>>{});
}
