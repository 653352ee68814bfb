package dev.weft.models.explain;

import dev.weft.models.explain.Trace.Maps;

/**
 * Where a layer found what speaks for a class: the sum of its feature maps A, each weighted with
 * the mean of the gradient of the class's score y over it, where that is above 0.
 *
 * <pre>
 *   a[k]   = 1/(h*w) * sum over i,j of dy/dA[i,j,k]
 *   L[i,j] = max(0, sum over k of a[k] * A[i,j,k])
 * </pre>
 *
 * (Selvaraju et al., Grad-CAM: visual explanations from deep networks via gradient-based
 * localization, ICCV 2017, arXiv:1610.02391, equations 1 and 2.)
 */
public final class GradCam {
  private GradCam() {}

  /** The map, {@code [h,w]} of the layer, 0 or above, in units of the class's score. */
  public static Heatmap of(Maps layer) {
    int pixels = layer.h() * layer.w();
    int channels = layer.channels();
    double[] weights = new double[channels];
    for (int i = 0; i < pixels; i++) {
      for (int c = 0; c < channels; c++) {
        weights[c] += layer.gradient()[i * channels + c] / pixels;
      }
    }
    float[] map = new float[pixels];
    for (int i = 0; i < pixels; i++) {
      double sum = 0;
      for (int c = 0; c < channels; c++) {
        sum += weights[c] * layer.values()[i * channels + c];
      }
      map[i] = (float) Math.max(0, sum);
    }
    return new Heatmap(layer.h(), layer.w(), map);
  }
}
