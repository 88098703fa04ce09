// The pause of a stream of events with nothing to tell, and the ways it ends early.
#pragma once

#include <boost/asio/steady_timer.hpp>
#include <list>
#include <memory>
#include <utility>

namespace liem::http {

namespace net = boost::asio;

// Wakes a stream that waits for something to tell; outlives it, as whoever wakes may be late.
struct Waker {
  net::steady_timer* pause = nullptr;  // nothing once the stream is over
  bool gone = false;                   // the other side has closed
  void operator()() const {
    if (pause != nullptr) pause->cancel();
  }
};

// Makes late wakes harmless, however the stream ends.
class Awake {
 public:
  Awake(std::shared_ptr<Waker> waker, net::steady_timer& pause) : waker_(std::move(waker)) {
    waker_->pause = &pause;
  }
  ~Awake() { waker_->pause = nullptr; }
  Awake(const Awake&) = delete;
  Awake& operator=(const Awake&) = delete;

 private:
  std::shared_ptr<Waker> waker_;
};

// Where a pause that is being waited for can be found when the server stops.
class Listed {
 public:
  Listed(std::list<net::steady_timer*>& list, net::steady_timer& pause)
      : list_(list), place_(list.insert(list.end(), &pause)) {}
  ~Listed() { list_.erase(place_); }
  Listed(const Listed&) = delete;
  Listed& operator=(const Listed&) = delete;

 private:
  std::list<net::steady_timer*>& list_;
  std::list<net::steady_timer*>::iterator place_;
};

}  // namespace liem::http
