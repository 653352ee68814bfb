package dev.weft.runtime.train;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.weft.runtime.backend.Backends;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * What came out of a run: the content of {@code summary.json}.
 *
 * @param model its name
 * @param parameters number of trainable parameters
 * @param device what the run was on
 * @param data what was trained and tested with
 * @param end why training ended: {@code finished}, {@code early_stopping}, {@code max_steps} or
 *     {@code stopped}
 * @param epochs epochs completed
 * @param steps steps done
 * @param best the epoch whose weights are in {@code best.safetensors}
 * @param test results on the test images by weights, {@code best} and {@code last}; empty after
 *     {@code stopped}
 * @param reached when accuracies that were asked for were reached, since the program was started
 * @param secondsPerEpoch mean over the epochs since the run was started or resumed, with validation
 * @param stepsPerSecond median over the steps since then
 * @param peakMemoryBytes most memory that the process has held, where the system tells
 */
public record RunSummary(
    String model,
    int parameters,
    DeviceUsed device,
    DataUsed data,
    String end,
    int epochs,
    long steps,
    Optional<BestEpoch> best,
    Map<String, TestResult> test,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Milestones.Reached> reached,
    OptionalDouble secondsPerEpoch,
    OptionalDouble stepsPerSecond,
    OptionalLong peakMemoryBytes) {

  /**
   * A device.
   *
   * @param id what the user names it by
   * @param name its own name
   * @param backend what drives it
   * @param reason why it was chosen
   */
  public record DeviceUsed(String id, String name, String backend, String reason) {
    public static DeviceUsed of(Backends.Choice choice) {
      return new DeviceUsed(
          choice.device().id(), choice.device().name(), choice.backend().name(), choice.reason());
    }
  }

  /**
   * Images.
   *
   * @param source {@code official} for Fashion-MNIST as published, {@code files} for the user's
   *     own, {@code drawn} for garments drawn by the program
   * @param origin where they come from, for people
   * @param train number of images trained on
   * @param validation number of images held out
   * @param test number of images to test with
   */
  public record DataUsed(String source, String origin, int train, int validation, int test) {}

  /**
   * The best epoch, by its loss in validation; by that in training where nothing was held out. Only
   * the two figures that it was chosen by are there.
   *
   * @param epoch from 1
   * @param valLoss in nats an image
   * @param valAccuracy 0..1
   * @param trainLoss in nats an image
   * @param trainAccuracy 0..1
   */
  public record BestEpoch(
      int epoch,
      OptionalDouble valLoss,
      OptionalDouble valAccuracy,
      OptionalDouble trainLoss,
      OptionalDouble trainAccuracy) {

    /** That of a run with images held out. */
    static BestEpoch validated(int epoch, double loss, double accuracy) {
      return new BestEpoch(
          epoch,
          OptionalDouble.of(loss),
          OptionalDouble.of(accuracy),
          OptionalDouble.empty(),
          OptionalDouble.empty());
    }

    /** That of a run which was trained on all images. */
    static BestEpoch notValidated(int epoch, double loss, double accuracy) {
      return new BestEpoch(
          epoch,
          OptionalDouble.empty(),
          OptionalDouble.empty(),
          OptionalDouble.of(loss),
          OptionalDouble.of(accuracy));
    }

    /**
     * That whose weights have come to {@code totals}.
     *
     * @param validated whether over images held out
     */
    public static BestEpoch of(int epoch, Totals totals, boolean validated) {
      return validated
          ? validated(epoch, totals.loss(), totals.accuracy())
          : notValidated(epoch, totals.loss(), totals.accuracy());
    }

    static BestEpoch of(MetricsLine.Epoch line) {
      return line.valLoss().isPresent()
          ? new BestEpoch(
              line.epoch(),
              line.valLoss(),
              line.valAccuracy(),
              OptionalDouble.empty(),
              OptionalDouble.empty())
          : notValidated(line.epoch(), line.trainLoss(), line.trainAccuracy());
    }
  }

  /**
   * What came out of training.
   *
   * @param times of this session
   */
  public static RunSummary of(
      Trainer trainer,
      Backends.Choice device,
      StopReason end,
      Map<String, TestResult> test,
      List<Milestones.Reached> reached,
      Stopwatch times) {
    return new RunSummary(
        trainer.config().model().name(),
        trainer.config().model().summary().parameters(),
        DeviceUsed.of(device),
        trainer.images().used(),
        end.name().toLowerCase(Locale.ROOT),
        trainer.progress().epoch(),
        trainer.progress().step(),
        RunHistory.readMetrics(trainer.folder()).bestEpoch(),
        test,
        reached,
        times.secondsPerEpoch(),
        times.stepsPerSecond(),
        peakMemory());
  }

  /** The same with other figures of the best epoch. */
  public RunSummary withBest(BestEpoch other) {
    return new RunSummary(
        model,
        parameters,
        device,
        data,
        end,
        epochs,
        steps,
        Optional.of(other),
        test,
        reached,
        secondsPerEpoch,
        stepsPerSecond,
        peakMemoryBytes);
  }

  /** Copies what it is given, keeping its order. */
  public RunSummary {
    test = Collections.unmodifiableMap(new LinkedHashMap<>(test));
    reached = List.copyOf(reached);
  }

  /** Most memory that this process has held so far, in bytes, where the system tells: on Linux. */
  public static OptionalLong peakMemory() {
    return HardwareUse.status("VmHWM");
  }
}
