// JSON bodies in and the shapes that several routes share.
#pragma once

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/value.hpp>
#include <chrono>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "assessment/acceptance.h"
#include "assessment/document.h"
#include "assessment/round.h"
#include "base/error.h"
#include "base/messages.h"
#include "extraction/extraction.h"
#include "http/message.h"
#include "text/repair.h"

namespace liem::http {

// errors::bad_json with the offset; errors::bad_field where the document is not an object.
Result<boost::json::object> parse_object(std::string_view body);
// A text of 1 to `longest` bytes under `field`, else errors::bad_field.
Result<std::string> text_field(const boost::json::object& object, std::string_view field,
                               std::size_t longest);
// Nothing where the field is absent or null.
Result<std::optional<std::string>> text_or_nothing(const boost::json::object& object,
                                                   std::string_view field, std::size_t longest);
// A day as 2026-01-31; nothing where the field is absent or null.
Result<std::optional<Date>> day_or_nothing(const boost::json::object& object,
                                           std::string_view field);
std::unexpected<Error> bad_field(std::string field, std::string wanted);
// 1 to `most` texts.
Result<std::vector<std::string>> texts_field(const boost::json::object& object,
                                             std::string_view field, std::size_t most);
// errors::bad_field where a field other than these is given.
Result<void> only_fields(const boost::json::object& object,
                         std::span<const std::string_view> known);
inline Result<void> only_fields(const boost::json::object& object,
                                std::initializer_list<std::string_view> known) {
  return only_fields(object, std::span(known.begin(), known.size()));
}

Response json_answer(const boost::json::value& value);
// Its entity tag: what it names as its `etag`, or else `"` + 32 hexadecimal digits of its hash +
// `"`.
std::string tag_of(const boost::json::value& representation);
Response tagged_answer(const boost::json::value& value);  // with its ETag

boost::json::object to_json(const Words& words);
// {account, name}
boost::json::object person_json(std::string_view account, std::string_view name);
boost::json::object unit_reference(const organisation::Unit& unit);  // {id, name}
boost::json::object to_json(const assessment::SetReference& set);
boost::json::object to_json(const assessment::Round& round);
boost::json::value text_or_null(const std::optional<std::string>& text);
boost::json::value filled_or_null(const std::string& text);  // null where it is empty
boost::json::value decimal_or_null(const std::optional<Decimal>& number);
boost::json::value date_or_null(const std::optional<Date>& date);
boost::json::value time_or_null(const std::optional<std::chrono::sys_seconds>& time);

std::string time_text(std::chrono::sys_seconds time);  // "2026-11-22T05:40:11Z"
boost::json::array to_json(const text::Span& span);

// The documents of the annex; `cited` says where the report cites each first.
boost::json::array to_json(const std::vector<assessment::Evidence>& evidence,
                           const std::vector<std::optional<text::Span>>& cited);

boost::json::object to_json(const assessment::Document& document, const Catalogue& words);
boost::json::object to_json(const assessment::Acceptance& acceptance);  // with its `etag`
boost::json::array to_json(const std::vector<assessment::Acceptance>& acceptances);
// {format, pages, doubtful, signatures}
boost::json::object to_json(const extraction::ExtractedText& source);

}  // namespace liem::http
