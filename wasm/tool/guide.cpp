#include "tool/guide.hpp"
#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <map>
#include <optional>
#include "boundary/nearest.hpp"
#include "core/show/guidance.hpp"
#include "core/show/view.hpp"
#include "tool/json.hpp"

namespace earshot {
namespace {

struct Source {
  const char* mark;
  const char* text;
  const char* date;
};

// The same rows as in the core, with what the core leaves out.
constexpr auto sources = std::to_array<Source>({
#define ROW(remedy, where, steps, picture, mark, source, date) Source{#mark, source, date},
#include "core/show/catalogue.inc"
#undef ROW
});

// Visitors worth a line each in the table of everything.
struct Visitor {
  const char* name;
  Environment environment;
};

Environment with(Engine engine, Browser browser, int version, Os os, int os_version,
                 Form form = Form::desktop) {
  Environment e;
  e.engine = engine;
  e.browser = browser;
  e.version = version;
  e.os = os;
  e.os_version = os_version;
  e.form = form;
  return e;
}

Environment chromium(Browser browser, int version, Os os, int os_version = 0, Form form = Form::desktop) {
  Environment e = with(Engine::chromium, browser, version, os, os_version, form);
  // First seen in these versions; pages look for the elements themselves.
  constexpr int first_with_usermedia = 151, first_with_one_each = 156;
  e.recovers_usermedia = version >= first_with_usermedia;
  e.recovers_microphone = e.recovers_camera = version >= first_with_one_each;
  return e;
}

Environment inside(Environment e, bool line = false) {
  e.in_app = true;
  e.in_line = line;
  e.recovers_usermedia = e.recovers_microphone = e.recovers_camera = false;
  return e;
}

Environment installed(Environment e) {
  e.standalone = true;
  return e;
}

Environment where(AddressBar bar, Environment e) {
  e.address_bar = bar;
  return e;
}

std::vector<Visitor> visitors() {
  using enum Browser;
  constexpr Form phone = Form::mobile, tablet = Form::tablet;
  return {
      {"Chrome 156, Windows 11", chromium(chrome, 156, Os::windows, 11)},
      {"Chrome 151, Windows 11", chromium(chrome, 151, Os::windows, 11)},
      {"Chrome 140, Windows 10", chromium(chrome, 140, Os::windows, 10)},
      {"Chrome 156, macOS 26", chromium(chrome, 156, Os::macos, 26)},
      {"Chrome 140, macOS 12", chromium(chrome, 140, Os::macos, 12)},
      {"Chrome 156, Linux", chromium(chrome, 156, Os::linux)},
      {"Chrome 156, ChromeOS", chromium(chrome, 156, Os::chromeos)},
      {"Chrome 156, Android 16", chromium(chrome, 156, Os::android, 16, phone)},
      {"Chrome 140 installed, Windows 11", installed(chromium(chrome, 140, Os::windows, 11))},
      {"Chrome 140 installed, Android 16", installed(chromium(chrome, 140, Os::android, 16, phone))},
      {"Edge 156, Windows 11", chromium(edge, 156, Os::windows, 11)},
      {"Edge 140, macOS 26", chromium(edge, 140, Os::macos, 26)},
      {"Brave 140, macOS 26", chromium(brave, 140, Os::macos, 26)},
      {"Opera 120, Windows 11", chromium(opera, 120, Os::windows, 11)},
      {"Vivaldi 7, Linux", chromium(vivaldi, 7, Os::linux)},
      {"Samsung Internet 29, Android 16", chromium(samsung, 29, Os::android, 16, phone)},
      {"Firefox 153, Windows 11", with(Engine::gecko, firefox, 153, Os::windows, 11)},
      {"Firefox 153, macOS 26", with(Engine::gecko, firefox, 153, Os::macos, 26)},
      {"Firefox 153, Linux", with(Engine::gecko, firefox, 153, Os::linux, 0)},
      {"Firefox 153, Android 16", with(Engine::gecko, firefox, 153, Os::android, 16, phone)},
      {"Safari 26, macOS 26", with(Engine::webkit, safari, 26, Os::macos, 26)},
      {"Safari 15, macOS 12", with(Engine::webkit, safari, 15, Os::macos, 12)},
      {"Safari 26, iOS 26", with(Engine::webkit, safari, 26, Os::ios, 26, phone)},
      {"Safari 17, iOS 17", with(Engine::webkit, safari, 17, Os::ios, 17, phone)},
      {"Safari 26, iPadOS 26", with(Engine::webkit, safari, 26, Os::ios, 26, tablet)},
      {"Safari 26 on the home screen, iOS 26",
       installed(with(Engine::webkit, safari, 26, Os::ios, 26, phone))},
      {"Chrome 140, iOS 26", with(Engine::webkit, chrome, 140, Os::ios, 26, phone)},
      {"Firefox 140, iOS 17", with(Engine::webkit, firefox, 140, Os::ios, 17, phone)},
      {"Edge 140, iOS 26", with(Engine::webkit, edge, 140, Os::ios, 26, phone)},
      {"Instagram, Android 16", inside(chromium(chrome, 140, Os::android, 16, phone))},
      {"Instagram, iOS 26", inside(with(Engine::webkit, safari, 26, Os::ios, 26, phone))},
      {"LINE, Android 16", inside(chromium(chrome, 140, Os::android, 16, phone), true)},
      {"Chrome 156 in a side panel, Windows 11",
       where(AddressBar::none, chromium(chrome, 156, Os::windows, 11))},
      {"Chrome 156 in full screen, Linux", where(AddressBar::full_screen, chromium(chrome, 156, Os::linux))},
      {"Electron, Windows 11", inside(chromium(other, 140, Os::windows, 11))},
      {"Tauri, macOS 26", inside(with(Engine::webkit, other, 0, Os::macos, 26))},
      {"a WebKitGTK browser, Linux", with(Engine::webkit, other, 0, Os::linux, 0)},
      {"a browser nobody knows", with(Engine::other, other, 0, Os::other, 0)},
  };
}

template <class List>
std::string names_in(const List& list) {
  std::string out;
  for (const auto value : list) {
    if (!out.empty()) out += ' ';
    out += name_of(value);
  }
  return out.empty() ? "-" : out;
}

std::string ids_of(const View& card) {
  std::string out = "  " + std::string{name_of(card.title)} + "\n    steps    " + names_in(card.steps) +
                    "\n    actions  " + names_in(card.actions) + "\n    picture  " +
                    std::string{name_of(card.picture)};
  if (card.recovery != Recovery::none) out += "\n    recovery <" + std::string{name_of(card.recovery)} + ">";
  if (!card.link.empty()) out += "\n    link     " + std::string{card.link};
  if (!card.address.empty()) out += "\n    address  " + std::string{card.address};
  return out + "\n";
}

// Every cause, for both kinds: those who read the same stand together.
void print_all(std::ostream& out) {
  out << "# Every cause, and what a visitor to whom it happened is shown. Written by: earshot guidance --all\n";
  for (std::size_t c = 1; c < count_of<Cause>(); ++c)
    for (const MediaKind kind : media_kinds) {
      const Cause cause = static_cast<Cause>(c);
      struct Group {
        std::string read, who;
        int size = 0;
      };
      std::vector<Group> groups;
      for (const Visitor& visitor : visitors()) {
        const std::string read = ids_of(card_for(cause, kind, visitor.environment));
        const auto same = [&](const Group& group) { return group.read == read; };
        auto found = std::find_if(groups.begin(), groups.end(), same);
        if (found == groups.end()) found = groups.insert(groups.end(), Group{read, "", 0});
        found->who += std::string{found->size++ > 0 ? "; " : ""} + visitor.name;
      }
      constexpr int too_many_to_name = 12;
      out << "\n== " << name_of(cause) << ", " << name_of(kind) << " ==\n";
      for (const Group& group : groups)
        if (group.size <= too_many_to_name) out << group.who << "\n" << group.read;
      for (const Group& group : groups)
        if (group.size > too_many_to_name)
          out << (groups.size() == 1 ? "everybody" : "everybody else") << "\n" << group.read;
    }
}

struct Options {
  Environment environment;
  Cause cause = Cause::none;
  MediaKind kind = mic;
  std::string language = "en";
  std::map<std::string, std::string> values{{"host", "example.com"}, {"company", "example.com"}};
};

template <class Enum>
std::optional<Enum> word(const std::string& option, const std::string& value, std::ostream& errors) {
  if (const auto found = find_word<Enum>(value)) return found;
  std::vector<std::string_view> names;
  for (std::size_t n = 0; n < count_of<Enum>(); ++n) names.push_back(name_of(static_cast<Enum>(n)));
  errors << "earshot: " << option << " \"" << value << "\" is not known";
  if (const auto meant = nearest(value, names); !meant.empty())
    errors << ". Did you mean \"" << meant << "\"?";
  errors << "\n  one of:";
  for (const std::string_view name : names) errors << ' ' << name;
  errors << '\n';
  return std::nullopt;
}

// On iOS every browser is WebKit, whatever its name.
Engine engine_of(Browser browser, Os os) {
  if (os == Os::ios || browser == Browser::safari) return Engine::webkit;
  if (browser == Browser::firefox) return Engine::gecko;
  return browser == Browser::other ? Engine::other : Engine::chromium;
}

std::optional<Options> read_options(const std::vector<std::string>& words, std::ostream& errors) {
  Options o;
  o.environment = with(Engine::other, Browser::other, 0, Os::other, 0);
  bool form_said = false;
  const auto number = [&](const std::string& option, const std::string& value) -> std::optional<int> {
    const bool good =
        !value.empty() && value.size() <= 4 && value.find_first_not_of("0123456789") == std::string::npos;
    if (good) return std::stoi(value);
    errors << "earshot: " << option << " needs a whole number such as 26, not \"" << value << "\"\n";
    return std::nullopt;
  };
  constexpr std::array<std::string_view, 14> known{
      "--browser", "--os",         "--cause",    "--kind",     "--version", "--os-version", "--form",
      "--in-app",  "--standalone", "--recovery", "--language", "--host",    "--company",    "--address-bar"};
  for (std::size_t n = 0; n < words.size(); ++n) {
    const std::string& option = words[n];
    if (option == "--standalone") {
      o.environment.standalone = true;
      continue;
    }
    if (option == "--recovery") {
      o.environment.recovers_usermedia = o.environment.recovers_microphone = o.environment.recovers_camera =
          true;
      continue;
    }
    const std::vector<std::string_view> names{known.begin(), known.end()};
    if (std::find(known.begin(), known.end(), option) == known.end()) {
      errors << "earshot: guidance has no option \"" << option << "\"";
      if (const auto meant = nearest(option, names); !meant.empty())
        errors << ". Did you mean \"" << meant << "\"?";
      errors << '\n';
      return std::nullopt;
    }
    if (n + 1 == words.size()) {
      errors << "earshot: " << option << " needs a value\n";
      return std::nullopt;
    }
    const std::string& value = words[++n];
    const auto put = [&](auto& place) {
      using Word = std::remove_reference_t<decltype(place)>;
      const auto found = word<Word>(option, value, errors);
      if (found) place = *found;
      return found.has_value();
    };
    const auto count = [&](std::int32_t& place) {
      const auto found = number(option, value);
      if (found) place = *found;
      return found.has_value();
    };
    bool good = true;
    if (option == "--browser") good = put(o.environment.browser);
    else if (option == "--os") good = put(o.environment.os);
    else if (option == "--cause") good = put(o.cause);
    else if (option == "--kind") good = put(o.kind);
    else if (option == "--form") good = form_said = put(o.environment.form);
    else if (option == "--address-bar") good = put(o.environment.address_bar);
    else if (option == "--version") good = count(o.environment.version);
    else if (option == "--os-version") good = count(o.environment.os_version);
    else if (option == "--in-app") o.environment.in_app = true, o.environment.in_line = value == "LINE";
    else if (option == "--language") o.language = value;
    else o.values[option.substr(2)] = value;
    if (!good) return std::nullopt;
  }
  if (o.cause == Cause::none) {
    errors << "earshot: guidance needs --cause, such as --cause blocked_for_site\n";
    return std::nullopt;
  }
  const bool phone = o.environment.os == Os::android || o.environment.os == Os::ios;
  if (!form_said && phone) o.environment.form = Form::mobile;
  o.environment.engine = engine_of(o.environment.browser, o.environment.os);
  return o;
}

std::optional<Json> texts_in(const std::string& language, std::ostream& errors) {
  const bool plain = !language.empty() && language.find_first_of("/\\.") == std::string::npos;
  std::ifstream in{std::string{EARSHOT_TEXTS "/"} + language + ".json"};
  const std::string text{std::istreambuf_iterator<char>{in}, {}};
  const Parsed parsed = parse_json(text);
  if (plain && parsed.value && parsed.value->is_object()) return *parsed.value;
  errors << "earshot: no texts in " << EARSHOT_TEXTS << "/" << language << ".json\n";
  return std::nullopt;
}

const char* brand(Browser browser) {
  switch (browser) {
    case Browser::chrome: return "Chrome";
    case Browser::edge: return "Edge";
    case Browser::brave: return "Brave";
    case Browser::opera: return "Opera";
    case Browser::vivaldi: return "Vivaldi";
    case Browser::samsung: return "Samsung Internet";
    case Browser::firefox: return "Firefox";
    case Browser::safari: return "Safari";
    case Browser::other: break;
  }
  return nullptr;
}

std::string filled(std::string text, const std::map<std::string, std::string>& values) {
  for (const auto& [name, value] : values) {
    const std::string place = "{" + name + "}";
    for (std::size_t at = 0; (at = text.find(place, at)) != std::string::npos; at += value.size())
      text.replace(at, place.size(), value);
  }
  return text;
}

}  // namespace

int print_guidance(const std::vector<std::string>& words, std::ostream& out, std::ostream& errors) {
  if (words.size() == 1 && words[0] == "--all") return print_all(out), 0;
  const auto options = read_options(words, errors);
  if (!options) return 2;
  const auto texts = texts_in(options->language, errors);
  if (!texts) return 2;
  const Options& o = *options;
  const View card = card_for(o.cause, o.kind, o.environment);
  std::map<std::string, std::string> values = o.values;
  const auto said = [&](std::string_view id) {
    return filled(texts->value(std::string{id}, std::string{id}), values);
  };
  values["address"] = card.address;
  values["browser"] = brand(o.environment.browser) ? brand(o.environment.browser) : said("label_browser");
  values["device"] = said(o.kind == cam ? "label_camera" : "label_microphone");

  out << said(name_of(card.title)) << '\n';
  std::size_t n = 0;
  for (const Step step : card.steps) out << "  " << ++n << ". " << said(name_of(step)) << '\n';
  for (const Action action : card.actions) {
    out << "  [" << said(name_of(action)) << "]";
    if (action == Action::open_settings) out << "  " << card.link;
    if (action == Action::recover) out << "  <" << name_of(card.recovery) << ">, drawn by the browser";
    out << '\n';
  }
  if (card.picture != Picture::none) {
    std::string drawing{name_of(card.picture)};
    std::replace(drawing.begin(), drawing.end(), '_', '-');
    out << "  drawing: " << drawing << '\n';
  }
  const Remedy remedy = remedy_of(o.cause, capability_of(o.kind), o.environment);
  const Source& source = sources[row_for(remedy, o.environment)];
  out << "  how we know: " << source.mark << ", " << source.text << " (" << source.date << ")\n";
  return 0;
}

}  // namespace earshot
