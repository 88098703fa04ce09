// Any YAML: refused with the place of what is wrong, or walked to its leaves.
#include "base/yaml.h"

#include "fuzz/data.h"

namespace {

using namespace liem;

constexpr int deepest = 50;  // an alias may lead round in a circle

void check_refusal(const Error& error) {
  LIEM_CHECK(error.message.args.at(0) == (Args::value_type{"file", "f"}));
  LIEM_CHECK(error.message.args.at(1).first == "line");
  LIEM_CHECK(std::stoi(error.message.args[1].second) >= 1);
  fuzz::check_words(error.message);
}

template <class T>
void check(const Result<T>& value) {
  if (!value) check_refusal(value.error());
}

// `budget` nodes at most: aliases make trees that are far larger than the file.
void walk(const yaml::Node& node, int depth, int& budget) {
  if (depth > deepest || --budget < 0) return;
  check(node.text());
  check(node.decimal());
  check(node.whole());
  check(node.boolean());
  check(node.date());
  check(node.at("key"));
  check(node.only({"key", "other"}));
  const auto items = node.items();
  check(items);
  if (items) {
    for (const auto& item : *items) walk(item, depth + 1, budget);
  }
  const auto entries = node.entries();
  check(entries);
  if (entries) {
    for (const auto& [name, entry] : *entries) {
      LIEM_CHECK(node.has(name));
      walk(entry, depth + 1, budget);
    }
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto root = yaml::parse(fuzz::as_text(data, size), "f");
  check(root);
  int budget = 2000;
  if (root) walk(*root, 0, budget);
  return 0;
}
