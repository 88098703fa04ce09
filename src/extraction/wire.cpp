#include "extraction/wire.h"

#include <algorithm>
#include <cstdint>
#include <cstring>

#include "base/utf8.h"

namespace liem::extraction {
namespace {

constexpr std::string_view opening = "LIEM-X2\n";
constexpr std::string_view closing = "\nEND";
enum Kind : std::uint64_t { kind_text = 1, kind_error = 2, kind_boxes = 3, kind_picture = 4 };

class Writer {
 public:
  Writer() : out_(opening) {}
  void number(std::uint64_t value) {
    char bytes[sizeof value];
    std::memcpy(bytes, &value, sizeof value);
    out_.append(bytes, sizeof bytes);
  }
  void whole(int value) { number(static_cast<std::uint64_t>(value)); }
  void text(std::string_view value) {
    number(value.size());
    out_.append(value);
  }
  void span(const Span& value) {
    number(value.begin);
    number(value.end);
  }
  void box(const Box& value) {
    for (const int side : {value.left, value.top, value.right, value.bottom}) whole(side);
  }
  std::string finish() && { return std::move(out_.append(closing)); }

 private:
  std::string out_;
};

// Once something does not fit, every further value is empty and sound() is false.
class Reader {
 public:
  explicit Reader(std::string_view bytes) : rest_(bytes) {
    sound_ = rest_.starts_with(opening) && rest_.ends_with(closing) &&
             rest_.size() >= opening.size() + closing.size();
    if (sound_)
      rest_ = rest_.substr(opening.size(), rest_.size() - opening.size() - closing.size());
  }
  std::uint64_t number() {
    std::uint64_t value = 0;
    if (!demand(rest_.size() >= sizeof value)) return 0;
    std::memcpy(&value, rest_.data(), sizeof value);
    rest_.remove_prefix(sizeof value);
    return value;
  }
  int whole(int most) {
    const auto value = number();
    return demand(value <= static_cast<std::uint64_t>(most)) ? static_cast<int>(value) : 0;
  }
  std::string text() {
    const auto size = number();
    if (!demand(size <= rest_.size())) return {};
    std::string value(rest_.substr(0, size));
    rest_.remove_prefix(size);
    return value;
  }
  // How many items follow; each takes at least one number on the wire.
  std::size_t count() {
    const auto value = number();
    return demand(value <= rest_.size() / sizeof value) ? value : 0;
  }
  Span span(std::size_t text_size) {
    const std::size_t begin = number(), end = number();
    return demand(begin <= end && end <= text_size) ? Span{begin, end} : Span{};
  }
  Box box() {
    constexpr int side = 10'000;
    Box value;
    for (int* edge : {&value.left, &value.top, &value.right, &value.bottom}) *edge = whole(side);
    return value;
  }
  bool demand(bool condition) { return sound_ = sound_ && condition; }
  bool sound() const { return sound_; }
  bool finished() const { return sound_ && rest_.empty(); }

