package dev.weft.runtime.train;

import dev.weft.runtime.UserException;
import dev.weft.runtime.backend.Backends;
import dev.weft.runtime.checkpoint.Checkpoint;
import dev.weft.runtime.checkpoint.NamedTensor;
import dev.weft.runtime.checkpoint.Progress;
import dev.weft.runtime.data.Shuffle;
import dev.weft.runtime.graph.Initializers;
import dev.weft.runtime.graph.ModelProgram;
import dev.weft.runtime.graph.ProgramBuilder;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Trains a model: epochs of steps, validation after each, the best and the newest weights saved.
 *
 * <p>Everything that happens depends only on configuration, data, initial weights and backend; a
 * run that is stopped, between epochs or within one, and resumed on the same backend ends with the
 * same files bit for bit.
 */
public final class Trainer implements AutoCloseable {
  private final TrainConfig config;
  private final RunFolder folder;
  private final TrainListener listener;
  private final String backend;

  /** For config.json; the reason of the choice is no part of it. */
  private final Map<String, String> device;

  private final RunImages.About images;
  private final int[] trainImages;
  private final ModelSession model;
  private final Map<String, String> origin;

  private Progress progress = Progress.NONE;
  private Checkpoint saved;
  private volatile boolean stopRequested;

  /**
   * A run, new or resumed.
   *
   * @param start where weights come from
   * @throws UserException if checkpoint, weights or data do not fit the model
   */
  public Trainer(
      TrainConfig config,
      RunImages data,
      Backends.Choice device,
      RunFolder folder,
      Start start,
      TrainListener listener) {
    this.config = config;
    this.folder = folder;
    this.listener = listener;
    this.backend = device.backend().name();
    this.device = new LinkedHashMap<>();
    this.device.put("id", device.device().id());
    this.device.put("name", device.device().name());
    this.device.put("backend", backend);
    this.images = data.about();
    this.trainImages = IntStream.range(0, images.train()).toArray();
    ModelProgram program =
        ProgramBuilder.training(
            config.model(),
            config.trainingSpec(
                images.all(),
                images.train(),
                Math.max(images.trainAndValidation(), images.test())));
    this.model =
        new ModelSession(program, device.open(program.program()), data.pixels(), data.labels());
    try {
      begin(start);
      this.origin = Origin.of(start, config.model().toJson(), model::weights);
      this.saved = checkpoint();
    } catch (RuntimeException | Error e) {
      model.close();
      throw e;
    }
  }

  private void begin(Start start) {
    model.resetOptimizerState();
    switch (start) {
      case Start.Fresh() ->
          model
              .session()
              .write(
                  model.buffer(ModelProgram.PARAMS),
                  Initializers.parameters(model.model().parameters(), config.seed()));
      case Start.Given(Map<String, NamedTensor> weights) -> model.setWeights(weights);
      case Start.Weights(Path file) -> model.setWeights(Evaluator.read(file, model));
      case Start.Resume(Checkpoint checkpoint) -> {
        checkpoint.requireShapes(
            folder.last(),
            model.model().parameters().shapes(),
            model.model().accumulators().keySet());
        images.requireSame(checkpoint, folder);
        restore(checkpoint);
      }
    }
  }

  private void restore(Checkpoint checkpoint) {
    model.setWeights(checkpoint.weights());
    model.setOptimizerState(checkpoint.optimizerState());
    progress = checkpoint.progress();
  }

  private Checkpoint checkpoint() {
    Map<String, String> settings = new LinkedHashMap<>(config.settings());
    settings.remove(TrainConfig.MAX_STEPS); // where a run was once stopped is not to be seen later
    settings.putAll(origin);
    images
        .identity()
        .toMap()
        .forEach((name, value) -> settings.put(DataIdentity.PREFIX + name, value));
    return new Checkpoint(
        config.model().toJson(),
        settings,
        config.seed(),
        backend,
        progress,
        model.weights(),
        model.optimizerState());
  }

  /** Asks a run to save and end after the step under way; may be called from any thread. */
  public void requestStop() {
    stopRequested = true;
  }

  /** Steps of one epoch; the last may see fewer images than the batch. */
  public int stepsPerEpoch() {
    return Math.ceilDiv(trainImages.length, config.batch());
  }

  /** Where everything is written. */
  public RunFolder folder() {
    return folder;
  }

  /** What decides the outcome. */
  public TrainConfig config() {
    return config;
  }

  /** How far training has come. */
  public Progress progress() {
    return progress;
  }

  /** What it trains and tests with. */
  public RunImages.About images() {
    return images;
  }

  /** The model on its device. */
  public ModelSession model() {
    return model;
  }

  /**
   * Trains to the end.
   *
   * @throws UserException if the loss is no longer a number, naming the layer, or a file cannot be
   *     written; the last checkpoint stands
   */
  public StopReason run() {
    folder.clear();
    folder.truncateLogs(progress.step());
    Map<String, String> data = new LinkedHashMap<>(origin);
    data.putAll(images.identity().toMap());
    folder.writeConfig(config.model().toJson(), config.settings(), data, device);
    save(false);
    while (progress.epoch() < config.epochs()) {
      if (config.patience() > 0 && progress.epochsSinceBest() >= config.patience()) {
        return StopReason.EARLY_STOPPING;
      }
      Optional<StopReason> end = epoch();
      if (end.isPresent()) {
        return end.get();
      }
    }
    return StopReason.FINISHED;
  }

