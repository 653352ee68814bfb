package dev.weft.models.explain;

/** Colours for numbers that people with any colour vision can tell apart and put in order. */
enum ColourMap {
  /** Black to white. */
  GREY(0x000000, 0xffffff),
  /** For 0..1, dark to bright: viridis (van der Walt and Smith, 2015), perceptually uniform. */
  HEAT(
      0x440154, 0x482576, 0x414487, 0x35608d, 0x2a788e, 0x21908c, 0x22a884, 0x43bf71, 0x7ad151,
      0xbbdf27, 0xfde725),
  /** For numbers with a sign, 0.5 being none: blue, white, red of ColorBrewer's RdBu. */
  SIGNED(0x2166ac, 0x67a9cf, 0xd1e5f0, 0xf7f7f7, 0xfddbc7, 0xef8a62, 0xb2182b);

  private final int[] anchors;

  ColourMap(int... anchors) {
    this.anchors = anchors;
  }

  /** The colour of a number, 0..1, as {@code 0xrrggbb}; numbers outside get those of the ends. */
  int rgb(double value) {
    double at = Math.clamp(value, 0.0, 1.0) * (anchors.length - 1);
    int below = Math.min((int) at, anchors.length - 2);
    return mix(anchors[below], anchors[below + 1], at - below);
  }

  /** A colour between two: {@code share} of the second. */
  static int mix(int first, int second, double share) {
    int rgb = 0;
    for (int shift = 0; shift <= 16; shift += 8) {
      int a = first >> shift & 0xff;
      int b = second >> shift & 0xff;
      rgb |= (int) Math.round(a + share * (b - a)) << shift;
    }
    return rgb;
  }
}
