#include "boundary/value.hpp"
#include <array>
#include <limits>
#include "boundary/json_reader.hpp"
#include "boundary/json_text.hpp"

namespace earshot {

// Builds a document as the library reads, minding how deep it goes. It rests on the public interface of the
// library's SAX parser, which asks for exactly these members.
class Reader {
 public:
  // `text` is as long as all names and texts in it, or longer.
  Reader(Document& document, std::string_view text) : values_(document.values_) {
    document.letters_ = std::make_unique<char[]>(text.size());
    free_ = document.letters_.get();
    if (JsonReader::sax_parse(text.begin(), text.end(), this)) return;
    values_.clear();
    if (too_deep_) document.wrong_ = "nested deeper than 16 levels";
    else {
      document.wrong_ = "not JSON from column ";
      append_number(document.wrong_, static_cast<std::int64_t>(wrong_at_));
      document.wrong_at_ = wrong_at_;
    }
  }

  bool null() { return add(Kind::null), true; }
  bool boolean(bool value) { return add(Kind::boolean).natural_ = value, true; }
  bool number_integer(std::int64_t value) { return add(Kind::negative).negative_ = value, true; }
  bool number_unsigned(std::uint64_t value) { return add(Kind::natural).natural_ = value, true; }
  bool number_float(double value, const auto&) { return add(Kind::real).real_ = value, true; }
  bool string(const std::string& value) { return add(Kind::text).text_ = keep(value), true; }
  bool binary(JsonReader::binary_t&) { return false; }  // no text holds any

  bool start_object(std::size_t) { return open(Kind::object); }
  bool start_array(std::size_t) { return open(Kind::list); }
  bool key(const std::string& name) {
    for (const Value& member : values_[open_[depth_ - 1].place]) {
      if (member.name() != name) continue;  // said twice, the last one counts
      member_ = static_cast<std::uint32_t>(&member - values_.data());
      return true;
    }
    member_ = append();
    const Value::Text kept = keep(name);
    values_[member_].name_ = kept.at;
    values_[member_].name_size_ = kept.size;
    return true;
  }
  bool end_object() { return --depth_, true; }
  bool end_array() { return --depth_, true; }

  bool parse_error(std::size_t position, const auto&, const auto&) { return wrong_at_ = position, false; }

 private:
  Value::Text keep(const std::string& text) {
    char* at = free_;
    free_ = std::copy(text.begin(), text.end(), at);
    return {at, static_cast<std::uint32_t>(text.size())};
  }
  // A new last one in the list or object that is open.
  std::uint32_t append() {
    const auto place = static_cast<std::uint32_t>(values_.size());
    values_.push_back({});
    if (depth_ == 0) return place;  // the root
    Open& around = open_[depth_ - 1];
    Value& parent = values_[around.place];
    if (parent.inside_.count++ == 0) parent.inside_.first = place - around.place;
    else values_[around.last].next_ = place - around.last;
    return around.last = place;
  }
  std::uint32_t place_of_next() {
    const bool member = depth_ > 0 && values_[open_[depth_ - 1].place].is(Kind::object);
    return member ? member_ : append();
  }
  Value& set(std::uint32_t place, Kind kind) {
    values_[place].kind_ = kind;
    return values_[place];
  }
  Value& add(Kind kind) { return set(place_of_next(), kind); }
  bool open(Kind kind) {
    too_deep_ = depth_ == deepest_json;
    if (too_deep_) return false;
    const std::uint32_t place = place_of_next();
    set(place, kind).inside_ = {0, 0};
    open_[depth_++] = {place, 0};
    return true;
  }

  struct Open {
    std::uint32_t place, last;
  };
  std::vector<Value>& values_;
  char* free_ = nullptr;                   // of the document's letters
  std::array<Open, deepest_json> open_{};  // the outermost first
  std::size_t depth_ = 0;
  std::uint32_t member_ = 0;  // where the next value of an object belongs
  std::size_t wrong_at_ = 0;
  bool too_deep_ = false;
};

namespace {

constexpr Value nothing{};

}  // namespace

Document read_json(std::string_view text) {
  Document document;
  Reader{document, text};
  return document;
}

const Value& Document::root() const { return values_.empty() ? nothing : values_[0]; }

std::string_view Value::text() const {
  return is(Kind::text) ? std::string_view{text_.at, text_.size} : std::string_view{};
}

std::int64_t Value::whole() const {
  constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();
  if (is(Kind::natural) && natural_ > static_cast<std::uint64_t>(most)) return most;
  if (is(Kind::natural)) return static_cast<std::int64_t>(natural_);
  return is(Kind::negative) ? negative_ : 0;
}

double Value::number() const {
  if (is(Kind::real)) return real_;
  return is(Kind::natural) ? static_cast<double>(natural_) : static_cast<double>(whole());
}

const Value& Value::operator[](std::string_view name) const {
  if (is(Kind::object))
    for (const Value& member : *this)
      if (member.name() == name) return member;
  return nothing;
}
const Value& Value::operator[](const char* name) const { return (*this)[std::string_view{name}]; }

}  // namespace earshot
