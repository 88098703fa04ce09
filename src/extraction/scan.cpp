#include "extraction/confinement.h"
#include "extraction/formats.h"
#include "extraction/recognition.h"
#include "extraction/tiff.h"

namespace liem::extraction {
namespace {

// One for each page; only a TIFF has several.
Result<std::vector<Pipeline>> recognitions(std::string_view bytes, Format format,
                                           const Limits& limits) {
  if (format != Format::tiff) return std::vector<Pipeline>{{recognition_command()}};
  const auto pages = count_tiff_pages(bytes, limits.recognised_pages);
  if (!pages) return std::unexpected(pages.error());
  if (auto fits = check_scans(static_cast<std::size_t>(*pages), limits); !fits) {
    return std::unexpected(fits.error());
  }
  std::vector<Pipeline> out;
  for (int page = 1; page <= *pages; ++page) out.push_back({page_recognition_command(page)});
  return out;
}

}  // namespace

Result<ExtractedText> read_picture(std::string_view bytes, Format format, const Options& options) {
  const auto scans = recognitions(bytes, format, options.limits);
  if (!scans) return std::unexpected(scans.error());
  const Toolbox tools({"tesseract"}, options);
  if (auto confined = confine_tools(tools.real_paths()); !confined) {
    return std::unexpected(confined.error());
  }
  const auto total = static_cast<int>(scans->size());
  int done = 0;
  const auto runs = tools.run(*scans, [&] {
    ++done;
    if (options.pages_done) options.pages_done(done, total);
  });
  if (!runs) return std::unexpected(runs.error());
  TextBuilder out(format, options.limits);
  for (int page = 1; const auto& run : *runs) {
    if (run.end != ToolEnd::finished) return broken_by(run);
    if (out.size() > 0) out.paragraph({}, {});
    append_recognised(run.out, page++, options.limits, out);
  }
  out.result().pages = out.result().recognised_pages = total;
  return std::move(out).finish();
}

}  // namespace liem::extraction
