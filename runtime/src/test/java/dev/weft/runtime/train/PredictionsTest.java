package dev.weft.runtime.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.weft.runtime.backend.Backends;
import dev.weft.runtime.checkpoint.Checkpoint;
import dev.weft.runtime.checkpoint.NamedTensor;
import dev.weft.runtime.checkpoint.Progress;
import dev.weft.runtime.data.Dataset;
import dev.weft.runtime.data.DrawnGarments;
import dev.weft.runtime.graph.Initializers;
import dev.weft.runtime.graph.ModelSpec;
import dev.weft.runtime.graph.ParameterLayout;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PredictionsTest {
  private static final int BATCH = 8;

  @TempDir private Path folder;

  /** The last batch is not full: 21 images by 8. */
  @ParameterizedTest
  @ValueSource(strings = {"cpu", "reference", "jvm"})
  void rowsAreThoseOfImagesGivenOneByOne(String device) {
    Path file = folder.resolve("c.safetensors");
    ModelSpec spec =
        ModelSpec.parse(
            """
            {"name": "m", "input": [28, 28, 1], "layers": [
              {"type": "flatten"},
              {"type": "dense", "units": 10, "activation": "softmax"}]}
            """,
            "m.json");
    untrained(spec).write(file);
    Dataset images = DrawnGarments.generate(3, 21);
    Backends.Choice choice = Backends.load().choose(device);
    try (Evaluator evaluator = new Evaluator(spec, BATCH, images, choice);
        Predictor predictor = new Predictor(Checkpoint.read(file), file, BATCH, choice)) {
      Predictions all = evaluator.predict(file);
      assertEquals(21, all.n());
      for (int i = 0; i < all.n(); i++) {
        assertEquals(images.label(i), all.actual(i));
        assertArrayEquals(predictor.predict(List.of(images.image(i))), all.row(i), "image " + i);
      }
      assertEquals(TestResult.of(all.evaluation(), images.classNames()), evaluator.evaluate(file));
    }
  }

  private static Checkpoint untrained(ModelSpec model) {
    ParameterLayout layout = ParameterLayout.of(model.summary());
    Map<String, float[]> values = layout.split(Initializers.parameters(layout, 5));
    List<NamedTensor> weights = new ArrayList<>();
    layout
        .shapes()
        .forEach((name, shape) ->
            weights.add(NamedTensor.of(name, shape, values.getOrDefault(name, new float[0]))));
    return new Checkpoint(
        model.toJson(),
        Map.of(),
        5,
        "cpu",
        new Progress(0, 0, 0, 0, 0, 0, 0),
        NamedTensor.byName(weights),
        Map.of());
  }

  @Test
  void theFirstOfEqualProbabilitiesIsTheAnswer() {
    Predictions two =
        new Predictions(
            new Totals(1, 1, 2, 0),
            new float[] {0.2f, 0.4f, 0.4f, 0.5f, 0.25f, 0.25f},
            new int[] {2, 0},
            3);
    assertEquals(1, two.predicted(0));
    assertEquals(0, two.predicted(1));
    assertEquals(0.25f, two.probability(1, 2));
    assertArrayEquals(new int[][] {{1, 0, 0}, {0, 0, 0}, {0, 1, 0}}, two.evaluation().confusion());
    assertEquals(0.5, two.evaluation().accuracy());
  }
}
