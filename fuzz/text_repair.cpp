// Repaired text is UTF-8 without loose marks, repaired once and for all, and every letter of it
// leads back to a stretch of the source of its own, in order.
#include "base/utf8.h"
#include "fuzz/data.h"
#include "text/repair.h"
#include "text/utf8.h"

namespace {

using namespace liem;

bool is_combining(char32_t code) { return code >= 0x300 && code < 0x370; }

void check_letters(const text::RepairedText& repaired) {
  const auto text = repaired.text(), source = repaired.source();
  std::size_t behind = 0;
  for (std::size_t at = 0; at < text.size();) {
    const auto letter = utf8::decode(text, at);
    LIEM_CHECK(!is_combining(letter.code));
    const auto span = repaired.to_source({at, at + letter.length});
    LIEM_CHECK(behind <= span.begin && span.begin < span.end && span.end <= source.size());
    LIEM_CHECK(utf8::find_invalid(text::slice(source, span)) == std::string_view::npos);
    const char plain = utf8::fold(letter.code);
    const char source_plain = utf8::fold(utf8::decode(source, span.begin).code);
    LIEM_CHECK(plain == 0 || source_plain == 0 || plain == source_plain);
    LIEM_CHECK(repaired.to_source({at, at}).begin == span.begin);
    behind = span.end;
    at += letter.length;
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto source = fuzz::as_text(data, size);
  const auto repaired = text::repair(source, "f");
  if (!repaired) {
    fuzz::check_words(repaired.error().message);
    return 0;
  }
  const auto text = repaired->text();
  LIEM_CHECK(utf8::find_invalid(text) == std::string_view::npos);
  check_letters(*repaired);
  const auto again = text::repair(text, "f");
  LIEM_CHECK(again.has_value() && again->text() == text);
  return 0;
}
