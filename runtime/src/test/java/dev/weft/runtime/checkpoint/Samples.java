package dev.weft.runtime.checkpoint;

import dev.weft.kernels.Shape;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Checkpoints for the tests. */
final class Samples {
  private Samples() {}

  /** A tensor of normally distributed values that its name and extents determine. */
  static NamedTensor weight(String name, int... dims) {
    Shape shape = Shape.of(dims);
    Random random = new Random(name.hashCode());
    float[] values = new float[shape.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return NamedTensor.of(name, shape, values);
  }

  static Map<String, Shape> shapes() {
    Map<String, Shape> shapes = new LinkedHashMap<>();
    shapes.put("conv1.weight", Shape.of(3, 3, 1, 4));
    shapes.put("conv1.bias", Shape.of(4));
    shapes.put("dense1.weight", Shape.of(8, 5));
    shapes.put("dense1.bias", Shape.of(5));
    return shapes;
  }

  /** A small checkpoint with every kind of content, a few kilobytes as a file. */
  static Checkpoint checkpoint() {
    Map<String, String> config = new LinkedHashMap<>();
    config.put("optimizer", "adadelta");
    config.put("note", "two lines\nand a \"quote\", \u00e4\u00f6\u00fc \ud83e\uddf5");
    config.put("data", "");
    Progress progress =
        new Progress(1_234_567_890_123L, 3, 17, 0.1 + 0.2, 2, 1234.5678901234567, 42);
    return new Checkpoint(
        "{\"name\":\"cnn-simple\"}",
        config,
        -5_000_000_000L,
        "cpu",
        progress,
        tensors(""),
        slots());
  }

  private static Map<String, Map<String, NamedTensor>> slots() {
    Map<String, Map<String, NamedTensor>> slots = new LinkedHashMap<>();
    slots.put("accumulator", tensors("a"));
    slots.put("delta", tensors("d"));
    return slots;
  }

  /** The tensors of {@link #shapes()}, with other values for another {@code variant}. */
  private static Map<String, NamedTensor> tensors(String variant) {
    List<NamedTensor> tensors =
        shapes().entrySet().stream()
            .map(e -> {
              int[] dims = e.getValue().dims().stream().mapToInt(d -> d).toArray();
              return weight(e.getKey() + variant, dims).withName(e.getKey());
            })
            .toList();
    return NamedTensor.byName(tensors);
  }
}
