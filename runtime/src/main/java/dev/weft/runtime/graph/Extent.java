package dev.weft.runtime.graph;

/**
 * A height and a width in pixels, such as those of a convolution's kernel.
 *
 * @param height number of lines
 * @param width number of columns
 */
public record Extent(int height, int width) {

  /** The same in both directions. */
  public static Extent square(int side) {
    return new Extent(side, side);
  }

  @Override
  public String toString() {
    return height + "x" + width;
  }
}
