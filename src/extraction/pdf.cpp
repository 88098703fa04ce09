#include <algorithm>
#include <optional>

#include "extraction/builder.h"
#include "extraction/confinement.h"
#include "extraction/formats.h"
#include "extraction/pdf_signatures.h"
#include "extraction/recognition.h"
#include "extraction/tools.h"
#include "extraction/xml.h"

namespace liem::extraction {
namespace {

// A page with fewer letters and digits than this in its text layer is a picture of a page: a
// scanner's stamp or a page number alone comes to less, a signature block to more.
constexpr std::size_t least_words_of_a_page = 25;

bool has_text_layer(std::string_view page) {
  return std::ranges::count_if(page, [](char c) { return static_cast<unsigned char>(c) > 0x20; }) >=
         static_cast<std::ptrdiff_t>(least_words_of_a_page);
}

std::string_view field(std::string_view info, std::string_view name) {
  for (std::size_t at = 0; at < info.size();) {
    const std::size_t end = std::min(info.find('\n', at), info.size());
    const auto line = info.substr(at, end - at);
    if (line.starts_with(name)) {
      const auto value = line.find_first_not_of(' ', name.size());
      return value == std::string_view::npos ? std::string_view{} : line.substr(value);
    }
    at = end + 1;
  }
  return {};
}

bool mentions(const ToolRun& run, std::string_view words) {
  return run.err.find(words) != std::string::npos;
}

std::unexpected<Error> refusal_of(const ToolRun& run) {
  if (mentions(run, "Incorrect password") || mentions(run, "not allowed")) {
    return fail(errors::encrypted);
  }
  return broken_by(run);
}

// Pages of pdftotext's output; a form feed ends each.
std::vector<std::string_view> split_pages(std::string_view text) {
  std::vector<std::string_view> pages;
  while (!text.empty()) {
    const auto end = std::min(text.find('\f'), text.size());
    pages.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return pages;
}

// The number in front of `word`, as in "   3 size: ..."; the rest of the line is left in `line`.
std::optional<int> number_before(std::string_view& line, std::string_view word) {
  const auto at = line.find(word);
  const auto digits = line.find_first_not_of(' ');
  if (at == std::string_view::npos || digits >= at) return std::nullopt;
  const auto number = xml::whole(line.substr(digits, at - digits));
  if (number)
    line.remove_prefix(std::min(line.find_first_not_of(' ', at + word.size()), line.size()));
  return number;
}

int whole_points(std::string_view number) {
  return std::max(xml::whole(number.substr(0, number.find_first_of(". "))).value_or(1), 1);
}

// Lines such as "Page    3 size:  595.32 x 841.92 pts (A4)" and "Page    3 rot:  90".
std::vector<PageShape> shapes_in(std::string_view info, std::size_t pages) {
  std::vector<PageShape> shapes(pages, PageShape{595, 842});  // A4 where nothing is told
  const auto shape_of = [&](std::optional<int> page) -> PageShape* {
    const bool known = page && *page > 0 && static_cast<std::size_t>(*page) <= pages;
    return known ? &shapes[static_cast<std::size_t>(*page) - 1] : nullptr;
  };
  for (std::size_t at = 0; at < info.size();) {
    const std::size_t end = std::min(info.find('\n', at), info.size());
    std::string_view line = info.substr(at, end - at);
    at = end + 1;
    if (!line.starts_with("Page ")) continue;
    line.remove_prefix(5);
    const auto by = line.find(" x ");
    if (auto* shape = shape_of(number_before(line, " size:")); shape && by != line.npos) {
      *shape = {whole_points(line), whole_points(line.substr(line.find(" x ") + 3))};
    } else if (auto* turned = shape_of(number_before(line, " rot:"))) {
      if (line == "90" || line == "270") std::swap(turned->width, turned->height);
    }
  }
  return shapes;
}

Result<std::vector<PageShape>> find_shapes(const Toolbox& tools, const Limits& limits) {
  const auto info =
      tools.run_one({"pdfinfo", "-f", "1", "-l", std::to_string(limits.pages), document_path});
  if (!info) return std::unexpected(info.error());
  if (info->end != ToolEnd::finished) return refusal_of(*info);
  const int pages = xml::whole(field(info->out, "Pages:")).value_or(0);
  if (pages <= 0) return fail(errors::broken, {{"reason", "Pages: 0"}});
  if (pages > limits.pages) {
    return fail(errors::too_many_pages,
                {{"pages", std::to_string(pages)}, {"limit", std::to_string(limits.pages)}});
  }
  return shapes_in(info->out, static_cast<std::size_t>(pages));
}

Pipeline recognise_page(int page) {
  const std::string number = std::to_string(page);
  return {{"pdftoppm", "-f", number, "-l", number, "-r", std::to_string(recognition_dpi), "-gray",
           document_path},
          recognition_command()};
}

Result<ExtractedText> assemble(const std::vector<std::string_view>& pages, const Toolbox& tools,
                               const Options& options) {
  std::vector<Pipeline> scans;
  for (std::size_t i = 0; i < pages.size(); ++i) {
    if (!has_text_layer(pages[i])) scans.push_back(recognise_page(static_cast<int>(i) + 1));
  }
  if (auto fits = check_scans(scans.size(), options.limits); !fits) {
    return std::unexpected(fits.error());
  }
  const auto total = static_cast<int>(pages.size());
  int done = total - static_cast<int>(scans.size());
  const auto tell = [&] {
    if (options.pages_done) options.pages_done(done, total);
  };
  tell();
  const auto runs = tools.run(scans, [&] { ++done, tell(); });
  if (!runs) return std::unexpected(runs.error());
  TextBuilder out(Format::pdf, options.limits);
  std::size_t scan = 0;
  for (std::size_t i = 0; i < pages.size(); ++i) {
    const int page = static_cast<int>(i) + 1;
    if (out.size() > 0) out.paragraph({}, {});
    if (has_text_layer(pages[i])) {
      out.block(pages[i], Place{.page = page});
      continue;
    }
    const auto& run = (*runs)[scan++];
    if (run.end != ToolEnd::finished) return failure_of(run);
    append_recognised(run.out, page, options.limits, out);
  }
  out.result().pages = static_cast<int>(pages.size());
  out.result().recognised_pages = static_cast<int>(scans.size());
  return std::move(out).finish();
}

}  // namespace

Result<ExtractedText> read_pdf(const Options& options) {
  const Toolbox tools({"pdfinfo", "pdftotext", "pdfsig", "pdftoppm", "tesseract"}, options);
  if (auto confined = confine_tools(tools.real_paths()); !confined) {
    return std::unexpected(confined.error());
  }
  auto shapes = find_shapes(tools, options.limits);
  if (!shapes) return std::unexpected(shapes.error());
  // Fetching revocation lists would need the network, which this process has given up.
  const auto runs = tools.run({{{"pdftotext", "-raw", "-enc", "UTF-8", document_path, "-"}},
                               {{"pdfsig", "-no-ocsp", document_path}}});
  if (!runs) return std::unexpected(runs.error());
  const ToolRun& text = runs->front();
  if (text.end != ToolEnd::finished) return refusal_of(text);
  auto pages = split_pages(text.out);
  pages.resize(shapes->size());
  auto result = assemble(pages, tools, options);
  if (!result) return result;
  auto signatures = read_signatures(runs->back());
  if (!signatures) return std::unexpected(signatures.error());
  result->signatures = std::move(*signatures);
  for (std::size_t i = 0; i < pages.size(); ++i) {
    (*shapes)[i].recognised = !has_text_layer(pages[i]);
  }
  result->shapes = std::move(*shapes);
  return result;
}

}  // namespace liem::extraction
