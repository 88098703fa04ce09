// Statements that nothing happened: "không phát sinh đơn thư tố cáo".
#include <algorithm>

#include "reading/draft.h"
#include "text/utf8.h"
#include "text/words.h"

namespace liem::reading {
namespace {

using text::Word;

class NoneFinder {
 public:
  explicit NoneFinder(Draft& draft) : draft_(draft) {}

  void run() {
    const auto text = draft_.text;
    const auto& negations = draft_.landmarks.negations;
    for (std::size_t second = negations.next(0); second < text.size();
         second = negations.next(second + 1)) {
      const auto rest = text.substr(second);
      if (second == 0 || (!rest.starts_with("hông") && !rest.starts_with("hưa"))) continue;
      const std::size_t at = second - 1;
      const Word word = text::word_at(text, at);
      const bool starts =
          at == 0 || !utf8::is_letter(utf8::decode(text, utf8::previous(text, at)).code);
      if (!starts || (!word.is("khong") && !word.is("chua"))) continue;
      const auto statement = statement_at(word);
      if (statement && !is_condition(*statement) && !is_provided(*statement)) add(*statement);
    }
    zeroes();
    std::ranges::stable_sort(draft_.reading.none, {},
                             [](const NoneStatement& none) { return none.span.begin; });
  }

 private:
  std::optional<Span> statement_at(const Word& negation) const {
    const auto text = draft_.text;
    const Lexicon& words = draft_.lexicon;
    const std::size_t begin = negation.span.begin;
    std::size_t object = 0;
    if (const auto verb = words.none_verbs.match_from(text, negation)) {
      object = verb->span.end;
    } else if (const auto have = words.none_with_nouns.match_from(text, negation)) {
      if (const auto whole = answer(begin, have->span.end)) return whole;
      object = have->span.end;
      while (const auto between = words.none_between.match_at(text, object)) {
        object = between->span.end;
      }
      const auto noun = words.none_nouns.match_at(text, object);
      if (noun) {
        object = noun->span.end;
      } else if (const std::size_t end = none_of_a_kind(object)) {
        object = end;
      } else {
        return std::nullopt;
      }
    } else if (const auto act = words.none_with_any.match_from(text, negation)) {
      return none_at_all(begin, act->span.end);
    } else {
      return std::nullopt;
    }
    return Span{begin, statement_end(object)};
  }

  // "chưa tiến hành giám sát chuyên đề nào": up to "nào", over one comma at most.
  std::optional<Span> none_at_all(std::size_t begin, std::size_t at) const {
    const auto text = draft_.text;
    constexpr int most_words = 14;
    int commas = 0;
    for (int words = 0; words < most_words; ++words) {
      at = text::skip_gap(text, at);
      const Word word = text::word_at(text, at);
      if (!word) {
        if (at >= text.size() || text[at] != ',' || ++commas > 1) return std::nullopt;
        ++at;
        continue;
      }
      at = word.span.end;
      if (word == text::Spelling("nào")) return Span{begin, at};
    }
    return std::nullopt;
  }

  // "Trường hợp không phát sinh phải có văn bản": provided for, unless some are counted.
  bool is_provided(Span statement) const {
    const auto text = draft_.text;
    const auto provided = draft_.lexicon.none_provided.match_before(text, statement.begin);
    if (!provided) return false;
    const std::size_t gap = text::skip_gap_back(text, provided->span.begin);
    return gap == 0 || !text::is_digit(text[gap - 1]);
  }

  // "Đơn vị không có viên chức thì không phải báo cáo"
  bool is_condition(Span statement) const {
    const auto text = draft_.text;
    for (std::size_t at = text::next_word(text, statement.begin); at < statement.end;) {
      const Word word = text::word_at(text, at);
      if (draft_.lexicon.none_conditions.match_exactly_from(text, word)) return true;
      at = text::next_word(text, word.span.end);
    }
    return false;
  }

  // "Số phiếu không hợp lệ: Không có.": an answer that is the whole rest of its line.
  std::optional<Span> answer(std::size_t begin, std::size_t end) const {
    const auto text = draft_.text;
    const std::size_t colon = text::skip_gap_back(text, begin);
    if (colon == 0 || text[colon - 1] != ':') return std::nullopt;
    const std::size_t stop = text::skip_spaces(text, end);
    const bool ends =
        stop >= text.size() || std::string_view(".;\n\r|").find(text[stop]) != text.npos;
    return ends ? std::optional(Span{begin, end}) : std::nullopt;
  }

