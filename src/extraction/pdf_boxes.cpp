#include "extraction/pdf_boxes.h"

#include <algorithm>
#include <cstdlib>

#include "extraction/confinement.h"
#include "extraction/formats.h"
#include "extraction/tools.h"
#include "extraction/xml.h"

namespace liem::extraction {
namespace {

// pdftotext writes points as decimals; a box counts in ten-thousandths of the page.
int part_of(std::string_view value, double whole) {
  const double part = std::strtod(std::string(value).c_str(), nullptr) / whole * 10'000;
  return part > 0 ? static_cast<int>(std::min(part, 10'000.0)) : 0;  // 0 also for "nan"
}

}  // namespace

Result<std::vector<WordBox>> parse_boxes(std::string output) {
  pugi::xml_document document;
  if (auto parsed = xml::parse(document, output, "bbox-layout"); !parsed) {
    return std::unexpected(parsed.error());
  }
  const auto sheet = document.find_node([](const pugi::xml_node& n) { return xml::is(n, "page"); });
  const double width = sheet.attribute("width").as_double();
  const double height = sheet.attribute("height").as_double();
  std::vector<WordBox> words;
  struct Walker : pugi::xml_tree_walker {
    bool for_each(pugi::xml_node& node) override {
      if (xml::is(node, "word")) found.push_back(node);
      return true;
    }
    std::vector<pugi::xml_node> found;
  } walker;
  document.traverse(walker);
  for (const auto& node : walker.found) {
    words.push_back({node.text().get(),
                     {part_of(xml::attribute(node, "xMin"), width),
                      part_of(xml::attribute(node, "yMin"), height),
                      part_of(xml::attribute(node, "xMax"), width),
                      part_of(xml::attribute(node, "yMax"), height)}});
  }
  return words;
}

Result<std::vector<WordBox>> read_pdf_boxes(int page, const Options& options) {
  const Toolbox tools({"pdftotext"}, options);
  if (auto confined = confine_tools(tools.real_paths()); !confined) {
    return std::unexpected(confined.error());
  }
  const std::string number = std::to_string(page);
  auto run = tools.run_one({"pdftotext", "-bbox-layout", "-enc", "UTF-8", "-f", number, "-l",
                            number, document_path, "-"});
  if (!run) return std::unexpected(run.error());
  if (run->end != ToolEnd::finished) return failure_of(*run);
  return parse_boxes(std::move(run->out));
}

}  // namespace liem::extraction
