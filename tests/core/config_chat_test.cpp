#include <doctest/doctest.h>
#include "answers.hpp"
#include "boundary/config/config.hpp"

using namespace earshot;

namespace {

Json chat_of(const std::string& chat) { return answer_to(R"({"chat":)" + chat + "}")["config"]["chat"]; }

std::string only_problem(const std::string& chat) {
  const Json problems = answer_to(R"({"chat":)" + chat + "}")["problems"];
  REQUIRE(problems.size() == 1);
  return problems[0].dump();
}

}  // namespace

TEST_CASE("every way for text to travel is taken as it is, and what it answers gives the same again") {
  for (
      const std::string chat :
      {R"({"transport":"http","url":"/chat","origin":"","keep":false,"links":[]})",
       R"({"transport":"websocket","url":"wss://chat.example/x","origin":"","keep":true,"links":[{"href":"tel:+49301234","text":"Call us"}]})",
       R"({"transport":"form","url":"/contact","origin":"","keep":true,"links":[]})",
       R"({"transport":"handover","url":"","origin":"","keep":true,"links":[]})",
       R"({"transport":"post_message","url":"","origin":"https://voice.example:8443","keep":true,"links":[]})",
       R"({"transport":"none","url":"","origin":"","keep":true,"links":[{"href":"/contact","text":"Contact form"}]})"}) {
    const ReadConfig read = read_config(R"({"chat":)" + chat + "}");
    CHECK(answer_of(read)["problems"].empty());
    CHECK(answer_of(read)["config"]["chat"].dump() == chat);
  }
}

TEST_CASE("links without a transport are all there is, unless the page says that it carries the text") {
  CHECK(chat_of(R"({"links":[{"href":"/contact","text":"Contact form"}]})")["transport"] == "none");
  CHECK(chat_of(R"({"transport":"host","links":[{"href":"/contact","text":"Contact form"}]})")["transport"] ==
        "host");
  CHECK(chat_of(R"({"links":[]})")["transport"] == "host");
}

TEST_CASE("a transport that lacks its address becomes the host page, and the site is told which") {
  CHECK(
      only_problem(R"({"transport":"http"})") ==
      R"({"path":"/chat/url","problem":"missing","expected":"the address of the chat, such as \"/chat\""})");
  CHECK(only_problem(R"({"transport":"form","url":""})").find("such as \\\"/contact\\\"") !=
        std::string::npos);
  CHECK(chat_of(R"({"transport":"form"})")["transport"] == "host");
  CHECK(
      only_problem(R"({"transport":"post_message"})").find(R"("path":"/chat/origin","problem":"missing")") !=
      std::string::npos);
  CHECK(chat_of(R"({"transport":"post_message"})")["transport"] == "host");
  CHECK(only_problem(R"({"transport":"htpp"})").find(R"("nearest":"http")") != std::string::npos);
}

TEST_CASE("an origin is compared letter by letter, so it must be one") {
  for (const std::string origin : {"*", "voice.example", "https://voice.example/", "https://",
                                   "https://Voice.example", "null", "https://a@b"}) {
    CHECK(only_problem(R"({"origin":")" + origin + R"("})")
              .find(R"("path":"/chat/origin","problem":"not an origin")") != std::string::npos);
  }
  CHECK(only_problem(R"({"transport":"post_message","origin":"*"})").find("not an origin") !=
        std::string::npos);
}

TEST_CASE("a link leads somewhere, and never runs a script") {
  for (const std::string href : {"javascript:alert(1)", "//evil.example", "/\\\\evil.example", "ftp://x",
                                 "java\\nscript:x", "", "mailto:", "data:text/html,x", " /x"}) {
    const std::string chat = R"({"transport":"host","links":[{"href":")" + href + R"(","text":"x"}]})";
    CHECK(only_problem(chat).find(R"("path":"/chat/links/0/href","problem":"not an address")") !=
          std::string::npos);
    CHECK(chat_of(chat)["links"].empty());
  }
  CHECK(only_problem(R"({"links":[{"href":"/x"}]})").find("/chat/links/0/text") != std::string::npos);
  CHECK(only_problem(R"({"links":[5]})").find("/chat/links/0") != std::string::npos);
  CHECK(only_problem(R"({"links":"/x"})").find("a list of links") != std::string::npos);
  CHECK(only_problem(R"({"transport":"host","links":[{"href":"/x","text":"x","txet":1}]})")
            .find(R"("nearest":"text")") != std::string::npos);
}
