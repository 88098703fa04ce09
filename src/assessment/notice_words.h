// What a notice says, in both languages.
#pragma once

#include <string>

#include "assessment/notice_store.h"
#include "base/messages.h"
#include "base/words.h"

namespace liem::assessment {

// How people know what a notice is about; `unit` is blank where it is about none.
struct NoticeNames {
  Words round, unit;
};

std::string sentence_of(const Notice& notice, const NoticeNames& names, const Catalogue& words,
                        Locale locale);

}  // namespace liem::assessment
