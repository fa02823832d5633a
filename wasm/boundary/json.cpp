#include "boundary/json.hpp"

namespace earshot {
namespace {

// Builds a value as the text is read, but remembers where the text went wrong, and minds how deep it goes. It
// rests on the public interface of the library's SAX parser, which asks for exactly these members.
class Builder {
 public:
  bool null() { return add(nullptr); }
  bool boolean(bool value) { return add(value); }
  bool number_integer(Json::number_integer_t value) { return add(value); }
  bool number_unsigned(Json::number_unsigned_t value) { return add(value); }
  bool number_float(Json::number_float_t value, const std::string&) { return add(value); }
  bool string(std::string& value) { return add(std::move(value)); }
  bool binary(Json::binary_t&) { return false; }  // no text holds any

  bool start_object(std::size_t) { return open(Json::object()); }
  bool start_array(std::size_t) { return open(Json::array()); }
  bool key(std::string& name) {
    member_ = &(*inside_[depth_ - 1])[name];  // said twice, the last one counts
    return true;
  }
  bool end_object() { return close(); }
  bool end_array() { return close(); }

  template <class Exception>
  bool parse_error(std::size_t position, const std::string&, const Exception&) {
    error_at = position;
    return false;
  }

  Json root;
  std::size_t error_at = 0;
  bool too_deep = false;

 private:
  // Where the next value belongs.
  template <class Value>
  Json* place(Value&& value) {
    if (depth_ == 0) return &(root = std::forward<Value>(value));
    Json& parent = *inside_[depth_ - 1];
    if (parent.is_object()) return &(*member_ = std::forward<Value>(value));
    parent.push_back(std::forward<Value>(value));
    return &parent.back();
  }
  template <class Value>
  bool add(Value&& value) {
    place(std::forward<Value>(value));
    return true;
  }
  bool open(Json empty) {
    too_deep = depth_ == deepest_json;
    if (too_deep) return false;
    inside_[depth_] = place(std::move(empty));
    ++depth_;
    return true;
  }
  bool close() {
    --depth_;
    return true;
  }

  // The objects and lists that are open; none moves while one in it is.
  std::array<Json*, deepest_json> inside_{};
  Json* member_ = nullptr;
  std::size_t depth_ = 0;
};

}  // namespace

Parsed parse_json(std::string_view text) {
  Builder builder;
  if (Json::sax_parse(text.begin(), text.end(), &builder)) return {std::move(builder.root)};
  if (builder.too_deep)
    return {std::nullopt, "nested deeper than " + std::to_string(deepest_json) + " levels"};
  return {std::nullopt, "not JSON from column " + std::to_string(builder.error_at), builder.error_at};
}

}  // namespace earshot
