package dev.weft.models.predict;

/**
 * An image as a model takes it.
 *
 * @param pixels {@code [h,w]} of the model's input, row-major, unsigned luminosity 0..255
 * @param how what was done to it
 */
public record Prepared(byte[] pixels, How how) {

  /** How an image was understood. */
  public enum How {
    /** It was as the images of Fashion-MNIST are already. */
    AS_IT_IS("used as it is"),
    /** The garment is lighter than what it lies on. */
    LIGHT_GARMENT("light garment on a darker background"),
    /** The garment is darker than what it lies on: inverted. */
    DARK_GARMENT("dark garment on a lighter background, inverted"),
    /** Cut out already. */
    CUT_OUT("cut out by its transparency");

    private final String words;

    How(String words) {
      this.words = words;
    }

    /** In words. */
    public String words() {
      return words;
    }
  }
}
