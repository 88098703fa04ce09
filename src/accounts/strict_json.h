// JSON of strangers: where a member stands twice, two readers may see two different texts.
#pragma once

#include <boost/json/object.hpp>
#include <optional>
#include <string_view>

namespace liem::accounts {

// Nothing where the text is no single JSON object, is nested deeper than 16, or an object in it has
// a member twice.
std::optional<boost::json::object> strict_object(std::string_view text);

// The text of a member; nothing where there is none or it is no text.
std::optional<std::string_view> text_member(const boost::json::object& object,
                                            std::string_view name);

}  // namespace liem::accounts
