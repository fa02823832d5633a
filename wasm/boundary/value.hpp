// JSON as it was read: a small value of our own, since the library's would be 10 kB more for every visitor
// (docs/decisions/0028-light.md). Nothing that is asked of it can fail: what is not there, or is something
// else, is empty.
#pragma once
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace earshot {

// Nothing that we read is nested deeper than four levels; what is, is hostile.
inline constexpr std::size_t deepest_json = 16;

// `natural`: written without sign, fraction and exponent. `negative`: the same behind a minus.
enum class Kind : std::uint8_t { absent, null, boolean, natural, negative, real, text, list, object };

// It stays in its document, where what is in it lies behind it: only references to it make sense.
class Value {
 public:
  bool is(Kind kind) const { return kind_ == kind; }
  bool is_there() const { return kind_ != Kind::absent; }
  bool is_whole() const { return is(Kind::natural) || is(Kind::negative); }
  bool is_number() const { return is_whole() || is(Kind::real); }

  bool is_true() const { return is(Kind::boolean) && natural_ != 0; }
  std::string_view text() const;
  // The greatest there is where 64 bits do not hold it.
  std::int64_t whole() const;
  double number() const;

  // Of a member of an object.
  std::string_view name() const { return {name_, name_size_}; }
  // Said twice, the last one counts, in the place of the first.
  const Value& operator[](std::string_view name) const;
  const Value& operator[](const char* name) const;
  // How many are in it.
  std::size_t size() const { return is(Kind::list) || is(Kind::object) ? inside_.count : 0; }
  // What is in it, in its order.
  class At {
   public:
    explicit At(const Value* value) : value_(value) {}
    const Value& operator*() const { return *value_; }
    At& operator++() { return value_ = value_->next_ == 0 ? nullptr : value_ + value_->next_, *this; }
    bool operator!=(std::nullptr_t) const { return value_ != nullptr; }

   private:
    const Value* value_;
  };
  At begin() const { return At{size() > 0 ? this + inside_.first : nullptr}; }
  std::nullptr_t end() const { return nullptr; }

 private:
  friend class Reader;
  struct Text {
    const char* at;
    std::uint32_t size;
  };
  // `first` is so many values further on, where there is any.
  struct Inside {
    std::uint32_t first, count;
  };

  Kind kind_ = Kind::absent;
  std::uint32_t next_ = 0;  // in the same list or object: so many values further on; 0 for the last one
  std::uint32_t name_size_ = 0;
  const char* name_ = "";
  union {
    std::uint64_t natural_ = 0;  // and booleans
    std::int64_t negative_;
    double real_;
    Text text_;
    Inside inside_;
  };
};

// Keeps what is in it; it may be moved.
class Document {
 public:
  // Where the text stopped being JSON, and why; "" where it did not.
  const std::string& wrong() const { return wrong_; }
  std::size_t wrong_at() const { return wrong_at_; }  // bytes from the start, 1 for the first

  // Absent where something was wrong.
  const Value& root() const;

 private:
  friend class Reader;
  std::vector<Value> values_{};
  std::unique_ptr<char[]> letters_{};  // of all texts and names
  std::string wrong_{};
  std::size_t wrong_at_ = 0;
};

Document read_json(std::string_view text);

}  // namespace earshot
