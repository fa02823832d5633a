#include "boundary/config/config.hpp"
#include <doctest/doctest.h>
#include "answers.hpp"

using namespace earshot;

namespace {

std::string only_problem(const std::string& text) {
  const Json problems = answer_to(text)["problems"];
  REQUIRE(problems.size() == 1);
  return problems[0].dump();
}

}  // namespace

TEST_CASE("an empty configuration is a voice widget") {
  const ReadConfig read = read_config("{}");
  CHECK(answer_of(read)["problems"].empty());
  CHECK_FALSE(read.settings.camera);
  CHECK(read.settings == Settings{});
  CHECK(
      answer_of(read)["config"].dump() ==
      R"({"media":["microphone"],"chat":{"transport":"host","url":"","origin":"","keep":true,"links":[]},"log":"verdicts","verdicts":"press","language":"",)"
      R"("position":"bottom-right",)"
      R"("theme":"auto","texts":{},"mode":"provide","notifications":false,"remember":false,"media_session":true,)"
      R"("wake_lock":true,"hear_while_muted":false,"host_wait_ms":10000,"company":"","loading":"eager","launcher":"auto","support":{},"actions":{"hide":[],"order":[]},"instructions":{}})");
}

TEST_CASE("a full configuration is taken as it is") {
  const ReadConfig read = read_config(
      R"({"media":["microphone","camera"],"chat":{"transport":"websocket","url":"/chat"},"log":"silent","language":"pt-BR",)"
      R"("position":"inline","theme":"dark","texts":{"en":{"listening":"We hear you."}},"mode":"guard","notifications":true,)"
      R"("remember":true,"media_session":false,"wake_lock":false,"verdicts":"at_once","hear_while_muted":true,"company":"Lindenhof Practice",)"
      R"("support":{"blocked_for_site":"/help#microphone","default":"https://example.com/help"},)"
      R"("actions":{"hide":["copy_link"],"order":["open_chat","audio_only"]},"instructions":{"denied":"{title} {steps}","silent":""}})");
  CHECK(answer_of(read)["problems"].empty());
  CHECK(read.settings == Settings{.camera = true,
                                  .log = false,
                                  .guard = true,
                                  .notifications = true,
                                  .remember = true,
                                  .media_session = false,
                                  .wake_lock = false,
                                  .verdicts_at_once = true,
                                  .hear_while_muted = true});
  const Json config = answer_of(read)["config"];
  CHECK(config["texts"]["en"]["listening"] == "We hear you.");
  CHECK(config["company"] == "Lindenhof Practice");
  CHECK(config["support"].dump() ==
        R"({"blocked_for_site":"/help#microphone","default":"https://example.com/help"})");
  CHECK(config["actions"].dump() == R"({"hide":["copy_link"],"order":["open_chat","audio_only"]})");
  CHECK(config["instructions"].dump() == R"({"denied":"{title} {steps}","silent":""})");
}

TEST_CASE("a misspelt option is named, with the nearest real one, and the rest is kept") {
  const ReadConfig read = read_config(R"({"medai":["camera"],"theme":"dark"})");
  CHECK(answer_of(read)["problems"][0]["path"] == "/medai");
  CHECK(answer_of(read)["problems"][0]["nearest"] == "media");
  CHECK(answer_of(read)["config"]["theme"] == "dark");
}

TEST_CASE("each bad value has its place, what was expected, and costs only itself") {
  CHECK(
      only_problem(R"({"media":["microphone","kamera"]})") ==
      R"({"path":"/media/1","problem":"unknown value","expected":"one of \"microphone\", \"camera\"","nearest":"camera"})");
  CHECK(only_problem(R"({"media":"microphone"})") ==
        R"({"path":"/media","problem":"wrong type","expected":"a list of \"microphone\" and \"camera\""})");
  CHECK(only_problem(R"({"theme":7})") ==
        R"({"path":"/theme","problem":"wrong type","expected":"one of \"auto\", \"light\", \"dark\""})");
  CHECK(only_problem(R"({"remember":"yes"})") ==
        R"({"path":"/remember","problem":"wrong type","expected":"true or false"})");
  CHECK(
      only_problem(R"({"chat":{"transport":"websocket"}})") ==
      R"({"path":"/chat/url","problem":"missing","expected":"the address of the chat's WebSocket, such as \"/chat\""})");
  CHECK(only_problem(R"({"chat":{"url":5}})") ==
        R"({"path":"/chat/url","problem":"wrong type","expected":"an address as text"})");
}

TEST_CASE("a path survives odd names") {
  CHECK(only_problem(R"({"a/b~c":1})").find(R"("path":"/a~1b~0c")") != std::string::npos);
  CHECK(only_problem(R"({"texts":{"a/b":{}}})").find(R"("path":"/texts/a~1b")") != std::string::npos);
}

TEST_CASE("a camera alone is no call: the microphone is added, and the site told") {
  const ReadConfig read = read_config(R"({"media":["camera"]})");
  CHECK(answer_of(read)["problems"].size() == 1);
  CHECK(answer_of(read)["config"]["media"].dump() == R"(["microphone","camera"])");
}

TEST_CASE("what is no JSON object at all gives the defaults and says where it stopped") {
  CHECK(only_problem("{\"media\":[}").find("not JSON from column 11") != std::string::npos);
  CHECK(only_problem("").find("not JSON") != std::string::npos);
  CHECK(only_problem(std::string(5000, '[')).find("nested deeper") != std::string::npos);
  CHECK(only_problem("[]").find("one JSON object") != std::string::npos);
  CHECK(only_problem(std::string(600'000, ' ')).find("too long") != std::string::npos);
  CHECK(answer_to("null")["config"]["media"].dump() == R"(["microphone"])");
}
