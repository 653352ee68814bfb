package dev.weft.runtime.graph;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.weft.runtime.UserException;

/** Models for the tests of this package. */
final class Models {
  /** One of every kind of layer that learns or drops, rectified by fusion. */
  static final String TINY =
      """
      {
        "name": "tiny",
        "input": [6, 5, 1],
        "layers": [
          {"type": "conv2d", "filters": 2, "kernel": 3, "padding": "same", "activation": "relu"},
          {"type": "pool", "kind": "max", "size": 2},
          {"type": "dropout", "rate": 0.5},
          {"type": "conv2d", "filters": 3, "kernel": [2, 1], "padding": "valid",
            "activation": "relu"},
          {"type": "flatten"},
          {"type": "dense", "units": 4, "activation": "relu"},
          {"type": "dense", "units": 3, "activation": "softmax"}
        ]
      }
      """;

  private Models() {}

  static ModelSpec parse(String json) {
    return ModelSpec.parse(json, "m.json");
  }

  /** A model of these layers, before the flatten and the softmax that end it. */
  static ModelSpec of(String input, String... layers) {
    return parse(
        """
        {"name": "m", "input": %s, "layers": [
        %s,
        {"type": "flatten"},
        {"type": "dense", "units": 2, "activation": "softmax"}]}
        """
            .formatted(input, String.join(",\n", layers)));
  }

  /** The line that a user sees. */
  static String error(String json) {
    String line = assertThrows(UserException.class, () -> parse(json)).getMessage();
    assertFalse(line.contains("\n"), line);
    return line;
  }
}
