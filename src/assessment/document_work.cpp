#include "assessment/document_work.h"

#include <chrono>
#include <cstdio>

#include "extraction/wire.h"

namespace liem::assessment {
namespace {

// Our own disk or memory fails: nothing is decided about a document, it is tried again.
constexpr std::chrono::seconds pause_after_failure{5};

bool is(const Error& error, const ErrorCode& code) { return error.message.id == code.id; }

// A worker may die of something that is not the file's fault (memory taken by others), and a disk
// may be busy; what a worker says itself stays the same however often it is asked.
bool worth_another_attempt(const Error& error, int attempts) {
  const bool may_pass =
      is(error, extraction::errors::crashed) || error.kind == ErrorKind::unavailable;
  return may_pass && attempts < most_attempts;
}

// What a document becomes that was under way when the server ended.
void take_up(Document& document) {
  document.progress.reset();
  document.state = DocumentState::waiting;
  if (document.attempts < most_attempts) return;
  document.state = DocumentState::failed;
  if (!document.problem) {
    document.problem = fail(errors::document_gave_up,
                            {{"file", document.name}, {"attempts", std::to_string(most_attempts)}})
                           .error()
                           .message;
  }
}

// What it becomes by the error that ended this attempt.
void end_by(Document& document, const Error& error, const std::stop_token& server) {
  document.progress.reset();
  if (is(error, extraction::errors::stopped) && server.stop_requested()) {
    --document.attempts;  // not its fault
    document.state = DocumentState::waiting;
    return;
  }
  document.problem = error.message;
  document.state = worth_another_attempt(error, document.attempts) ? DocumentState::waiting
                                                                   : DocumentState::failed;
}

}  // namespace

Result<void> DocumentWork::start(unsigned threads) {
  auto store = parts_.stores.lease();
  if (!store) return std::unexpected(store.error());
  if (auto resumed = resume(**store); !resumed) return resumed;
  for (unsigned i = 0; i < threads; ++i) {
    threads_.emplace_back([this](const std::stop_token& stop) { run(stop); });
  }
  return {};
}

Result<void> DocumentWork::resume(Store& store) {
  auto& documents = store.documents();
  for (const auto state : {DocumentState::extracting, DocumentState::reading}) {
    auto cut_short = documents.documents_in(parts_.province, state);
    if (!cut_short) return std::unexpected(cut_short.error());
    for (auto& document : *cut_short) {
      take_up(document);
      if (auto told = tell(store, document); !told) return told;
    }
  }
  return parts_.files.sweep(parts_.now());
}

void DocumentWork::stop() {
  for (auto& thread : threads_) thread.request_stop();
  {
    const std::lock_guard lock(mutex_);
    for (auto& [id, source] : under_way_) source.request_stop();
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

void DocumentWork::forget(const std::string& id) {
  {
    const std::lock_guard lock(mutex_);
    const auto found = under_way_.find(id);
    if (found != under_way_.end()) found->second.request_stop();
  }
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
    if (!worked) std::fprintf(stderr, "liem: documents: %s\n", worked.error().message.id.c_str());
    std::unique_lock lock(mutex_);
    const auto news = [&] { return wakes_ != seen; };
    if (worked) {
      changed_.wait(lock, stop, news);
    } else {
      changed_.wait_for(lock, stop, pause_after_failure, [] { return false; });
    }
  }
}

// False where nothing waits.
Result<bool> DocumentWork::work_once(const std::stop_token& stop) {
  auto store = parts_.stores.lease();
  if (!store) return std::unexpected(store.error());
  auto next = (*store)->documents().begin_next_document(parts_.province);
  if (!next) return std::unexpected(next.error());
  if (!*next) return false;
  process(**store, std::move(**next), stop);
  wake();  // its account may have the next one begun, by any thread
  return true;
}

void DocumentWork::process(Store& store, Document document, const std::stop_token& stop) {
  std::stop_source source;
  {
    const std::lock_guard lock(mutex_);
    under_way_[document.id] = source;
    if (stop.stop_requested()) source.request_stop();
  }
  parts_.feed.tell(document);
  const auto done = read(store, document, source.get_token());
  if (done) {
    document.state = DocumentState::done;
    document.progress.reset();
    document.problem.reset();
  } else {
    end_by(document, named(done.error(), document.name), stop);
  }
  // Where even this cannot be written, the next start takes the document up again.
  if (auto told = tell(store, document); !told) {
    std::fprintf(stderr, "liem: documents: %s\n", told.error().message.id.c_str());
  }
  const std::lock_guard lock(mutex_);
  under_way_.erase(document.id);
}

Result<void> DocumentWork::read(Store& store, Document& document, const std::stop_token& stop) {
  if (auto extracted = extract(store, document, stop); !extracted) return extracted;
  if (stop.stop_requested()) return fail(extraction::errors::stopped, {{"file", document.name}});
  document.state = DocumentState::reading;
  if (auto told = tell(store, document); !told) return told;
  const auto known = parts_.library.document(document.id, [&] {
    return read_document(store, parts_.files, parts_.library.lexicon(), parts_.province, document);
  });
  if (!known) return std::unexpected(known.error());
  return {};
}

Result<void> DocumentWork::extract(Store& store, Document& document, const std::stop_token& stop) {
  auto opening = parts_.opening;
  opening.stop = stop;
  opening.limits.text_bytes = most_document_text;
  opening.limits.file_bytes = largest_document;
  opening.pages_done = [&](int done, int total) {
    document.progress = PageProgress{done, total};
    static_cast<void>(tell(store, document));  // the next page tries again
  };
  const auto extracted = extraction::extract_file(parts_.files.path_of(document.id), opening);
  document.progress.reset();
  if (!extracted) return std::unexpected(extracted.error());
  if (extracted->format == extraction::Format::text) return {};
  const auto kept = store.documents().put_document_text(parts_.province, document.id,
                                                        extraction::encode(*extracted));
  if (!kept) return std::unexpected(kept.error());
  if (!*kept) return fail(extraction::errors::stopped, {{"file", document.name}});  // deleted
  return {};
}

Result<void> DocumentWork::tell(Store& store, const Document& document) {
  const auto known = store.documents().update_document(parts_.province, document);
  if (!known) return std::unexpected(known.error());
  if (*known) parts_.feed.tell(document);
  return {};
}

}  // namespace liem::assessment