  // "Số vụ việc phát hiện qua kiểm tra nội bộ: 0 vụ."
  void zeroes() {
    for (const auto& mention : draft_.mentions) {
      const Unit* unit = draft_.unit(mention);
      if (mention.kind != MentionKind::number || !mention.value.is_zero()) continue;
      const bool counts =
          unit ? unit->dimension == Dimension::thing_counted || unit->dimension == Dimension::person
               : is_number_of(mention);
      if (!counts) continue;
      if (const auto none = answer(mention.span.begin, mention.figure_span().end)) {
        draft_.reading.none.push_back({*none});
      }
    }
  }

  // "Số vụ vi phạm: 0."
  bool is_number_of(const Mention& zero) const {
    const auto text = draft_.text;
    constexpr int most_words = 12;
    std::size_t at = text::skip_gap_back(text, zero.span.begin);
    if (zero.noun[0] != 0 || at == 0 || text[at - 1] != ':') return false;
    --at;
    for (int words = 0; words < most_words; ++words) {
      const Word word = text::word_before(text, at);
      if (!word) return false;
      if (word == text::Spelling("số") && word.capitalised) return true;
      at = word.span.begin;
    }
    return false;
  }

  // "không có xã nào phát hiện", "không có bản kê khai bị xác minh", "không có doanh nghiệp, tổ
  // chức xã hội nào": behind "nào" or "bị" after any noun, or two, else 0.
  std::size_t none_of_a_kind(std::size_t at) const {
    bool second = false;  // a noun behind a comma
    for (int words = 0; words < (second ? 8 : 4); ++words) {
      at = text::skip_gap(draft_.text, at);
      if (!second && at < draft_.text.size() && draft_.text[at] == ',') {
        second = true;
        ++at;
      }
      const Word word = text::word_after(draft_.text, at);
      if (!word) return 0;
      at = word.span.end;
      if (words > 0 && (word.is("nao") || word.is("bi"))) return at;
    }
    return 0;
  }

  // Up to the end of the clause; an enumeration of short items still belongs to it.
  std::size_t statement_end(std::size_t at) const {
    const auto text = draft_.text;
    const auto& segment = draft_.segments[segment_at(draft_.segments, at)];
    constexpr std::size_t longest = 400;
    std::size_t end = at;
    while (end < segment.span.end && end - at < longest) {
      const std::size_t next = text::skip_gap(text, end);
      if (next >= segment.span.end) break;
      if (draft_.lexicon.none_ends.match_exactly_from(text, text::word_at(text, next))) break;
      if (text[next] == ',' && short_item(next + 1, segment.span.end)) {
        end = next + 1;
        continue;
      }
      if (std::string_view(",;.:()!?").find(text[next]) != std::string_view::npos) break;
      const Word word = text::word_at(text, next);
      end = word ? word.span.end : next + utf8::decode(text, next).length;
    }
    return end;
  }

  // ", khiếu nại," and ", tố cáo.": at most three words up to the next mark.
  bool short_item(std::size_t at, std::size_t limit) const {
    for (int words = 0; words <= 3; ++words) {
      at = text::skip_gap(draft_.text, at);
      if (at >= limit) return words > 0;
      const Word word = text::word_at(draft_.text, at);
      if (!word) {
        const char mark = draft_.text[at];
        return words > 0 && (mark == ',' || mark == '.' || mark == ';');
      }
      if (word.is("khong") || word.is("chua")) return false;
      at = word.span.end;
    }
    return false;
  }

  void add(Span statement) {
    auto& none = draft_.reading.none;
    constexpr std::size_t near = 100;
    if (!none.empty()) {
      Span& last = none.back().span;
      const bool same =
          segment_at(draft_.segments, last.begin) == segment_at(draft_.segments, statement.begin);
      if (same && statement.begin <= last.end + near && !parted(last.end, statement.begin)) {
        last.end = std::max(last.end, statement.end);
        return;
      }
    }
    none.push_back({statement});
  }

  // "không có đơn vị nào chậm; không có tổ chức bị kỷ luật" are two.
  bool parted(std::size_t from, std::size_t to) const {
    return from < to &&
           draft_.text.substr(from, to - from).find_first_of(";.") != std::string_view::npos;
  }

  Draft& draft_;
};

}  // namespace

void find_none(Draft& draft) { NoneFinder(draft).run(); }

}  // namespace liem::reading
