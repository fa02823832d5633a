#include <doctest/doctest.h>
#include <random>
#include "against_library.hpp"

using namespace earshot;

namespace {

const std::string seeds[] = {
    R"({"fact":"level","dbfs":-41.25,"valid":true,"span_ms":250,"more":[null,false,{}, [ ]],"a":{"b":"c"}})",
    R"({"a":1,"b":{"c":[1,2]},"a":[{"d":-0}],"b":"","":-7,"a":{"e":1e3}})",
    R"("\"\\\/\b\f\n\r\t\u0000\u001f\u00e9\ud83d\ude00é€😀")",
    "[18446744073709551615,18446744073709551616,-9223372036854775808,-9223372036854775809,1e400,0.1]",
    "\xEF\xBB\xBF[\"\xC3\xA9\",\"\xED\xA0\x80\",\"\x7F\"]\n",
    R"([[[[[[[[[[[[[[[[["seventeen"]]]]]]]]]]]]]]]]])",
};

std::string mutated(std::mt19937& random, std::string text) {
  static const std::string letters = "{}[]\",:.-+eE0123456789\\utfn \x01\x7F\x80\xC3\xED\xF0";
  const auto any = [&](std::size_t below) { return random() % below; };
  for (auto changes = 1 + any(4); changes > 0 && !text.empty(); --changes) {
    const std::size_t at = any(text.size());
    switch (any(4)) {
      case 0: text.erase(at, 1 + any(6)); break;
      case 1: text.insert(at, 1, letters[any(letters.size())]); break;
      case 2: text[at] = letters[any(letters.size())]; break;
      default: text.insert(at, text.substr(any(text.size()), any(20))); break;
    }
  }
  return text;
}

}  // namespace

TEST_CASE("whatever the bytes, pages read what the whole library reads") {
  std::mt19937 random{5};
  for (const std::string& seed : seeds) {
    CHECK(differ_in(seed) == std::string{});
    for (int n = 0; n < 20'000; ++n) {
      const std::string text = mutated(random, seed);
      const std::string difference = differ_in(text);
      if (!difference.empty()) FAIL(difference << ": " << text);
    }
  }
}

TEST_CASE("a document may be moved, and what is not there is empty all the way down") {
  Document first = read_json(R"({"a":{"b":"c"}})");
  const Document moved = std::move(first);
  CHECK(moved.root()["a"]["b"].text() == "c");
  CHECK_FALSE(moved.root()["x"]["y"].is_there());
  CHECK(moved.root()["x"]["y"].text().empty());
  CHECK_FALSE(read_json("{").root()["a"].is_there());
}

TEST_CASE("numbers and names are written as they are") {
  JsonText out;
  out.open('[').number(0).number(-1).number(INT64_MAX).number(INT64_MIN).flag(true).close(']');
  CHECK(out.json() == "[0,-1,9223372036854775807,-9223372036854775808,true]");
}
