#include "assessment/mail.h"

#include <sodium.h>

#include <algorithm>
#include <array>

#include "assessment/notices.h"
#include "base/date_arithmetic.h"
#include "base/vietnam_time.h"

namespace liem::assessment {
namespace {

constexpr std::size_t bytes_a_word =
    39;  // 52 letters of base64: with its frame and "Subject: " below 76
constexpr std::size_t bytes_a_line = 57;  // 76 letters

bool is_lead(char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80; }
bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; }

std::string base64(std::string_view bytes) {
  const auto size = sodium_base64_encoded_len(bytes.size(), sodium_base64_VARIANT_ORIGINAL);
  std::string out(size, '\0');
  sodium_bin2base64(
      out.data(), out.size(),
      reinterpret_cast<const unsigned char*>(bytes.data()),  // NOLINT: bytes are bytes
      bytes.size(), sodium_base64_VARIANT_ORIGINAL);
  out.resize(size - 1);  // without the NUL it ends with
  return out;
}

// Encoded words, each of whole characters, folded onto lines of their own.
std::string encoded(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    std::size_t size = std::min(text.size(), bytes_a_word);
    while (size < text.size() && size > 1 && !is_lead(text[size])) --size;
    out += (out.empty() ? "=?UTF-8?B?" : "\r\n =?UTF-8?B?") + base64(text.substr(0, size)) + "?=";
    text.remove_prefix(size);
  }
  return out;
}

std::string one_line(std::string text) {
  std::ranges::replace_if(text, is_control, ' ');
  return text;
}

std::string two(int number) { return (number < 10 ? "0" : "") + std::to_string(number); }

struct Clock {
  Date day{};
  int hour = 0, minute = 0, second = 0;
};

Clock clock_in_vietnam(std::chrono::sys_seconds at) {
  const Date day = day_in_vietnam(at);
  const auto since = static_cast<int>((at - start_in_vietnam(day)).count());
  return {day, since / 3600, since / 60 % 60, since % 60};
}

// "Fri, 28 Nov 2025 15:04:05 +0700"
std::string date_field(std::chrono::sys_seconds at) {
  constexpr std::array<const char*, 7> days{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
  constexpr std::array<const char*, 12> months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                               "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  const auto [day, hour, minute, second] = clock_in_vietnam(at);
  return std::string(days[weekday_of(day)]) + ", " +
         std::to_string(static_cast<unsigned>(day.day())) + " " +
         months[static_cast<unsigned>(day.month()) - 1] + " " +
         std::to_string(static_cast<int>(day.year())) + " " + two(hour) + ":" + two(minute) + ":" +
         two(second) + " +0700";
}

std::string when(std::chrono::sys_seconds at) {
  const auto [day, hour, minute, second] = clock_in_vietnam(at);
  return to_vietnamese(day) + " " + two(hour) + ":" + two(minute);
}

bool is_plain(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

bool is_local(char c) { return is_plain(c) || std::string_view("._%+-").contains(c); }
bool is_host(char c) { return is_plain(c) || c == '.' || c == '-'; }

bool has_dots_inside(std::string_view part) {
  return !part.empty() && part.front() != '.' && part.back() != '.' && !part.contains("..");
}

}  // namespace

Result<std::string> checked_address(std::string_view text) {
  const auto at = std::min(text.find('@'), text.size());
  const auto local = text.substr(0, at), host = text.substr(std::min(at + 1, text.size()));
  const bool proper = text.size() <= longest_address && local.size() <= 64 &&
                      has_dots_inside(local) && has_dots_inside(host) && local.front() != '-' &&
                      host.front() != '-' && std::ranges::all_of(local, is_local) &&
                      std::ranges::all_of(host, is_host);
  if (proper) return std::string(text);
  return fail(errors::bad_address,
              {{"field", "address"}, {"most", std::to_string(longest_address)}});
}

std::string mail_bytes(const Mail& mail) {
  LIEM_CHECK(checked_address(mail.from) && checked_address(mail.to));
  std::string out;
  const auto field = [&](std::string_view name, const std::string& value) {
    out.append(name).append(": ").append(value).append("\r\n");
  };
  field("From", encoded("Liêm") + " <" + mail.from + ">");
  field("To", "<" + mail.to + ">");
  field("Subject", encoded(one_line(mail.subject)));
  field("Date", date_field(mail.at));
  field("Message-ID", one_line(mail.id));
  field("Auto-Submitted", "auto-generated");
  field("MIME-Version", "1.0");
  field("Content-Type", "text/plain; charset=utf-8");
  field("Content-Transfer-Encoding", "base64");
  out += "\r\n";
  for (std::size_t at = 0; at < mail.text.size(); at += bytes_a_line) {
    out += base64(std::string_view(mail.text).substr(at, bytes_a_line)) + "\r\n";
  }
  return out;
}

LetterWords letter_words(const NoticeLetter& letter, const Catalogue& words) {
  const auto say = [&](const std::string& id, Args args) {
    return words.render({id, std::move(args)}, letter.locale);
  };
  const auto count = std::to_string(letter.items.size());
  std::string text = say("notice.mail.greeting", {{"name", letter.name}}) + "\r\n\r\n";
  std::string first;
  for (const auto& [notice, names] : letter.items) {
    const auto sentence = one_line(sentence_of(notice, names, words, letter.locale));
    if (first.empty()) first = sentence;
    text += "- " + when(notice.made) + ": " + sentence + "\r\n  " + letter.page + place_of(notice) +
            "\r\n\r\n";
  }
  text += say("notice.mail.ending", {{"address", letter.page + "/account#notices"}}) + "\r\n";
  auto subject = letter.items.size() == 1 ? say("notice.mail.one", {{"sentence", first}})
                                          : say("notice.mail.many", {{"count", count}});
  return {std::move(subject), std::move(text)};
}

}  // namespace liem::assessment
