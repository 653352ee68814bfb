package dev.weft.models.explain;

import dev.weft.runtime.data.FashionMnist;
import java.util.List;

/**
 * What usually lies where in an image of a garment, for people: three rows of three fields, from
 * the top left. The words are positions with a name, no recognition of parts.
 */
enum Garment {
  TOP(
      List.of("Pullover", "Coat", "Shirt"),
      "left shoulder, collar, right shoulder, left sleeve, front, right sleeve, left cuff, hem,"
          + " right cuff"),
  T_SHIRT(
      List.of("T-shirt/top"),
      "left sleeve, collar, right sleeve, left side, front, right side, lower left side, hem, lower"
          + " right side"),
  DRESS(
      List.of("Dress"),
      "left shoulder, neckline, right shoulder, left side, waist, right side, left edge of the"
          + " skirt, skirt, right edge of the skirt"),
  TROUSER(
      List.of("Trouser"),
      "left of the waist, waist, right of the waist, left leg, inner legs, right leg, lower left"
          + " leg, gap between the legs, lower right leg"),
  SHOE(
      List.of("Sandal", "Sneaker"),
      "space above the toe, instep, opening, toe, side, heel, front of the sole, sole, back of the"
          + " sole"),
  BOOT(
      List.of("Ankle boot"),
      "space above the toe, instep, shaft, toe, side, heel, front of the sole, sole, back of the"
          + " sole"),
  BAG(
      List.of("Bag"),
      "left of the handle, handle, right of the handle, left side, body, right side, lower left"
          + " corner, bottom, lower right corner"),
  OTHER(
      List.of(),
      "upper left, upper middle, upper right, middle left, centre, middle right, lower left, lower"
          + " middle, lower right");

  private final List<String> classes;
  private final List<String> fields;

  Garment(List<String> classes, String fields) {
    this.classes = classes;
    this.fields = List.of(fields.split(", "));
  }

  /** The garment of a class; {@link #OTHER} where classes are not those of Fashion-MNIST. */
  static Garment of(String className, List<String> classNames) {
    if (classNames.equals(FashionMnist.CLASS_NAMES)) {
      for (Garment garment : values()) {
        if (garment.classes.contains(className)) {
          return garment;
        }
      }
    }
    return OTHER;
  }

  /** What usually lies in a field, 0 to 8. */
  String field(int index) {
    return fields.get(index);
  }
}
