#include "assessment/papers.h"

#include <gmock/gmock.h>

#include <fstream>
#include <sstream>

#include "reading/test_lexicon.h"

namespace liem::assessment {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::string shipped_text(const std::string& name) {
  std::stringstream text;
  text << std::ifstream(LIEM_SOURCE_DIR "/data/" + name).rdbuf();
  return text.str();
}

const indicators::IndicatorSet& shipped_set() {
  static const auto loaded = [] {
    const auto items = figures::load_items(shipped_text("figures/pctn.yaml"), "pctn.yaml").value();
    return indicators::load_set(shipped_text("indicator-sets/pctn-2024.yaml"), "set", items, "")
        .value();
  }();
  return loaded;
}

std::vector<std::string> proposed(const std::string& text) {
  std::vector<std::string> out;
  const auto read = reading::reading_of(text);
  for (const auto& one : proposals(read, text, shipped_set(), reading::shipped_lexicon(), 2025)) {
    out.push_back(one.item + " " + one.value.to_string() + " | " + one.said);
  }
  return out;
}

TEST(Proposals, SayWhichItemAFigureAnswersWithTheSentenceItStandsIn) {
  EXPECT_THAT(
      proposed("Mở đầu.\nSố người phải kê khai\ntài sản là 110 người. Hết."),
      ElementsAre("declarations.obliged 110 | Số người phải kê khai tài sản là 110 người."));
}

TEST(Proposals, AreNotMadeOfWhatIsSoftenedOrSaidOfAnotherYear) {
  EXPECT_THAT(proposed("Số người phải kê khai tài sản khoảng 110 người."), IsEmpty());
  EXPECT_THAT(proposed("Năm 2023, số người phải kê khai tài sản là 110 người."), IsEmpty());
}

}  // namespace
}  // namespace liem::assessment
