// What a site changes of the core's answers: its own help page for a cause, the buttons, the words for a
// voice agent.
#include <algorithm>
#include <array>
#include <random>
#include "answers.hpp"
#include "boundary/config/config.hpp"
#include "boundary/machine.hpp"
#include "causes.hpp"
#include "model/any_fact.hpp"

using namespace earshot;

namespace {

const std::string arrive =
    R"({"fact":"environment","engine":"chromium","browser":"chrome","os":"linux","recovery":["microphone"]})";
const std::string denied = R"({"fact":"permission_read","kind":"microphone","state":"denied","live":false})";
const std::string granted = R"({"fact":"permission_read","kind":"microphone","state":"granted","live":true})";
const std::string press = R"({"fact":"pressed","action":"orb"})";
const std::string fails =
    R"({"fact":"request_failed","request":1,"name":"NotAllowedError","message":"Permission denied","elapsed_ms":3})";

// The answer to the last of `lines`.
Json last_answer(const std::string& config, std::initializer_list<std::string> lines, bool whole = true) {
  Machine machine;
  REQUIRE(parse_json(machine.configure(config)).value->at("problems").empty());
  std::string text;
  for (const std::string& line : lines) text = whole ? machine.dispatch_whole(line) : machine.dispatch(line);
  Json answer = *parse_json(text).value;
  REQUIRE_FALSE(answer.contains("refused"));
  return answer;
}

Json blocked_view(const std::string& config) {
  return last_answer(config, {arrive, denied, press, fails})["view"];
}

// `instructions` of the last message in an answer, if any.
std::string told(const Json& answer) {
  std::string out = "no message";
  for (const Json& effect : answer["effects"])
    if (effect.value("event", "") == "message")
      out = effect["detail"].value("instructions", "no instructions");
  return out;
}

std::string only_problem(const std::string& text) {
  const Json problems = answer_to(text)["problems"];
  REQUIRE(problems.size() == 1);
  return problems[0].dump();
}

const std::string seed = "If you detect that mic access is denied, tell the user: {title} {steps}";

}  // namespace

TEST_CASE("without a wish the view is the core's, and there is no help page") {
  const Json view = blocked_view("{}");
  CHECK(view["support"] == "");
  CHECK(view["recovery"] == "microphone");
  CHECK(view["actions"].dump() == R"(["recover","try_again","open_chat","dismiss","show_where"])");
}

