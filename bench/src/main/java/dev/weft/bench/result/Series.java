package dev.weft.bench.result;

import dev.weft.runtime.UserException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * The folder that the script {@code bench/gpu-series} fills, of which any part may be missing.
 * <i>Label</i> is what the script calls a device with its settings, such as {@code tornado-cuda}.
 *
 * @param folder where it is
 */
public record Series(Path folder) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /**
   * A line of {@code status.tsv}.
   *
   * @param name of the part
   * @param outcome {@code ok}, {@code skipped} or {@code failed}
   * @param seconds that it took
   * @param reason why it is not ok, or empty
   */
  public record Part(String name, String outcome, String seconds, String reason) {}

  /**
   * Checks that it is one.
   *
   * @throws UserException if the script has filled no such folder
   */
  public Series {
    if (!Files.exists(folder.resolve("status.tsv"))) {
      throw new UserException(
          folder + " is no folder of results of bench/gpu-series: it has no status.tsv");
    }
  }

  /** What became of each part, in the order of running. */
  public List<Part> parts() {
    return lines("status.tsv").stream()
        .map(line -> Arrays.copyOf(line.split("\t", 4), 4))
        .map(f -> new Part(word(f[0]), word(f[1]), word(f[2]), word(f[3])))
        .toList();
  }

  private static String word(String field) {
    return Optional.ofNullable(field).orElse("");
  }

  /** What the script noted of the machine, line by line. */
  public List<String> facts() {
    return lines("facts.txt");
  }

  /** Labels that have results of some kind, in the order of running. */
  public List<String> labels() {
    return parts().stream()
        .map(Part::name)
        .filter(name -> name.startsWith("steps-"))
        .map(name -> name.substring("steps-".length()))
        .toList();
  }

  /** Training steps of a label by model, batch and all as measured. */
  public Map<String, Row> steps(String label) {
    return stepsOf("steps-%s.json".formatted(label));
  }

  /** The same of large batches. */
  public Map<String, Row> largeSteps(String label) {
    return stepsOf("large-%s.json".formatted(label));
  }

  private Map<String, Row> stepsOf(String file) {
    Map<String, Row> steps = new LinkedHashMap<>();
    bench(file).stream()
        .filter(row -> row.what().op().equals("step"))
        .forEach(row -> steps.put(row.what().model(), row));
    return steps;
  }

  /** Single calls of a label. */
  public List<Row> ops(String label) {
    return bench("ops-%s.json".formatted(label));
  }

  private List<Row> bench(String name) {
    Path file = folder.resolve(name);
    return Files.exists(file) ? ResultFiles.read(file).rows() : List.of();
  }

  /** {@code summary.json} of a training; a missing node where it has not ended. */
  public JsonNode summary(String label, String model) {
    return json("train-%s-%s/summary.json".formatted(label, model));
  }

  /** What {@code weft verify --json} says of a label; a missing node where it was not run. */
  public JsonNode verified(String label) {
    return json("verify-%s.json".formatted(label));
  }

  /** What {@code compare_torch.py} measured; a missing node where it was not run. */
  public JsonNode torch() {
    return json("torch.json");
  }

  /** Launches of a training step of {@code model}; 0 where that is not known. */
  public int launches(String model) {
    return json("plan-%s.json".formatted(model)).path("launches_per_step").asInt(0);
  }

  /** Training images a second of a training, epoch by epoch. */
  public List<Double> imagesPerSecond(String label, String model) {
    List<Double> rates = new ArrayList<>();
    for (String line : lines("train-%s-%s/hardware.jsonl".formatted(label, model))) {
      JsonNode node = parse(line, "hardware.jsonl");
      if (node.path("type").asString("").equals("epoch")) {
        rates.add(node.path("images_per_second").asDouble(0));
      }
    }
    return rates;
  }

  private JsonNode json(String name) {
    String text = String.join("\n", lines(name));
    return text.isBlank() ? MissingNode.getInstance() : parse(text, name);
  }

  private JsonNode parse(String text, String name) {
    try {
      return JSON.readTree(text);
    } catch (JacksonException e) {
      throw new UserException(
          "%s holds no JSON: remove it, and the file of its part in %s, and run the series again"
              .formatted(folder.resolve(name), folder.resolve("done")),
          e);
    }
  }

  private List<String> lines(String name) {
    Path file = folder.resolve(name);
    if (!Files.exists(file)) {
      return List.of();
    }
    try (Stream<String> lines = Files.lines(file)) {
      return lines.toList();
    } catch (IOException e) {
      throw new UserException("%s cannot be read: %s".formatted(file, e.getMessage()), e);
    }
  }
}
