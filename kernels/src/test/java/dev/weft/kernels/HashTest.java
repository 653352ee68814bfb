package dev.weft.kernels;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class HashTest {
  /** Worked with Python's integers from the formula. */
  @Test
  void hashIsTheDocumentedOne() {
    assertEquals(0x0, HashReference.of(0, 0, 0));
    assertEquals(0x1276a0, HashReference.of(1, 2, 3));
    assertEquals(0x22477a, HashReference.of(-1, 7, 5));
    assertEquals(0xdd30a3, HashReference.of(Integer.MAX_VALUE, 1000, 401407));
  }

  @Test
  void bothFormsAgree() {
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 100_000; i++) {
      int seed = random.nextInt();
      int step = random.nextInt();
      int index = random.nextInt();
      assertEquals(HashReference.of(seed, step, index), Hash.of(seed, step, index));
    }
  }
}
