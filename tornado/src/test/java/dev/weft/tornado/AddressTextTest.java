package dev.weft.tornado;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Addresses in one line. */
final class AddressTextTest {
  private static void rewrites(String printed, String expected) {
    assertEquals(expected.lines().toList(), AddressText.rewrite(printed.lines().toList()));
  }

  @Test
  void addressOfANeighbourIsAConstantFurther() {
    rewrites(
        """
          i_3 = i_1 * i_2;
          i_4 = i_3 + 2;
          l_5 = (long) i_4;
          l_6 = l_5 << 2;
          l_7 = l_6 + 16L;
          ul_8 = ul_0 + l_7;
        """,
        """
          i_3 = i_1 * i_2;
          ul_8 = ul_0 + ((long) i_3 << 2) + 24L;
        """);
  }

  @Test
  void firstOfNeighboursIsTheIndexItself() {
    rewrites(
        """
          i_3 = i_1 * i_2;
          i_4 = i_3 << 1;
          i_5 = i_4 >> 1;
          l_6 = (long) i_5;
          l_7 = l_6 << 2;
          l_8 = l_7 + 16L;
          ul_9 = ul_0 + l_8;
          l_10 = l_6 + 3L;
          l_11 = l_10 << 2;
          l_12 = l_11 + 16L;
          ul_13 = ul_0 + l_12;
        """,
        """
          i_3 = i_1 * i_2;
          ul_9 = ul_0 + ((long) i_3 << 2) + 16L;
          ul_13 = ul_0 + ((long) i_3 << 2) + 28L;
        """);
  }

  @Test
  void indexThatChangesLaterKeepsItsOwnVariable() {
    rewrites(
        """
          i_4 = i_3 + 2;
          l_5 = (long) i_4;
          l_6 = l_5 << 2;
          l_7 = l_6 + 16L;
          i_3 = 7;
          i_3 = 8;
          ul_8 = ul_0 + l_7;
        """,
        """
          i_4 = i_3 + 2;
          i_3 = 7;
          i_3 = 8;
          ul_8 = ul_0 + ((long) i_4 << 2) + 16L;
        """);
  }

  @Test
  void whatIsNoElementOfAnArrayStays() {
    List<String> lines = List.of("  l_1 = l_0 << 3;", "  l_2 = l_1 + 16L;", "  ul_3 = ul_0 + l_2;");
    assertEquals(lines, AddressText.rewrite(lines));
  }
}
