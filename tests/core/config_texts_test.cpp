// The site's own sentences: what is wrong with them is said where the site looks, and what is merely odd is
// shown all the same.
#include <doctest/doctest.h>
#include "answers.hpp"
#include "boundary/config/config.hpp"

using namespace earshot;

namespace {

ReadConfig with_text(const std::string& sentence) {
  const Json config{{"texts", {{"en", {{"listening", sentence}}}}}};
  return read_config(config.dump());
}

// The problems of one sentence, in short.
std::string wrong_with(const std::string& sentence) {
  const ReadConfig read = with_text(sentence);
  CHECK(answer_of(read)["config"]["texts"]["en"]["listening"] == sentence);  // it is kept
  std::string out;
  const Json problems = answer_of(read)["problems"];
  for (const Json& problem : problems) {
    CHECK(problem["path"] == "/texts/en/listening");
    out += problem["problem"].get<std::string>() + "; ";
    if (problem.contains("nearest")) out += "meant " + problem["nearest"].get<std::string>() + "; ";
  }
  return out;
}

std::string only_problem(const std::string& text) {
  const Json problems = answer_to(text)["problems"];
  REQUIRE(problems.size() == 1);
  return problems[0].dump();
}

}  // namespace

TEST_CASE("an unknown text is named with the nearest real one, and left out") {
  CHECK(
      only_problem(R"({"texts":{"en":{"listenin":"Yes"}}})") ==
      R"({"path":"/texts/en/listenin","problem":"unknown option","expected":"a text id: see `earshot vocabulary`","nearest":"listening"})");
  CHECK(answer_to(R"({"texts":{"en":{"listenin":"Yes","orb":"Go"}}})")["config"]["texts"].dump() ==
        R"({"en":{"orb":"Go"}})");
}

TEST_CASE("titles, steps, buttons and labels may all be put in other words") {
  CHECK(answer_to(R"({"texts":{"de":{"listening":"a","press_try_again":"b","mute":"c","label_copied":"d"}}})")
            ["problems"]
                .empty());
}

TEST_CASE("what is no sentence is left out") {
  CHECK(only_problem(R"({"texts":{"en":{"listening":5}}})") ==
        R"({"path":"/texts/en/listening","problem":"wrong type","expected":"a sentence as text"})");
  CHECK(only_problem(R"({"texts":{"en":["Hello"]}})").find("an object of text ids") != std::string::npos);
  CHECK(only_problem(R"({"texts":"Hello"})").find("an object of languages") != std::string::npos);
  CHECK(answer_of(with_text(std::string(2000, 'x')))["problems"].empty());
  const ReadConfig longer = with_text(std::string(2001, 'x'));
  CHECK(answer_of(longer)["problems"][0]["problem"] == "too long");
  CHECK(answer_of(longer)["config"]["texts"]["en"].empty());
}

TEST_CASE(
    "placeholders that somebody fills are no problem, any other one is named with the nearest that is") {
  CHECK(wrong_with("{company} on {host}: allow {device} in {browser}, or type {address}.") == "");
  CHECK(wrong_with("Welcome to {hots}") == "unknown placeholder {hots}; meant {host}; ");
  CHECK(
      wrong_with("{Company}, {brwser}, {colour}") ==
      "unknown placeholder {Company}; meant {company}; unknown placeholder {brwser}; meant {browser}; unknown placeholder {colour}; ");
  CHECK(wrong_with("{ host }") == "unknown placeholder { host }; meant {host}; ");
  // Would contain themselves.
  CHECK(wrong_with("{title}: {steps}") == "unknown placeholder {title}; unknown placeholder {steps}; ");
  CHECK(
      only_problem(R"({"texts":{"en":{"orb":"{hots}"}}})") ==
      R"({"path":"/texts/en/orb","problem":"unknown placeholder {hots}","expected":"one of \"{host}\", \"{browser}\", \"{device}\", \"{company}\", \"{address}\"","nearest":"{host}"})");
}

TEST_CASE("braces that hold no name are just braces") {
  CHECK(wrong_with("{} { {host} } {{host}} }{ {") == "");
  CHECK(wrong_with("{" + std::string(60, 'x') + "}") == "");
}

TEST_CASE("markup is shown as text, and the site is told so, once a sentence") {
  CHECK(
      only_problem(R"({"texts":{"en":{"orb":"<b>Talk</b> to us"}}})") ==
      R"({"path":"/texts/en/orb","problem":"markup","expected":"plain words: this is shown as it is written"})");
  for (const char* sentence :
       {"<b>", "a <br/>", "</p>", "<!-- no -->", "a&nbsp;b", "&#8230;", "&#x2026;", "AT&amp;T"}) {
    const std::string written = sentence;
    CAPTURE(written);
    CHECK(wrong_with(written) == "markup; ");
  }
  for (const char* sentence :
       {"We <3 you", "1 < 2", "Salt & pepper", "AT&T", "<", "a &", "&;", "&#;", "->"}) {
    const std::string written = sentence;
    CAPTURE(written);
    CHECK(wrong_with(written) == "");
  }
}

TEST_CASE("a language is a tag, or the visitor's own") {
  for (const char* tag : {"", "visitor", "en", "pt-BR", "zh-Hans", "zh-Hant-TW", "de-CH-1996", "hsb"}) {
    const std::string language = tag;
    CAPTURE(language);
    const ReadConfig read = read_config(Json{{"language", language}}.dump());
    CHECK(answer_of(read)["problems"].empty());
    CHECK(answer_of(read)["config"]["language"] == language);
  }
  for (const char* tag :
       {"english", "en_US", "e", "en-", "-en", "en--US", "en-toolongsubtag", "12", "<script>", "d\xc3\xa9"}) {
    const std::string language = tag;
    CAPTURE(language);
    const ReadConfig read = read_config(Json{{"language", language}}.dump());
    CHECK(answer_of(read)["problems"].size() == 1);
    CHECK(answer_of(read)["config"]["language"] == "");
  }
  CHECK(
      only_problem(R"({"language":"visiter"})") ==
      R"({"path":"/language","problem":"not a language tag","expected":"a BCP 47 tag such as \"en\" or \"pt-BR\", or \"visitor\"","nearest":"visitor"})");
  CHECK(only_problem(R"({"language":7})").find("BCP 47") != std::string::npos);
}

TEST_CASE("sentences under a language that no page can have are named, as they would never be shown") {
  CHECK(
      only_problem(R"({"texts":{"en_US":{"orb":"Go"}}})") ==
      R"({"path":"/texts/en_US","problem":"not a language tag","expected":"a BCP 47 tag such as \"en\" or \"pt-BR\""})");
  CHECK(only_problem(R"({"texts":{"visitor":{}}})").find("not a language tag") != std::string::npos);
}

TEST_CASE("the company's name is plain words") {
  CHECK(answer_to(R"({"company":"Müller & Söhne"})")["config"]["company"] == "Müller & Söhne");
  CHECK(only_problem(R"({"company":7})") ==
        R"({"path":"/company","problem":"wrong type","expected":"a name as text"})");
  CHECK(only_problem(R"({"company":"<i>Linden</i>"})").find("markup") != std::string::npos);
  CHECK(only_problem(R"({"company":"{host}"})") ==
        R"({"path":"/company","problem":"unknown placeholder {host}","expected":"plain words"})");
  CHECK(answer_to(Json{{"company", std::string(2001, 'x')}}.dump())["config"]["company"] == "");
}
