package dev.weft.models.cli;

import dev.weft.runtime.train.RunFolder;
import dev.weft.runtime.train.RunImages;
import dev.weft.runtime.train.Totals;
import dev.weft.runtime.train.TrainConfig;
import dev.weft.runtime.train.TrainListener;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.LongSupplier;

/** Shows how training goes: a bar on a terminal, and a line an epoch everywhere. */
final class TrainingConsole implements TrainListener, AutoCloseable {
  private final Target target;
  private final LiveLine line;
  private final PrintStream out;

  /**
   * What training is to come to.
   *
   * @param epochs number of epochs in all
   * @param maxSteps steps after which to stop, 0 for none
   * @param validated whether images are held out
   * @param best where the best weights are saved, for people
   * @param mark what every line of results ends with; may be empty
   */
  record Target(int epochs, long maxSteps, boolean validated, String best, String mark) {}

  /**
   * Shows a training.
   *
   * @param folder of the run, as the user is told
   */
  static TrainingConsole of(
      TrainConfig config, RunImages images, Path folder, Context context, PrintStream notes) {
    return new TrainingConsole(
        notes,
        context.terminal(),
        System::nanoTime,
        new Target(
            config.epochs(),
            config.maxSteps(),
            config.validationSplit() > 0,
            new RunFolder(folder).best().toString(),
            TestReport.mark(images.about().source())));
  }

  /**
   * Shows on {@code out}.
   *
   * @param terminal whether to draw a bar
   * @param nanoTime as {@link System#nanoTime}
   */
  TrainingConsole(PrintStream out, boolean terminal, LongSupplier nanoTime, Target target) {
    this.out = out;
    this.line = new LiveLine(out, terminal, nanoTime);
    this.target = target;
  }

  @Override
  public void steps(int epoch, int stepInEpoch, int steps, Totals totals, double imagesPerSecond) {
    line.draw(() ->
        String.format(
            Locale.ROOT,
            "epoch %d/%d %s %d/%d loss %.4f acc %.4f %.0f img/s %s left%s",
            epoch,
            target.epochs(),
            LiveLine.bar(stepInEpoch, steps),
            stepInEpoch,
            steps,
            totals.loss(),
            totals.accuracy(),
            imagesPerSecond,
            time(secondsLeft(epoch, stepInEpoch, steps, totals, imagesPerSecond)),
            target.mark()));
  }

  /** As if all steps to come took what those of this epoch have taken so far. */
  private double secondsLeft(
      int epoch, int stepInEpoch, int steps, Totals totals, double imagesPerSecond) {
    long done = (long) (epoch - 1) * steps + stepInEpoch;
    long all = (long) target.epochs() * steps;
    long end = target.maxSteps() > 0 ? Math.min(target.maxSteps(), all) : all;
    double imagesPerStep = (double) totals.rows() / stepInEpoch;
    return Math.max(0, end - done) * imagesPerStep / imagesPerSecond;
  }

  @Override
  public void epoch(EpochReport report) {
    line.clear();
    String validation =
        target.validated()
            ? String.format(
                Locale.ROOT,
                "val_loss %.4f  val_accuracy %.4f  ",
                report.validation().loss(),
                report.validation().accuracy())
            : "";
    out.println(
        String.format(
            Locale.ROOT,
            "epoch %d/%d  loss %.4f  accuracy %.4f  %s%.1f s  %.0f images/s%s",
            report.epoch(),
            target.epochs(),
            report.train().loss(),
            report.train().accuracy(),
            validation,
            report.seconds(),
            report.imagesPerSecond(),
            target.mark()));
    String monitored = target.validated() ? "val_loss" : "loss";
    out.println(
        report.improved()
            ? String.format(
                Locale.ROOT,
                "%s improved from %s to %.5f, saving model to %s",
                monitored,
                loss(report.bestBefore()),
                report.validation().loss(),
                target.best())
            : String.format(
                Locale.ROOT, "%s did not improve from %s", monitored, loss(report.bestBefore())));
  }

  private static String loss(double value) {
    return Double.isInfinite(value) ? "inf" : String.format(Locale.ROOT, "%.5f", value);
  }

  /** {@code m:ss}, or {@code h:mm:ss} from an hour on. */
  static String time(double seconds) {
    long whole = Math.round(seconds);
    return whole < 3600
        ? String.format(Locale.ROOT, "%d:%02d", whole / 60, whole % 60)
        : String.format(Locale.ROOT, "%d:%02d:%02d", whole / 3600, whole / 60 % 60, whole % 60);
  }

  /** Takes the bar away, as before any other output. */
  @Override
  public void close() {
    line.clear();
  }
}
