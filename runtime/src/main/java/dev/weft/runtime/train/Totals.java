package dev.weft.runtime.train;

/**
 * What a pass over some images added up to.
 *
 * @param lossSum in nats
 * @param hits images whose most probable class was the right one
 * @param rows images seen
 * @param lastLoss mean loss of the last batch, in nats
 */
public record Totals(double lossSum, long hits, long rows, double lastLoss) {

  /** From the four elements that the device adds up. */
  static Totals of(float[] totals) {
    return new Totals(totals[0], (long) totals[1], (long) totals[2], totals[3]);
  }

  /** Mean loss an image, in nats. */
  public double loss() {
    return lossSum / rows;
  }

  /** Share of hits, 0..1. */
  public double accuracy() {
    return (double) hits / rows;
  }
}
