// What pdftotext -bbox-layout, pdfsig and tesseract print, made up by whoever made the file. The
// first line names the tool.
#include <algorithm>

#include "extraction/builder.h"
#include "extraction/formats.h"
#include "extraction/pdf_boxes.h"
#include "extraction/pdf_signatures.h"
#include "extraction/recognition.h"
#include "fuzz/data.h"
#include "fuzz/extracted.h"

namespace {

using namespace liem;
using extraction::TextBuilder;

void boxes(std::string output) {
  const auto words = extraction::parse_boxes(std::move(output));
  const auto received = extraction::decode_boxes(extraction::encode_boxes(words), "f");
  LIEM_CHECK(received.has_value() && received->has_value() == words.has_value());
  if (!*received) fuzz::check_words(received->error().message);
}

void signatures(std::string output) {
  extraction::ToolRun run;
  run.end = extraction::ToolEnd::finished;
  run.out = std::move(output);
  auto found = extraction::read_signatures(run);
  LIEM_CHECK(found.has_value());
  fuzz::check_extracted(extraction::ExtractedText{.signatures = std::move(*found)});
}

void recognised(std::string_view output) {
  const auto limits = fuzz::small_limits();
  TextBuilder out(extraction::Format::png, limits);
  const int pages = extraction::append_recognised(output, 1, limits, out);
  out.result().pages = out.result().recognised_pages = pages;
  fuzz::check_extracted(std::move(out).finish());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  auto input = fuzz::as_text(data, size);
  const auto tool = input.substr(0, input.find('\n'));
  input.remove_prefix(std::min(tool.size() + 1, input.size()));
  if (tool == "pdftotext") boxes(std::string(input));
  if (tool == "pdfsig") signatures(std::string(input));
  if (tool == "tesseract") recognised(input);
  return 0;
}
