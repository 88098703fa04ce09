// Thirty patterns of what the reader looks for, as a regular expression can say them: documents by
// type, dates, percentages, money, counts, statements of none. For RE2 and Vectorscan alike.
#pragma once

#include <array>
#include <string_view>

namespace liem::bench {

inline constexpr std::array<std::string_view, 30> patterns = {
    R"((?:Quyết định|QUYẾT ĐỊNH) số \d{1,6}(?:/\d{4})?[/-][A-ZĐ0-9][A-ZĐa-z0-9&/.-]*)",
    R"((?:Kế hoạch|KẾ HOẠCH) số \d{1,6}(?:/\d{4})?[/-][A-ZĐ0-9][A-ZĐa-z0-9&/.-]*)",
    R"((?:Báo cáo|BÁO CÁO) số \d{1,6}(?:/\d{4})?[/-][A-ZĐ0-9][A-ZĐa-z0-9&/.-]*)",
    R"(Công văn số \d{1,6}(?:/\d{4})?[/-][A-ZĐ0-9][A-ZĐa-z0-9&/.-]*)",
    R"(Chỉ thị số \d{1,6}(?:/\d{4})?[/-][A-ZĐ0-9][A-ZĐa-z0-9&/.-]*)",
    R"(Nghị quyết số \d{1,6}(?:/\d{4})?[/-][A-ZĐ0-9][A-ZĐa-z0-9&/.-]*)",
    R"(Nghị định số \d{1,6}/\d{4}/NĐ-CP)",
    R"(Thông tư số \d{1,6}/\d{4}/TT-[A-ZĐ]+)",
    R"(Luật [^\d\n]{0,60}số \d{1,6}/\d{4}/QH\d{1,2})",
    R"(Kết luận số \d{1,6}[/-][A-ZĐ0-9][A-ZĐa-z0-9&/.-]*)",
    R"(Thông báo số \d{1,6}[/-][A-ZĐ0-9][A-ZĐa-z0-9&/.-]*)",
    R"(Hướng dẫn số \d{1,6}[/-][A-ZĐ0-9][A-ZĐa-z0-9&/.-]*)",
    R"(Quy định số \d{1,6}[/-][A-ZĐ0-9][A-ZĐa-z0-9&/.-]*)",
    R"(Tờ trình số \d{1,6}[/-][A-ZĐ0-9][A-ZĐa-z0-9&/.-]*)",
    R"(Chương trình số \d{1,6}[/-][A-ZĐ0-9][A-ZĐa-z0-9&/.-]*)",
    R"(\b\d{1,2}/\d{1,2}/\d{4}\b)",
    R"(\b\d{1,2}-\d{1,2}-\d{4}\b)",
    R"(ngày \d{1,2} tháng \d{1,2} năm \d{4})",
    R"(\d+(?:,\d+)?%)",
    R"(\d{1,3}(?:\.\d{3})*(?:,\d+)? tỷ đồng)",
    R"(\d{1,3}(?:\.\d{3})*(?:,\d+)? triệu đồng)",
    R"(\d{1,3}(?:\.\d{3})* đồng)",
    R"(\d{1,3}(?:\.\d{3})* (?:người|cán bộ|công chức|viên chức))",
    R"(\d{1,3}(?:\.\d{3})* (?:hồ sơ|văn bản|kế hoạch))",
    R"(\d{1,3}(?:\.\d{3})* (?:cuộc|lượt|lớp|buổi))",
    R"(\d{1,3}(?:\.\d{3})* (?:vụ|vụ việc|đơn))",
    R"(\d{1,3}(?:\.\d{3})*/\d{1,3}(?:\.\d{3})* )",
    R"((?:[Kk]hông|[Cc]hưa) (?:phát sinh|phát hiện|có trường hợp|xảy ra))",
    R"((?:tăng|giảm) \d{1,3}(?:\.\d{3})*(?:,\d+)?)",
    R"((?:gồm|trong đó)[: ][^\n]{0,20}\d{1,3}(?:\.\d{3})*)"};

inline constexpr std::size_t percent_pattern = 18;
inline constexpr std::size_t decree_pattern = 6;

}  // namespace liem::bench
