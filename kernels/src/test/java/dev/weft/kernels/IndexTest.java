package dev.weft.kernels;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Indexes of neighbours, and the limit within which they are right. */
final class IndexTest {
  @ParameterizedTest
  @ValueSource(ints = {-Index.MOST_ELEMENTS, -1, 0, 1, 784, Index.MOST_ELEMENTS - 1})
  void everyIndexOfABufferStaysWhatItIs(int index) {
    assertEquals(index, Index.first(index));
  }

  @Test
  void nothingIsLongerThanIndexesReach() {
    int tooLong = Index.MOST_ELEMENTS + 1;
    assertThrows(IllegalArgumentException.class, () -> new Buffer("b", DType.F32, tooLong));
    assertThrows(IllegalArgumentException.class, () -> new Launch.Scratch("s", tooLong));
  }
}
