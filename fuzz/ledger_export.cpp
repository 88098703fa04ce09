// A log handed over, as JSON Lines, and a checkpoint typed from paper: a line that is taken is
// written again as it stood, and no log is called whole that its checkpoints do not bear out.
#include "fuzz/data.h"
#include "ledger/export.h"
#include "ledger/paper.h"
#include "ledger/verify_export.h"

namespace {

using namespace liem;

ledger::Lines lines_of(std::string_view text) {
  return [text]() mutable -> Result<std::optional<std::string>> {
    if (text.empty()) return std::nullopt;
    std::string line(text.substr(0, text.find('\n')));
    text.remove_prefix(std::min(text.size(), line.size() + 1));
    return line;
  };
}

// Of the seeds of fuzz/corpus/ledger_export.
ledger::PublicKey known_key() {
  std::array<unsigned char, 32> seed{};
  seed.fill(7);
  return ledger::SecretKey::from_seed(seed).public_key();
}

void whole_export(std::string_view text) {
  ledger::ExportCheck check;
  check.open = [&]() -> Result<ledger::Lines> { return lines_of(text); };
  check.file = "f";
  check.keys = {known_key()};
  const auto verified = ledger::verify_export(check);
  if (!verified) return fuzz::check_words(verified.error().message);
  // The key that signs is not at hand here: only a log of the seeds is whole.
  LIEM_CHECK(verified->sealed_to == verified->entries && verified->checkpoints > 0);
}

void paper(std::string_view text) {
  const auto read = ledger::read_paper(text);
  if (!read) return fuzz::check_words(read.error().message);
  ledger::Checkpoint shown{"t", read->position, read->hash, read->at, read->key, {}};
  shown.signature = read->signature.value_or(ledger::Signature{});
  const auto again = ledger::read_paper(ledger::paper_of(shown, fuzz::words()));
  LIEM_CHECK(again.has_value() && again->hash == read->hash && again->at == read->at);
  LIEM_CHECK(again->position == read->position && again->key == read->key);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto text = fuzz::as_text(data, size);
  auto next = lines_of(text);
  for (std::size_t number = 1;; ++number) {
    const auto line = next();
    if (!*line) break;
    const auto read = ledger::read_line(**line, number);
    if (read) LIEM_CHECK(ledger::line_of(*read) == **line + "\n");
    if (!read) fuzz::check_words(read.error().message);
  }
  whole_export(text);
  paper(text);
  return 0;
}
