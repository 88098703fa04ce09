// That damage is what it says and the truth goes along with it, and how much of it the reader
// bears.
#include "damage.h"

#include <gtest/gtest.h>

#include "accuracy.h"
#include "lexicon_files.h"

namespace liem::golden {
namespace {

using text::Span;

const std::vector<Document>& corpus() {
  static const auto loaded = load_corpus(LIEM_SOURCE_DIR "/tests/golden/reading").value();
  return loaded;
}

// `words` as a document with one tag around `tagged`.
Document document_of(std::string words, std::string_view tagged) {
  Document out;
  out.name = "d";
  const auto at = words.find(tagged);
  out.tags.push_back({'c', {}, {at, at + tagged.size()}});
  out.text = std::move(words);
  return out;
}

std::string tagged(const Damaged& damaged) {
  return std::string(text::slice(damaged.document.text, damaged.document.tags[0].span));
}

// Every place where it can happen damaged: the whole text, then what the tag is around.
std::pair<std::string, std::string> all_damaged(Damage kind, std::string words,
                                                std::string_view tag) {
  const auto out = damage(document_of(std::move(words), tag), {kind, 100, 7});
  return {out.document.text, tagged(out)};
}

using Pair = std::pair<std::string, std::string>;

TEST(Damage, PutsWhatConvertersPutWhereTheyPutIt) {
  EXPECT_EQ(all_damaged(Damage::broken_token, "số 24/KH-UBND ngày 3/5/2024", "24/KH-UBND"),
            (Pair{"số 24/\nKH-UBND ngày 3/\n5/2024", "24/\nKH-UBND"}));
  EXPECT_EQ(all_damaged(Damage::decomposed, "ở đây", "ở"),
            (Pair{"o\u031b\u0309 đa\u0302y", "o\u031b\u0309"}));
  EXPECT_EQ(all_damaged(Damage::misplaced_mark, "thực hiện", "thực"),
            (Pair{"thưc\u0323 hiên\u0323", "thưc\u0323"}));
  EXPECT_EQ(all_damaged(Damage::composed_mark, "tháng này", "tháng"), (Pair{"thańg naỳ", "thańg"}));
  EXPECT_EQ(all_damaged(Damage::tone_style, "hòa, uỷ, quý, hoàn", "uỷ"),
            (Pair{"hoà, ủy, quý, hoàn", "ủy"}));
  EXPECT_EQ(all_damaged(Damage::lost_stroke, "Đơn đã", "đã"), (Pair{"Dơn dã", "dã"}));
  EXPECT_EQ(all_damaged(Damage::lost_marks, "tỷ đồng", "tỷ"), (Pair{"ty đong", "ty"}));
  EXPECT_EQ(all_damaged(Damage::confused, "10 turn", "turn"), (Pair{"lO tum", "tum"}));
}

TEST(Damage, KeepsMarksOfFootnotesOutsideOfWhatTheyStandBehind) {
  const auto [text, tag] = all_damaged(Damage::footnote_on_word, "của Sở.", "Sở");
  EXPECT_EQ(tag, "Sở");
  EXPECT_GT(text.size(), std::string("của Sở.").size());
}

TEST(Damage, BreaksNoLineWithinTheWidthOfNoPage) {
  const std::string words = "một hai ba bốn năm sáu bảy tám chín mười một hai ba bốn năm sáu";
  const auto out = damage(document_of(words, "một"), {Damage::line_break, 100, 7}).document.text;
  std::size_t at = 0;
  for (auto end = out.find('\n'); end != std::string::npos; end = out.find('\n', at)) {
    EXPECT_GE(end - at, 16u) << out;
    at = end + 1;
  }
  EXPECT_GT(at, 0u);
}

TEST(Damage, IsTheSameForTheSameSeedAndAnotherForAnother) {
  const DamageOrder order{Damage::confused, 10, 3};
  const auto once = damage(corpus()[0], order), again = damage(corpus()[0], order);
  const auto other = damage(corpus()[0], {Damage::confused, 10, 4});
  EXPECT_EQ(once.document.text, again.document.text);
  EXPECT_NE(once.document.text, other.document.text);
  EXPECT_EQ(damage(corpus()[0], {}).document.text, corpus()[0].text);
}

void check_map(const Document& clean, const Damaged& out) {
  const auto& text = out.document.text;
  std::size_t behind = 0;
  for (const auto& edit : out.edits) {
    const auto kept = text::slice(clean.text, {behind, edit.clean.begin});
    if (!kept.empty()) {
      EXPECT_EQ(text::slice(text, {out.begin_of(behind), out.end_of(edit.clean.begin)}), kept);
    }
    if (edit.clean.size() > 0) {
      const Span now{out.begin_of(edit.clean.begin), out.end_of(edit.clean.end)};
      EXPECT_EQ(text::slice(text, now), edit.damaged);
    }
    behind = edit.clean.end;
  }
}

TEST(Damage, LeadsEveryByteOfTheCleanTextToWhereItWent) {
  for (int kind = 0; kind <= static_cast<int>(last_damage); ++kind) {
    std::size_t edits = 0;
    for (const auto& clean : corpus()) {
      const auto out = damage(clean, {static_cast<Damage>(kind), 5, 5});
      check_map(clean, out);
      edits += out.edits.size();
    }
    EXPECT_GT(edits, 0u) << name_of(static_cast<Damage>(kind));
  }
}

Accuracy read_damaged(const DamageOrder& order) {
  static const auto lexicon = load_lexicon_from(LIEM_SOURCE_DIR "/data/reading").value();
  Accuracy out;
  for (const auto& clean : corpus()) {
    const auto damaged = damage(clean, order).document;
    const auto reading = reading::read(damaged.text, damaged.name, lexicon);
    EXPECT_TRUE(reading) << damaged.name;
    if (reading) out += compare(damaged, *reading);
  }
  return out;
}

// At five of a hundred places, which is worse than what converters do.
class MildDamage : public ::testing::TestWithParam<Damage> {};

TEST_P(MildDamage, CostsTheReaderNextToNothing) {
  const auto clean = read_damaged({});
  const auto damaged = read_damaged({GetParam(), 5, 1});
  EXPECT_GE(damaged.citations.recall(), clean.citations.recall() - 10);
  EXPECT_GE(damaged.citations.precision(), clean.citations.precision() - 10);
  EXPECT_GE(damaged.claims.recall(), clean.claims.recall() - 15);
  EXPECT_GE(damaged.claims.precision(), clean.claims.precision() - 10);
  EXPECT_GE(damaged.none.recall(), clean.none.recall() - 10);
}

INSTANTIATE_TEST_SUITE_P(All, MildDamage,
                         ::testing::Values(Damage::line_break, Damage::broken_token,
                                           Damage::page_number, Damage::decomposed,
                                           Damage::misplaced_mark, Damage::composed_mark,
                                           Damage::tone_style),
                         [](const auto& kind) {
                           std::string name(name_of(kind.param));
                           std::erase(name, '-');
                           return name;
                         });

}  // namespace
}  // namespace liem::golden
