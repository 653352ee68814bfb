package dev.weft.models.cli;

import dev.weft.runtime.backend.Backends;
import dev.weft.runtime.checkpoint.Checkpoint;
import dev.weft.runtime.checkpoint.NamedTensor;
import dev.weft.runtime.train.FinalTest;
import dev.weft.runtime.train.HardwareLog;
import dev.weft.runtime.train.RunFolder;
import dev.weft.runtime.train.RunImages;
import dev.weft.runtime.train.RunSummary;
import dev.weft.runtime.train.RunSummary.BestEpoch;
import dev.weft.runtime.train.Start;
import dev.weft.runtime.train.StopReason;
import dev.weft.runtime.train.Stopwatch;
import dev.weft.runtime.train.Totals;
import dev.weft.runtime.train.TrainConfig;
import dev.weft.runtime.train.Trainer;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Trains pruned weights on while their zeros stay: a run as any other, which can be resumed. */
final class FineTuning implements AutoCloseable {
  private final Backends.Choice device;
  private final Path shown;
  private final PrintStream notes;
  private final TrainingConsole console;
  private final Stopwatch times;
  private final Trainer trainer;
  private StopReason end = StopReason.STOPPED;
  private Optional<BestEpoch> replaced = Optional.empty();

  /**
   * Puts the model on its device.
   *
   * @param config that keeps zeros
   * @param weights by name, pruned
   * @param shown the run folder as the user is told
   */
  FineTuning(
      TrainConfig config,
      RunImages images,
      Backends.Choice device,
      Map<String, NamedTensor> weights,
      Path shown,
      Context context,
      PrintStream notes) {
    this.device = device;
    this.shown = shown;
    this.notes = notes;
    this.console = TrainingConsole.of(config, images, shown, context, notes);
    RunFolder folder = new RunFolder(context.folder().resolve(shown));
    this.times = new Stopwatch(new HardwareLog(console, folder), System::nanoTime);
    this.trainer = new Trainer(config, images, device, folder, new Start.Given(weights), times);
  }

  /** Trains to the end, which is told; returns whether nobody asked for an earlier one. */
  boolean run() {
    notes.print(StartReport.lines(trainer.config(), device, trainer));
    notes.println("run: " + shown);
    try (StopSignal _ = new StopSignal(trainer::requestStop)) {
      end = trainer.run();
      console.close();
      if (end != StopReason.STOPPED) {
        return true;
      }
      RunSummary summary = summary(FinalTest.none());
      notes.println(EndReport.end(end, summary, trainer.config()));
      notes.printf(
          "everything is saved; to go on: weft train --resume %s, then compress that run%n", shown);
      return false;
    }
  }

  /**
   * Puts others in the place of the best weights. They are measured on the images that the best
   * epoch was chosen by, as what is told of the best must be true of what is there.
   */
  void replaceBest(Checkpoint best, Map<String, NamedTensor> others) {
    RunImages.About images = trainer.images();
    trainer.model().setWeights(others);
    boolean validated = images.validation() > 0;
    Totals found =
        validated
            ? trainer.model().totals(images.train(), images.trainAndValidation())
            : trainer.model().totals(0, images.train());
    best.withWeights(others, found.loss()).write(trainer.folder().best());
    replaced = Optional.of(BestEpoch.of(best.progress().epoch(), found, validated));
  }

  /** Tests the weights that are in the folder by now, for its summary. */
  void test() {
    summary(FinalTest.of(trainer));
  }

  private RunSummary summary(FinalTest tested) {
    RunSummary trained = RunSummary.of(trainer, device, end, tested.results(), List.of(), times);
    RunSummary summary = replaced.map(trained::withBest).orElse(trained);
    trainer.folder().writeSummary(summary);
    return summary;
  }

  @Override
  public void close() {
    console.close();
    trainer.close();
  }
}
