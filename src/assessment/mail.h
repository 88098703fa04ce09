// An e-mail as it goes over the wire (RFC 5322, 2047): plain text in UTF-8, and where to look.
// docs/decisions/0019-notices.md
#pragma once

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

#include "assessment/notice_store.h"
#include "assessment/notice_words.h"
#include "base/error.h"

namespace liem::assessment {

namespace errors {
inline constexpr ErrorCode bad_address{"assessment.bad_address", ErrorKind::bad_input};
}  // namespace errors

inline constexpr std::size_t longest_address = 254;  // bytes, RFC 5321
// "name@host" in plain letters: nothing that could end a header's line or name a second reader.
Result<std::string> checked_address(std::string_view text);

struct Mail {
  std::string from, to;  // addresses
  std::string id;        // "<…@host>"
  std::string subject, text;
  std::chrono::sys_seconds at{};
};
// Lines end with CR LF and are at most 76 bytes long. What is no printing character in the subject
// becomes a space: no header can be put in.
std::string mail_bytes(const Mail& mail);

// What goes into it for a person, in the language he chose.
struct NoticeLetter {
  std::string name;
  Locale locale = Locale::vi;
  struct Item {
    Notice notice;
    NoticeNames names;
  };
  std::vector<Item> items;
  std::string page;  // address of the page, without a slash at its end
};
// Never what was said: only what was done, and where to look.
struct LetterWords {
  std::string subject, text;
};
LetterWords letter_words(const NoticeLetter& letter, const Catalogue& words);

}  // namespace liem::assessment
