package dev.weft.models.cli;

import dev.weft.runtime.data.Dataset;
import dev.weft.runtime.train.RunFolder;
import dev.weft.runtime.train.RunSummary;
import dev.weft.runtime.train.StopReason;
import dev.weft.runtime.train.TrainConfig;
import java.util.Locale;
import java.util.stream.Collectors;

/** What the user is told when training has ended. */
final class EndReport {
  private EndReport() {}

  /** Why training ended, and where. */
  static String end(StopReason end, RunSummary summary, TrainConfig config) {
    String where =
        "after step %d, %d of %d epochs done"
            .formatted(summary.steps(), summary.epochs(), config.epochs());
    return switch (end) {
      case FINISHED -> "finished " + where;
      case EARLY_STOPPING ->
          "stopped early %s: no better %s for %d epochs"
              .formatted(
                  where, config.validationSplit() > 0 ? "val_loss" : "loss", config.patience());
      case MAX_STEPS -> "stopped by --max-steps " + where;
      case STOPPED -> "stopped " + where;
    };
  }

  /** The best epoch, test results and accuracy of each class. */
  static String results(RunSummary summary, Dataset.Source source) {
    String best =
        summary
            .best()
            .map(epoch ->
                String.format(
                    Locale.ROOT,
                    epoch.valLoss().isPresent()
                        ? "best epoch %d: val_loss %.4f, val_accuracy %.4f%n"
                        : "best epoch %d: loss %.4f, accuracy %.4f in training%n",
                    epoch.epoch(),
                    epoch.valLoss().orElseGet(epoch.trainLoss()::getAsDouble),
                    epoch.valAccuracy().orElseGet(epoch.trainAccuracy()::getAsDouble)))
            .orElse("");
    return best
        + reached(summary)
        + TestReport.accuracies(summary.test(), source)
        + System.lineSeparator()
        + TestReport.classes(summary.test())
        + System.lineSeparator();
  }

  private static String reached(RunSummary summary) {
    return summary.reached().stream()
        .map(it ->
            String.format(
                Locale.ROOT,
                "test accuracy %s reached after epoch %d, %.1f s from the start of the program%n",
                it.accuracy(),
                it.epoch(),
                it.seconds()))
        .collect(Collectors.joining());
  }

  /** Where the files are. */
  static String files(RunFolder folder, RunSummary summary) {
    String best =
        summary.test().containsKey("best") ? "best weights: %s%n".formatted(folder.best()) : "";
    return "%slast weights: %s%nsummary: %s%n".formatted(best, folder.last(), folder.summary());
  }
}
