// Tells whoever listens how a document gets on. Shared by all threads; keeps nothing.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "assessment/document.h"

namespace liem::assessment {

class DocumentFeed {
 public:
  struct Update {
    std::optional<Document> document;  // nothing: it was deleted
  };

  // Hears of one document for as long as it lives; the feed must outlive it.
  class Listener {
   public:
    Listener(DocumentFeed& feed, std::string id) : feed_(feed), id_(std::move(id)) {}
    Listener(const Listener&) = delete;
    Listener& operator=(const Listener&) = delete;
    ~Listener() { feed_.leave(*this); }

    // The newest state not yet taken; those between are passed over.
    std::optional<Update> take();
    // `wake` is called on the thread that tells, and must be quick; once before, where something
    // waits to be taken.
    void on_change(std::function<void()> wake);

   private:
    friend class DocumentFeed;
    DocumentFeed& feed_;
    std::string id_;
    std::optional<Update> news_;
    bool gone_ = false;  // nothing is told after that
    std::function<void()> wake_;
  };

  std::unique_ptr<Listener> listen(const std::string& id);
  // Ids somebody listens to.
  std::vector<std::string> heard() const;
  bool is_heard(const std::string& id) const;
  void tell(const Document& document) { spread(document.id, {document}); }
  void tell_gone(const std::string& id) { spread(id, {std::nullopt}); }

 private:
  void spread(const std::string& id, const Update& update);
  void leave(Listener& listener);

  mutable std::mutex mutex_;  // also over every Listener's news and wake
  std::map<std::string, std::set<Listener*>, std::less<>> listeners_;
};

}  // namespace liem::assessment
