package dev.weft.runtime.data;

/** The order in which an epoch visits the training images. */
public final class Shuffle {
  private Shuffle() {}

  /**
   * A permutation of 0..n-1 that depends on nothing but the arguments, so that a resumed run finds
   * the order of any epoch again without keeping it. Fisher-Yates (Knuth, The Art of Computer
   * Programming, volume 2, 3.4.2, algorithm P) over {@link SplitMix64}.
   *
   * @param seed of the run
   * @param epoch each epoch has an order of its own
   * @param n number of images, at least 0
   */
  public static int[] permutation(long seed, long epoch, int n) {
    SplitMix64 random = SplitMix64.of(seed, epoch);
    int[] order = new int[n];
    for (int i = 0; i < n; i++) {
      int j = random.nextInt(i + 1); // grows the permutation: the newcomer takes a random place
      order[i] = order[j];
      order[j] = i;
    }
    return order;
  }
}
