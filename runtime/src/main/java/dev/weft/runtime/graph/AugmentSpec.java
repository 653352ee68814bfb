package dev.weft.runtime.graph;

import dev.weft.kernels.Shape;
import dev.weft.kernels.augment.Augment;
import dev.weft.kernels.augment.Augmentation;
import dev.weft.runtime.Suggestion;
import dev.weft.runtime.UserException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How training images are changed at random, in words such as {@code flip,shift:2}.
 *
 * @param amounts of each way; see {@link Augmentation}
 */
public record AugmentSpec(Augmentation amounts) {
  /** Images as they are. */
  public static final AugmentSpec NONE = new AugmentSpec(Augmentation.NONE);

  private static final String NOTHING = "none";
  private static final String ALL = "all";

  /** The ways, each with what it is if only its name is given, and the most. */
  private enum Way {
    FLIP(1, 1),
    SHIFT(2, Augmentation.MOST_SHIFT),
    ROTATE(10, Augmentation.MOST_DEGREES),
    SCALE(0.1, Augmentation.MOST_SCALE),
    LIGHT(0.5, 1),
    NOISE(0.2, 1),
    ERASE(0.3, 1);

    private final double usual;
    private final double most;

    Way(double usual, double most) {
      this.usual = usual;
      this.most = most;
    }

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Reads a list of ways, each with an amount after a colon if not its usual one: {@code flip},
   * {@code shift:2} pixels, {@code rotate:10} degrees, {@code scale:0.1}, {@code light:0.5}, {@code
   * noise:0.2}, {@code erase:0.3}; or {@code all} of them; or {@code none}.
   *
   * @throws UserException if there is no such way, or an amount is out of its range
   */
  public static AugmentSpec parse(String words) {
    if (words.equals(NOTHING)) {
      return NONE;
    }
    Map<Way, Double> amounts = new EnumMap<>(Way.class);
    for (String word : words.split(",", -1)) {
      if (word.equals(ALL)) {
        Arrays.stream(Way.values()).forEach(way -> amounts.putIfAbsent(way, way.usual));
      } else {
        int colon = word.indexOf(':');
        Way way = way(colon < 0 ? word : word.substring(0, colon));
        amounts.put(way, colon < 0 ? way.usual : amount(way, word, word.substring(colon + 1)));
      }
    }
    return new AugmentSpec(
        new Augmentation(
            amounts.containsKey(Way.FLIP),
            amounts.getOrDefault(Way.SHIFT, 0.0),
            amounts.getOrDefault(Way.ROTATE, 0.0),
            amounts.getOrDefault(Way.SCALE, 0.0),
            amounts.getOrDefault(Way.LIGHT, 0.0),
            amounts.getOrDefault(Way.NOISE, 0.0),
            amounts.getOrDefault(Way.ERASE, 0.0)));
  }

  private static Way way(String name) {
    List<String> known = Arrays.stream(Way.values()).map(Way::word).toList();
    int i = known.indexOf(name);
    if (i < 0) {
      throw new UserException(
          "unknown augmentation %s%s (allowed: %s; all, none)"
              .formatted(Json.quote(name), Suggestion.hint(name, known), String.join(", ", known)));
    }
    return Way.values()[i];
  }

  private static double amount(Way way, String word, String number) {
    double amount;
    try {
      amount = Double.parseDouble(number);
    } catch (NumberFormatException e) {
      amount = Double.NaN;
    }
    if (way == Way.FLIP || !(amount > 0 && amount <= way.most)) {
      throw new UserException(
          "augmentation %s; allowed: %s"
              .formatted(
                  word,
                  way == Way.FLIP
                      ? "flip has no amount"
                      : "%s above 0 and up to %s".formatted(way.word(), way.most)));
    }
    return amount;
  }

  /** The inverse of {@link #parse}. */
  public String words() {
    List<String> words = new ArrayList<>();
    if (amounts.flip()) {
      words.add(Way.FLIP.word());
    }
    add(words, Way.SHIFT, amounts.shift());
    add(words, Way.ROTATE, amounts.rotate());
    add(words, Way.SCALE, amounts.scale());
    add(words, Way.LIGHT, amounts.light());
    add(words, Way.NOISE, amounts.noise());
    add(words, Way.ERASE, amounts.erase());
    return words.isEmpty() ? NOTHING : String.join(",", words);
  }

  private static void add(List<String> words, Way way, double amount) {
    if (amount > 0) {
      words.add(way.word() + ":" + amount);
    }
  }

  /** Whether images stay as they are. */
  public boolean isNone() {
    return amounts.equals(Augmentation.NONE);
  }

  /**
   * The op.
   *
   * @param batch rows
   * @param image shape of an image, {@code [h,w,c]}
   * @param seed of the training
   */
  Augment op(int batch, Shape image, long seed) {
    return new Augment(
        batch,
        image.dim(0),
        image.dim(1),
        image.dim(2),
        amounts,
        Initializers.opSeed(seed, "augment"));
  }
}