  /** One epoch, or the rest of one; tells why training must end before the epoch's own end. */
  private Optional<StopReason> epoch() {
    long start = System.nanoTime();
    int steps = stepsPerEpoch();
    int firstStep = progress.stepInEpoch();
    folder.clearSummary();
    startEpoch();
    Totals totals = new Totals(progress.lossSum(), progress.hits(), rows(firstStep), 0);
    Pace pace = new Pace(start);
    while (true) {
      Optional<StopReason> end = endWithin();
      boolean over = progress.stepInEpoch() == steps;
      if (pace.unseen() > 0 && (pace.isDue() || over || end.isPresent() || config.logSteps())) {
        totals = look(pace);
        listener.steps(
            progress.epoch() + 1,
            progress.stepInEpoch(),
            steps,
            totals,
            rate(firstStep, System.nanoTime() - start));
      }
      if (over) {
        endEpoch(totals, start, rate(firstStep, System.nanoTime() - start));
        return Optional.empty();
      }
      if (end.isPresent()) {
        save(false);
        return end;
      }
      model.step();
      pace.step();
      progress = progress(progress.step() + 1, progress.stepInEpoch() + 1, totals);
    }
  }

  /** Why training is to end before the next step, if it is. */
  private Optional<StopReason> endWithin() {
    if (stopRequested) {
      return Optional.of(StopReason.STOPPED);
    }
    boolean enough = config.maxSteps() > 0 && progress.step() >= config.maxSteps();
    return enough ? Optional.of(StopReason.MAX_STEPS) : Optional.empty();
  }

  /** Waits for the steps made, and takes what they add up to into account. */
  private Totals look(Pace pace) {
    Totals totals = model.trainTotals();
    if (!Double.isFinite(totals.lossSum())) {
      throw new Divergence(model, progress.step() - pace.unseen() + 1, progress.step())
          .describe(this::replayUpTo);
    }
    progress = progress(progress.step(), progress.stepInEpoch(), totals);
    if (config.logSteps()) {
      folder.appendMetrics(new MetricsLine.Step(progress.step(), totals.lastLoss()));
    }
    pace.looked(System.nanoTime());
    return totals;
  }

  private void startEpoch() {
    int[] order =
        config.shuffle()
            ? Shuffle.permutation(config.seed(), progress.epoch(), trainImages.length)
            : trainImages;
    int done = progress.stepInEpoch();
    model.startEpoch(
        order,
        done,
        progress.step(),
        new Totals(progress.lossSum(), progress.hits(), rows(done), 0));
  }

  /** Images that the first {@code steps} steps of an epoch see. */
  private int rows(int steps) {
    return Math.min(steps * config.batch(), trainImages.length);
  }

  private double rate(int firstStep, long nanos) {
    return (rows(progress.stepInEpoch()) - rows(firstStep)) * 1e9 / Math.max(1, nanos);
  }

  private Progress progress(long step, int stepInEpoch, Totals totals) {
    return new Progress(
        step,
        progress.epoch(),
        stepInEpoch,
        progress.best(),
        progress.epochsSinceBest(),
        totals.lossSum(),
        totals.hits());
  }

  private void endEpoch(Totals train, long start, double imagesPerSecond) {
    Optional<Totals> heldOut =
        images.validation() == 0
            ? Optional.empty()
            : Optional.of(model.totals(images.train(), images.trainAndValidation()));
    Totals monitored = heldOut.orElse(train);
    if (!Double.isFinite(monitored.lossSum())) {
      // The last step may be what broke the weights: its own loss is from before.
      throw new Divergence(model, progress.step(), progress.step())
          .describeValidation(images.train(), images.trainAndValidation());
    }
    double bestBefore = progress.best();
    boolean improved = monitored.loss() < bestBefore;
    progress =
        new Progress(
            progress.step(),
            progress.epoch() + 1,
            0,
            improved ? monitored.loss() : bestBefore,
            improved ? 0 : progress.epochsSinceBest() + 1,
            0,
            0);
    folder.appendMetrics(new MetricsLine.Epoch(progress.epoch(), progress.step(), train, heldOut));
    save(improved);
    listener.epoch(
        new TrainListener.EpochReport(
            progress.epoch(),
            progress.step(),
            train,
            monitored,
            (System.nanoTime() - start) / 1e9,
            imagesPerSecond,
            bestBefore,
            improved,
            heldOut.isPresent()));
  }

  /** The best weights are written first: should that fail, the last ones do not claim them. */
  private void save(boolean best) {
    saved = checkpoint();
    if (best) {
      saved.write(folder.best());
    }
    saved.write(folder.last());
  }

  /** Goes back to the last checkpoint and trains again up to the beginning of step {@code step}. */
  private void replayUpTo(long step) {
    restore(saved);
    startEpoch();
    for (long done = progress.step(); done < step - 1; done++) {
      model.step();
    }
  }

  @Override
  public void close() {
    model.close();
  }
}
