package dev.weft.models.explain;

import dev.weft.kernels.Shape;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What went through a model for one image, and how the score of one class depends on it.
 *
 * @param label the class whose score was differentiated
 * @param logits {@code [classes]}, the scores before the softmax
 * @param probabilities {@code [classes]}, 0..1
 * @param convolutions what each convolution made, by the layer's name, in order
 * @param input the image itself with its gradient
 */
public record Trace(
    int label, float[] logits, float[] probabilities, Map<String, Maps> convolutions, Maps input) {

  /** Keeps the order of the map. */
  public Trace {
    convolutions = Collections.unmodifiableMap(new LinkedHashMap<>(convolutions));
  }

  /**
   * Feature maps, as they come out of a layer with its ReLU if it has one.
   *
   * @param shape {@code [h,w,c]}
   * @param values the maps, {@code [h,w,c]}
   * @param gradient of the score of the class with respect to {@code values}
   */
  public record Maps(Shape shape, float[] values, float[] gradient) {
    public int h() {
      return shape.dim(0);
    }

    public int w() {
      return shape.dim(1);
    }

    public int channels() {
      return shape.dim(2);
    }

    /** One of the feature maps. */
    public Heatmap channel(int c) {
      float[] map = new float[h() * w()];
      for (int i = 0; i < map.length; i++) {
        map[i] = values[i * channels() + c];
      }
      return new Heatmap(h(), w(), map);
    }
  }

  /** The names of the convolutions, in order. */
  public List<String> layers() {
    return List.copyOf(convolutions.keySet());
  }
}
