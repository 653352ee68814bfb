package dev.weft.models.predict;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * How a photograph is to be turned, as tag 0x0112 of its EXIF block says (CIPA DC-008, Exif 2.32,
 * section 4.6.4): the constants are in the order of the values 1 to 8.
 */
enum Orientation {
  UPRIGHT(false, false, false),
  MIRRORED(false, true, false),
  UPSIDE_DOWN(false, true, true),
  FLIPPED(false, false, true),
  TRANSPOSED(true, false, false),
  TURN_RIGHT(true, true, false),
  TRANSVERSED(true, true, true),
  TURN_LEFT(true, false, true);

  private static final int TAG = 0x0112;
  private static final int SHORT = 3;

  private final boolean swapsSides;
  private final boolean fromRight;
  private final boolean fromBottom;

  Orientation(boolean swapsSides, boolean fromRight, boolean fromBottom) {
    this.swapsSides = swapsSides;
    this.fromRight = fromRight;
    this.fromBottom = fromBottom;
  }

  /** Whether rows become columns. */
  boolean swapsSides() {
    return swapsSides;
  }

  /** A plane {@code [h,w]} turned upright: {@code [w,h]} where sides are swapped. */
  byte[] turn(byte[] plane, int w, int h) {
    byte[] turned = new byte[plane.length];
    int outW = swapsSides ? h : w;
    int outH = swapsSides ? w : h;
    for (int y = 0; y < outH; y++) {
      for (int x = 0; x < outW; x++) {
        int fromX = fromRight ? outW - 1 - x : x;
        int fromY = fromBottom ? outH - 1 - y : y;
        turned[y * outW + x] = swapsSides ? plane[fromX * w + fromY] : plane[fromY * w + fromX];
      }
    }
    return turned;
  }

  /** What a JPEG file says; upright where it says nothing or nothing that makes sense. */
  static Orientation ofJpeg(byte[] file) {
    return JpegMarkers.exif(file).map(Orientation::ofTiff).orElse(UPRIGHT);
  }

  /** The first directory of a TIFF block: 12 bytes an entry, tag, type, count, value. */
  private static Orientation ofTiff(ByteBuffer tiff) {
    if (tiff.remaining() < 8) {
      return UPRIGHT;
    }
    tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    long directory = tiff.getInt(4) & 0xffff_ffffL;
    if (directory + 2 > tiff.limit()) {
      return UPRIGHT;
    }
    int entries = tiff.getShort((int) directory) & 0xffff;
    for (int i = 0; i < entries; i++) {
      long entry = directory + 2 + 12L * i;
      if (entry + 12 > tiff.limit()) {
        break;
      }
      int at = (int) entry;
      if (tiff.getShort(at) == TAG && tiff.getShort(at + 2) == SHORT) {
        int value = tiff.getShort(at + 8);
        return value >= 1 && value <= values().length ? values()[value - 1] : UPRIGHT;
      }
    }
    return UPRIGHT;
  }
}
