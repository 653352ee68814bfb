package dev.weft.models.serve;

import dev.weft.models.explain.Explainer;

/** Maps of what in an image speaks for a class; one at a time. */
public final class Explanations implements AutoCloseable {
  private final Explainer explainer;

  /** Takes over {@code explainer}. */
  public Explanations(Explainer explainer) {
    this.explainer = explainer;
  }

  /** What {@link #map} gives. */
  String kind() {
    return explainer.convolutions().isEmpty() ? "saliency" : "gradcam";
  }

  /** Grad-CAM {@code [h*w]}, 0..1; saliency where the model has no convolution. */
  synchronized float[] map(byte[] pixels, int label) {
    float[] image = new float[pixels.length];
    for (int i = 0; i < pixels.length; i++) {
      image[i] = (pixels[i] & 0xff) / 255f;
    }
    return explainer.convolutions().isEmpty()
        ? explainer.saliency(image, label)
        : explainer.gradCam(image, label);
  }

  @Override
  public synchronized void close() {
    explainer.close();
  }
}
