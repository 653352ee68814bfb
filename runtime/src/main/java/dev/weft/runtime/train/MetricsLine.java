package dev.weft.runtime.train;

import java.util.Optional;
import java.util.OptionalDouble;

/** A line of {@code metrics.jsonl}: a result that is the same in every run of the same settings. */
public sealed interface MetricsLine {

  /**
   * One step.
   *
   * @param type {@code step}
   * @param step steps done since the start of training, this one included
   * @param loss mean over the batch before the update, in nats an image
   */
  record Step(String type, long step, double loss) implements MetricsLine {
    Step(long step, double loss) {
      this("step", step, loss);
    }
  }

  /**
   * One epoch.
   *
   * @param type {@code epoch}
   * @param epoch from 1
   * @param step steps done since the start of training
   * @param trainLoss mean over the epoch's images as they were trained on, in nats
   * @param trainAccuracy 0..1, likewise
   * @param valLoss mean over the images held out; empty where none are
   * @param valAccuracy 0..1, likewise
   */
  record Epoch(
      String type,
      int epoch,
      long step,
      double trainLoss,
      double trainAccuracy,
      OptionalDouble valLoss,
      OptionalDouble valAccuracy)
      implements MetricsLine {
    Epoch(int epoch, long step, Totals train, Optional<Totals> validation) {
      this(
          "epoch",
          epoch,
          step,
          train.loss(),
          train.accuracy(),
          validation.stream().mapToDouble(Totals::loss).findFirst(),
          validation.stream().mapToDouble(Totals::accuracy).findFirst());
    }

    /** What says whether an epoch is the best: the loss in validation, else that of training. */
    public double monitoredLoss() {
      return valLoss.orElse(trainLoss);
    }
  }
}