TEST_CASE("the site's help page stands beside its cause, or beside any other one") {
  CHECK(blocked_view(R"({"support":{"blocked_for_site":"/help#blocked","default":"/help"}})")["support"] ==
        "/help#blocked");
  CHECK(blocked_view(R"({"support":{"no_device":"/help#none","default":"tel:+4930123456"}})")["support"] ==
        "tel:+4930123456");
  CHECK(blocked_view(R"({"support":{"no_device":"/help#none"}})")["support"] == "");
  CHECK(blocked_view(R"({"support":"/help"})")["support"] == "/help");
  CHECK(last_answer(R"({"support":"/help"})", {arrive})["view"]["support"] == "");  // nothing is wrong
}

TEST_CASE("the help page follows the cause") {
  const std::string refused =
      R"({"fact":"request_failed","request":1,"name":"NotAllowedError","message":"Permission denied","elapsed_ms":3000})";
  const std::string config = R"({"support":{"denied":"/denied","blocked_for_site":"/blocked"}})";
  CHECK(last_answer(config, {arrive, press, refused}, false)["view"]["support"] == "/denied");
  CHECK(last_answer(config, {arrive, denied, press, fails}, false)["view"]["support"] == "/blocked");
}

TEST_CASE("a link leads to a page, never to a script or by mistake to another site") {
  for (const char* good : {"https://example.com/help", "HTTP://example.com", "mailto:help@example.com",
                           "tel:+4930123456", "/", "/help?a=b#c"}) {
    const std::string address = good;
    CAPTURE(address);
    CHECK(answer_to(Json{{"support", {{"default", address}}}}.dump())["problems"].empty());
  }
  for (const char* bad :
       {"", "help", "//example.com", "/\\example.com", "/\t/example.com", "\\\\example.com",
        "javascript:alert(1)", "java\nscript:x", " https://example.com", "https:", "https:help", "http://",
        "mailto:", "data:text/html,x", "ftp://example.com", "https://example.com/a b"}) {
    const std::string address = bad;
    CAPTURE(address);
    const ReadConfig read = read_config(Json{{"support", {{"denied", address}}}}.dump());
    CHECK(answer_of(read)["problems"][0]["path"] == "/support/denied");
    CHECK(answer_of(read)["problems"][0]["problem"] == "not an address");
    CHECK(answer_of(read)["config"]["support"].empty());
  }
  CHECK(
      only_problem(R"({"support":{"deni":"/x"}})") ==
      R"({"path":"/support/deni","problem":"unknown option","expected":"\"default\" or a cause: see `earshot vocabulary`","nearest":"denied"})");
  CHECK(only_problem(R"({"support":{"none":"/x"}})").find("unknown option") != std::string::npos);
  CHECK(only_problem(R"({"support":{"denied":7}})").find("wrong type") != std::string::npos);
  CHECK(only_problem(R"({"support":7})").find("wrong type") != std::string::npos);
  CHECK(answer_to(Json{{"support", "/" + std::string(2000, 'x')}}.dump())["config"]["support"].empty());
}

TEST_CASE("buttons are hidden, and what belongs to them with them") {
  const Json view = blocked_view(R"({"actions":{"hide":["recover","show_where"]}})");
  CHECK(view["actions"].dump() == R"(["try_again","open_chat","dismiss"])");
  CHECK(view["recovery"] == "");
}

TEST_CASE("named buttons come first, in the order in which they are named, the others as the core has them") {
  const Json view = blocked_view(R"({"actions":{"order":["open_chat","hear","show_where"]}})");
  CHECK(view["actions"].dump() == R"(["open_chat","show_where","recover","try_again","dismiss"])");
  CHECK(view["recovery"] == "microphone");
  CHECK(
      blocked_view(R"({"actions":{"hide":["recover"],"order":["dismiss","recover","open_chat"]}})")["actions"]
          .dump() == R"(["dismiss","open_chat","try_again","show_where"])");
}

TEST_CASE("where nobody can be written to, nobody is offered to write") {
  const std::string nobody = R"({"chat":{"transport":"none"}})";
  CHECK(last_answer(nobody, {arrive})["view"]["actions"].dump() == R"(["orb"])");
  CHECK(blocked_view(nobody)["actions"].dump().find("open_chat") == std::string::npos);
  const std::string lacks_media =
      R"({"fact":"environment","engine":"chromium","browser":"chrome","os":"linux","version":156,"media_devices":false})";
  const Json view = last_answer(nobody, {lacks_media, press})["view"];
  CHECK(view["steps"].dump() == R"(["open_in_other_browser"])");
  for (const char* config :
       {R"({"chat":{"transport":"none","links":[{"href":"/contact","text":"Contact"}]}})",
        R"({"chat":{"transport":"host"}})", "{}"})
    CHECK(last_answer(config, {arrive})["view"]["actions"].dump() == R"(["orb","open_chat"])");
}

TEST_CASE("the orb is no button of the row: what it does stays") {
  CHECK(last_answer(R"({"actions":{"order":["open_chat","orb"]}})", {arrive})["view"]["actions"].dump() ==
        R"(["orb","open_chat"])");
}

TEST_CASE("an arranged view is told when it changes, and only then") {
  Machine machine;
  machine.configure(R"({"actions":{"hide":["cannot_see_prompt"]},"support":"/help"})");
  machine.dispatch(arrive);
  machine.dispatch(press);
  CHECK_FALSE(parse_json(machine.dispatch(R"({"fact":"devices_read","microphones":1,"cameras":0})"))
                  .value->contains("view"));
}

TEST_CASE("what is hidden still works where the page presses it") {
  Machine machine;
  machine.configure(R"({"actions":{"hide":["mute"]}})");
  for (const std::string& line :
       {arrive, press, granted,
        std::string{R"({"fact":"request_opened","request":1,"tracks":[{"kind":"microphone","track":1}]})"}})
    machine.dispatch(line);
  CHECK(
      parse_json(machine.dispatch(R"({"fact":"pressed","action":"mute"})")).value->at("view")["microphone"] ==
      "muted");
}

TEST_CASE("what may be the only way on cannot be hidden") {
  for (const char* name : {"open_chat", "orb", "try_again", "end", "unmute", "dismiss"}) {
    const std::string action = name;
    CAPTURE(action);
    const ReadConfig read = read_config(Json{{"actions", {{"hide", Json::array({action, "mute"})}}}}.dump());
    CHECK(
        answer_of(read)["problems"].dump() ==
        R"([{"path":"/actions/hide/0","problem":"cannot be hidden: it may be the only way on","expected":"another action"}])");
    CHECK(answer_of(read)["config"]["actions"]["hide"].dump() == R"(["mute"])");
  }
}

TEST_CASE(
    "whatever happens, a view with everything hidden that can be has a way on, and nothing the core did not offer") {
  Json hide = Json::array(), order = Json::array();
  for (std::size_t n = count_of<Action>(); n-- > 0;) {
    const auto action = static_cast<Action>(n);
    order.push_back(name_of(action));
    if (can_be_hidden(action)) hide.push_back(name_of(action));
  }
  const ReadConfig hidden = read_config(Json{{"actions", {{"hide", hide}, {"order", order}}}}.dump());
  const ReadConfig ordered = read_config(Json{{"actions", {{"order", order}}}}.dump());
  REQUIRE(answer_of(hidden)["problems"].empty());
  std::mt19937 random{20'261};
  std::array<std::uint8_t, 32> dice{};
  const auto roll = [&] {
    for (std::uint8_t& byte : dice) byte = static_cast<std::uint8_t>(random());
    return Bytes{dice.data(), dice.size()};
  };
  for (int walk = 0; walk < 100; ++walk) {
    Bytes page = roll();
    State state = any_start(page);
    for (int step = 0; step < 300; ++step) {
      Bytes bytes = roll();
      state = reduce(state, any_fact(bytes, state)).state;
      const Verdicts verdicts = diagnose(state);
      const View whole = view(state, verdicts);
      const View left = shown_with(hidden.custom, state, verdicts).view;
      REQUIRE_FALSE(left.actions.empty());
      for (const Action action : left.actions)
        REQUIRE(std::count(whole.actions.begin(), whole.actions.end(), action) == 1);
      const View turned = shown_with(ordered.custom, state, verdicts).view;
      REQUIRE(std::is_permutation(turned.actions.begin(), turned.actions.end(), whole.actions.begin(),
                                  whole.actions.end()));
      REQUIRE((turned.actions[0] == Action::orb) >= (whole.actions[0] == Action::orb));
    }
  }
}

TEST_CASE("a mistake in the buttons is named, and costs only itself") {
  CHECK(
      only_problem(R"({"actions":{"hide":["mut"]}})") ==
      R"({"path":"/actions/hide/0","problem":"unknown value","expected":"an action: see `earshot vocabulary`","nearest":"mute"})");
  CHECK(only_problem(R"({"actions":{"order":["end",4]}})")
            .find(R"("path":"/actions/order/1","problem":"wrong type")") != std::string::npos);
  CHECK(
      only_problem(R"({"actions":{"hid":[]}})") ==
      R"({"path":"/actions/hid","problem":"unknown option","expected":"one of \"hide\", \"order\"","nearest":"hide"})");
  CHECK(only_problem(R"({"actions":{"hide":"mute"}})").find("a list of actions") != std::string::npos);
  CHECK(only_problem(R"({"actions":["mute"]})").find("an object with") != std::string::npos);
  CHECK(
      answer_to(R"({"actions":{"order":["end","end","mute","end"]}})")["config"]["actions"]["order"].dump() ==
      R"(["end","mute"])");
}

TEST_CASE(
    "a voice agent is told what the site wrote, placeholders and all, while something keeps the visitor from being heard") {
  const std::string config = Json{{"instructions", seed}}.dump();
  CHECK(told(last_answer(config, {arrive, press, fails})) == seed);
  CHECK(told(last_answer("{}", {arrive, press, fails})) == "");
  CHECK(told(last_answer(config, {arrive})) == "");          // nothing is wrong
  CHECK(told(last_answer(config, {arrive, denied})) == "");  // and before a press nobody is there to be told
}

TEST_CASE("words for one cause win over those for any, and empty ones say nothing") {
  Message blocked{.state = Orb::blocked, .microphone = Medium::blocked, .microphone_cause = C::denied};
  const auto words = [](const char* config, const Message& message) {
    return std::string{instructions_for(read_config(config).custom, message)};
  };
  CHECK(words(R"({"instructions":{"denied":"Say it is denied.","default":"Help."}})", blocked) ==
        "Say it is denied.");
  CHECK(words(R"({"instructions":{"silent":"Say it is silent.","default":"Help."}})", blocked) == "Help.");
  CHECK(words(R"({"instructions":{"denied":"","default":"Help."}})", blocked) == "");
  CHECK(words(R"({"instructions":{"silent":"Say it is silent."}})", blocked) == "");
  blocked.camera_cause = C::no_device;
  CHECK(words(R"({"instructions":{"no_device":"No camera."}})", blocked) == "No camera.");
  CHECK(words(R"({"instructions":{"no_device":"No camera.","denied":"Denied."}})", blocked) == "Denied.");
}

TEST_CASE(
    "what costs neither sound nor picture is worth words only where its cause is named; over a chat or after the end there are none") {
  const auto words = [](const char* config, const Message& message) {
    return std::string{instructions_for(read_config(config).custom, message)};
  };
  const Message quiet{
      .state = Orb::live, .heard = true, .microphone = Medium::live, .microphone_cause = C::low_level};
  CHECK(words(R"({"instructions":"Help."})", quiet) == "");
  CHECK(words(R"({"instructions":{"low_level":"Ask them to come closer."}})", quiet) ==
        "Ask them to come closer.");
  const Message dark{.state = Orb::live_audio_only,
                     .heard = true,
                     .microphone = Medium::live,
                     .camera = Medium::lost,
                     .camera_cause = C::revoked};
  CHECK(words(R"({"instructions":"Help."})", dark) == "Help.");
  for (const Orb state : {Orb::starting, Orb::idle, Orb::chatting, Orb::ended})
    CHECK(words(R"({"instructions":"Help."})", {.state = state, .microphone_cause = C::revoked}) == "");
}

TEST_CASE("instructions are checked like sentences, and may hold what the visitor reads") {
  CHECK(
      answer_to(
          Json{{"instructions", seed + " {host} {browser} {device} {company} {address}"}}.dump())["problems"]
          .empty());
  CHECK(
      only_problem(R"({"instructions":{"denied":"{titel}"}})") ==
      R"({"path":"/instructions/denied","problem":"unknown placeholder {titel}","expected":"one of \"{title}\", \"{steps}\", \"{host}\", \"{browser}\", \"{device}\", \"{company}\", \"{address}\"","nearest":"{title}"})");
  CHECK(only_problem(R"({"instructions":"Say <b>no</b>."})")
            .find(R"("path":"/instructions","problem":"markup")") != std::string::npos);
  CHECK(only_problem(R"({"instructions":{"denyed":"x"}})").find(R"("nearest":"denied")") !=
        std::string::npos);
  CHECK(only_problem(R"({"instructions":{"denied":null}})").find("words as text") != std::string::npos);
  CHECK(answer_to(Json{{"instructions", std::string(2001, 'x')}}.dump())["config"]["instructions"].empty());
}
