// Pages of PDFs drawn by poppler's tool, in the worker.
#include "extraction/confinement.h"
#include "extraction/formats.h"
#include "extraction/tools.h"

namespace liem::extraction {

Result<std::string> draw_pdf_page(const PagePicture& wanted, const Options& options) {
  const Toolbox tools({"pdftoppm"}, options);
  if (auto confined = confine_tools(tools.real_paths()); !confined) {
    return std::unexpected(confined.error());
  }
  const std::string page = std::to_string(wanted.page);
  auto run =
      tools.run_one({"pdftoppm", "-f", page, "-l", page, "-scale-to-x",
                     std::to_string(wanted.width), "-scale-to-y", "-1", "-png", document_path});
  if (!run) return std::unexpected(run.error());
  if (run->end == ToolEnd::failed && run->err.find("Wrong page range") != std::string::npos) {
    return fail(errors::no_page, {{"page", page}});
  }
  if (run->end != ToolEnd::finished) return failure_of(*run);
  return std::move(run->out);
}

}  // namespace liem::extraction
