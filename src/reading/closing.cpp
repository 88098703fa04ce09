// Recipients and signature at the end of a document.
#include <algorithm>

#include "reading/draft.h"
#include "reading/lines.h"
#include "reading/structure.h"

namespace liem::reading {
namespace {

constexpr std::size_t closing_reach = 3000;

struct Authority {
  std::string_view written, meant;
};

constexpr Authority authorities[] = {{"TM.", "TM."},   {"T/M", "TM."}, {"KT.", "KT."},
                                     {"K/T", "KT."},   {"TL.", "TL."}, {"T/L", "TL."},
                                     {"TUQ.", "TUQ."}, {"Q.", "Q."}};

const Authority* authority_of(std::string_view line) {
  const auto found = std::ranges::find_if(
      authorities, [&](const Authority& one) { return line.starts_with(one.written); });
  return found == std::end(authorities) ? nullptr : found;
}

bool is_title(std::string_view line) {
  if (!is_capitals(line) || line.size() > 120) return false;
  const std::string plain = text::folded(line);
  for (const std::string_view post :
       {"giam doc", "chu tich", "chanh", "truong", "thu tuong", "bi thu",  "cuc",
        "to pho",   "hieu",     "vien",  "thu ky", "nguoi",     "ke toan", "uy ban",
        "tm.",      "kt.",      "tl.",   "tuq.",   "doan",      "pho"}) {
    if (plain.find(post) != std::string::npos) return true;
  }
  return false;
}

// Two to six words, each with a capital, and nothing else.
bool is_name(std::string_view line) {
  int words = 0;
  for (std::size_t at = 0; at < line.size();) {
    const text::Word word = text::word_at(line, at);
    if (!word || !word.capitalised || ++words > 6) return false;
    at = word.span.end;
    while (at < line.size() && (line[at] == ' ' || line[at] == '.')) ++at;
  }
  return words >= 2 && !is_capitals(line);
}

class ClosingFinder {
 public:
  ClosingFinder(const Draft& draft, Structure& out) : draft_(draft), text_(draft.text), out_(out) {}

  void run() {
    const std::size_t end = main_end();
    std::size_t from = end > closing_reach ? text::clip(text_, 0, end - closing_reach).size() : 0;
    if (const std::size_t list = recipients_start(from, end); list < end)
      from = recipients(list, end);
    signature(from, end);
  }

 private:
  // Annexes follow the signature; a document that is itself an annex has only its own end.
  std::size_t main_end() const {
    for (const auto& heading : draft_.headings) {
      if (heading.kind == HeadingKind::annex && heading.line.begin > closing_reach)
        return heading.line.begin;
    }
    return text_.size();
  }

  std::size_t recipients_start(std::size_t from, std::size_t end) const {
    for (std::size_t at = from; at < end;) {
      const Line line = line_at(text_, at);
      if (!line.empty() && text::match_phrase(text_, line.span.begin, {"noi", "nhan"}) > 0) {
        return line.span.begin;
      }
      at = line.next;
    }
    return end;
  }

  // Items behind dashes; returns where the list ends.
  std::size_t recipients(std::size_t from, std::size_t end) {
    Line line = line_at(text_, from);
    const auto colon = text_.find(':', from);
    // "Nơi nhận: - Như trên; - Lưu: VT." in one line
    if (colon < line.span.end) items_in({colon + 1, line.span.end});
    for (std::size_t at = line.next; at < end; at = line.next) {
      line = line_at(text_, at);
      const auto words = text::slice(text_, line.span);
      if (line.empty() || is_page_number(words)) continue;
      if (words.front() == '-' || words.starts_with("–") || words.front() == '+') {
        items_in(line.span);
      } else if (column_ && column_->name.empty() && is_name(words)) {
        column_->name = text::in_one_line(words);
        column_->span.end = line.span.end;
      } else if (!out_.recipients.empty() && !utf8::is_upper(utf8::decode(words, 0).code)) {
        out_.recipients.back().span.end = line.span.end;
        name(out_.recipients.back());
      } else {
        return at;
      }
    }
    return end;
  }

