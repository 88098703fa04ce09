// A file descriptor that closes itself.
#pragma once

#include <unistd.h>

namespace liem::app {

class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (number_ >= 0) ::close(number_);
  }
  int get() const { return number_; }  // negative where nothing was opened

 private:
  int number_;
};

}  // namespace liem::app
