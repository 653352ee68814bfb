package dev.weft.models.explain;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class HeatmapTest {
  @Test
  void resizesBetweenTheCentresOfPixels() {
    Heatmap line = new Heatmap(1, 2, new float[] {0, 1});
    assertArrayEquals(new float[] {0, 0.25f, 0.75f, 1}, line.resized(1, 4).values());
    Heatmap square = new Heatmap(2, 2, new float[] {0, 1, 2, 3});
    Heatmap large = square.resized(4, 4);
    assertEquals(0, large.at(0, 0));
    assertEquals(3, large.at(3, 3));
    assertEquals(0.75f, large.at(1, 1)); // 0.25 along and 0.25 down: 0.25 * 1 + 0.25 * 2
    assertArrayEquals(new float[] {1.5f}, square.resized(1, 1).values());
  }

  @Test
  void normalisesToItsLargestValue() {
    assertArrayEquals(
        new float[] {0, 0.5f, 1}, new Heatmap(1, 3, new float[] {-4, 1, 2}).normalised().values());
    assertArrayEquals(
        new float[] {0, 0}, new Heatmap(1, 2, new float[] {-4, 0}).normalised().values());
  }

  @Test
  void refusesValuesThatDoNotFillIt() {
    assertThrows(IllegalArgumentException.class, () -> new Heatmap(2, 2, new float[3]));
  }

  @Test
  void coloursRunFromDarkToBright() {
    double before = -1;
    for (int i = 0; i <= 100; i++) {
      int rgb = ColourMap.HEAT.rgb(i / 100.0);
      double luma = 0.2126 * (rgb >> 16) + 0.7152 * (rgb >> 8 & 0xff) + 0.0722 * (rgb & 0xff);
      if (luma < before) {
        throw new AssertionError("darker at " + i);
      }
      before = luma;
    }
    assertEquals(0x440154, ColourMap.HEAT.rgb(-1));
    assertEquals(0xfde725, ColourMap.HEAT.rgb(2));
    assertEquals(0xf7f7f7, ColourMap.SIGNED.rgb(0.5));
    assertEquals(0x808080, ColourMap.GREY.rgb(0.5));
  }
}
