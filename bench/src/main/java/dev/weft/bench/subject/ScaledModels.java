package dev.weft.bench.subject;

import dev.weft.runtime.graph.ModelSpec;
import java.util.List;

/** Small models of one form that grow in one respect, as a user's own might. */
public final class ScaledModels {
  /** Heights and widths of images. */
  public static final List<Integer> SIZES = List.of(28, 56, 112, 224);

  /** Channels of both convolutions. */
  public static final List<Integer> CHANNELS = List.of(8, 16, 32, 64, 128);

  private static final int SMALLEST = 28;

  private ScaledModels() {}

  /** Two convolutions of 16 and 32 filters with pools, for images of {@code size} squared. */
  public static ModelSpec size(int size) {
    return model("image-" + size, size, 16, 32);
  }

  /** The same for 28x28 with {@code channels} filters in both convolutions. */
  public static ModelSpec channels(int channels) {
    return model("channels-" + channels, SMALLEST, channels, channels);
  }

  private static ModelSpec model(String name, int size, int first, int second) {
    String json =
        """
        {"name": "%s", "description": "", "input": [%d, %d, 1], "layers": [
          {"type": "conv2d", "filters": %d, "kernel": 3, "padding": "same", "activation": "relu"},
          {"type": "conv2d", "filters": %d, "kernel": 3, "padding": "same", "activation": "relu"},
          {"type": "pool", "kind": "max", "size": 4},
          {"type": "flatten"},
          {"type": "dense", "units": 10, "activation": "softmax"}]}
        """
            .formatted(name, size, size, first, second);
    return ModelSpec.parse(json, name);
  }
}
