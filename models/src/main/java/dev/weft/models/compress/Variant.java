package dev.weft.models.compress;

import dev.weft.models.export.Precision;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * A way to make a model smaller.
 *
 * @param precision of the weights that are left
 * @param prune share of the weights that become 0, at least 0 and below 1
 */
public record Variant(Precision precision, double prune) {
  /** The model as it is. */
  public static final Variant NONE = new Variant(Precision.FLOAT32, 0);

  /** Those that are compared, the first of them with the others. */
  public static final List<Variant> ALL =
      List.of(
          NONE,
          new Variant(Precision.FLOAT16, 0),
          new Variant(Precision.INT8, 0),
          new Variant(Precision.INT4, 0),
          new Variant(Precision.FLOAT32, 0.5),
          new Variant(Precision.FLOAT32, 0.7),
          new Variant(Precision.FLOAT32, 0.8),
          new Variant(Precision.FLOAT32, 0.9),
          new Variant(Precision.FLOAT32, 0.95),
          new Variant(Precision.INT8, 0.8));

  public Variant {
    if (!(prune >= 0 && prune < 1)) {
      throw new IllegalArgumentException("share " + prune);
    }
  }

  /** For people, such as {@code int8, 80 % pruned}. */
  public String label() {
    if (prune == 0) {
      return precision.word();
    }
    BigDecimal percent =
        BigDecimal.valueOf(100 * prune).setScale(2, RoundingMode.HALF_EVEN).stripTrailingZeros();
    return "%s, %s %% pruned".formatted(precision.word(), percent.toPlainString());
  }
}
