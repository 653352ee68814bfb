package dev.weft.runtime.train;

/** Is told how training goes, on the thread that trains. */
@FunctionalInterface
public interface TrainListener {

  /**
   * Some steps of an epoch are done. It is told about ten times a second, or after every step where
   * steps take longer, and at the end of each epoch.
   *
   * @param epoch the epoch under way, from 1
   * @param stepInEpoch steps of it done
   * @param steps steps that it has
   * @param totals of the epoch so far
   * @param imagesPerSecond over the epoch so far
   */
  default void steps(
      int epoch, int stepInEpoch, int steps, Totals totals, double imagesPerSecond) {}

  /** An epoch is done and its checkpoint written. */
  void epoch(EpochReport report);

  /**
   * One epoch.
   *
   * @param epoch from 1
   * @param step steps done since the start of training
   * @param train totals over the training images, as they were trained on
   * @param validation totals over the held-out images; those of training where none are held out
   * @param seconds of training, validation included
   * @param imagesPerSecond training images a second of training
   * @param bestBefore best value of the monitored loss before; infinite in the first epoch
   * @param improved whether the monitored loss is a new best, which has been saved
   * @param validated whether images are held out
   */
  record EpochReport(
      int epoch,
      long step,
      Totals train,
      Totals validation,
      double seconds,
      double imagesPerSecond,
      double bestBefore,
      boolean improved,
      boolean validated) {}
}
