package dev.weft.models.cli;

import dev.weft.runtime.data.Dataset;
import dev.weft.runtime.train.TestResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Results on test images as text. */
final class TestReport {
  private TestReport() {}

  /** What images of that source are called where results are told. */
  static String called(Dataset.Source source) {
    return switch (source) {
      case OFFICIAL -> "Fashion-MNIST";
      case FILES -> "your own";
      case DRAWN -> "garments drawn by the program, not Fashion-MNIST";
    };
  }

  /** What every line about training on images of that source ends with. */
  static String mark(Dataset.Source source) {
    return source == Dataset.Source.DRAWN ? " (drawn garments)" : "";
  }

  /** Loss and accuracy of all weights, a line each. */
  static String accuracies(Map<String, TestResult> results, Dataset.Source source) {
    return results.entrySet().stream()
        .map(result ->
            String.format(
                Locale.ROOT,
                "test accuracy %.4f, loss %.4f with the %s weights, on %d images of %s%n",
                result.getValue().accuracy(),
                result.getValue().loss(),
                result.getKey(),
                result.getValue().images(),
                called(source)))
        .collect(Collectors.joining());
  }

  /** Accuracy of each class, a column for each of the weights. */
  static String classes(Map<String, TestResult> results) {
    List<List<String>> rows = new ArrayList<>();
    List<String> head = new ArrayList<>(List.of("class", "images"));
    head.addAll(results.keySet());
    rows.add(head);
    List<TestResult.ClassResult> classes = results.values().iterator().next().classes();
    for (int label = 0; label < classes.size(); label++) {
      List<String> row = new ArrayList<>();
      row.add(classes.get(label).name());
      row.add(String.valueOf(classes.get(label).images()));
      for (TestResult result : results.values()) {
        row.add(share(result.classes().get(label).accuracy()));
      }
      rows.add(row);
    }
    return Tables.format(IntStream.range(1, head.size()).boxed().toList(), rows);
  }

  /** Which class was taken for which: actual ones down, predicted ones across. */
  static String confusion(TestResult result) {
    List<List<Integer>> counts = result.confusion();
    List<List<String>> rows = new ArrayList<>();
    List<String> head = new ArrayList<>(List.of("", "actual \\ taken for"));
    IntStream.range(0, counts.size()).forEach(label -> head.add(String.valueOf(label)));
    rows.add(head);
    for (int label = 0; label < counts.size(); label++) {
      List<String> row = new ArrayList<>();
      row.add(String.valueOf(label));
      row.add(result.classes().get(label).name());
      counts.get(label).forEach(count -> row.add(String.valueOf(count)));
      rows.add(row);
    }
    List<Integer> numbers = new ArrayList<>(List.of(0));
    IntStream.range(2, head.size()).forEach(numbers::add);
    return Tables.format(numbers, rows);
  }

  private static String share(OptionalDouble share) {
    return share.isPresent() ? String.format(Locale.ROOT, "%.4f", share.getAsDouble()) : "-";
  }
}
