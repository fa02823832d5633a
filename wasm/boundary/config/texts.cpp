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
std::string text_ids() {
  std::string list;
  for (const std::string_view more :
       {names_of(Title{}), names_of(Step{}), names_of(Action{}), names_of(Label{})})
    (list += more) += ',';
  return list;
}

bool letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool letter_or_digit(char c) { return letter(c) || (c >= '0' && c <= '9'); }

// A tag, a comment or an entity, going by how it begins; "<3" and "A & B" are none.
bool has_markup(std::string_view text) {
  const auto at = [&](std::size_t place) { return place < text.size() ? text[place] : '\0'; };
  for (std::size_t n = 0; n < text.size(); ++n) {
    const char next = at(n + 1);
    if (text[n] == '<' && (letter(next) || next == '/' || next == '!')) return true;
    if (text[n] != '&') continue;
    const std::size_t name = next == '#' ? n + 2 : n + 1;
    std::size_t end = name;
    while (letter_or_digit(at(end))) ++end;
    if (end != name && at(end) == ';') return true;
  }
  return false;
}

void check_placeholders(Problems& problems, const Place& place, std::string_view text, Names known) {
  constexpr std::size_t longest_name = 40;  // what stands further apart was meant as braces
  for (std::size_t open = text.find('{'); open != std::string_view::npos; open = text.find('{', open + 1)) {
    const std::size_t close = text.find_first_of("{}", open + 1);
    if (close == std::string_view::npos) return;
    const std::string_view found = text.substr(open, close + 1 - open);
    if (text[close] == '{' || found.size() < 3 || found.size() > longest_name) continue;
    if (known.has(found)) continue;
    problems.add(place, std::string{"unknown placeholder "}.append(found),
                 known.has("{host}") ? listed(known) : std::string{"plain words"}, nearest(found, known));
  }
}

bool is_sentence(Problems& problems, const Place& place, const Value& value, Names placeholders,
                 const char* expected) {
  if (!value.is(Kind::text)) return problems.add(place, "wrong type", expected), false;
  const std::string_view text = value.text();
  if (text.size() > longest_text) return problems.add(place, "too long", "at most 2000 bytes"), false;
  if (has_markup(text)) problems.add(place, "markup", "plain words: this is shown as it is written");
  check_placeholders(problems, place, text, placeholders);
  return true;
}

// BCP 47 in outline: a language of two or three letters, then subtags of letters and digits, at most eight
// each.
bool is_language_tag(std::string_view tag) {
  constexpr std::size_t longest_tag = 35;
  const std::size_t language = std::min(tag.find('-'), tag.size());
  if (language < 2 || language > 3 || tag.size() > longest_tag ||
      !std::all_of(tag.begin(), tag.begin() + static_cast<std::ptrdiff_t>(language), letter))
    return false;
  std::size_t length = 0;
  for (const char c : tag) {
    const bool hyphen = c == '-';
    if (hyphen ? length == 0 : !letter_or_digit(c) || length >= 8) return false;
    length = hyphen ? 0 : length + 1;
  }
  return length > 0;
}

constexpr const char* filled =
    "{host}, {browser}, {device}, {company}, {address}";  // in what the visitor reads
constexpr const char* told = "{title}, {steps}, {host}, {browser}, {device}, {company}, {address}";
constexpr const char* a_tag = "a BCP 47 tag such as \"en\" or \"pt-BR\"";

}  // namespace

bool read_language(JsonText& out, Problems& problems, const Place& place, const Value& value) {
  const std::string_view tag = value.text();
  if (value.is(Kind::text) && (tag.empty() || tag == "visitor" || is_language_tag(tag)))
    return out.text(tag), true;
  problems.add(place, "not a language tag", std::string{a_tag}.append(", or \"visitor\""),
               nearest(tag, "visitor"));
  return false;
}

bool read_texts(JsonText& out, Problems& problems, const Place& place, const Value& value) {
  if (!value.is(Kind::object))
    return problems.add(place, "wrong type", "an object of languages, such as {\"en\":{…}}"), false;
  const std::string ids = text_ids();
  out.open('{');
  for (const Value& entries : value) {
    const Place here = member_of(place, entries.name());
    if (!is_language_tag(entries.name())) problems.add(here, "not a language tag", a_tag);
    else if (!entries.is(Kind::object))
      problems.add(here, "wrong type", "an object of text ids and sentences");
    else {
      out.key(entries.name()).open('{');
      for (const Value& text : entries) {
        if (!Names{ids}.has(text.name())) problems.unknown_key(here, text.name(), ids, "a text id");
        else if (is_sentence(problems, member_of(here, text.name()), text, filled, "a sentence as text"))
          out.member(text.name(), text.text());
      }
      out.close('}');
    }
  }
  out.close('}');
  return true;
}

bool read_company(JsonText& out, Problems& problems, const Place& place, const Value& value) {
  return is_sentence(problems, place, value, "", "a name as text") && (out.text(value.text()), true);
}

bool is_instruction(Problems& problems, const Place& place, const Value& value) {
  return is_sentence(problems, place, value, told, "words as text");
}

}  // namespace earshot