 private:
  std::string_view rest_;
  bool sound_ = false;
};

constexpr int most_of_anything = 1 << 30;

void write(Writer& out, const Error& error) {
  out.number(kind_error);
  out.text(error.message.id);
  out.number(error.message.args.size());
  for (const auto& [name, value] : error.message.args) {
    out.text(name);
    // Names of parts and tools' words may come out of the file as they are.
    const bool sound = utf8::find_invalid(value) == std::string_view::npos;
    out.text(sound ? std::string_view(value) : "?");
  }
}

std::optional<Error> read_error(Reader& in, std::string_view file) {
  const std::string id = in.text();
  const auto* code = std::ranges::find(errors::all, id, &ErrorCode::id);
  in.demand(code != std::end(errors::all));
  Args args = {{"file", std::string(file)}};
  for (std::size_t left = in.count(); left > 0 && in.sound(); --left) {
    std::string name = in.text();
    args.emplace_back(std::move(name), in.text());
    in.demand(utf8::find_invalid(args.back().second) == std::string_view::npos);
  }
  if (!in.finished()) return std::nullopt;
  return fail(*code, std::move(args)).error();
}

void write(Writer& out, const Place& place) {
  out.span(place.span);
  for (const int value :
       {place.page, place.paragraph, place.table, place.row, place.column, place.footnote}) {
    out.whole(value);
  }
  out.number(place.box ? 1 : 0);
  if (place.box) out.box(*place.box);
}

Place read_place(Reader& in, std::size_t text_size) {
  Place place;
  place.span = in.span(text_size);
  for (int* value :
       {&place.page, &place.paragraph, &place.table, &place.row, &place.column, &place.footnote}) {
    *value = in.whole(most_of_anything);
  }
  if (in.number() != 0) place.box = in.box();
  return place;
}

ExtractedText read_text(Reader& in) {
  ExtractedText result;
  result.format = static_cast<Format>(in.whole(static_cast<int>(last_format)));
  result.text = in.text();
  in.demand(utf8::find_invalid(result.text) == std::string_view::npos);
  const std::size_t size = result.text.size();
  for (std::size_t left = in.count(); left > 0 && in.sound(); --left) {
    const std::size_t least = result.places.empty() ? 0 : result.places.back().span.end;
    result.places.push_back(read_place(in, size));
    const Span& span = result.places.back().span;
    in.demand(span.begin >= least && span.size() > 0);
  }
  for (std::size_t left = in.count(); left > 0 && in.sound(); --left) {
    const std::size_t offset = in.number();
    in.demand(offset <= size && (result.marks.empty() || result.marks.back().offset <= offset));
    result.marks.push_back({offset, in.whole(most_of_anything)});
  }
  for (std::size_t left = in.count(); left > 0 && in.sound(); --left) {
    result.doubtful.push_back(in.span(size));
  }
  for (std::size_t left = in.count(); left > 0 && in.sound(); --left) {
    Signature signature;
    signature.state = static_cast<SignatureState>(in.whole(int(SignatureState::unclear)));
    signature.certificate =
        static_cast<CertificateState>(in.whole(int(CertificateState::not_checked)));
    for (std::string* words : {&signature.signer, &signature.time}) {
      *words = in.text();
      in.demand(utf8::find_invalid(*words) == std::string_view::npos);
    }
    result.signatures.push_back(std::move(signature));
  }
  result.pages = in.whole(most_of_anything);
  result.recognised_pages = in.whole(most_of_anything);
  for (std::size_t left = in.count(); left > 0 && in.sound(); --left) {
    PageShape shape;
    shape.width = in.whole(most_of_anything);
    shape.height = in.whole(most_of_anything);
    shape.recognised = in.whole(1) == 1;
    result.shapes.push_back(shape);
  }
  return result;
}

}  // namespace

std::string encode(const Result<ExtractedText>& result) {
  Writer out;
  if (!result) {
    write(out, result.error());
    return std::move(out).finish();
  }
  out.number(kind_text);
  out.whole(static_cast<int>(result->format));
  out.text(result->text);
  out.number(result->places.size());
  for (const auto& place : result->places) write(out, place);
  out.number(result->marks.size());
  for (const auto& mark : result->marks) {
    out.number(mark.offset);
    out.whole(mark.number);
  }
  out.number(result->doubtful.size());
  for (const auto& span : result->doubtful) out.span(span);
  out.number(result->signatures.size());
  for (const auto& signature : result->signatures) {
    out.whole(static_cast<int>(signature.state));
    out.whole(static_cast<int>(signature.certificate));
    out.text(signature.signer);
    out.text(signature.time);
  }
  out.whole(result->pages);
  out.whole(result->recognised_pages);
  out.number(result->shapes.size());
  for (const auto& shape : result->shapes) {
    out.whole(shape.width);
    out.whole(shape.height);
    out.whole(shape.recognised ? 1 : 0);
  }
  return std::move(out).finish();
}

std::optional<Result<ExtractedText>> decode(std::string_view bytes, std::string_view file) {
  Reader in(bytes);
  const auto kind = in.number();
  if (kind == kind_error) {
    auto error = read_error(in, file);
    if (!error) return std::nullopt;
    return Result<ExtractedText>(std::unexpected(std::move(*error)));
  }
  if (kind != kind_text) return std::nullopt;
  auto result = read_text(in);
  if (!in.finished()) return std::nullopt;
  return result;
}

std::string encode_boxes(const Result<std::vector<WordBox>>& boxes) {
  Writer out;
  if (!boxes) {
    write(out, boxes.error());
    return std::move(out).finish();
  }
  out.number(kind_boxes);
  out.number(boxes->size());
  for (const auto& [word, box] : *boxes) {
    out.text(word);
    out.box(box);
  }
  return std::move(out).finish();
}

std::optional<Result<std::vector<WordBox>>> decode_boxes(std::string_view bytes,
                                                         std::string_view file) {
  Reader in(bytes);
  const auto kind = in.number();
  if (kind == kind_error) {
    auto error = read_error(in, file);
    if (!error) return std::nullopt;
    return Result<std::vector<WordBox>>(std::unexpected(std::move(*error)));
  }
  if (kind != kind_boxes) return std::nullopt;
  std::vector<WordBox> boxes;
  for (std::size_t left = in.count(); left > 0 && in.sound(); --left) {
    std::string word = in.text();
    boxes.push_back({std::move(word), in.box()});
  }
  if (!in.finished()) return std::nullopt;
  return boxes;
}

std::string encode_picture(const Result<std::string>& picture) {
  Writer out;
  if (!picture) {
    write(out, picture.error());
    return std::move(out).finish();
  }
  out.number(kind_picture);
  out.text(*picture);
  return std::move(out).finish();
}

std::optional<Result<std::string>> decode_picture(std::string_view bytes, std::string_view file) {
  Reader in(bytes);
  const auto kind = in.number();
  if (kind == kind_error) {
    auto error = read_error(in, file);
    if (!error) return std::nullopt;
    return Result<std::string>(std::unexpected(std::move(*error)));
  }
  if (kind != kind_picture) return std::nullopt;
  std::string picture = in.text();
  if (!in.finished() || !picture.starts_with("\x89PNG\r\n\x1a\n")) return std::nullopt;
  return picture;
}

}  // namespace liem::extraction
