// The site's own sentences. They are shown by textContent: markup would stand there as letters, and so would
// a placeholder that nobody fills.
#include "boundary/config/texts.hpp"
#include <algorithm>
#include "boundary/config/address.hpp"
#include "boundary/label.hpp"
#include "boundary/nearest.hpp"
#include "core/show/guidance.hpp"
#include "core/values/fact.hpp"
#include "core/values/title.hpp"

namespace earshot {
namespace {

// Every id, as one list.
const std::string& text_ids() {
  static const std::string ids = [] {
    std::string list;
    for (const std::string_view more :
         {names_of(Title{}), names_of(Step{}), names_of(Action{}), names_of(Label{})}) {
      list += more;
      list += ',';
    }
    return list;
  }();
  return ids;
}

bool letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool letter_or_digit(char c) { return letter(c) || (c >= '0' && c <= '9'); }

// A tag, a comment or an entity, going by how it begins; "<3" and "A & B" are none.
bool has_markup(const std::string& text) {
  for (const char* at = text.c_str(); at != text.c_str() + text.size(); ++at) {
    if (*at == '<' && (letter(at[1]) || at[1] == '/' || at[1] == '!')) return true;
    if (*at != '&') continue;
    const char* name = at[1] == '#' ? at + 2 : at + 1;
    const char* end = name;
    while (letter_or_digit(*end)) ++end;
    if (end != name && *end == ';') return true;
  }
  return false;
}

void check_placeholders(Problems& problems, const std::string& path, std::string_view text, Names known) {
  constexpr std::size_t longest_name = 40;  // what stands further apart was meant as braces
  for (std::size_t open = text.find('{'); open != std::string_view::npos; open = text.find('{', open + 1)) {
    const std::size_t close = text.find_first_of("{}", open + 1);
    if (close == std::string_view::npos) return;
    const std::string_view found = text.substr(open, close + 1 - open);
    if (text[close] == '{' || found.size() < 3 || found.size() > longest_name) continue;
    if (known.has(found)) continue;
    problems.add(path, "unknown placeholder " + std::string{found},
                 known.has("{host}") ? listed(known) : "plain words", nearest(found, known));
  }
}

bool is_sentence(Problems& problems, const std::string& path, const Json& value, Names placeholders,
                 std::string_view expected) {
  const std::string* text = value.get_ptr<const std::string*>();
  if (!text) return problems.add(path, "wrong type", expected), false;
  if (text->size() > longest_text) return problems.add(path, "too long", "at most 2000 bytes"), false;
  if (has_markup(*text)) problems.add(path, "markup", "plain words: this is shown as it is written");
  check_placeholders(problems, path, *text, placeholders);
  return true;
}

// BCP 47 in outline: a language of two or three letters, then subtags of letters and digits, at most eight
// each.
bool is_language_tag(std::string_view tag) {
  constexpr std::size_t longest_tag = 35;
  const std::size_t language = std::min(tag.find('-'), tag.size());
  if (language < 2 || language > 3 || tag.size() > longest_tag ||
      !std::all_of(tag.begin(), tag.begin() + language, letter))
    return false;
  std::size_t length = 0;
  for (const char c : tag) {
    const bool hyphen = c == '-';
    if (hyphen ? length == 0 : !letter_or_digit(c) || length >= 8) return false;
    length = hyphen ? 0 : length + 1;
  }
  return length > 0;
}

constexpr std::string_view told = "{title}, {steps}, {host}, {browser}, {device}, {company}, {address}";
constexpr std::string_view filled = told.substr(told.find("{host}"));  // in what the visitor reads
constexpr std::string_view a_tag = "a BCP 47 tag such as \"en\" or \"pt-BR\"";

}  // namespace

std::string read_language(Problems& problems, const std::string& path, const Json& value) {
  const std::string* tag = value.get_ptr<const std::string*>();
  if (tag && (tag->empty() || *tag == "visitor" || is_language_tag(*tag))) return *tag;
  problems.add(path, "not a language tag", std::string{a_tag} + ", or \"visitor\"",
               tag ? nearest(*tag, "visitor") : std::nullopt);
  return "";
}

Json read_texts(Problems& problems, const std::string& path, const Json& value) {
  Json out = Json::object();
  if (!value.is_object())
    return problems.add(path, "wrong type", "an object of languages, such as {\"en\":{…}}"), out;
  for (const auto& [language, entries] : members_of(value)) {
    const std::string here = path + "/" + pointer_part(language);
    if (!is_language_tag(language)) problems.add(here, "not a language tag", a_tag);
    else if (!entries.is_object()) problems.add(here, "wrong type", "an object of text ids and sentences");
    else {
      Json kept = Json::object();
      for (const auto& [id, text] : members_of(entries)) {
        if (!Names{text_ids()}.has(id))
          problems.unknown_key(here, id, std::string_view{text_ids()}, "a text id");
        else if (is_sentence(problems, here + "/" + id, text, filled, "a sentence as text")) kept[id] = text;
      }
      out[language] = std::move(kept);
    }
  }
  return out;
}

std::string read_company(Problems& problems, const std::string& path, const Json& value) {
  return is_sentence(problems, path, value, "", "a name as text") ? *value.get_ptr<const std::string*>() : "";
}

bool is_instruction(Problems& problems, const std::string& path, const Json& value) {
  return is_sentence(problems, path, value, told, "words as text");
}

}  // namespace earshot
