package dev.weft.models.predict;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * What the markers of a JPEG file say that the JDK's reader does not tell (ITU-T T.81, annex B): a
 * byte 0xff, one that says which marker it is, and for most of them a block that starts with its
 * own length, 16 bits, big-endian.
 */
final class JpegMarkers {
  private static final int MARKER = 0xFF;
  private static final int TEMPORARY = 0x01;
  private static final int RESTART_0 = 0xD0;
  private static final int START_OF_IMAGE = 0xD8;
  private static final int END_OF_IMAGE = 0xD9;
  private static final int START_OF_SCAN = 0xDA;
  private static final int APP1 = 0xE1;
  private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);

  private JpegMarkers() {}

  /**
   * Whether a JPEG lacks its end, after the start of its last scan. The JDK's reader would fill the
   * rest with grey, and half a garment would be taken for a whole one.
   */
  static boolean isCutShort(byte[] file) {
    for (int at = file.length - 2; at >= 0; at--) {
      if (u8(file, at) == MARKER) {
        int marker = u8(file, at + 1);
        if (marker == END_OF_IMAGE || marker == START_OF_SCAN) {
          return marker == START_OF_SCAN;
        }
      }
    }
    return true;
  }

  /** How many scans a JPEG has until its end, found as the JDK's reader finds them. */
  static int scans(byte[] file) {
    int scans = 0;
    int at = 0;
    while (at + 4 <= file.length) {
      int marker = u8(file, at + 1);
      if (u8(file, at) != MARKER || isWithinScan(marker)) {
        at++;
      } else if (marker == END_OF_IMAGE) {
        break;
      } else {
        scans += marker == START_OF_SCAN ? 1 : 0;
        at += 2 + length(file, at);
      }
    }
    return scans;
  }

  /** The TIFF block of a JPEG's EXIF data, if there is one before the first scan. */
  static Optional<ByteBuffer> exif(byte[] file) {
    int at = 2; // after the start of the image
    while (at + 4 <= file.length && u8(file, at) == MARKER) {
      int marker = u8(file, at + 1);
      int length = length(file, at);
      if (marker == START_OF_SCAN || length < 2 || at + 2 + length > file.length) {
        break;
      }
      ByteBuffer block = ByteBuffer.wrap(file, at + 4, length - 2);
      if (marker == APP1
          && block.remaining() >= EXIF.length
          && block.slice(block.position(), EXIF.length).equals(ByteBuffer.wrap(EXIF))) {
        return Optional.of(block.position(block.position() + EXIF.length).slice());
      }
      at += 2 + length;
    }
    return Optional.empty();
  }

  /** Whether the byte after 0xff begins no block with a length: data, filling, or a lone marker. */
  private static boolean isWithinScan(int marker) {
    return marker == 0
        || marker == TEMPORARY
        || marker == MARKER
        || (marker >= RESTART_0 && marker <= START_OF_IMAGE);
  }

  /** Bytes of the block of the marker at {@code at}, those of the length itself included. */
  private static int length(byte[] file, int at) {
    return u8(file, at + 2) << 8 | u8(file, at + 3);
  }

  private static int u8(byte[] file, int at) {
    return file[at] & 0xff;
  }
}
