// How people know the rounds and units that notices are about, each looked up once.
#pragma once

#include <map>
#include <string>

#include "assessment/notice_words.h"
#include "assessment/store.h"

namespace liem::assessment {

class NoticeNaming {
 public:
  NoticeNaming(Store& store, std::string province)
      : store_(store), province_(std::move(province)) {}

  // As they are now; what is gone keeps its id for a name.
  Result<NoticeNames> of(const Notice& notice);

 private:
  Result<Words> round(const std::string& id);
  Result<Words> unit(const std::string& id);

  Store& store_;
  std::string province_;
  std::map<std::string, Words> rounds_, units_;
};

}  // namespace liem::assessment
