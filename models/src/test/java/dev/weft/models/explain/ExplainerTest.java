package dev.weft.models.explain;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.kernels.Shape;
import dev.weft.runtime.UserException;
import dev.weft.runtime.backend.Backends;
import dev.weft.runtime.checkpoint.NamedTensor;
import dev.weft.runtime.graph.ModelSpec;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Maps of models that are small enough to work them out by hand. */
class ExplainerTest {
  /** Scores are sums of weighted pixels. */
  private static final ModelSpec LINEAR =
      ModelSpec.parse(
          """
          {"name": "linear", "input": [2, 2, 1], "layers": [
            {"type": "flatten"}, {"type": "dense", "units": 2, "activation": "softmax"}]}
          """,
          "test");

  private static final float[] LINEAR_WEIGHTS = {1, 0, -4, 0, 2, 1, 0, 0};

  /** Two maps, twice the image and less than it, pooled. */
  private static final ModelSpec CONVOLUTION =
      ModelSpec.parse(
          """
          {"name": "conv", "input": [2, 4, 1], "layers": [
            {"type": "conv2d", "filters": 2, "kernel": 1, "padding": "same", "activation": "relu"},
            {"type": "pool", "kind": "sum", "size": 2},
            {"type": "flatten"}, {"type": "dense", "units": 2, "activation": "softmax"}]}
          """,
          "test");

  private static final float[] IMAGE = {0.5f, 1, 0, 0, 0.25f, 0, 0, 1};

  private static Explainer linear(String device) {
    return Explainer.open(
        LINEAR,
        NamedTensor.byName(
            List.of(
                NamedTensor.of("dense1.weight", Shape.of(4, 2), LINEAR_WEIGHTS),
                NamedTensor.of("dense1.bias", Shape.of(2), 0f, 0f))),
        Backends.load().choose(device));
  }

  private static Explainer convolution(String device) {
    Map<String, NamedTensor> weights =
        NamedTensor.byName(
            List.of(
                NamedTensor.of("conv1.weight", Shape.of(1, 1, 1, 2), 2f, 1f),
                NamedTensor.of("conv1.bias", Shape.of(2), 0f, -0.5f),
                // Of the left half map 0 and map 1, then of the right half.
                NamedTensor.of("dense1.weight", Shape.of(4, 2), 3f, 0f, -2f, 0f, 1f, 0f, -4f, 1f),
                NamedTensor.of("dense1.bias", Shape.of(2), 0f, 0f)));
    return Explainer.open(CONVOLUTION, weights, Backends.load().choose(device));
  }

  @ParameterizedTest
  @ValueSource(strings = {"reference", "cpu", "jvm"})
  void saliencyOfSumsIsTheSizeOfTheWeights(String device) {
    try (Explainer explainer = linear(device)) {
      float[] image = {0.5f, 0.25f, 0, 1};
      assertArrayEquals(new float[] {0.25f, 1, 0.5f, 0}, explainer.saliency(image, 0));
      assertArrayEquals(new float[] {1, 4, 2, 0}, Saliency.of(explainer.trace(image, 0)).values());
      assertArrayEquals(new float[] {0, 0, 1, 0}, explainer.saliency(image, 1));
      double score = 0.5 - 4 * 0.25;
      assertEquals(1 / (1 + Math.exp(-score)), explainer.probabilities(image)[0], 1e-6);
      assertEquals(1, explainer.predict(image));
      String line =
          assertThrows(UserException.class, () -> explainer.gradCam(image, 0)).getMessage();
      assertTrue(line.contains("model linear has no convolution"), line);
      assertThrows(IllegalArgumentException.class, () -> explainer.saliency(image, 2));
      assertThrows(IllegalArgumentException.class, () -> explainer.saliency(new float[3], 0));
    }
  }

