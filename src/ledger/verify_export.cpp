#include "ledger/verify_export.h"

#include "ledger/errors.h"
#include "ledger/export.h"

namespace liem::ledger {
namespace {

// Hands over each line with its number, counted from 1.
Result<void> each_line(const ExportCheck& check,
                       const std::function<Result<void>(const std::string&, std::size_t)>& take) {
  auto lines = check.open();
  if (!lines) return std::unexpected(lines.error());
  for (std::size_t number = 1;; ++number) {
    const auto line = (*lines)();
    if (!line) return std::unexpected(line.error());
    if (!*line) return {};
    if (auto taken = take(**line, number); !taken) return taken;
  }
}

Result<std::vector<Checkpoint>> checkpoints_of(const ExportCheck& check) {
  std::vector<Checkpoint> out;
  const auto done = each_line(check, [&](const std::string& text, std::size_t number) {
    if (!text.starts_with("{\"checkpoint\"")) return Result<void>{};
    const auto line = read_line(text, number);
    // What cannot be read is named in its turn, after the rows before it.
    if (line && std::holds_alternative<Checkpoint>(*line))
      out.push_back(std::get<Checkpoint>(*line));
    return Result<void>{};
  });
  if (!done) return std::unexpected(done.error());
  return out;
}

// The rows in their order, and that nothing stands where it should not.
class Pass {
 public:
  Pass(const ExportCheck& check, const std::vector<Checkpoint>& checkpoints)
      : check_(check), checkpoints_(checkpoints) {}

  Result<void> take(const std::string& text, std::size_t number) {
    const auto line = read_line(text, number);
    if (number == 1) return take_header(line);
    if (!line) return std::unexpected(line.error());
    if (const auto* row = std::get_if<StoredEntry>(&*line); row != nullptr && !behind_rows_) {
      verifier_->take(*row);
      check_.on_row(row->entry.position);
      return {};
    }
    behind_rows_ = true;
    if (std::holds_alternative<Checkpoint>(*line)) return {};
    return fail(errors::bad_line, {{"line", std::to_string(number)}});
  }
  Result<Verified> finish() {
    if (!verifier_) return fail(errors::not_an_export, {{"file", check_.file}});
    return verifier_->finish();
  }
  bool decided() const { return verifier_ && verifier_->decided(); }

 private:
  Result<void> take_header(const Result<ExportLine>& line) {
    if (!line || !std::holds_alternative<ExportHeader>(*line)) {
      return fail(errors::not_an_export, {{"file", check_.file}});
    }
    verifier_.emplace(std::get<ExportHeader>(*line).province, checkpoints_,
                      Verifier::Keys{Signatures::checked, check_.keys}, Tail::sealed);
    for (const auto& one : check_.trusted) verifier_->trust(one);
    return {};
  }

  const ExportCheck& check_;
  const std::vector<Checkpoint>& checkpoints_;
  std::optional<Verifier> verifier_;
  bool behind_rows_ = false;
};

}  // namespace

Result<Verified> verify_export(const ExportCheck& check) {
  const auto checkpoints = checkpoints_of(check);
  if (!checkpoints) return std::unexpected(checkpoints.error());
  Pass pass(check, *checkpoints);
  const auto done = each_line(check, [&](const std::string& text, std::size_t number) {
    return pass.decided() ? Result<void>{} : pass.take(text, number);
  });
  if (!done) return std::unexpected(done.error());
  return pass.finish();
}

}  // namespace liem::ledger
