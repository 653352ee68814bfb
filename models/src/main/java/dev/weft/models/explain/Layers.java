package dev.weft.models.explain;

import dev.weft.kernels.Shape;
import dev.weft.runtime.checkpoint.NamedTensor;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** What the layers have learnt and found, as pictures. */
final class Layers {
  private Layers() {}

  /**
   * The filters of a first convolution: blue takes away, red adds, each on a scale of its own.
   *
   * @param weight {@code [kh,kw,c,k]}; several input channels lie one below the other
   */
  static BufferedImage filters(NamedTensor weight, int columns, int side) {
    Shape shape = weight.shape();
    float[] values = weight.floats();
    int pixels = shape.dim(0) * shape.dim(1);
    List<Heatmap> maps = new ArrayList<>();
    for (int k = 0; k < shape.dim(3); k++) {
      float[] map = new float[shape.dim(2) * pixels];
      float largest = Float.MIN_NORMAL;
      for (int i = 0; i < map.length; i++) {
        map[i] = values[(i % pixels * shape.dim(2) + i / pixels) * shape.dim(3) + k];
        largest = Math.max(largest, Math.abs(map[i]));
      }
      for (int i = 0; i < map.length; i++) {
        map[i] = 0.5f + 0.5f * map[i] / largest;
      }
      maps.add(new Heatmap(shape.dim(2) * shape.dim(0), shape.dim(1), map));
    }
    return Pictures.tiles(maps, ColourMap.SIGNED, columns, side);
  }

  /** Feature maps, all on one scale from the layer's smallest number to its largest. */
  static BufferedImage features(Trace.Maps maps, int columns, int side) {
    float low = 0;
    float high = 0;
    for (float value : maps.values()) {
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
    float base = low;
    float range = high > low ? high - low : 1;
    return Pictures.tiles(
        IntStream.range(0, maps.channels())
            .mapToObj(maps::channel)
            .map(map -> scaled(map, base, range))
            .toList(),
        ColourMap.HEAT,
        columns,
        side);
  }

  private static Heatmap scaled(Heatmap map, float low, float range) {
    float[] values = new float[map.values().length];
    for (int i = 0; i < values.length; i++) {
      values[i] = (map.values()[i] - low) / range;
    }
    return new Heatmap(map.h(), map.w(), values);
  }
}
