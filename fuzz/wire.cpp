// The bytes a worker sends, taken over by whatever it had to read: what the caller accepts, it can
// use, and would send on as it is.
#include "extraction/wire.h"

#include "fuzz/data.h"
#include "fuzz/extracted.h"

namespace {

using namespace liem;

// Between what every answer opens with and closes with; within them stands the kind, a number.
std::string in_frame(std::string_view bytes) {
  static const std::string none = extraction::encode_boxes(std::vector<extraction::WordBox>{});
  constexpr std::size_t closing = 4, content = 2 * sizeof(std::uint64_t);
  const std::size_t opening = none.size() - closing - content;
  return none.substr(0, opening) + std::string(bytes) + none.substr(none.size() - closing);
}

void text_answer(std::string_view bytes) {
  const auto received = extraction::decode(bytes, "f");
  if (!received) return;
  if (*received) fuzz::check_extracted(*received);
  LIEM_CHECK(*received || fuzz::words().knows(received->error().message.id));
}

void boxes_answer(std::string_view bytes) {
  const auto received = extraction::decode_boxes(bytes, "f");
  if (!received) return;
  LIEM_CHECK(extraction::decode_boxes(extraction::encode_boxes(*received), "f").has_value());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto bytes = fuzz::as_text(data, size);
  const std::string framed = in_frame(bytes);
  for (const auto answer : {bytes, std::string_view(framed)}) {
    text_answer(answer);
    boxes_answer(answer);
    extraction::decode_picture(answer, "f");
  }
  return 0;
}
