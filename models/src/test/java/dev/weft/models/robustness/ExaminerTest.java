package dev.weft.models.robustness;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.kernels.Shape;
import dev.weft.models.explain.Network;
import dev.weft.models.robustness.Robustness.Row;
import dev.weft.runtime.backend.Backends;
import dev.weft.runtime.checkpoint.NamedTensor;
import dev.weft.runtime.data.Dataset;
import dev.weft.runtime.graph.ModelSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** With a model that tells dark images from bright ones: sums below 2 from those above. */
class ExaminerTest {
  private static final ModelSpec MODEL =
      ModelSpec.parse(
          """
          {"name": "bright", "input": [2, 2, 1], "layers": [
            {"type": "flatten"}, {"type": "dense", "units": 3, "activation": "softmax"}]}
          """,
          "test");

  /** Three dark, two bright, and one that is called bright and is dark; none of class "odd". */
  private static final Dataset IMAGES =
      new Dataset(
          new byte[] {
            0,
            0,
            0,
            0, //
            60,
            60,
            60,
            60, //
            100,
            100,
            100,
            100, //
            (byte) 200,
            (byte) 200,
            (byte) 200,
            (byte) 200, //
            (byte) 255,
            (byte) 255,
            (byte) 255,
            (byte) 255, //
            90,
            90,
            90,
            90
          },
          new byte[] {0, 0, 0, 1, 1, 1},
          2,
          2,
          List.of("dark", "bright", "odd"),
          Dataset.Source.FILES,
          "test");

  private static Robustness examine(int batch, List<Attack> attacks, List<Integer> sets) {
    try (Network network = network(batch)) {
      return new Examiner(network, IMAGES, 0, 2, sets::add)
          .examine(List.of(Corruption.BRIGHTNESS), attacks);
    }
  }

  private static Network network(int batch) {
    return new Network(
        MODEL,
        NamedTensor.byName(
            List.of(
                NamedTensor.of(
                    "dense1.weight",
                    Shape.of(4, 3),
                    0f,
                    9f,
                    0f,
                    0f,
                    9f,
                    0f,
                    0f,
                    9f,
                    0f,
                    0f,
                    9f,
                    0f),
                NamedTensor.of("dense1.bias", Shape.of(3), 18f, 0f, -50f))),
        Backends.load().choose("reference"),
        batch);
  }

  @Test
  void answersAreCounted() {
    List<Integer> sets = new ArrayList<>();
    Robustness robustness = examine(4, List.of(Attack.FGSM), sets);
    assertEquals(IntStream.rangeClosed(1, 11).boxed().toList(), sets);
    assertEquals(11, Examiner.sets(List.of(Corruption.BRIGHTNESS), List.of(Attack.FGSM)));
    assertEquals(5 / 6.0, robustness.clean().accuracy());
    assertTrue(robustness.clean().confidence() > 0.9);
    // Of the dark ones 100/255 turns bright from 0.2 on, 60/255 from 0.3 on, and 0 at 0.5, which is
    // 128/255 as a byte; the last one, 90/255 and called bright, is right from 0.2 on.
    Row brightness = robustness.corruptions().getFirst();
    assertEquals("brightness", brightness.name());
    assertArrayEquals(
        new double[] {5 / 6.0, 5 / 6.0, 4 / 6.0, 4 / 6.0, 3 / 6.0},
        brightness.cells().stream().mapToDouble(Robustness.Cell::accuracy).toArray());
    assertEquals(0.1, brightness.cells().getFirst().level());
    assertEquals(21 / 30.0, brightness.meanAccuracy(), 1e-12);
    assertEquals(21 / 30.0, robustness.meanCorrupted().orElseThrow(), 1e-12);
    List<Robustness.ClassAccuracy> classes = robustness.classes();
    assertEquals(List.of(3, 3, 0), classes.stream().map(Robustness.ClassAccuracy::images).toList());
    assertEquals(1, classes.get(0).clean().orElseThrow());
    assertEquals((3 + 2 + 1 + 1 + 0) / 15.0, classes.get(0).corrupted().orElseThrow(), 1e-12);
    assertEquals((2 + 3 + 3 + 3 + 3) / 15.0, classes.get(1).corrupted().orElseThrow(), 1e-12);
    assertEquals(OptionalDouble.empty(), classes.get(2).clean());
    // Thresholds are 28 of 255 from the dark image of 100, 38 from the one that is wrong anyway.
    assertArrayEquals(
        new double[] {5 / 6.0, 5 / 6.0, 5 / 6.0, 5 / 6.0, 4 / 6.0},
        robustness.attacks().getFirst().cells().stream()
            .mapToDouble(Robustness.Cell::accuracy)
            .toArray());
  }

  @Test
  void theSampleIsKeptWithEveryCorruption() {
    try (Network network = network(4)) {
      Examiner examiner = new Examiner(network, IMAGES, 0, 2, done -> {});
      examiner.examine(List.of(Corruption.BRIGHTNESS), List.of(Attack.FGSM));
      List<Sample.Row> samples = examiner.samples();
      assertEquals(
          List.of("clean", "brightness", "fgsm"), samples.stream().map(Sample.Row::name).toList());
      assertArrayEquals(
          new float[] {100 / 255f, 100 / 255f, 100 / 255f, 100 / 255f},
          samples.get(0).samples().getFirst().pixels());
      assertEquals(
          List.of(0, 1, 1, 1, 1),
          samples.get(1).samples().stream().map(Sample::predicted).toList());
      assertEquals(
          List.of(0, 0, 0, 0, 1),
          samples.get(2).samples().stream().map(Sample::predicted).toList());
    }
  }

  @Test
  void resultsDoNotDependOnTheBatch() {
    assertEquals(
        examine(6, List.of(Attack.values()), new ArrayList<>()),
        examine(1, List.of(Attack.values()), new ArrayList<>()));
  }

  @Test
  void nothingIsAMeanOfNothing() {
    try (Network network = network(6)) {
      Robustness robustness =
          new Examiner(network, IMAGES, 0, 0, done -> {}).examine(List.of(), List.of());
      assertEquals(OptionalDouble.empty(), robustness.meanCorrupted());
      assertEquals(OptionalDouble.empty(), robustness.classes().getFirst().corrupted());
    }
  }
}
