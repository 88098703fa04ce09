#include "base/yaml.h"

#include <yaml-cpp/eventhandler.h>

#include <algorithm>
#include <charconv>
#include <optional>
#include <sstream>

#include "base/utf8.h"

namespace liem::yaml {
namespace {

// What is wanted is shown by an example, which reads the same in every language.
constexpr std::string_view wanted_map = "key: …", wanted_text = "\"…\"";

template <class T>
Result<T> wrong(const Node& node, std::string_view wanted) {
  return std::unexpected(node.error(errors::wrong_kind, {{"wanted", std::string(wanted)}}));
}

template <class T>
Result<T> found_as(const Node& node, std::string_view key, Result<T> (Node::*read)() const) {
  auto child = node.at(key);
  if (!child) return std::unexpected(child.error());
  return ((*child).*read)();
}

}  // namespace

Error Node::error(ErrorCode code, Args args) const {
  args.insert(args.begin(), {{"file", file_}, {"line", std::to_string(line())}});
  return Error{code.kind, Message{std::string(code.id), std::move(args)}};
}

bool Node::has(std::string_view key) const {
  return node_.IsMap() && node_[std::string(key)].IsDefined();
}

Result<Node> Node::at(std::string_view key) const {
  if (!node_.IsMap()) return wrong<Node>(*this, wanted_map);
  const YAML::Node child = node_[std::string(key)];
  if (!child.IsDefined()) {
    return std::unexpected(error(errors::missing_key, {{"key", std::string(key)}}));
  }
  return Node(child, file_);
}

Result<std::vector<Node>> Node::items() const {
  if (!node_.IsSequence()) return wrong<std::vector<Node>>(*this, "- …");
  std::vector<Node> out;
  for (const auto& item : node_) out.emplace_back(item, file_);
  return out;
}

Result<std::vector<std::pair<std::string, Node>>> Node::entries() const {
  if (!node_.IsMap()) return wrong<std::vector<std::pair<std::string, Node>>>(*this, wanted_map);
  std::vector<std::pair<std::string, Node>> out;
  for (const auto& entry : node_) {
    const Node key(entry.first, file_);
    if (!key.is_scalar()) return wrong<std::vector<std::pair<std::string, Node>>>(key, wanted_text);
    auto name = entry.first.Scalar();
    const auto same = [&](const auto& earlier) { return earlier.first == name; };
    if (std::ranges::any_of(out, same)) {
      return std::unexpected(key.error(errors::repeated_key, {{"key", name}}));
    }
    out.emplace_back(std::move(name), Node(entry.second, file_));
  }
  return out;
}

Result<void> Node::only(std::initializer_list<std::string_view> keys) const {
  auto all = entries();
  if (!all) return std::unexpected(all.error());
  for (const auto& [name, node] : *all) {
    if (std::ranges::find(keys, name) != keys.end()) continue;
    std::string known;
    for (const auto key : keys) known.append(known.empty() ? "" : ", ").append(key);
    return std::unexpected(node.error(errors::unknown_key, {{"key", name}, {"known", known}}));
  }
  return {};
}

Result<std::string> Node::text() const {
  if (!node_.IsScalar()) return wrong<std::string>(*this, wanted_text);
  return node_.Scalar();
}

Result<Decimal> Node::decimal() const {
  const auto value = node_.IsScalar() ? Decimal::parse(node_.Scalar()) : std::nullopt;
  if (!value) return wrong<Decimal>(*this, "12.5");
  return *value;
}

Result<int> Node::whole() const {
  int value = 0;
  const std::string text = node_.IsScalar() ? node_.Scalar() : "";
  const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (text.empty() || failed != std::errc() || end != text.data() + text.size()) {
    return wrong<int>(*this, "12");
  }
  return value;
}

Result<bool> Node::boolean() const {
  const std::string text = node_.IsScalar() ? node_.Scalar() : "";
  if (text == "true") return true;
  if (text == "false") return false;
  return wrong<bool>(*this, "true, false");
}

Result<Date> Node::date() const {
  const auto value = node_.IsScalar() ? parse_iso_date(node_.Scalar()) : std::nullopt;
  if (!value) return wrong<Date>(*this, "2025-12-31");
  return *value;
}

Result<std::string> Node::text_at(std::string_view key) const {
  return found_as(*this, key, &Node::text);
}
Result<std::string> Node::text_or(std::string_view key, std::string otherwise) const {
  if (!has(key)) return otherwise;
  return text_at(key);
}
Result<Decimal> Node::decimal_at(std::string_view key) const {
  return found_as(*this, key, &Node::decimal);
}
Result<int> Node::whole_at(std::string_view key) const {
  return found_as(*this, key, &Node::whole);
}
Result<Date> Node::date_at(std::string_view key) const { return found_as(*this, key, &Node::date); }

namespace {

// Words for the slips people make; what yaml-cpp says of the rest helps nobody who edits a file.
ErrorCode code_of(const std::string& reason) {
  using namespace YAML::ErrorMsg;
  if (reason == TAB_IN_INDENTATION) return errors::tab;
  if (reason == END_OF_SEQ_FLOW) return errors::open_list;
  if (reason == END_OF_MAP_FLOW) return errors::open_map;
  if (reason == EOF_IN_SCALAR) return errors::open_quote;
  for (const std::string_view escape : {INVALID_ESCAPE, INVALID_HEX, INVALID_UNICODE}) {
    if (reason.starts_with(escape)) return errors::bad_escape;
  }
  return errors::broken;
}

int lines_before(std::string_view text, std::size_t offset) {
  return static_cast<int>(std::ranges::count(text.substr(0, offset), '\n'));
}

// Line `index` of those there are, counted from 0, without its end.
std::string_view line_at(std::string_view text, int index) {
  for (; index > 0; --index) text.remove_prefix(text.find('\n') + 1);
  return text.substr(0, text.find('\n'));
}

bool indented_by_tab(std::string_view line) {
  const auto start = line.find_first_not_of(' ');
  return start != line.npos && line[start] == '\t';
}

Error broken_at(std::string_view text, std::string_view file, const YAML::Exception& broken) {
  const std::size_t end = text.ends_with('\n') ? text.size() - 1 : text.size();
  const int line = std::clamp(broken.mark.line, 0, lines_before(text, end));
  const auto code = indented_by_tab(line_at(text, line)) ? errors::tab : code_of(broken.msg);
  return Error{code.kind,
               Message{std::string(code.id),
                       {{"file", std::string(file)}, {"line", std::to_string(line + 1)}}}};
}

// Where the content of each document starts.
class DocumentStarts : public YAML::EventHandler {
 public:
  void OnDocumentStart(const YAML::Mark&) override { outside_ = true; }
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark& mark, YAML::anchor_t) override { note(mark); }
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override { note(mark); }
  void OnScalar(const YAML::Mark& mark, const std::string&, YAML::anchor_t,
                const std::string&) override {
    note(mark);
  }
  void OnSequenceStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t,
                       YAML::EmitterStyle::value) override {
    note(mark);
  }
  void OnSequenceEnd() override {}
  void OnMapStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t,
                  YAML::EmitterStyle::value) override {
    note(mark);
  }
  void OnMapEnd() override {}

  std::vector<YAML::Mark> marks;

 private:
  void note(const YAML::Mark& mark) {
    if (outside_) marks.push_back(mark);
    outside_ = false;
  }
  bool outside_ = false;
};

