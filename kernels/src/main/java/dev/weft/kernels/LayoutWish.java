package dev.weft.kernels;

/**
 * What an op's CPU form asks of the {@link Layout} of one argument. The session takes the union of
 * all wishes for a buffer; one {@link #PLAIN} wish, or two views of different shape, make it plain.
 *
 * @param anyLayout whether the op copes with border and padded channels at all
 * @param padChannels whether it would have channels padded to a whole number of vectors
 * @param top rows of zeros it wants above
 * @param left columns of zeros it wants to the left
 * @param bottom rows of zeros it wants below
 * @param right columns of zeros it wants to the right
 */
public record LayoutWish(
    boolean anyLayout, boolean padChannels, int top, int left, int bottom, int right) {

  /** Row-major, nothing else. */
  public static final LayoutWish PLAIN = new LayoutWish(false, false, 0, 0, 0, 0);

  /** Whatever the others want. */
  public static final LayoutWish ANY = new LayoutWish(true, false, 0, 0, 0, 0);

  /** Channels padded to whole vectors, any border. */
  public static final LayoutWish VECTORS = new LayoutWish(true, true, 0, 0, 0, 0);

  /** At least this border of zeros, without which the op must do where the session gives none. */
  public static LayoutWish border(int top, int left, int bottom, int right) {
    return new LayoutWish(true, false, top, left, bottom, right);
  }
}
