package dev.weft.runtime.train;

import dev.weft.runtime.UserException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * How training went: what {@code metrics.jsonl} and {@code hardware.jsonl} of a run say.
 *
 * @param epochs results of each epoch
 * @param steps results of each step; empty unless the run logged them
 * @param samples of the use of the machine; empty for a run that has no such file
 * @param times of each epoch, likewise
 */
public record RunHistory(
    List<MetricsLine.Epoch> epochs,
    List<MetricsLine.Step> steps,
    List<HardwareLine.Sample> samples,
    List<HardwareLine.Epoch> times) {
  private static final JsonMapper PARSER = JsonMapper.builder().build();

  public RunHistory {
    epochs = List.copyOf(epochs);
    steps = List.copyOf(steps);
    samples = List.copyOf(samples);
    times = List.copyOf(times);
  }

  /**
   * Reads both files; one that is not there is taken for empty, and a last line that a crash has
   * cut off for not there.
   *
   * @throws UserException if one cannot be read
   */
  public static RunHistory read(RunFolder folder) {
    return new Builder().add(folder.metrics()).add(folder.hardware()).build();
  }

  /** As {@link #read}, without what the hardware did. */
  static RunHistory readMetrics(RunFolder folder) {
    return new Builder().add(folder.metrics()).build();
  }

  /**
   * The epoch with the lowest validation loss, the first of those; with the lowest loss in training
   * where nothing was held out; empty before the first epoch, and where no epoch has a finite one,
   * as older versions wrote of runs that diverged.
   */
  public Optional<RunSummary.BestEpoch> bestEpoch() {
    return epochs.stream()
        .filter(epoch -> Double.isFinite(epoch.monitoredLoss()))
        .min(Comparator.comparingDouble(MetricsLine.Epoch::monitoredLoss))
        .map(RunSummary.BestEpoch::of);
  }

  /** Seconds of training up to the last sample. */
  public double seconds() {
    return samples.isEmpty() ? 0 : samples.getLast().seconds();
  }

  /** The median epoch with its validation; empty where no times are known. */
  public OptionalDouble secondsPerEpoch() {
    double[] sorted =
        times.stream().mapToDouble(HardwareLine.Epoch::epochSeconds).sorted().toArray();
    int n = sorted.length;
    return n == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of((sorted[(n - 1) / 2] + sorted[n / 2]) / 2);
  }

  private static final class Builder {
    private final List<MetricsLine.Epoch> epochs = new ArrayList<>();
    private final List<MetricsLine.Step> steps = new ArrayList<>();
    private final List<HardwareLine.Sample> samples = new ArrayList<>();
    private final List<HardwareLine.Epoch> times = new ArrayList<>();

    Builder add(Path file) {
      if (!Files.exists(file)) {
        return this;
      }
      List<String> lines;
      try {
        lines = RunFolder.lines(file).toList();
      } catch (IOException e) {
        throw new UserException("cannot read %s (%s)".formatted(file, e.getMessage()), e);
      }
      for (int i = 0; i < lines.size(); i++) {
        try {
          add(lines.get(i));
        } catch (JacksonException e) {
          if (i < lines.size() - 1) {
            throw new UserException(
                "%s, line %d: not what weft writes there; mend or remove the file"
                    .formatted(file, i + 1),
                e);
          }
        }
      }
      return this;
    }

    private void add(String line) {
      JsonNode node = PARSER.readTree(line);
      if (!JsonText.isFinite(node)) {
        throw new StreamReadException("a number that no double can hold");
      }
      boolean metrics = node.has("train_loss");
      switch (node.path("type").asString("")) {
        case "step" -> steps.add(JsonText.parse(line, MetricsLine.Step.class));
        case "sample" -> samples.add(JsonText.parse(line, HardwareLine.Sample.class));
        case "epoch" -> {
          if (metrics) {
            epochs.add(JsonText.parse(line, MetricsLine.Epoch.class));
          } else {
            times.add(JsonText.parse(line, HardwareLine.Epoch.class));
          }
        }
        default -> {} // of a later version
      }
    }

    RunHistory build() {
      return new RunHistory(epochs, steps, samples, times);
    }
  }
}