// Nothing, or what is wrong with there being more than one document. Where a bracket is closed that
// was never opened, yaml-cpp starts documents at one place for ever, YAML::LoadAll() with it.
std::optional<Error> second_document(const std::string& text, std::string_view file) {
  std::istringstream stream(text);
  YAML::Parser parser(stream);
  DocumentStarts starts;
  while (starts.marks.size() < 3 && parser.HandleNextDocument(starts)) {
  }
  const auto& marks = starts.marks;
  if (marks.size() < 2) return std::nullopt;
  const bool stuck = marks.size() == 3 && marks[1].pos == marks[2].pos;
  const auto code = stuck ? errors::broken : errors::second_document;
  return fail(code, {{"file", std::string(file)}, {"line", std::to_string(marks[1].line + 1)}})
      .error();
}

}  // namespace

Result<Node> parse(std::string_view text, std::string_view file) {
  // yaml-cpp takes a text with a NUL for UTF-16.
  if (const auto bad = std::min(utf8::find_invalid(text), text.find('\0')); bad != text.npos) {
    return fail(errors::not_utf8, {{"file", std::string(file)},
                                   {"line", std::to_string(lines_before(text, bad) + 1)}});
  }
  try {
    // yaml-cpp takes the end of the file for a closing quote unless something follows it.
    const std::string closed = std::string(text) + "\n#";
    if (auto error = second_document(closed, file)) return std::unexpected(std::move(*error));
    return Node(YAML::Load(closed), std::string(file));
  } catch (const YAML::Exception& broken) {
    return std::unexpected(broken_at(text, file, broken));
  }
}

}  // namespace liem::yaml