  /**
   * The gradient of class 0 is 3 and 1 over the halves of map 0, mean 2, also where the ReLU lets
   * nothing through; it is -2 and -4 over those of map 1, mean -3. So L = max(0, 2 A0 - 3 A1).
   */
  @ParameterizedTest
  @ValueSource(strings = {"reference", "cpu", "jvm"})
  void gradCamWeighsMapsWithTheirMeanGradients(String device) {
    try (Explainer explainer = convolution(device)) {
      Trace trace = explainer.trace(IMAGE, 0);
      assertEquals(List.of("conv1"), trace.layers());
      Trace.Maps maps = Objects.requireNonNull(trace.convolutions().get("conv1"));
      assertArrayEquals(new float[] {1, 2, 0, 0, 0.5f, 0, 0, 2}, maps.channel(0).values(), 1e-6f);
      assertArrayEquals(
          new float[] {0, 0.5f, 0, 0, 0, 0, 0, 0.5f}, maps.channel(1).values(), 1e-6f);
      assertArrayEquals(
          new float[] {2, 2.5f, 0, 0, 1, 0, 0, 2.5f}, GradCam.of(maps).values(), 1e-5f);
      assertArrayEquals(
          new float[] {0.8f, 1, 0, 0, 0.4f, 0, 0, 1}, explainer.gradCam(IMAGE, 0), 1e-5f);
    }
  }

  /** The pixels' own gradients, through the ReLU: 2*3 - 2 on the left where map 1 is above 0. */
  @ParameterizedTest
  @ValueSource(strings = {"reference", "cpu", "jvm"})
  void saliencyGoesThroughAllLayers(String device) {
    try (Explainer explainer = convolution(device)) {
      float[] image = {0.75f, 1, 0.25f, 0.25f, 0.25f, 0.75f, 0.125f, 1};
      assertArrayEquals(
          new float[] {4, 4, 2, 2, 6, 4, 2, 2},
          Saliency.of(explainer.trace(image, 0)).values(),
          1e-5f);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"reference", "cpu"})
  void occlusionIsWhatTheModelLosesWithoutAPatch(String device) {
    try (Explainer explainer = linear(device)) {
      float[] image = {1, 0.25f, 0.5f, 1};
      double before = sigmoid(1 - 1 + 2 * 0.5 - 0.5);
      Occlusion occlusion = explainer.occlusion(image, 0, 1);
      assertEquals(before - sigmoid(-1 + 2 * 0.5 - 0.5), occlusion.drop().at(0, 0), 1e-6);
      assertEquals(before - sigmoid(1 + 2 * 0.5 - 0.5), occlusion.drop().at(0, 1), 1e-6);
      assertEquals(before - sigmoid(0), occlusion.drop().at(1, 0), 1e-6);
      assertEquals(0, occlusion.drop().at(1, 1), 1e-6);
      assertEquals(0, occlusion.worst().y());
      assertEquals(0, occlusion.worst().x());
      assertEquals(sigmoid(-0.5), occlusion.worst().probabilities()[0], 1e-6);
      // A patch of three hides all of four pixels wherever it is.
      float[] all = explainer.occlusion(image, 0, 3).drop().values();
      for (float drop : all) {
        assertEquals(before - 0.5, drop, 1e-6);
      }
      assertThrows(IllegalArgumentException.class, () -> explainer.occlusion(image, 0, 2));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"reference", "cpu"})
  void deletionHidesTheHottestAndTheColdestTenth(String device) {
    ModelSpec model =
        ModelSpec.parse(
            """
            {"name": "sum", "input": [2, 10, 1], "layers": [
              {"type": "flatten"}, {"type": "dense", "units": 2, "activation": "softmax"}]}
            """,
            "test");
    float[] weights = new float[40];
    float[] image = new float[20];
    float[] heat = new float[20];
    for (int i = 0; i < 20; i++) {
      weights[2 * i] = i;
      image[i] = 1f / 64;
      heat[i] = i;
    }
    try (Explainer explainer =
        Explainer.open(
            model,
            NamedTensor.byName(
                List.of(
                    NamedTensor.of("dense1.weight", Shape.of(20, 2), weights),
                    NamedTensor.of("dense1.bias", Shape.of(2), 0f, 0f))),
            Backends.load().choose(device))) {
      Deletion deletion = explainer.deletion(image, 0, new Heatmap(2, 10, heat));
      assertEquals(2, deletion.pixels());
      assertEquals(sigmoid((190 - 19 - 18) / 64.0), deletion.hottest(), 1e-6);
      assertEquals(sigmoid((190 - 0 - 1) / 64.0), deletion.coldest(), 1e-6);
    }
  }

  private static double sigmoid(double x) {
    return 1 / (1 + Math.exp(-x));
  }
}
