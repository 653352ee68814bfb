package dev.weft.models.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Says what tells rows with the same model and optimiser apart. */
final class Differences {
  /** Not told: a row's own, or part of the name of its method. */
  private static final List<String> ELSEWHERE =
      List.of("optimizer", "lr", "augment", "seed", "log-steps");

  private Differences() {}

  /**
   * Words for each of some rows, in order; empty for one that needs none.
   *
   * @param rows the first run of each
   */
  static List<String> of(List<RunResult> rows) {
    List<String> words = rows.stream().map(row -> words(row, rows)).toList();
    List<String> names = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      String own = words.get(i);
      boolean alone = words.stream().filter(own::equals).count() == 1;
      names.add(alone ? own : own.isEmpty() ? rows.get(i).name() : own + ", " + rows.get(i).name());
    }
    return names;
  }

  private static String words(RunResult row, List<RunResult> rows) {
    Map<String, String> settings = row.config().settings();
    Stream<String> different =
        Stream.concat(settings.keySet().stream(), Stream.of("keep-zeros"))
            .distinct()
            .filter(name -> !ELSEWHERE.contains(name))
            .filter(name -> rows.stream().map(other -> value(other, name)).distinct().count() > 1)
            .map(name -> word(name, value(row, name)));
    return String.join(
        ", ",
        Stream.concat(row.provenance().marks(), different)
            .filter(word -> !word.isEmpty())
            .toList());
  }

  /** A setting that is left out where it is off is off. */
  private static String value(RunResult run, String name) {
    return run.config().settings().getOrDefault(name, "false");
  }

  /** As the option is called; empty for one that is not given. */
  private static String word(String name, String value) {
    return switch (name) {
      case "shuffle", "dropout" -> Boolean.parseBoolean(value) ? "" : "no-" + name;
      case "keep-zeros" -> Boolean.parseBoolean(value) ? name : "";
      case "limit", "early-stopping" -> value.equals("0") ? "" : name + " " + value;
      default -> name + " " + value;
    };
  }
}
