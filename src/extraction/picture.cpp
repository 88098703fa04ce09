// Pictures decoded, scaled and written anew by leptonica, which tesseract brings along. It is
// loaded where a picture is drawn and nowhere else: linked, it would slow the start of every
// worker and of the program.
#include <dlfcn.h>
#include <leptonica/allheaders.h>

#include <type_traits>

#include "extraction/confinement.h"
#include "extraction/formats.h"

namespace liem::extraction {
namespace {

constexpr const char* library_name = "liblept.so.5";  // the ABI the header above declares

struct Leptonica {
  decltype(&::pixReadMem) read = nullptr;
  decltype(&::pixReadMemTiff) read_tiff = nullptr;
  decltype(&::pixConvertTo8Or32) to_plain = nullptr;
  decltype(&::pixScaleToSize) scale = nullptr;
  decltype(&::pixWriteMemPng) write_png = nullptr;
  decltype(&::setMsgSeverity) set_severity = nullptr;

  static Result<Leptonica> load() {
    void* library = dlopen(library_name, RTLD_NOW | RTLD_LOCAL);
    Leptonica out;
    const auto find = [&](auto& function, const char* name) {
      if (library != nullptr) {
        function =
            reinterpret_cast<std::remove_reference_t<decltype(function)>>(dlsym(library, name));
      }
      return function != nullptr;
    };
    const bool complete =
        find(out.read, "pixReadMem") && find(out.read_tiff, "pixReadMemTiff") &&
        find(out.to_plain, "pixConvertTo8Or32") && find(out.scale, "pixScaleToSize") &&
        find(out.write_png, "pixWriteMemPng") && find(out.set_severity, "setMsgSeverity");
    if (!complete) return fail(errors::tool_missing, {{"tool", library_name}});
    return out;
  }
};

PIX* decode(const Leptonica& leptonica, std::string_view bytes, Signs signs, int page) {
  const auto* data = reinterpret_cast<const l_uint8*>(bytes.data());
  if (signs == Signs::tiff) return leptonica.read_tiff(data, bytes.size(), page - 1);
  return page == 1 ? leptonica.read(data, bytes.size()) : nullptr;
}

}  // namespace

// The worker ends after this, so nothing is given back.
Result<std::string> draw_picture(std::string_view bytes, Signs signs, const PagePicture& wanted) {
  const auto leptonica = Leptonica::load();
  if (!leptonica) return std::unexpected(leptonica.error());
  if (auto confined = confine_parser(); !confined) return std::unexpected(confined.error());
  leptonica->set_severity(L_SEVERITY_NONE);
  PIX* picture = decode(*leptonica, bytes, signs, wanted.page);
  if (picture == nullptr) {
    if (wanted.page > 1) return fail(errors::no_page, {{"page", std::to_string(wanted.page)}});
    return fail(errors::broken, {{"reason", "leptonica"}});
  }
  picture = leptonica->to_plain(picture, L_CLONE, 0);  // gray or colours: scaling makes shades
  if (picture != nullptr) picture = leptonica->scale(picture, wanted.width, 0);
  l_uint8* png = nullptr;
  std::size_t size = 0;
  if (picture == nullptr || leptonica->write_png(&png, &size, picture, 0) != 0) {
    return fail(errors::broken, {{"reason", "leptonica"}});
  }
  return std::string(reinterpret_cast<const char*>(png), size);
}

}  // namespace liem::extraction
