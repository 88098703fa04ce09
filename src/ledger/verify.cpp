#include "ledger/verify.h"

#include <algorithm>

#include "ledger/errors.h"

namespace liem::ledger {
namespace {

// How far from its place a row is looked for, once it is known not to be the one that belongs
// there.
constexpr std::uint64_t farthest_move = 1000;

// The position under which the row's hash was made, where that is a near one.
std::optional<std::uint64_t> original_position(const StoredEntry& row) {
  StoredEntry tried = row;
  const std::uint64_t here = row.entry.position;
  for (std::uint64_t away = 1; away <= farthest_move; ++away) {
    for (const std::uint64_t there : {here + away, here - away}) {
      tried.entry.position = there;
      if (hash_of(tried.entry) == row.hash) return there;
    }
  }
  return std::nullopt;
}

}  // namespace

Verifier::Verifier(std::string province, const std::vector<Checkpoint>& checkpoints,
                   const Keys& keys, Tail tail)
    : province_(std::move(province)), tail_(tail) {
  for (const auto& one : checkpoints) {
    auto good = keys.signatures == Signatures::checked ? check(one, keys.known) : Result<void>{};
    if (good && one.province != province_) {
      good = fail(errors::other_province,
                  {{"position", std::to_string(one.position)}, {"province", one.province}});
    }
    if (good) {
      checkpoints_.push_back(one);
    } else if (!bad_checkpoint_) {
      bad_checkpoint_ = good.error();
    }
  }
  std::ranges::stable_sort(checkpoints_, {}, &Checkpoint::position);
}

void Verifier::trust(const Checkpoint& checkpoint) {
  checkpoints_.insert(
      std::ranges::upper_bound(checkpoints_, checkpoint.position, {}, &Checkpoint::position),
      checkpoint);
}

void Verifier::find(ErrorCode code, std::uint64_t position, Args more) {
  more.emplace(more.begin(), "position", std::to_string(position));
  found_ = Error{code.kind, {std::string(code.id), std::move(more)}};
}

void Verifier::take(const StoredEntry& row) {
  if (found_) return;
  if (gap_ != 0) return settle_gap(row);
  if (unlinked_) return settle_link(row);
  const std::uint64_t wanted = last_.position + 1, given = row.entry.position;
  if (!hash_fits(row)) return;
  if (row.entry.province != province_) {
    return find(errors::other_province, given, {{"province", row.entry.province}});
  }
  if (given < wanted) return find(errors::repeated, given);
  if (given > wanted) {
    gap_ = wanted;
    last_seen_ = given;
    return;
  }
  if (row.entry.previous != last_.hash) {
    if (last_.position == 0) return find(errors::replaced, given);
    unlinked_ = row;
    return;
  }
  accept(row);
}

// False, with the row named, where it is not what its hash was made of.
bool Verifier::hash_fits(const StoredEntry& row) {
  if (hash_of(row.entry) == row.hash) return true;
  const std::uint64_t wanted = last_.position + 1;
  const auto was = original_position(row);
  if (was && *was != wanted) {
    find(errors::moved, wanted, {{"was", std::to_string(*was)}});
  } else {
    find(errors::altered, wanted);
  }
  return false;
}

void Verifier::accept(const StoredEntry& row) {
  const std::uint64_t position = row.entry.position;
  if (row.entry.act.at < last_.at) return find(errors::backdated, position);
  last_ = {position, row.hash, row.entry.act.at};
  bool sealed = false;
  for (auto [at, end] = std::ranges::equal_range(checkpoints_, position, {}, &Checkpoint::position);
       at != end; ++at) {
    if (at->hash != row.hash || at->at < row.entry.act.at) {
      return find(errors::rewritten, sealed_to_ + 1, {{"to", std::to_string(position)}});
    }
    last_.at = std::max(last_.at, at->at);
    sealed = true;
  }
  if (sealed) sealed_to_ = position;
}

// A row is missing where it should stand; further on it may turn up.
void Verifier::settle_gap(const StoredEntry& row) {
  if (row.entry.position == gap_) {
    find(errors::out_of_order, gap_, {{"before", std::to_string(last_seen_)}});
  }
}

// One of two rows was put in another's place: the row after them knows which of the two it follows.
void Verifier::settle_link(const StoredEntry& row) {
  const bool later_is_right = row.entry.previous == unlinked_->hash;
  find(errors::replaced, later_is_right ? last_.position : unlinked_->entry.position);
}

void Verifier::check_end(const std::optional<Head>& head) {
  if (found_) return;
  const std::uint64_t last = last_.position;
  const auto positions = [](std::uint64_t from, std::uint64_t to) {
    return Args{{"last", std::to_string(from)}, {"to", std::to_string(to)}};
  };
  if (gap_ != 0) return find(errors::missing, gap_, {{"to", std::to_string(last_seen_ - 1)}});
  if (unlinked_) {
    if (sealed_to_ == last && last != 0) return find(errors::replaced, last + 1);
    return find(errors::does_not_follow, last + 1, {{"before", std::to_string(last)}});
  }
  if (!checkpoints_.empty() && checkpoints_.back().position > last) {
    return find(errors::truncated, last + 1, positions(last, checkpoints_.back().position));
  }
  if (head && head->position > last) {
    return find(errors::truncated, last + 1, positions(last, head->position));
  }
  if (head && (head->position != last || head->hash != last_.hash)) {
    return find(errors::head_differs, last, {{"head", std::to_string(head->position)}});
  }
  if (bad_checkpoint_) {
    found_ = bad_checkpoint_;
    return;
  }
  if (tail_ == Tail::open) return;
  if (checkpoints_.empty()) {
    found_ = fail(errors::no_checkpoint).error();
  } else if (checkpoints_.back().position < last) {
    find(errors::appended, checkpoints_.back().position + 1, positions(last, last));
  }
}

Result<Verified> Verifier::finish(const std::optional<Head>& head) {
  check_end(head);
  if (found_) return std::unexpected(*found_);
  return Verified{last_.position, checkpoints_.size(), sealed_to_};
}

}  // namespace liem::ledger
