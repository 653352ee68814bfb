package dev.weft.models.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.kernels.Shape;
import dev.weft.runtime.data.FashionMnist;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Words follow from numbers. */
class SentencesTest {
  private static final int SHIRT = 6;
  private static final Shape IMAGE = Shape.of(9, 9, 1);

  /** A garment on all of the image, with all heat of Grad-CAM in one field. */
  private static Explanation explanation(int label, int field, float[] probabilities) {
    float[] image = new float[81];
    Arrays.fill(image, 0.5f);
    float[] heat = new float[81];
    for (int i = 0; field >= 0 && i < 9; i++) {
      heat[(field / 3 * 3 + i / 3) * 9 + field % 3 * 3 + i % 3] = 1;
    }
    // One map with gradient 1 is its own Grad-CAM.
    float[] ones = new float[81];
    Arrays.fill(ones, 1);
    float[] after = new float[10];
    after[0] = 1;
    return new Explanation(
        image,
        FashionMnist.CLASS_NAMES,
        new Trace(
            label,
            new float[10],
            probabilities,
            Map.of("conv1", new Trace.Maps(IMAGE, heat, ones)),
            new Trace.Maps(IMAGE, image, ones)),
        new Heatmap(9, 9, ones),
        Map.of("conv1", new Heatmap(9, 9, heat)),
        new Occlusion(new Heatmap(9, 9, heat), 3, new Occlusion.Worst(4, 5, after)),
        new Deletion(8, 0.2, 0.8));
  }

  private static float[] probabilities(double shirt, double tShirt) {
    float[] all = new float[10];
    all[SHIRT] = (float) shirt;
    all[0] = (float) tShirt;
    return all;
  }

  @Test
  void namesTheAnswerWhatItWasTornBetweenAndWhereItLooked() {
    Sentences sentences = new Sentences(explanation(SHIRT, 1, probabilities(0.87, 0.11)));
    assertEquals(
        "87% Shirt, 11% T-shirt/top; it looked mostly at the collar (upper third, 100% of"
            + " Grad-CAM)",
        sentences.summary());
    assertEquals(
        "What conv1 found for Shirt lies mostly at the collar (100% of the heat)",
        sentences.gradCam("conv1"));
    assertTrue(sentences.saliency().contains("no part stands out"), sentences.saliency());
    assertEquals(
        "Hiding 3x3 pixels around row 4, column 5 lowers Shirt from 87% to 0%; it would then be"
            + " taken for T-shirt/top (100%)",
        sentences.occlusion());
    assertTrue(sentences.check().endsWith("has 20%, without the coldest tenth 80%"));
  }

  @Test
  void explainsAClassThatWasNotTheAnswer() {
    Sentences sentences = new Sentences(explanation(4, 8, probabilities(0.9995, 0)));
    assertEquals(
        "over 99.9% Shirt, 0% Coat; what speaks for Coat lies mostly at the right cuff (lower"
            + " third, 100% of Grad-CAM)",
        sentences.summary());
    assertEquals(
        "over 99.9% Shirt, 0% Coat; nothing that it found speaks for Coat",
        new Sentences(explanation(4, -1, probabilities(0.9995, 0))).summary());
  }

  @Test
  void doesNotPretendThatAnEvenMapPointsAnywhere() {
    Explanation even = explanation(SHIRT, 1, probabilities(0.6, 0.4));
    Focus focus = even.focus(even.saliency());
    assertEquals(5, focus.hottest().size());
    focus.shares().forEach(share -> assertEquals(1 / 9.0, share, 1e-9));
  }

  @Test
  void sharesAreNotRoundedToCertainty() {
    assertEquals("0%", Sentences.percent(0));
    assertEquals("under 0.1%", Sentences.percent(0.0004));
    assertEquals("0.5%", Sentences.percent(0.005));
    assertEquals("50%", Sentences.percent(0.5));
    assertEquals("99.5%", Sentences.percent(0.995));
    assertEquals("over 99.9%", Sentences.percent(0.99995));
    assertEquals("100%", Sentences.percent(1));
  }
}
