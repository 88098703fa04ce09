#include "ledger/paper.h"

#include <gmock/gmock.h>
#include <rapidcheck.h>

#include "ledger/errors.h"
#include "ledger/testing_log.h"

namespace liem::ledger {
namespace {

using namespace testing_log;

Checkpoint checkpoint() { return log_of(9, {9}).checkpoints.front(); }
std::string paper() { return paper_of(checkpoint(), {}); }

std::string code_lines(int from, int to) {
  std::string out, text = paper();
  for (int number = from; number <= to; ++number) {
    const auto at = text.find((number < 10 ? "   " : "  ") + std::to_string(number) + ": ");
    LIEM_CHECK(at != text.npos);
    out += text.substr(at, text.find('\n', at) - at) + "\n";
  }
  return out;
}

TEST(Paper, ReadsBackAsTheCheckpointItShows) {
  const auto read = read_paper(paper());
  ASSERT_TRUE(read.has_value());
  const auto original = checkpoint();
  const Checkpoint again{original.province, read->position, read->hash,
                         read->at,          read->key,      read->signature.value_or(Signature{})};
  EXPECT_EQ(again, original);
  EXPECT_TRUE(check(again, std::vector{key().public_key()}).has_value());
}

TEST(Paper, IsEnoughByItsFirstFourLines) {
  const auto read = read_paper(code_lines(1, 4));
  ASSERT_TRUE(read.has_value());
  EXPECT_EQ(read->position, 9U);
  EXPECT_EQ(read->hash, checkpoint().hash);
  EXPECT_FALSE(read->signature.has_value());
}

TEST(Paper, TakesWhatPeopleTypeForTheSame) {
  std::string typed = code_lines(1, 4);
  for (char& c : typed) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    if (c == ' ') c = '-';
  }
  for (auto at = typed.find('\n'); at != typed.npos; at = typed.find('\n', at + 2)) {
    typed.replace(at, 1, "\r\n");
  }
  // A hyphen in front of the line's number is no part of it.
  std::string lines;
  for (std::size_t at = 0; at < typed.size();) {
    const auto end = typed.find('\n', at);
    lines +=
        typed.substr(typed.find_first_not_of('-', at), end + 1 - typed.find_first_not_of('-', at));
    at = end + 1;
  }
  EXPECT_TRUE(read_paper(lines).has_value()) << lines;
}

TEST(Paper, NamesTheLineWithASlip) {
  EXPECT_TRUE(rc::check([] {
    const std::string typed = code_lines(1, 10);
    auto slip = typed;
    const auto at = static_cast<std::size_t>(*rc::gen::inRange(0, static_cast<int>(slip.size())));
    const auto line = 1 + std::count(typed.begin(), typed.begin() + static_cast<int>(at), '\n');
    const char now = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"[*rc::gen::inRange(0, 32)];
    const auto colon = typed.rfind(':', at);
    const bool in_code =
        colon != typed.npos && typed.find('\n', colon) > at && typed[at] != ':' && typed[at] != ' ';
    RC_PRE(in_code && slip[at] != now);
    slip[at] = now;
    const auto read = read_paper(slip);
    RC_ASSERT(!read.has_value());
    RC_ASSERT(read.error().message.id == errors::paper_line.id);
    RC_ASSERT(read.error().message.args.front().second == std::to_string(line));
  }));
}

TEST(Paper, NamesALineWhoseNeighboursWereExchanged) {
  std::string typed = code_lines(1, 4);
  const auto at = typed.find(": ") + 2;
  for (int step = 0; step < 3; ++step) {
    auto slip = typed;
    std::swap(slip[at + step], slip[at + step + 1]);
    if (slip == typed) continue;
    EXPECT_EQ(read_paper(slip).error().message.id, errors::paper_line.id);
  }
}

TEST(Paper, NamesALineInAnotherOnesPlace) {
  std::string typed = code_lines(1, 4);
  typed[typed.find("1:")] = '2';
  EXPECT_EQ(read_paper(typed).error().message.id, errors::paper_line.id);
}

TEST(Paper, SaysWhatIsMissing) {
  EXPECT_EQ(read_paper(code_lines(1, 3)).error().message.id, errors::paper_incomplete.id);
  EXPECT_EQ(read_paper(code_lines(1, 9)).error().message.id, errors::paper_incomplete.id);
  EXPECT_EQ(read_paper("").error().message.id, errors::paper_incomplete.id);
}

}  // namespace
}  // namespace liem::ledger
