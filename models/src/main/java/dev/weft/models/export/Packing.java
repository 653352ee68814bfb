package dev.weft.models.export;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How the weights of a model lie in its ONNX file. Biases are float32 in any case.
 *
 * @param precision of every weight, whose values must be such that it can hold them
 * @param scales of integers: of each weight by name, one an output channel; each value is an
 *     integer times the scale of its channel, rounded to float
 */
public record Packing(Precision precision, Map<String, float[]> scales) {
  /** Floats, as they are. */
  public static final Packing NONE = new Packing(Precision.FLOAT32, Map.of());

  public Packing {
    scales = Collections.unmodifiableMap(new LinkedHashMap<>(scales));
  }
}
