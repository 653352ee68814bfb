package dev.weft.bench.report;

import dev.weft.bench.result.Row;
import dev.weft.bench.result.Series;
import dev.weft.bench.result.Series.Part;
import dev.weft.bench.result.Spread;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** A series of measurements as Markdown, to be kept. */
public record SeriesTables(Series series) {

  /** All that there is. */
  public String markdown() {
    StringBuilder text = new StringBuilder("## Training steps and trainings\n\n```text\n");
    series.facts().forEach(line -> text.append(line).append('\n'));
    text.append("```\n\n");
    JsonNode torch = series.torch();
    if (!torch.isMissingNode()) {
      text.append(
          "PyTorch %s, CUDA %s, cuDNN %s, on %s, FP32 without TF32, batch %s, data: %s\n\n"
              .formatted(
                  torch.path("torch").asString("?"),
                  torch.path("cuda").asString("none"),
                  torch.path("cudnn").asString("none"),
                  torch.path("device").asString("?"),
                  torch.path("batch").asString("?"),
                  torch.path("data").asString("?")));
    }
    append(text, trainings(), "nothing was measured");
    text.append("\n## Large batches\n\n");
    append(text, largeSteps(), "none were measured");
    text.append("\n## Agreement with the reference\n\n");
    append(text, agreement(), "nothing was verified");
    text.append("\n## Calls\n\n");
    append(text, calls(), "no calls were measured");
    text.append("\n## Parts that are open\n\n");
    append(text, open(), "none");
    return text.toString();
  }

  private static void append(StringBuilder text, List<List<String>> rows, String none) {
    if (rows.size() == 1) {
      text.append(none).append('\n');
      return;
    }
    List<Integer> numbers = IntStream.range(2, rows.getFirst().size()).boxed().toList();
    text.append(new Grid(numbers, rows).markdown());
  }

  /** A row for each model on each label, and in each mode of PyTorch. */
  private List<List<String>> trainings() {
    List<List<String>> rows = new ArrayList<>();
    Set<String> goals = goals();
    rows.add(
        Stream.of(
                Stream.of("model", "on", "us a step", "kernels us", "launches", "between kernels"),
                Stream.of("images/s", "epochs/s"),
                goals.stream().map(goal -> "s to " + goal),
                Stream.of("test accuracy"))
            .flatMap(heads -> heads)
            .toList());
    for (String model : models()) {
      for (String label : series.labels()) {
        rows.add(training(model, label, goals));
      }
      for (JsonNode torch : series.torch().path("rows")) {
        if (torch.path("model").asString("").equals(model)) {
          rows.add(torch(model, torch, goals));
        }
      }
    }
    return rows;
  }

  private List<String> training(String model, String label, Set<String> goals) {
    List<String> cells = new ArrayList<>(List.of(model, label));
    Optional<Row> step = Optional.ofNullable(series.steps(label).get(model));
    OptionalDouble kernels = step.map(Row::kernelNanos).orElseGet(OptionalDouble::empty);
    cells.add(step.map(row -> micros(row.nanos().median())).orElse(""));
    cells.add(micros(kernels));
    int launches = label.equals("cpu") ? 0 : series.launches(model);
    cells.add(launches == 0 ? "" : String.valueOf(launches));
    cells.add(
        step.isPresent() && kernels.isPresent()
            ? gaps(kernels.orElseThrow() / step.orElseThrow().nanos().median())
            : "");
    JsonNode summary = series.summary(label, model);
    double[] rates = series.imagesPerSecond(label, model).stream().mapToDouble(r -> r).toArray();
    cells.add(rates.length == 0 ? "" : number(Spread.of(rates).median(), 0));
    double seconds = summary.path("seconds_per_epoch").asDouble(0);
    cells.add(seconds == 0 ? "" : number(1 / seconds, 3));
    addReached(cells, summary.path("reached"), goals);
    cells.add(accuracy(summary.path("test").path("last").path("accuracy")));
    return cells;
  }

  /** What a step takes beside its kernels, measured apart: more than all of it is noise. */
  private static String gaps(double share) {
    return share > 1 ? "0 %" : Words.percent(1 - share);
  }

  private List<String> torch(String model, JsonNode row, Set<String> goals) {
    List<String> cells =
        new ArrayList<>(List.of(model, "PyTorch " + row.path("mode").asString("")));
    cells.add(micros(1e3 * row.path("micros").asDouble(0)));
    cells.addAll(List.of("", "", ""));
    double seconds = row.path("epoch_seconds").asDouble(0);
    double rate = row.path("images_per_second").asDouble(0);
    cells.add(rate == 0 ? "" : number(rate, 0));
    cells.add(seconds == 0 ? "" : number(1 / seconds, 3));
    addReached(cells, row.path("reached"), goals);
    cells.add(accuracy(row.path("test_accuracy")));
    return cells;
  }

  private static void addReached(List<String> cells, JsonNode reached, Set<String> goals) {
    Map<String, String> seconds = new LinkedHashMap<>();
    for (JsonNode one : reached) {
      seconds.put(one.path("accuracy").asString(""), number(one.path("seconds").asDouble(0), 1));
    }
    goals.forEach(goal -> cells.add(seconds.getOrDefault(goal, "")));
  }

