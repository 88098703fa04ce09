// What a file is, told from its content; names and extensions are not looked at.
#pragma once

#include <optional>
#include <string_view>

namespace liem::extraction {

enum class Format { text, html, docx, odt, xlsx, ods, pdf, png, jpeg, tiff };
inline constexpr Format last_format = Format::tiff;

// As JSON writes it: "docx".
std::string_view to_string(Format format);

// What the first bytes tell; archives are opened later, in the worker.
enum class Signs { text, html, zip, pdf, png, jpeg, tiff, old_office, unknown };
inline constexpr std::size_t signs_need = 4096;  // bytes
Signs read_signs(std::string_view head);

}  // namespace liem::extraction
