#include "assessment/document_feed.h"

#include <utility>

namespace liem::assessment {

std::optional<DocumentFeed::Update> DocumentFeed::Listener::take() {
  const std::lock_guard lock(feed_.mutex_);
  return std::exchange(news_, std::nullopt);
}

void DocumentFeed::Listener::on_change(std::function<void()> wake) {
  const std::lock_guard lock(feed_.mutex_);
  wake_ = std::move(wake);
  if (news_ && wake_) wake_();
}

std::unique_ptr<DocumentFeed::Listener> DocumentFeed::listen(const std::string& id) {
  auto listener = std::make_unique<Listener>(*this, id);
  const std::lock_guard lock(mutex_);
  listeners_[id].insert(listener.get());
  return listener;
}

void DocumentFeed::spread(const std::string& id, const Update& update) {
  const std::lock_guard lock(mutex_);
  const auto found = listeners_.find(id);
  if (found == listeners_.end()) return;
  for (auto* listener : found->second) {
    if (std::exchange(listener->gone_, listener->gone_ || !update.document)) continue;
    listener->news_ = update;
    if (listener->wake_) listener->wake_();
  }
}

std::vector<std::string> DocumentFeed::heard() const {
  const std::lock_guard lock(mutex_);
  std::vector<std::string> ids;
  for (const auto& [id, listeners] : listeners_) ids.push_back(id);
  return ids;
}

bool DocumentFeed::is_heard(const std::string& id) const {
  const std::lock_guard lock(mutex_);
  return listeners_.contains(id);
}

void DocumentFeed::leave(Listener& listener) {
  const std::lock_guard lock(mutex_);
  const auto found = listeners_.find(listener.id_);
  found->second.erase(&listener);
  if (found->second.empty()) listeners_.erase(found);
}

}  // namespace liem::assessment
