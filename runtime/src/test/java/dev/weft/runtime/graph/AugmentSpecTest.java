package dev.weft.runtime.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.kernels.Shape;
import dev.weft.kernels.augment.Augmentation;
import dev.weft.runtime.UserException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AugmentSpecTest {
  @Test
  void waysHaveTheirUsualAmounts() {
    assertEquals(
        new Augmentation(true, 2, 10, 0.1, 0.5, 0.2, 0.3), AugmentSpec.parse("all").amounts());
    assertEquals(
        new Augmentation(true, 4, 0, 0, 0, 0, 0), AugmentSpec.parse("shift:4,flip").amounts());
    assertEquals(AugmentSpec.parse("all,noise:0.5"), AugmentSpec.parse("noise:0.5,all"));
    assertEquals(AugmentSpec.NONE, AugmentSpec.parse("none"));
    assertTrue(AugmentSpec.NONE.isNone());
    assertFalse(AugmentSpec.parse("flip").isNone());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "none | none",
        "flip | flip",
        "noise,shift | shift:2.0,noise:0.2",
        "all | flip,shift:2.0,rotate:10.0,scale:0.1,light:0.5,noise:0.2,erase:0.3",
        "rotate:0.1 | rotate:0.1"
      })
  void wordsAreTheInverse(String given, String words) {
    assertEquals(words, AugmentSpec.parse(given).words());
    assertEquals(AugmentSpec.parse(given), AugmentSpec.parse(words));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "flop | unknown augmentation \"flop\"; did you mean flip? (allowed: flip, shift, rotate,"
            + " scale, light, noise, erase; all, none)",
        "'' | unknown augmentation \"\" (allowed: flip, shift, rotate, scale, light, noise, erase;"
            + " all, none)",
        "flip:2 | augmentation flip:2; allowed: flip has no amount",
        "shift:65 | augmentation shift:65; allowed: shift above 0 and up to 64.0",
        "shift:-1 | augmentation shift:-1; allowed: shift above 0 and up to 64.0",
        "noise:much | augmentation noise:much; allowed: noise above 0 and up to 1.0",
        "noise:NaN | augmentation noise:NaN; allowed: noise above 0 and up to 1.0",
      })
  void otherWordsAreRefused(String words, String message) {
    assertEquals(
        message, assertThrows(UserException.class, () -> AugmentSpec.parse(words)).getMessage());
  }

  @Test
  void seedsGiveOtherImages() {
    AugmentSpec all = AugmentSpec.parse("all");
    Shape image = Shape.of(28, 28, 1);
    assertEquals(all.op(4, image, 1), all.op(4, image, 1));
    assertTrue(all.op(4, image, 1).seed() >= 0);
    assertFalse(all.op(4, image, 1).equals(all.op(4, image, 2)));
  }
}
