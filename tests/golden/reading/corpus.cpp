#include "corpus.h"

#include <algorithm>
#include <fstream>
#include <sstream>

#include "base/yaml.h"

namespace liem::golden {
namespace {

constexpr ErrorCode broken_tag{"golden.broken_tag", ErrorKind::bad_input};
constexpr std::string_view open_mark = "⟦", close_mark = "⟧";

std::unexpected<Error> broken(const std::string& file, std::string_view text, std::size_t at,
                              std::string reason) {
  const auto line =
      1 + std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n');
  return fail(broken_tag,
              {{"file", file}, {"line", std::to_string(line)}, {"reason", std::move(reason)}});
}

// name="value" pairs behind the tag's letter.
bool parse_attributes(std::string_view text, Tag& tag) {
  while (!text.empty()) {
    const auto start = text.find_first_not_of(' ');
    if (start == std::string_view::npos) return true;
    text.remove_prefix(start);
    const auto equals = text.find("=\"");
    if (equals == std::string_view::npos) return false;
    const auto end = text.find('"', equals + 2);
    if (end == std::string_view::npos) return false;
    tag.attributes[std::string(text.substr(0, equals))] = text.substr(equals + 2, end - equals - 2);
    text.remove_prefix(end + 1);
  }
  return true;
}

}  // namespace

Result<Document> load_document(const std::filesystem::path& file) {
  std::ifstream input(file, std::ios::binary);
  std::stringstream buffer;
  buffer << input.rdbuf();
  const std::string all = buffer.str();
  const std::string name = file.filename();
  Document document;
  document.name = name;
  const auto body = all.find("\n---\n");
  if (!all.starts_with("---\n") || body == std::string::npos)
    return broken(name, all, 0, "front matter");
  const auto head = yaml::parse(std::string_view(all).substr(4, body - 3), name);
  if (!head) return std::unexpected(head.error());
  const auto kind = head->text_at("kind");
  if (!kind) return std::unexpected(kind.error());
  document.kind = *kind;
  if (head->has("traps")) {
    const auto traps = head->at("traps")->items();
    if (!traps) return std::unexpected(traps.error());
    for (const auto& trap : *traps) document.traps.push_back(trap.text().value_or(""));
  }

  std::vector<Tag> open;
  std::size_t at = body + 5;
  for (;;) {
    const auto mark = all.find(open_mark, at);
    document.text += all.substr(at, mark == std::string::npos ? mark : mark - at);
    if (mark == std::string::npos) break;
    const auto end = all.find(close_mark, mark);
    if (end == std::string::npos) return broken(name, all, mark, "unclosed bracket");
    const auto inner =
        std::string_view(all).substr(mark + open_mark.size(), end - mark - open_mark.size());
    at = end + close_mark.size();
    if (inner.starts_with('/')) {
      if (open.empty() || inner.size() < 2 || open.back().kind != inner[1]) {
        return broken(name, all, mark, "closes what is not open");
      }
      open.back().span.end = document.text.size();
      document.tags.push_back(open.back());
      open.pop_back();
      continue;
    }
    Tag tag;
    tag.kind = inner.empty() ? '?' : inner[0];
    tag.span.begin = document.text.size();
    if (std::string_view("crsnf").find(tag.kind) == std::string_view::npos ||
        !parse_attributes(inner.substr(1), tag)) {
      return broken(name, all, mark, std::string(inner));
    }
    open.push_back(std::move(tag));
  }
  if (!open.empty()) return broken(name, all, all.size(), "tag left open");
  std::ranges::stable_sort(document.tags, {}, [](const Tag& tag) { return tag.span.begin; });
  return document;
}

Result<std::vector<Document>> load_corpus(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() == ".txt") files.push_back(entry.path());
  }
  std::ranges::sort(files);
  std::vector<Document> documents;
  for (const auto& file : files) {
    if (file.filename() == "CMakeLists.txt") continue;
    auto document = load_document(file);
    if (!document) return std::unexpected(document.error());
    documents.push_back(std::move(*document));
  }
  return documents;
}

}  // namespace liem::golden
