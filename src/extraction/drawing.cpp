// Pictures of pages, in the worker.
#include "extraction/confinement.h"
#include "extraction/formats.h"
#include "extraction/tools.h"

namespace liem::extraction {
namespace {

Command draw_command(int page, const PagePicture& wanted, const char* file) {
  const std::string number = std::to_string(page);
  return {"pdftoppm",   "-f", number, "-l", number, "-scale-to-x", std::to_string(wanted.width),
          "-scale-to-y", "-1", "-png", file};
}

// A picture is put onto a page of its size and drawn like any other: so it is decoded by the tool
// that recognises it, and no library of ours ever sees it. The PDF is only made along with
// recognition; taking the page for one line of text (--psm 13) makes that short.
Command picture_to_pdf(int page) {
  return {"tesseract", "stdin", "stdout", "-l", "vie", "--psm", "13", "-c",
          "tessedit_page_number=" + std::to_string(page - 1), "pdf"};
}

std::unexpected<Error> no_page(int page) {
  return fail(errors::no_page, {{"page", std::to_string(page)}});
}

}  // namespace

Result<std::string> draw_page_of(Signs signs, const PagePicture& wanted, const Options& options) {
  const Toolbox tools({"pdftoppm", "tesseract"}, options);
  if (auto confined = confine_tools(tools.real_paths()); !confined) {
    return std::unexpected(confined.error());
  }
  if (signs != Signs::tiff && signs != Signs::pdf && wanted.page > 1) return no_page(wanted.page);
  const Pipeline pipeline =
      signs == Signs::pdf
          ? Pipeline{draw_command(wanted.page, wanted, document_path)}
          : Pipeline{picture_to_pdf(wanted.page), draw_command(1, wanted, "-")};
  auto runs = tools.run({pipeline});
  if (!runs) return std::unexpected(runs.error());
  ToolRun& run = runs->front();
  if (run.end == ToolEnd::failed && run.err.find("Wrong page range") != std::string::npos) {
    return no_page(wanted.page);
  }
  if (run.end != ToolEnd::finished) return failure_of(run);
  if (run.out.empty()) return no_page(wanted.page);
  return std::move(run.out);
}

}  // namespace liem::extraction
