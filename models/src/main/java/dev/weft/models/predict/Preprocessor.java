package dev.weft.models.predict;

import dev.weft.models.predict.Prepared.How;

/**
 * Makes of any picture of a garment what the images of Fashion-MNIST are: the garment alone, its
 * longer side as long as the image, in the middle, light on black, grey. The steps are those by
 * which they were made of the photographs of a shop (Xiao, Rasul and Vollgraf 2017,
 * arXiv:1708.07747, figure 1): trim what differs from the background by less than 5% of the largest
 * difference in RGB, scale, extend, negate, to grey. Two differ: scaling takes means of areas and
 * not single pixels, so that it sharpens nothing afterwards either; and the background need not be
 * white.
 */
final class Preprocessor {
  /** The 5% by which the authors trimmed, of the distance from black to white. */
  private static final double TRIM = 0.05 * 255 * Math.sqrt(3);

  /** Deviations of the background that are noise. */
  private static final double NOISE = 4;

  /** None of the 70,000 images of Fashion-MNIST has four corners of 50 or above. */
  private static final int LIGHT = 128;

  /** A cut-out garment as light as this would be lost on white, on which the others are put. */
  private static final int VERY_LIGHT = 200;

  private static final int OPAQUE = 250;
  private static final int COVERING = 13;

  private final int height;
  private final int width;

  /**
   * Prepares for a model.
   *
   * @param height rows of the model's input
   * @param width columns of the model's input
   */
  Preprocessor(int height, int width) {
    this.height = height;
    this.width = width;
  }

  /**
   * Prepares a picture.
   *
   * @throws BadImageException if there is nothing in it
   */
  Prepared prepare(Picture picture) throws BadImageException {
    if (isPreparedAlready(picture)) {
      return new Prepared(picture.red().clone(), How.AS_IT_IS);
    }
    return isCutOut(picture) ? cutOut(picture) : onBackground(onWhite(picture));
  }

  private boolean isPreparedAlready(Picture picture) {
    int w = picture.width();
    int h = picture.height();
    if (w != width || h != height || picture.reduced() || !picture.isGrey()) {
      return false;
    }
    int top = Math.min(picture.luminosity(0), picture.luminosity(w - 1));
    int bottom = Math.min(picture.luminosity(w * (h - 1)), picture.luminosity(w * h - 1));
    return Math.min(top, bottom) < LIGHT && !isOfOneGrey(picture);
  }

  private static boolean isOfOneGrey(Picture picture) {
    for (int i = 1; i < picture.width() * picture.height(); i++) {
      if (picture.luminosity(i) != picture.luminosity(0)) {
        return false;
      }
    }
    return true;
  }

  /** Whether the border can be seen through, at a quarter of it or more. */
  private static boolean isCutOut(Picture picture) {
    int w = picture.width();
    int h = picture.height();
    int border = 0;
    int through = 0;
    for (int i = 0; i < w * h; i++) {
      if (i % w == 0 || i % w == w - 1 || i < w || i >= w * (h - 1)) {
        border++;
        through += picture.alpha(i) < OPAQUE ? 1 : 0;
      }
    }
    return through * 4 >= border;
  }

  private Prepared cutOut(Picture picture) throws BadImageException {
    int n = picture.width() * picture.height();
    boolean[] marked = new boolean[n];
    double sum = 0;
    double weight = 0;
    for (int i = 0; i < n; i++) {
      marked[i] = picture.alpha(i) >= COVERING;
      sum += (double) picture.luminosity(i) * picture.alpha(i);
      weight += picture.alpha(i);
    }
    boolean negate = sum < VERY_LIGHT * weight;
    float[] plane = new float[n];
    for (int i = 0; i < n; i++) {
      int value = negate ? 255 - picture.luminosity(i) : picture.luminosity(i);
      plane[i] = value * picture.alpha(i) / 255f;
    }
    return fitted(plane, marked, picture, How.CUT_OUT);
  }

  private static Picture onWhite(Picture picture) {
    int n = picture.width() * picture.height();
    byte[][] channels = {picture.red().clone(), picture.green().clone(), picture.blue().clone()};
    byte[] opaque = new byte[n];
    for (int i = 0; i < n; i++) {
      opaque[i] = (byte) 255;
      int alpha = picture.alpha(i);
      for (byte[] channel : channels) {
        channel[i] = (byte) (((channel[i] & 0xff) * alpha + 255 * (255 - alpha) + 127) / 255);
      }
    }
    return new Picture(
        picture.width(),
        picture.height(),
        channels[0],
        channels[1],
        channels[2],
        opaque,
        picture.reduced());
  }

  private Prepared onBackground(Picture picture) throws BadImageException {
    Background background = Background.of(picture);
    int n = picture.width() * picture.height();
    double threshold = Math.max(TRIM, NOISE * Math.sqrt(3) * background.noise());
    boolean[] marked = new boolean[n];
    double contrast = 0;
    for (int i = 0; i < n; i++) {
      marked[i] = background.distance(picture, i) > threshold;
      if (marked[i]) {
        contrast += picture.luminosity(i) - background.luminosity(i);
      }
    }
    boolean darker = contrast < 0;
    float[] plane = new float[n];
    for (int i = 0; i < n; i++) {
      double ground = background.luminosity(i);
      double off = Math.abs(picture.luminosity(i) - ground);
      if (off > NOISE * background.noise()) {
        // Black on white is 255, and so is black on grey: what the garment could be at most.
        double most = Math.max(1, darker ? ground : 255 - ground);
        plane[i] = (float) Math.min(255, 255 * off / most);
      }
    }
    return fitted(plane, marked, picture, darker ? How.DARK_GARMENT : How.LIGHT_GARMENT);
  }

  /** Cuts the garment out, scales it to the model's input and puts it in the middle. */
  private Prepared fitted(float[] plane, boolean[] marked, Picture picture, How how)
      throws BadImageException {
    Box box =
        GarmentFinder.find(marked, picture.width(), picture.height())
            .orElseThrow(() -> new BadImageException("shows nothing that stands out"));
    float[] cut = new float[box.w() * box.h()];
    for (int y = 0; y < box.h(); y++) {
      int from = (box.y() + y) * picture.width() + box.x();
      System.arraycopy(plane, from, cut, y * box.w(), box.w());
    }
    double scale = Math.min((double) height / box.h(), (double) width / box.w());
    int w = Math.clamp(Math.round(box.w() * scale), 1, width);
    int h = Math.clamp(Math.round(box.h() * scale), 1, height);
    float[] scaled = AreaAverage.scale(cut, box.w(), box.h(), w, h);
    byte[] pixels = new byte[width * height];
    int left = (width - w) / 2;
    int top = (height - h) / 2;
    for (int y = 0; y < h; y++) {
      for (int x = 0; x < w; x++) {
        pixels[(top + y) * width + left + x] = (byte) Math.round(scaled[y * w + x]);
      }
    }
    return new Prepared(pixels, how);
  }
}
