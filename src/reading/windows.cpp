#include "reading/windows.h"

#include <algorithm>

#include "reading/draft.h"

namespace liem::reading {
namespace {

// What a line opens, the better place to cut first.
enum class Opening : unsigned char { section, paragraph, sentence, line };

bool opens_section(std::string_view line) {
  constexpr std::string_view roman = "IVX";
  const auto first = line.find_first_not_of(" *#");
  if (first == std::string_view::npos) return false;
  line.remove_prefix(first);
  const auto end = line.find_first_not_of(roman);
  return end != 0 && end != std::string_view::npos && line[end] == '.';
}

Opening opening_at(std::string_view text, std::size_t line) {
  const auto rest = text.substr(line);
  if (opens_section(rest.substr(0, rest.find('\n')))) return Opening::section;
  if (line >= 2 && text[line - 2] == '\n') return Opening::paragraph;
  const bool ended = line >= 2 && (text[line - 2] == '.' || text[line - 2] == ';');
  return ended ? Opening::sentence : Opening::line;
}

// Where a full window ends: at the best opening of its second half, the last of equals. Within a
// line longer than half a window behind a space, or between two letters.
std::size_t cut_of(std::string_view window) {
  const std::size_t half = window.size() / 2;
  std::size_t cut = 0;
  Opening best = Opening::line;
  for (std::size_t at = window.rfind('\n'); at != std::string_view::npos && at >= half;
       at = window.rfind('\n', at - 1)) {
    const Opening opening = opening_at(window, at + 1);
    if (at + 1 == window.size() || (cut != 0 && opening >= best)) continue;
    cut = at + 1;
    best = opening;
    if (best == Opening::section) break;
  }
  if (cut != 0) return cut;
  if (const auto space = window.rfind(' '); space != std::string_view::npos && space >= half) {
    return space + 1;
  }
  std::size_t letter = window.size() - 1;
  while (letter > half && (static_cast<unsigned char>(window[letter]) & 0xC0) == 0x80) --letter;
  return letter;
}

// An error's offset is told from the start of the text.
Error moved(Error error, std::size_t offset) {
  for (auto& [name, value] : error.message.args) {
    if (name == "offset") value = std::to_string(std::stoull(value) + offset);
  }
  return error;
}

}  // namespace

struct WindowReader::State {
  std::string name;
  const Lexicon& lexicon;
  Take take;
  std::size_t window;
  std::string buffer{};
  std::size_t offset = 0;  // of the buffer's first byte
  std::size_t line = 0;    // bytes since the last line break
  bool any = false;        // something was read
  std::optional<Earlier> earlier{};

  Result<void> read_first(std::size_t size) {
    const std::string_view text(buffer.data(), size);
    auto reading = read_window({text, name}, lexicon, earlier);
    if (reading) {
      any = true;
      take({std::move(*reading), text, offset});
    } else if (reading.error().message.id != text::errors::empty.id) {
      return std::unexpected(moved(std::move(reading.error()), offset));
    }
    offset += size;
    buffer.erase(0, size);
    return {};
  }

  // A line without an end is no prose, however the text is cut.
  Result<void> measure_line(std::string_view bytes) {
    const auto last = bytes.rfind('\n');
    line = last == std::string_view::npos ? line + bytes.size() : bytes.size() - last - 1;
    if (line <= text::longest_line) return {};
    return fail(text::errors::endless_line,
                {{"file", name}, {"limit_mb", std::to_string(text::longest_line >> 20)}});
  }
};

WindowReader::WindowReader(std::string name, const Lexicon& lexicon, Take take, std::size_t window)
    : state_(new State{std::move(name), lexicon, std::move(take), std::max(window, least_window)}) {
  state_->buffer.reserve(state_->window + 1);
}

WindowReader::~WindowReader() = default;

Result<void> WindowReader::feed(std::string_view bytes) {
  while (!bytes.empty()) {
    // One byte more than a window tells that the text goes on.
    const std::size_t room = state_->window + 1 - state_->buffer.size();
    const auto part = bytes.substr(0, room);
    if (auto measured = state_->measure_line(part); !measured) return measured;
    state_->buffer += part;
    bytes.remove_prefix(part.size());
    if (state_->buffer.size() <= state_->window) continue;
    const std::size_t cut = cut_of(std::string_view(state_->buffer).substr(0, state_->window));
    if (auto read = state_->read_first(cut); !read) return read;
  }
  return {};
}

Result<void> WindowReader::finish() {
  if (auto read = state_->read_first(state_->buffer.size()); !read) return read;
  if (!state_->any) return fail(text::errors::empty, {{"file", state_->name}});
  return {};
}

}  // namespace liem::reading
