package dev.weft.models.predict;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** The formats that are read, told by how a file begins and not by its name. */
enum ImageFormat {
  PNG("png"),
  JPEG("jpeg");

  private static final int[] PNG_START = {0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A};
  private static final int[] JPEG_START = {0xFF, 0xD8, 0xFF};

  /** What people take for such images, by a word that stands at a place of the file. */
  private record Other(String name, int at, String word) {}

  private static final List<Other> OTHERS =
      List.of(
          new Other("a GIF", 0, "GIF8"),
          new Other("a WebP", 8, "WEBP"),
          new Other("a BMP", 0, "BM"),
          new Other("a TIFF", 0, "II*\0"),
          new Other("a TIFF", 0, "MM\0*"),
          new Other("an AVIF", 4, "ftypavif"),
          new Other("a HEIC", 4, "ftyphei"),
          new Other("a PDF", 0, "%PDF"),
          new Other("an SVG", 0, "<svg"));

  private final String reader;

  ImageFormat(String reader) {
    this.reader = reader;
  }

  /** What the JDK calls it. */
  String reader() {
    return reader;
  }

  /**
   * The format of a file.
   *
   * @throws BadImageException if it is another, naming it where it is known
   */
  static ImageFormat of(byte[] file) throws BadImageException {
    if (file.length == 0) {
      throw new BadImageException("is empty");
    }
    if (startsWith(file, PNG_START)) {
      return PNG;
    }
    if (startsWith(file, JPEG_START)) {
      return JPEG;
    }
    for (Other other : OTHERS) {
      if (new String(file, 0, Math.min(file.length, 32), StandardCharsets.ISO_8859_1)
          .startsWith(other.word, other.at)) {
        throw new BadImageException(
            "is %s; PNG and JPEG can be read, convert it".formatted(other.name));
      }
    }
    throw new BadImageException("is neither PNG nor JPEG");
  }

  private static boolean startsWith(byte[] file, int[] start) {
    if (file.length < start.length) {
      return false;
    }
    for (int i = 0; i < start.length; i++) {
      if ((file[i] & 0xff) != start[i]) {
        return false;
      }
    }
    return true;
  }
}