  void items_in(Span line) {
    std::size_t at = line.begin;
    while (at < line.end) {
      while (at < line.end && std::string_view(" -+\t").find(text_[at]) != std::string_view::npos)
        ++at;
      if (text_.substr(at).starts_with("–"))
        at = text::skip_spaces(text_, at + std::string_view("–").size());
      std::size_t stop = text_.find("; -", at);
      stop = std::min(stop, line.end);
      if (const std::size_t cut = other_column({at, stop}); cut > at) {
        out_.recipients.push_back({"", {at, cut}});
        name(out_.recipients.back());
      }
      at = stop + 1;
    }
  }

  // "- Như trên; PHÓ GIÁM ĐỐC": the signature's column, flattened into the list. Keeps its part and
  // returns where the item ends.
  std::size_t other_column(Span item) {
    const auto words = text::slice(text_, item);
    if (is_title(words)) {
      column_title(words, item);
      return item.begin;
    }
    for (const std::string_view mark : {"; ", ". "}) {
      const auto cut = words.rfind(mark);
      if (cut == std::string_view::npos) continue;
      const std::size_t begin =
          std::min(item.end, text::skip_spaces(text_, item.begin + cut + mark.size()));
      const auto rest = text_.substr(begin, item.end - begin);
      if (is_title(rest)) {
        column_title(rest, {begin, item.end});
        return item.begin + cut;
      }
      if (column_ && column_->name.empty() && is_name(rest)) {
        column_->name = text::in_one_line(rest);
        column_->span.end = item.end;
        return item.begin + cut;
      }
    }
    return item.end;
  }

  static Signature unsigned_at(Span span) {
    Signature out;
    out.span = span;
    return out;
  }

  void column_title(std::string_view words, Span span) {
    if (!column_) column_ = unsigned_at(span);
    add_title(*column_, words, span);
  }

  void name(Recipient& recipient) const {
    std::size_t end = recipient.span.end;
    while (end > recipient.span.begin &&
           std::string_view(";., ").find(text_[end - 1]) != std::string_view::npos)
      --end;
    recipient.span.end = end;
    recipient.name = text::in_one_line(text::slice(text_, recipient.span));
  }

  // The last block of posts in capitals with a name below it.
  void signature(std::size_t from, std::size_t end) {
    Signature block;
    bool open = false;
    for (std::size_t at = from; at < end;) {
      const Line line = line_at(text_, at);
      at = line.next;
      const auto words = text::slice(text_, line.span);
      if (line.empty() || is_page_number(words)) continue;
      if (is_title(words)) {
        if (!open) block = unsigned_at(line.span);
        open = true;
        add_title(block, words, line.span);
      } else if (open && is_name(words)) {
        block.name = text::in_one_line(words);
        block.span.end = line.span.end;
        out_.signature = block;
        open = false;
      } else if (open && !is_signing_mark(words)) {
        open = false;
      }
    }
    if (open && !block.authority.empty()) out_.signature = block;
    if (!out_.signature) out_.signature = column_;
  }

  // "(Đã ký)", "Đã ký"
  static bool is_signing_mark(std::string_view line) {
    return line.size() < 40 && text::folded(line).find("da ky") != std::string::npos;
  }

  static void add_title(Signature& block, std::string_view words, Span span) {
    block.span.end = span.end;
    if (const Authority* authority = authority_of(words)) {
      block.authority = authority->meant;
      block.on_behalf = text::in_one_line(words.substr(authority->written.size()));
      block.mandates.push_back({block.authority, block.on_behalf});
      return;
    }
    const std::string line = text::in_one_line(words);
    block.title += (block.title.empty() ? "" : " ") + line;
  }

  const Draft& draft_;
  std::string_view text_;
  Structure& out_;
  std::optional<Signature> column_;  // of a form whose two columns were read line by line
};

}  // namespace

void find_closing(const Draft& draft, Structure& structure) {
  ClosingFinder(draft, structure).run();
}

}  // namespace liem::reading
