package dev.weft.models.explain;

import dev.weft.models.explain.Trace.Maps;

/**
 * How much the score of a class changes with each pixel: the size of its gradient, that of the
 * channel where it is largest. (Simonyan, Vedaldi and Zisserman, Deep inside convolutional
 * networks, 2014, arXiv:1312.6034, section 3.)
 */
public final class Saliency {
  private Saliency() {}

  /** The map, {@code [h,w]} of the image, in units of score for a pixel from black to white. */
  public static Heatmap of(Trace trace) {
    Maps input = trace.input();
    float[] map = new float[input.h() * input.w()];
    for (int i = 0; i < map.length; i++) {
      for (int c = 0; c < input.channels(); c++) {
        map[i] = Math.max(map[i], Math.abs(input.gradient()[i * input.channels() + c]));
      }
    }
    return new Heatmap(input.h(), input.w(), map);
  }
}
