// A tolerant reader of HTML: tags only matter where they end a line or hide what they hold.
#include <algorithm>

#include "extraction/builder.h"
#include "extraction/entities.h"
#include "extraction/formats.h"

namespace liem::extraction {
namespace {

constexpr std::string_view blanks = " \t\r\n\f";

bool one_of(std::string_view name, std::initializer_list<std::string_view> names) {
  return std::ranges::find(names, name) != names.end();
}

bool ends_line(std::string_view name) {
  return one_of(
      name,
      {"p",       "div",        "br",     "hr",         "h1",      "h2",     "h3",       "h4",
       "h5",      "h6",         "ul",     "ol",         "dl",      "dt",     "dd",       "table",
       "caption", "blockquote", "pre",    "section",    "article", "header", "footer",   "main",
       "nav",     "aside",      "figure", "figcaption", "address", "form",   "fieldset", "body",
       "html",    "thead",      "tbody",  "tfoot",      "center"});
}

// What they hold is no text of the page; everything up to the end tag is passed over.
bool is_hidden(std::string_view name) {
  return one_of(name, {"script", "style", "title", "template", "noscript", "iframe", "object",
                       "svg", "select", "textarea"});
}

struct Tag {
  std::string name;  // lower case; empty for comments and declarations
  bool closing = false;
  std::size_t end = 0;  // behind the '>'
};

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

// A '>' inside quotes does not end a tag.
std::size_t tag_end(std::string_view html, std::size_t at) {
  char quote = 0;
  for (; at < html.size(); ++at) {
    const char c = html[at];
    if (quote != 0) {
      if (c == quote) quote = 0;
    } else if ((c == '"' || c == '\'') && html[at - 1] == '=') {
      quote = c;
    } else if (c == '>') {
      return at + 1;
    }
  }
  return html.size();
}

// A tag's name in lower case.
std::string name_at(std::string_view html, std::size_t at) {
  std::string name;
  while (at < html.size() && (std::isalnum(static_cast<unsigned char>(html[at])) != 0 ||
                              html[at] == ':' || html[at] == '-')) {
    name += lower(html[at++]);
  }
  return name;
}

// The tag at html[at] == '<'; end 0 where a lone '<' stands.
Tag tag_at(std::string_view html, std::size_t at) {
  Tag tag;
  const auto rest = html.substr(at);
  if (rest.starts_with("<!--")) {
    const auto close = html.find("-->", at + 4);
    tag.end = close == std::string_view::npos ? html.size() : close + 3;
    return tag;
  }
  std::size_t name = at + 1;
  if (rest.starts_with("</")) {
    tag.closing = true;
    ++name;
  } else if (rest.starts_with("<!") || rest.starts_with("<?")) {
    tag.end = tag_end(html, at + 2);
    return tag;
  }
  tag.name = name_at(html, name);
  if (tag.name.empty() || std::isdigit(static_cast<unsigned char>(tag.name[0])) != 0) return {};
  tag.end = tag_end(html, name + tag.name.size());
  return tag;
}

class Reader {
 public:
  Reader(std::string_view html, const Limits& limits) : html_(html), out_(Format::html, limits) {}

  Result<ExtractedText> run() && {
    for (std::size_t at = 0; at < html_.size();) {
      if (html_[at] == '<') {
        if (const Tag tag = tag_at(html_, at); tag.end > 0) {
          at = tag.end;
          if (!tag.closing && is_hidden(tag.name)) at = skip_hidden(tag.name, at);
          handle(tag);
          continue;
        }
      }
      at = take_character(at);
    }
    end_row();
    end_line();
    return std::move(out_).finish();
  }

 private:
  std::size_t take_character(std::size_t at) {
    if (html_[at] == '&') return append_reference(html_, at, line_);
    if (blanks.find(html_[at]) == std::string_view::npos) {
      line_ += html_[at];
    } else if (!line_.empty() && line_.back() != ' ' && line_.back() != '\n') {
      line_ += ' ';
    }
    return at + 1;
  }

  std::size_t skip_hidden(std::string_view name, std::size_t at) const {
    for (at = html_.find("</", at); at != std::string_view::npos; at = html_.find("</", at + 2)) {
      // The whole tag is looked at only where it is the one: it may reach to the end of the file.
      if (name_at(html_, at + 2) == name) return tag_at(html_, at).end;
    }
    return html_.size();
  }

  void handle(const Tag& tag) {
    if (tag.name == "tr") {
      end_row();
      if (!tag.closing) start_row();
    } else if (tag.name == "td" || tag.name == "th") {
      end_cell();
      in_cell_ = !tag.closing && row_open_;
    } else if (tag.name == "table") {
      end_row();
      end_line();
      if (!tag.closing) ++table_, row_ = 0;
    } else if (tag.name == "li") {
      end_line();
      if (!tag.closing && !in_cell_) line_ = "- ";
    } else if (ends_line(tag.name)) {
      end_line();
    }
  }

  void start_row() {
    end_line();
    row_open_ = true;
    ++row_;
  }
  void end_cell() {
    if (row_open_ && in_cell_) cells_.push_back({std::move(line_), {}});
    line_.clear();
    in_cell_ = false;
  }
  void end_row() {
    if (!row_open_) return;
    end_cell();
    out_.row(std::move(cells_), {.table = table_, .row = row_, .column = 1});
    cells_.clear();
    row_open_ = false;
  }
  // Inside a cell lines stay together until the row is whole.
  void end_line() {
    if (in_cell_) {
      if (!line_.empty() && line_.back() == ' ') line_.pop_back();
      if (!line_.empty() && line_.back() != '\n') line_ += '\n';
      return;
    }
    if (line_.find_first_not_of(" -") != std::string::npos) {
      out_.paragraph({line_, {}}, {.paragraph = ++paragraph_});
    }
    line_.clear();
  }

  std::string_view html_;
  TextBuilder out_;
  std::string line_;
  std::vector<Piece> cells_;
  bool row_open_ = false, in_cell_ = false;
  int paragraph_ = 0, table_ = 0, row_ = 0;
};

}  // namespace

Result<ExtractedText> read_html(std::string_view bytes, const Limits& limits) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  return Reader(bytes, limits).run();
}

}  // namespace liem::extraction
