package dev.weft.runtime;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;

/** What a mistyped word was perhaps meant to be. */
public final class Suggestion {
  private static final int LONGEST = 64;

  private Suggestion() {}

  /**
   * A hint to put behind an error message.
   *
   * @param word what was found
   * @param known what is allowed
   * @return {@code "; did you mean X?"} where one of {@code known} is near {@code word}, else
   *     nothing
   */
  public static String hint(String word, Collection<String> known) {
    String lower = lower(word);
    if (lower.length() > LONGEST) {
      return "";
    }
    return known.stream()
        .filter(
            candidate -> distance(lower, lower(candidate)) <= Math.max(1, candidate.length() / 3))
        .min(Comparator.comparingInt(candidate -> distance(lower, lower(candidate))))
        .map("; did you mean %s?"::formatted)
        .orElse("");
  }

  private static String lower(String word) {
    return word.toLowerCase(Locale.ROOT);
  }

  /**
   * Fewest insertions, deletions, replacements and swaps of neighbours that turn {@code a} into
   * {@code b}: the optimal string alignment distance (Damerau, CACM 7(3), 1964).
   */
  private static int distance(String a, String b) {
    int[][] cost = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          cost[i][j] = i + j;
          continue;
        }
        int replaced = cost[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        cost[i][j] = Math.min(replaced, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
        }
      }
    }
    return cost[a.length()][b.length()];
  }
}
