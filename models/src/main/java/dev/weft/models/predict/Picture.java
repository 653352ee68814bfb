package dev.weft.models.predict;

/**
 * A decoded image, large ones reduced: planes {@code [h,w]}, row-major, unsigned 0..255.
 *
 * @param width columns
 * @param height rows
 * @param red of the colours, those of pixels that cover nothing being white
 * @param alpha 0 where nothing is, 255 where it is opaque
 * @param reduced whether the file has more pixels than this
 */
record Picture(
    int width, int height, byte[] red, byte[] green, byte[] blue, byte[] alpha, boolean reduced) {

  /** Luminosity of pixel {@code i}, 0..255, by ITU-R BT.601; exact for greys. */
  int luminosity(int i) {
    return luminosity(red[i] & 0xff, green[i] & 0xff, blue[i] & 0xff);
  }

  static int luminosity(int red, int green, int blue) {
    return (299 * red + 587 * green + 114 * blue + 500) / 1000;
  }

  int alpha(int i) {
    return alpha[i] & 0xff;
  }

  /** Whether every pixel is opaque and has no hue. */
  boolean isGrey() {
    for (int i = 0; i < red.length; i++) {
      if (red[i] != green[i] || green[i] != blue[i] || alpha(i) != 255) {
        return false;
      }
    }
    return true;
  }

  /** This picture as a camera that was held in another way has to be understood. */
  Picture turned(Orientation orientation) {
    if (orientation == Orientation.UPRIGHT) {
      return this;
    }
    int w = orientation.swapsSides() ? height : width;
    int h = orientation.swapsSides() ? width : height;
    return new Picture(
        w,
        h,
        orientation.turn(red, width, height),
        orientation.turn(green, width, height),
        orientation.turn(blue, width, height),
        orientation.turn(alpha, width, height),
        reduced);
  }
}
