#include "assessment/document_work.h"

#include <algorithm>
#include <chrono>
#include <cstdio>

#include "extraction/wire.h"

namespace liem::assessment {
namespace {

// Our own disk or memory fails: nothing is decided about a document, it is tried again.
constexpr std::chrono::seconds pause_after_failure{5};
// How often is looked for work whose time has come, or whose taker died, or that another put.
constexpr std::chrono::seconds look_again{2};
// How often holds are renewed, and what others did is looked for where nobody tells.
constexpr std::chrono::seconds beat{1};

bool is(const Error& error, const ErrorCode& code) { return error.message.id == code.id; }

// A worker may die of something that is not the file's fault (memory taken by others), and a disk
// may be busy; what a worker says itself stays the same however often it is asked.
bool may_pass(const Error& error) {
  return is(error, extraction::errors::crashed) || error.kind == ErrorKind::unavailable;
}

void complain(const Error& error) {
  std::fprintf(stderr, "liem: documents: %s\n", error.message.id.c_str());
}

}  // namespace

Result<void> DocumentWork::start(unsigned threads) {
  if (auto swept = parts_.files.sweep(parts_.now()); !swept) return swept;
  for (unsigned i = 0; i < threads; ++i) {
    threads_.emplace_back([this](const std::stop_token& stop) { run(stop); });
  }
  threads_.emplace_back(
      [this](const std::stop_token& stop) { repeat(stop, [this] { return keep(); }, beat); });
  if (!parts_.news) return {};
  threads_.emplace_back([this](const std::stop_token& stop) {
    repeat(stop, [this] { return hear(); }, std::chrono::seconds{0});
  });
  return {};
}

void DocumentWork::stop() {
  for (auto& thread : threads_) thread.request_stop();
  {
    const std::lock_guard lock(mutex_);
    for (auto& [id, one] : under_way_) one.source.request_stop();
  }
  threads_.clear();
}

void DocumentWork::wake() {
  {
    const std::lock_guard lock(mutex_);
    ++wakes_;
  }
  changed_.notify_all();
}

void DocumentWork::lose(const std::string& id) {
  const std::lock_guard lock(mutex_);
  const auto found = under_way_.find(id);
  if (found != under_way_.end()) found->second.source.request_stop();
}

void DocumentWork::forget(const std::string& id) {
  lose(id);
  parts_.feed.tell_gone(id);
}

void DocumentWork::run(const std::stop_token& stop) {
  while (!stop.stop_requested()) {
    std::uint64_t seen = 0;
    {
      const std::lock_guard lock(mutex_);
      seen = wakes_;
    }
    const auto worked = work_once(stop);
    if (worked && *worked) continue;
    if (!worked) complain(worked.error());
    std::unique_lock lock(mutex_);
    const auto news = [&] { return wakes_ != seen; };
    if (worked) {
      changed_.wait_for(lock, stop, look_again, news);
    } else {
      changed_.wait_for(lock, stop, pause_after_failure, [] { return false; });
    }
  }
}

// False where nothing waits.
Result<bool> DocumentWork::work_once(const std::stop_token& stop) {
  auto store = parts_.stores.lease();
  if (!store) return std::unexpected(store.error());
  const auto now = parts_.now();
  auto next = (*store)->documents().begin_next_document(
      parts_.province, {parts_.taker, now, now + parts_.rules.lease});
  if (!next) return std::unexpected(next.error());
  if (!*next) return false;
  process(**store, std::move(**next), stop);
  wake();  // its account may have the next one begun, by any thread
  return true;
}

void DocumentWork::process(Store& store, BegunDocument begun, const std::stop_token& stop) {
  const std::string id = begun.document.id;
  std::stop_source source;
  {
    const std::lock_guard lock(mutex_);
    under_way_[id] = {begun.hold, parts_.now() + parts_.rules.lease, source};
    if (stop.stop_requested()) source.request_stop();
  }
  if (begun.hold.tries > parts_.rules.most_tries) {
    const auto given_up = give_up(begun.document);
    end(store, begun, given_up);
  } else {
    parts_.feed.tell(begun.document);
    const auto done = read(store, begun, source.get_token());
    auto& document = begun.document;
    document.progress.reset();
    JobEnd ended;
    if (done) {
      document.state = DocumentState::done;
      document.problem.reset();
    } else {
      ended = end_by(document, named(done.error(), document.name), stop);
    }
    end(store, begun, ended);
  }
  const std::lock_guard lock(mutex_);
  under_way_.erase(id);
}

// What a document and its job become by the error that ended this attempt.
JobEnd DocumentWork::end_by(Document& document, const Error& error,
                            const std::stop_token& server) const {
  const auto now = parts_.now();
  if (is(error, extraction::errors::stopped) && server.stop_requested()) {
    --document.attempts;  // not its fault
    document.state = DocumentState::waiting;
    return {JobEnd::Kind::again, now, document.attempts, ""};
  }
  document.problem = error.message;
  const bool again = may_pass(error) && document.attempts < parts_.rules.most_tries;
  document.state = again ? DocumentState::waiting : DocumentState::failed;
  return {again ? JobEnd::Kind::again : JobEnd::Kind::given_up,
          now + pause_before_next(parts_.rules, document.attempts), document.attempts,
          error.message.id};
}

// Each of its takers died over it, or was killed.
JobEnd DocumentWork::give_up(Document& document) const {
  document.attempts = parts_.rules.most_tries;
  document.state = DocumentState::failed;
  if (!document.problem) {
    document.problem =
        fail(errors::document_gave_up,
             {{"file", document.name}, {"attempts", std::to_string(document.attempts)}})
            .error()
            .message;
  }
  return {JobEnd::Kind::given_up, parts_.now(), document.attempts, document.problem->id};
}

// Where even this cannot be written, the lease runs out and another takes the document up again.
void DocumentWork::end(Store& store, const BegunDocument& begun, const JobEnd& end) {
  const auto mine =
      store.documents().end_document(parts_.province, begun.document, begun.hold, end);
  if (!mine) return complain(mine.error());
  if (*mine) parts_.feed.tell(begun.document);
}

Result<void> DocumentWork::read(Store& store, BegunDocument& begun, const std::stop_token& stop) {
  auto& document = begun.document;
  if (auto extracted = extract(store, begun, stop); !extracted) return extracted;
  if (stop.stop_requested()) return fail(extraction::errors::stopped, {{"file", document.name}});
  document.state = DocumentState::reading;
  if (auto told = tell(store, begun); !told) return told;
  const auto known = parts_.library.document(document.id, [&] {
    return read_document(store, parts_.files, parts_.library.lexicon(), parts_.province, document);
  });
  if (!known) return std::unexpected(known.error());
  return {};
}

Result<void> DocumentWork::extract(Store& store, BegunDocument& begun,
                                   const std::stop_token& stop) {
  auto& document = begun.document;
  auto opening = parts_.opening;
  opening.stop = stop;
  opening.limits.text_bytes = most_document_text;
  opening.limits.file_bytes = largest_document;
  opening.pages_done = [&](int done, int total) {
    document.progress = PageProgress{done, total};
    static_cast<void>(tell(store, begun));  // the next page tries again
  };
  const auto extracted = extraction::extract_file(parts_.files.path_of(document.id), opening);
  document.progress.reset();
  if (!extracted) return std::unexpected(extracted.error());
  if (extracted->format == extraction::Format::text) return {};
  const auto kept = store.documents().put_document_text(parts_.province, begun.hold,
                                                        extraction::encode(*extracted));
  if (!kept) return std::unexpected(kept.error());
  if (!*kept) return fail(extraction::errors::stopped, {{"file", document.name}});  // not ours
  return {};
}

Result<void> DocumentWork::tell(Store& store, const BegunDocument& begun) {
  const auto mine = store.documents().update_document(parts_.province, begun.document, begun.hold);
  if (!mine) return std::unexpected(mine.error());
  if (*mine) {
    parts_.feed.tell(begun.document);
  } else {
    lose(begun.document.id);
  }
  return {};
}

void DocumentWork::repeat(const std::stop_token& stop, const std::function<Result<void>()>& once,
                          std::chrono::seconds pause) {
  while (!stop.stop_requested()) {
    const auto done = once();
    if (!done) complain(done.error());
    std::unique_lock lock(mutex_);
    changed_.wait_for(lock, stop, done ? pause : std::max(pause, pause_after_failure),
                      [] { return false; });
  }
}

// Keeps hold of what is under way, and looks for what others did where nobody tells.
Result<void> DocumentWork::keep() {
  auto store = parts_.stores.lease();
  if (!store) return std::unexpected(store.error());
  auto done = renew_holds(**store);
  return done && !parts_.news ? hear_of(**store, parts_.feed.heard()) : done;
}

Result<void> DocumentWork::hear() {
  const auto heard = parts_.news->next(beat);
  if (!heard) return std::unexpected(heard.error());
  if (heard->work) wake();
  if (!heard->missed && heard->documents.empty()) return {};
  auto store = parts_.stores.lease();
  if (!store) return std::unexpected(store.error());
  return hear_of(**store, heard->missed ? parts_.feed.heard() : heard->documents);
}

Result<void> DocumentWork::renew_holds(Store& store) {
  std::vector<UnderWay> due;
  {
    const std::lock_guard lock(mutex_);
    for (const auto& [id, one] : under_way_) {
      if (one.until - parts_.now() <= parts_.rules.lease * 2 / 3) due.push_back(one);
    }
  }
  for (const auto& one : due) {
    if (auto renewed = renew(store, one); !renewed) return renewed;
  }
  return {};
}

Result<void> DocumentWork::renew(Store& store, const UnderWay& under_way) {
  const auto& id = under_way.hold.payload;
  const auto until = parts_.now() + parts_.rules.lease;
  const auto mine = store.documents().renew_hold(parts_.province, under_way.hold, until);
  if (!mine && parts_.now() >= under_way.until) lose(id);  // another may have it by now
  if (!mine) return std::unexpected(mine.error());
  if (!*mine) {
    lose(id);
    return {};
  }
  const std::lock_guard lock(mutex_);
  const auto found = under_way_.find(id);
  if (found != under_way_.end() && found->second.hold == under_way.hold) {
    found->second.until = until;
  }
  return {};
}

// Tells those who listen here how the documents are now.
Result<void> DocumentWork::hear_of(Store& store, const std::vector<std::string>& documents) {
  for (const auto& id : documents) {
    if (!parts_.feed.is_heard(id)) continue;
    const auto now = store.documents().document(parts_.province, id);
    if (!now) return std::unexpected(now.error());
    if (*now) {
      parts_.feed.tell(**now);
    } else {
      parts_.feed.tell_gone(id);
    }
  }
  return {};
}

}  // namespace liem::assessment
