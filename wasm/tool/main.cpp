// The command line of the core.
#include <fstream>
#include <iostream>
#include <iterator>
#include <optional>
#include <string>
#include <vector>
#include "boundary/config/config.hpp"
#include "boundary/wire.hpp"
#include "tool/guide.hpp"
#include "tool/json.hpp"
#include "tool/replay.hpp"
#include "tool/states.hpp"

namespace {

constexpr const char* help = R"(earshot: the decisions of the Earshot widget, without a browser

  earshot replay [--wire] FILE   play a trace (JSON lines; - for standard input) and print an answer for each fact
                                 --wire: print each fact as fed, and the answer as pages get it
                                 exit 0: all expectations met, 1: the first unmet one is named, 2: the file is malformed
  earshot check CONFIG           check a site's configuration (a JSON file; - for standard input)
                                 exit 0: no problem, 1: the problems are listed, 2: the file cannot be read
  earshot guidance --cause CAUSE [--browser NAME] [--os NAME] [--os-version N] [--version N] [--kind microphone|camera]
                   [--form NAME] [--in-app NAME] [--standalone] [--address-bar shown|full_screen|none] [--recovery]
                   [--language TAG] [--host NAME] [--company NAME]
                                 what a visitor would read, and how we know it; --recovery: with the browser's own elements
  earshot guidance --all         the same for every cause and many visitors, as ids
  earshot vocabulary             every name that crosses between core and page, as JSON
  earshot states                 what leads where, how far it is back to a call, and the table of causes, as Markdown
  earshot --help                 this text
)";

constexpr int usage = 2;

std::optional<std::string> read(const std::string& file) {
  if (file == "-") return std::string{std::istreambuf_iterator<char>{std::cin}, {}};
  std::ifstream in{file, std::ios::binary};
  std::string text{std::istreambuf_iterator<char>{in}, {}};
  if (!in.is_open() || in.bad()) {
    std::cerr << "earshot: cannot read " << file << '\n';
    return std::nullopt;
  }
  return text;
}

int check(const std::string& file) {
  const auto text = read(file);
  if (!text) return usage;
  const earshot::Json problems =
      earshot::parse_json(earshot::read_config(*text).answer).value->at("problems");
  for (const earshot::Json& problem : problems) {
    const std::string path = problem.value("path", "");
    std::cout << file << ": " << (path.empty() ? "/" : path) << ": " << problem.value("problem", "")
              << ", expected " << problem.value("expected", "");
    if (problem.contains("nearest"))
      std::cout << ". Did you mean \"" << problem.value("nearest", "") << "\"?";
    std::cout << '\n';
  }
  return problems.empty() ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) {
  const std::vector<std::string> words{argv + 1, argv + argc};
  const std::string order = words.empty() ? "" : words[0];
  if (order == "--help" || order == "-h" || order == "help") {
    std::cout << help;
    return 0;
  }
  if (order == "vocabulary" && words.size() == 1) {
    std::cout << earshot::vocabulary() << '\n';
    return 0;
  }
  if (order == "states" && words.size() == 1) {
    earshot::print_states(std::cout);
    return 0;
  }
  if (order == "guidance")
    return earshot::print_guidance({words.begin() + 1, words.end()}, std::cout, std::cerr);
  if (order == "check" && words.size() == 2) return check(words[1]);
  const bool wire = words.size() == 3 && words[1] == "--wire";
  if (order == "replay" && (words.size() == 2 || wire)) {
    const auto text = read(words.back());
    if (!text) return usage;
    return earshot::replay(*text, words.back(), wire ? earshot::Print::wire : earshot::Print::answers,
                           std::cout, std::cerr);
  }
  std::cerr << help;
  return usage;
}