  /** Accuracies that any training has reached. */
  private Set<String> goals() {
    Set<String> goals = new LinkedHashSet<>();
    Stream<JsonNode> all =
        Stream.concat(
            models().stream()
                .flatMap(model ->
                    series.labels().stream()
                        .flatMap(
                            label -> series.summary(label, model).path("reached").valueStream())),
            series
                .torch()
                .path("rows")
                .valueStream()
                .flatMap(row -> row.path("reached").valueStream()));
    all.map(one -> one.path("accuracy").asString("")).sorted().forEach(goals::add);
    return goals;
  }

  private Set<String> models() {
    Set<String> models = new LinkedHashSet<>();
    series.labels().forEach(label -> models.addAll(series.steps(label).keySet()));
    series.labels().forEach(label -> models.addAll(series.largeSteps(label).keySet()));
    series.torch().path("rows").forEach(row -> models.add(row.path("model").asString("")));
    return models;
  }

  /** A row for each model on each label that has measured one. */
  private List<List<String>> largeSteps() {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("model", "on", "batch", "us a step", "kernels us", "images/s", "of roof"));
    Map<String, Map<String, Row>> measured = new LinkedHashMap<>();
    series.labels().forEach(label -> measured.put(label, series.largeSteps(label)));
    for (String model : models()) {
      measured.forEach((label, steps) -> {
        Row step = steps.get(model);
        if (step != null) {
          int batch = step.what().batch();
          double nanos = step.nanos().median();
          rows.add(
              List.of(
                  model,
                  label,
                  String.valueOf(batch),
                  micros(nanos),
                  micros(step.kernelNanos()),
                  number(batch * 1e9 / nanos, 0),
                  Words.percent(step.roofShare())));
        }
      });
    }
    return rows;
  }

  private List<List<String>> agreement() {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("on", "agrees", "comparisons", "worst error/bound"));
    for (String label : series.labels()) {
      JsonNode verified = series.verified(label);
      if (!verified.isMissingNode()) {
        rows.add(
            List.of(
                label,
                verified.path("agrees").asString("?"),
                verified.path("compared").asString(""),
                worst(verified)));
      }
    }
    return rows;
  }

  /** Over ops and steps. JSON has no infinity: a line that disagrees may lack its worst. */
  private static String worst(JsonNode verified) {
    double worst =
        Stream.concat(
                verified.path("ops").valueStream(),
                verified
                    .path("steps")
                    .valueStream()
                    .flatMap(step -> step.path("lines").valueStream()))
            .mapToDouble(SeriesTables::worstOf)
            .max()
            .orElse(0);
    return worst == 0 ? "" : Double.isInfinite(worst) ? "inf" : number(worst, 3);
  }

  private static double worstOf(JsonNode line) {
    return line.path("worst")
        .asDouble(line.path("wrong").asInt(0) > 0 ? Double.POSITIVE_INFINITY : 0);
  }

  /** A row for each call that a device has measured, beside PyTorch's time for the same. */
  private List<List<String>> calls() {
    List<String> labels = series.labels().stream().filter(l -> !series.ops(l).isEmpty()).toList();
    Map<String, String> torch = new LinkedHashMap<>();
    series
        .torch()
        .path("layers")
        .forEach(layer ->
            torch.put(
                layer.path("op").asString("") + " | " + layer.path("shape").asString(""),
                number(layer.path("micros").asDouble(0), 1)));
    Map<String, Map<String, Row>> calls = new LinkedHashMap<>();
    for (String label : labels) {
      for (Row row : series.ops(label)) {
        calls
            .computeIfAbsent(
                row.what().op() + " | " + row.what().shape(), c -> new LinkedHashMap<>())
            .put(label, row);
      }
    }
    List<List<String>> rows = new ArrayList<>();
    List<String> heads = new ArrayList<>(List.of("op", "shape"));
    labels.forEach(label -> heads.addAll(List.of(label + " us", "kernels us", "of roof")));
    heads.add("PyTorch us");
    rows.add(heads);
    calls.forEach((call, by) -> {
      List<String> cells = new ArrayList<>(List.of(call.split(" \\| ", 2)));
      for (String label : labels) {
        Row row = by.get(label);
        cells.add(row == null ? "" : micros(row.nanos().median()));
        cells.add(row == null ? "" : micros(row.kernelNanos()));
        cells.add(row == null ? "" : Words.percent(row.roofShare()));
      }
      cells.add(torch.getOrDefault(call, ""));
      rows.add(cells);
    });
    return rows;
  }

  private List<List<String>> open() {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("part", "outcome", "reason"));
    series.parts().stream()
        .filter(part -> !part.outcome().equals("ok"))
        .map(SeriesTables::open)
        .forEach(rows::add);
    series
        .torch()
        .path("skipped")
        .forEach(it ->
            rows.add(
                List.of(
                    "PyTorch %s %s"
                        .formatted(it.path("mode").asString(""), it.path("model").asString("")),
                    "skipped",
                    it.path("reason").asString(""))));
    return rows;
  }

  private static List<String> open(Part part) {
    return List.of(part.name(), part.outcome(), part.reason().replace('|', '/'));
  }

  private static String accuracy(JsonNode node) {
    return node.isMissingNode() ? "" : number(node.asDouble(0), 4);
  }

  /** Empty where it was not measured. */
  private static String micros(OptionalDouble nanos) {
    return nanos.isPresent() ? micros(nanos.orElseThrow()) : "";
  }

  private static String micros(double nanos) {
    return number(nanos / 1e3, nanos < 1e5 ? 1 : 0);
  }

  private static String number(double value, int digits) {
    return String.format(Locale.ROOT, "%." + digits + "f", value);
  }
}
