package dev.weft.models;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoreMemoryTest {
  private static final long MEGABYTE = 1L << 20;

  @ParameterizedTest
  @CsvSource({"128, -Xmx1g", "256, -Xmx1g", "512, -Xmx1g", "989, -Xmx2g", "12000, -Xmx24g"})
  void asksForTwiceAsMuch(long megabytes, String option) {
    assertEquals(option, MoreMemory.option(megabytes * MEGABYTE));
  }

  /** What a JVM without a limit says. */
  @ParameterizedTest
  @CsvSource({"9223372036854775807"})
  void knowsNoOverflow(long most) {
    assertTrue(MoreMemory.option(most).matches("-Xmx[1-9]\\d*g"));
  }
}
