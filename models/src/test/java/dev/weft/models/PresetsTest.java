package dev.weft.models;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.kernels.Shape;
import dev.weft.runtime.graph.ModelSpec;
import dev.weft.runtime.graph.ModelSummary;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PresetsTest {

  /** The sizes that the paper states, and LeNet-5's. */
  @ParameterizedTest
  @CsvSource({
    "cnn-dropout-1, 44426, 7, 7, 32",
    "cnn-dropout-2, 32340, 7, 7, 16",
    "cnn-dropout-3, 44426, 7, 7, 32",
    "cnn-simple, 110968, 14, 14, 8",
    "lenet5, 44426, 4, 4, 16"
  })
  void sizesAreThoseOfThePaper(String name, int parameters, int h, int w, int c) {
    ModelSpec model = Presets.find(name).orElseThrow();
    assertEquals(name, model.name());
    assertTrue(!model.description().isEmpty());
    assertEquals(10, model.classes());
    assertEquals(parameters, model.summary().parameters());
    ModelSummary.Layer flatten =
        model.summary().layers().stream()
            .filter(layer -> layer.kind().equals("flatten"))
            .findFirst()
            .orElseThrow();
    assertEquals(Shape.of(h, w, c), flatten.input());
  }
}
