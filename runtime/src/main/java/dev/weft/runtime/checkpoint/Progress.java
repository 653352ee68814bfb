package dev.weft.runtime.checkpoint;

/**
 * How far a training run has come.
 *
 * @param step steps done since the start of training
 * @param epoch epochs completed
 * @param stepInEpoch steps done in the epoch under way
 * @param best best value so far of the monitored metric; an infinity before there is one
 * @param epochsSinceBest epochs completed since then, for early stopping
 * @param lossSum sum over the samples of the epoch under way, in nats
 * @param hits correctly classified samples of the epoch under way
 */
public record Progress(
    long step,
    int epoch,
    int stepInEpoch,
    double best,
    int epochsSinceBest,
    double lossSum,
    long hits) {

  /** That of a run before its first step. */
  public static final Progress NONE = new Progress(0, 0, 0, Double.POSITIVE_INFINITY, 0, 0, 0);

  /**
   * Checks that there are no negative counts.
   *
   * @throws IllegalArgumentException if there is one
   */
  public Progress {
    if (step < 0 || epoch < 0 || stepInEpoch < 0 || epochsSinceBest < 0 || hits < 0) {
      throw new IllegalArgumentException(
          "negative count: step %d, epoch %d, stepInEpoch %d, epochsSinceBest %d, hits %d"
              .formatted(step, epoch, stepInEpoch, epochsSinceBest, hits));
    }
  }

  /** The same with another best value. */
  Progress withBest(double other) {
    return new Progress(step, epoch, stepInEpoch, other, epochsSinceBest, lossSum, hits);
  }
}
