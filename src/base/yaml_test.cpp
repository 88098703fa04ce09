#include "base/yaml.h"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "base/messages.h"

namespace liem::yaml {
namespace {

// "<code> <line>" of the refusal, or "" where the text is read.
std::string refusal(std::string_view text) {
  const auto root = parse(text, "f");
  if (root) return "";
  const auto& message = root.error().message;
  return message.id + " " + message.args[1].second;
}

TEST(Yaml, RefusesASecondDocumentInsteadOfIgnoringIt) {
  EXPECT_EQ(refusal("a: 1\n---\nb: 2\n"), "yaml.second_document 3");
  EXPECT_EQ(refusal("a: 1\n...\nb: 2\n"), "yaml.second_document 3");
  EXPECT_EQ(refusal("- a\nb: 1\n"), "yaml.second_document 2");
  EXPECT_EQ(refusal("---\na: 1\n...\n"), "");
}

TEST(Yaml, RefusesBytesThatAreNotUtf8WithTheirLine) {
  EXPECT_EQ(refusal("a: 1\nb: \"t\xEC\"\n"), "yaml.not_utf8 2");
}

TEST(Yaml, CountsLinesFromOneEvenInAnEmptyFile) {
  for (const auto* text : {"", "# nothing\n", "---\n"}) {
    const auto root = parse(text, "f");
    ASSERT_TRUE(root);
    EXPECT_GE(root->line(), 1) << text;
  }
  EXPECT_EQ(parse("", "f")->at("id").error().message.args[1].second, "1");
}

TEST(Yaml, KnowsTheSlipsPeopleMake) {
  EXPECT_EQ(refusal("a:\n\tb: 2\n"), "yaml.tab 2");
  EXPECT_EQ(refusal("a:\n\t- b\n"), "yaml.tab 2");
  EXPECT_EQ(refusal("a: [1\nb: 2"), "yaml.open_list 2");
  EXPECT_EQ(refusal("a: {x: 1\n"), "yaml.open_map 1");
  EXPECT_EQ(refusal("a: 1\nb: \"x\n"), "yaml.open_quote 2");
  EXPECT_EQ(refusal("b: 'x"), "yaml.open_quote 1");
  EXPECT_EQ(refusal("a: \"\\q\"\n"), "yaml.bad_escape 1");
  EXPECT_EQ(refusal("a: \"\\xZZ\"\n"), "yaml.bad_escape 1");
  EXPECT_EQ(refusal("a: b: c\n"), "yaml.broken 1");
}

TEST(Yaml, ReadsTextsThatOnlyLookOpenAtTheEnd) {
  EXPECT_EQ(parse("a: |\n  x\n", "f")->text_at("a"), "x\n");
  EXPECT_EQ(parse("a: |\n  x", "f")->text_at("a"), "x\n") << "the last line may lack its end";
  EXPECT_EQ(parse("a: \"it's\"", "f")->text_at("a"), "it's");
}

TEST(Yaml, KeepsTheLibrarysEnglishOutOfVietnameseSentences) {
  std::ifstream in(LIEM_SOURCE_DIR "/data/locales/messages/yaml.yaml");
  std::ostringstream words;
  words << in.rdbuf();
  Catalogue catalogue;
  ASSERT_TRUE(catalogue.add(words.str(), "yaml.yaml"));
  const auto said = [&](const Error& error) { return catalogue.render(error.message, Locale::vi); };
  EXPECT_EQ(said(parse("a: [1\n", "f").error()),
            "f:1: danh sách mở bằng “[” chưa đóng; hãy thêm “]”");
  EXPECT_EQ(said(parse("a: {x: 1\n", "f").error()),
            "f:1: nhóm mục mở bằng “{” chưa đóng; hãy thêm “}”");
  EXPECT_EQ(said(parse("a: \"\\q\"\n", "f").error()),
            "f:1: sau “\\” trong dấu nháy kép có ký tự không hợp lệ; hãy viết “\\\\” hoặc dùng dấu "
            "nháy đơn");
  EXPECT_EQ(said(parse("a: [1]\n", "f")->at("a")->boolean().error()),
            "f:1: giá trị không đúng loại; cần: true, false");
}

TEST(Yaml, RefusesANulAsTextInAnotherEncoding) {
  const auto node = parse(std::string_view("a: 1\nb: \0x\n", 11), "f");
  ASSERT_FALSE(node);
  EXPECT_EQ(node.error().message.id, "yaml.not_utf8");
  EXPECT_EQ(node.error().message.args[1].second, "2");
}

TEST(Yaml, RefusesABracketClosedOnceTooOften) {
  for (const auto* text : {"a: 1\nb: {c: 1}}\n", "a: 1\n[]]\n", "a: 1\n]"}) {
    const auto node = parse(text, "f");
    ASSERT_FALSE(node) << text;
    EXPECT_EQ(node.error().message.id, "yaml.broken") << text;
    EXPECT_EQ(node.error().message.args[1].second, "2") << text;
  }
}

}  // namespace
}  // namespace liem::yaml
