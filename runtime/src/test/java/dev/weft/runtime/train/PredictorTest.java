package dev.weft.runtime.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.runtime.UserException;
import dev.weft.runtime.backend.Backends;
import dev.weft.runtime.checkpoint.Checkpoint;
import dev.weft.runtime.checkpoint.NamedTensor;
import dev.weft.runtime.checkpoint.Progress;
import dev.weft.runtime.data.Dataset;
import dev.weft.runtime.data.DrawnGarments;
import dev.weft.runtime.data.FashionMnist;
import dev.weft.runtime.graph.Initializers;
import dev.weft.runtime.graph.ModelSpec;
import dev.weft.runtime.graph.ParameterLayout;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PredictorTest {
  private static final int BATCH = 8;

  @TempDir private Path folder;

  private static ModelSpec model(String input, int classes) {
    return ModelSpec.parse(
        """
        {"name": "m", "input": %s, "layers": [
          {"type": "conv2d", "filters": 4, "kernel": 3, "padding": "same", "activation": "relu"},
          {"type": "pool", "kind": "max", "size": 2},
          {"type": "flatten"},
          {"type": "dense", "units": %d, "activation": "softmax"}]}
        """
            .formatted(input, classes),
        "m.json");
  }

  private static Checkpoint untrained(ModelSpec model, Map<String, String> config) {
    ParameterLayout layout = ParameterLayout.of(model.summary());
    float[] values = Initializers.parameters(layout, 5);
    List<NamedTensor> weights = new ArrayList<>();
    for (ParameterLayout.Entry entry : layout.entries()) {
      int end = entry.offset() + entry.shape().size();
      float[] own = Arrays.copyOfRange(values, entry.offset(), end);
      weights.add(NamedTensor.of(entry.name(), entry.shape(), own));
    }
    return new Checkpoint(
        model.toJson(),
        config,
        5,
        "cpu",
        new Progress(0, 0, 0, 0, 0, 0, 0),
        NamedTensor.byName(weights),
        Map.of());
  }

  private static Predictor open(Checkpoint checkpoint, String device) {
    return new Predictor(checkpoint, Path.of("c"), BATCH, Backends.load().choose(device));
  }

  /** The accuracy of an evaluation is that of the images given one after another. */
  @ParameterizedTest
  @ValueSource(strings = {"cpu", "reference"})
  void agreesWithTheEvaluation(String device) {
    ModelSpec spec = model("[28, 28, 1]", 10);
    Checkpoint checkpoint = untrained(spec, Map.of());
    Path file = folder.resolve("c.safetensors");
    checkpoint.write(file);
    Dataset images = DrawnGarments.generate(3, 21);
    List<List<Integer>> expected;
    try (Evaluator evaluator = new Evaluator(spec, BATCH, images, Backends.load().choose(device))) {
      expected = evaluator.evaluate(file).confusion();
    }
    int[][] confusion = new int[10][10];
    try (Predictor predictor = open(Checkpoint.read(file), device)) {
      for (int i = 0; i < images.n(); i += BATCH) {
        int n = Math.min(BATCH, images.n() - i);
        float[] rows = predictor.predict(images(images, i, n));
        assertEquals(n * 10, rows.length);
        for (int row = 0; row < n; row++) {
          confusion[images.label(i + row)][Predictions.argmax(rows, row * 10, 10)]++;
        }
      }
    }
    assertEquals(expected, IntStream.range(0, 10).mapToObj(i -> boxed(confusion[i])).toList());
  }

  private static List<Integer> boxed(int[] row) {
    return IntStream.of(row).boxed().toList();
  }

  private static List<byte[]> images(Dataset images, int from, int n) {
    return IntStream.range(from, from + n).mapToObj(images::image).toList();
  }

  /** What a server batches together must not depend on who else asks. */
  @Test
  void anAnswerDoesNotDependOnItsNeighbours() {
    Dataset images = DrawnGarments.generate(4, 10);
    try (Predictor predictor = open(untrained(model("[28, 28, 1]", 10), Map.of()), "cpu")) {
      float[] together = predictor.predict(images(images, 0, BATCH));
      for (int i = BATCH - 1; i >= 0; i--) {
        float[] alone = predictor.predict(images(images, i, 1));
        float[] among = Arrays.copyOfRange(together, i * 10, i * 10 + 10);
        assertArrayEquals(among, alone, "image " + i);
      }
    }
  }

  @Test
  void takesImagesOfTheModelsOwnSize() {
    try (Predictor predictor = open(untrained(model("[5, 7, 1]", 3), Map.of()), "cpu")) {
      byte[] grey = new byte[35];
      Arrays.fill(grey, (byte) 200);
      float[] answer = predictor.predict(List.of(grey, new byte[35]));
      assertEquals(6, answer.length);
      assertEquals(1, answer[0] + answer[1] + answer[2], 1e-6);
      assertArrayEquals(
          new float[] {1 / 3f, 1 / 3f, 1 / 3f},
          new float[] {answer[3], answer[4], answer[5]},
          1e-7f,
          "black, with biases of zero");
      assertTrue(Math.abs(answer[0] - 1 / 3f) > 1e-3, "grey is not black");
      assertThrows(IllegalArgumentException.class, () -> predictor.predict(List.of(new byte[784])));
      assertThrows(IllegalArgumentException.class, () -> predictor.predict(List.of()));
    }
  }

  @Test
  void namesClassesOnlyWhereTheyAreKnown() {
    ModelSpec ten = model("[28, 28, 1]", 10);
    try (Predictor drawn = open(untrained(ten, Map.of("data.source", "DRAWN")), "cpu");
        Predictor own = open(untrained(ten, Map.of("data.source", "FILES")), "cpu")) {
      assertEquals(FashionMnist.CLASS_NAMES, drawn.classNames());
      assertEquals("3", own.classNames().get(3));
    }
  }

  @Test
  void refusesAModelOfColourImages() {
    Checkpoint colour = untrained(model("[28, 28, 3]", 10), Map.of());
    String line = assertThrows(UserException.class, () -> open(colour, "cpu")).getMessage();
    assertEquals("c: model m takes [28,28,3], not grey images [h,w,1]", line);
  }
}
