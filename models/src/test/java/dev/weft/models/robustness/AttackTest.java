package dev.weft.models.robustness;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.kernels.Shape;
import dev.weft.models.explain.Network;
import dev.weft.runtime.backend.Backends;
import dev.weft.runtime.checkpoint.NamedTensor;
import dev.weft.runtime.data.SplitMix64;
import dev.weft.runtime.graph.ModelSpec;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Against models whose gradients can be worked out by hand. */
class AttackTest {
  /** Scores are sums of weighted pixels. */
  private static final ModelSpec LINEAR =
      ModelSpec.parse(
          """
          {"name": "linear", "input": [1, 3, 1], "layers": [
            {"type": "flatten"}, {"type": "dense", "units": 3, "activation": "softmax"}]}
          """,
          "test");

  /** Of pixels (down) for the scores of three classes (across). */
  private static final float[] WEIGHTS = {2, -1, 0, 1, 3, 0, 0, -2, 1};

  private static Network network(String device, int batch, float scale) {
    float[] weights = WEIGHTS.clone();
    for (int i = 0; i < weights.length; i++) {
      weights[i] *= scale;
    }
    Map<String, NamedTensor> tensors =
        NamedTensor.byName(
            List.of(
                NamedTensor.of("dense1.weight", Shape.of(3, 3), weights),
                NamedTensor.of("dense1.bias", Shape.of(3), 0f, 0f, 0f)));
    return new Network(LINEAR, tensors, Backends.load().choose(device), batch);
  }

  private static double loss(Network network, float[] image, int label) {
    return -Math.log(network.probabilities(image)[label]);
  }

  /** A positive factor of each image is left open: theirs is 1 / (1 - p[label]). */
  @ParameterizedTest
  @ValueSource(strings = {"reference", "cpu", "jvm"})
  void lossGradientsAreThoseOfTheCrossEntropy(String device) {
    float[] images = {0.5f, 0.25f, 1, 0.1f, 0.9f, 0.3f};
    int[] labels = {0, 2};
    try (Network network = network(device, 4, 1)) {
      float[] gradient = network.lossGradient(images, labels);
      assertEquals(images.length, gradient.length);
      float[] p = network.probabilities(images);
      for (int image = 0; image < 2; image++) {
        for (int pixel = 0; pixel < 3; pixel++) {
          double sum = 0;
          for (int j = 0; j < 3; j++) {
            double ofLogit = p[image * 3 + j] - (j == labels[image] ? 1 : 0);
            sum += WEIGHTS[pixel * 3 + j] * ofLogit;
          }
          double wanted = sum / (1 - p[image * 3 + labels[image]]);
          assertEquals(wanted, gradient[image * 3 + pixel], 1e-5);
        }
      }
    }
  }

  /** In float, 1 - p of the label is 0 there. */
  @Test
  void aSureModelHasAGradientToo() {
    try (Network network = network("cpu", 1, 20)) {
      float[] image = {0, 1, 0};
      assertEquals(1, network.probabilities(image)[1]);
      float[] gradient = network.lossGradient(image, new int[] {1});
      assertEquals(20 * 3, gradient[0], 1e-3); // of class 0 against class 1
      assertEquals(20 * -2, gradient[1], 1e-3);
      assertEquals(20 * 2, gradient[2], 1e-3);
    }
  }

  @Test
  void fgsmMovesEveryPixelByEpsilonWithinTheRange() {
    try (Network network = network("cpu", 2, 1)) {
      float[] images = {0.5f, 0.95f, 0.02f, 0.5f, 0.5f, 0.5f};
      int[] labels = {1, 0};
      float[] attacked = Attack.FGSM.against(network, images, labels, 0.1, 0, 0);
      // Class 1 speaks against pixel 0 and 2, and for pixel 1; class 0 the other way round.
      assertArrayEquals(new float[] {0.6f, 0.85f, 0.12f, 0.4f, 0.6f, 0.4f}, attacked, 1e-6f);
      assertArrayEquals(new float[] {0.5f, 0.95f, 0.02f, 0.5f, 0.5f, 0.5f}, images);
    }
  }

  @ParameterizedTest
  @EnumSource(Attack.class)
  void attacksRaiseTheLossAndStayNear(Attack attack) {
    SplitMix64 random = new SplitMix64(4);
    int n = 8;
    float[] images = new float[n * 3];
    int[] labels = new int[n];
    for (int i = 0; i < images.length; i++) {
      images[i] = (float) random.nextDouble();
      labels[i / 3] = random.nextInt(3);
    }
    try (Network network = network("cpu", n, 1)) {
      float[] attacked = attack.against(network, images, labels, 0.05, 1, 0);
      for (int i = 0; i < images.length; i++) {
        assertTrue(attacked[i] >= 0 && attacked[i] <= 1);
        assertEquals(images[i], attacked[i], 0.05 + 1e-6);
      }
      for (int i = 0; i < n; i++) {
        float[] before = Arrays.copyOfRange(images, 3 * i, 3 * i + 3);
        float[] after = Arrays.copyOfRange(attacked, 3 * i, 3 * i + 3);
        assertTrue(loss(network, after, labels[i]) > loss(network, before, labels[i]));
      }
    }
  }

  /** Each image has a start of its own, whatever batch it comes in. */
  @Test
  void pgdDoesNotDependOnTheBatch() {
    float[] images = {0.5f, 0.25f, 0.75f, 0.1f, 0.9f, 0.3f, 0.6f, 0.6f, 0.6f};
    int[] labels = {0, 1, 2};
    try (Network three = network("reference", 3, 1);
        Network one = network("reference", 1, 1)) {
      float[] together = Attack.PGD.against(three, images, labels, 0.1, 5, 100);
      for (int i = 0; i < 3; i++) {
        float[] alone =
            Attack.PGD.against(
                one,
                Arrays.copyOfRange(images, 3 * i, 3 * i + 3),
                new int[] {labels[i]},
                0.1,
                5,
                100 + i);
        assertArrayEquals(Arrays.copyOfRange(together, 3 * i, 3 * i + 3), alone);
      }
    }
  }
}
