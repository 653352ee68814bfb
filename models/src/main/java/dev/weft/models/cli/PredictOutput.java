package dev.weft.models.cli;

import dev.weft.models.predict.Answer;
import dev.weft.models.predict.Prepared;
import dev.weft.runtime.train.JsonText;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** How answers are written, one at a time as they come, so that none has to be kept. */
sealed interface PredictOutput {
  /** What is written for an answer that is not probable enough. */
  String UNKNOWN = "I don't know";

  /** Written before the first answer. */
  void begin();

  void answered(Path file, Prepared seen, Answer answer);

  /** Standard error tells of it anyway. */
  void failed(String name, String reason);

  /** Written after the last. */
  void end(int answered, int failed);

  private static String share(float probability) {
    return String.format(Locale.ROOT, "%.4f", probability);
  }

  /** Columns for people, as wide as the longest name needs. */
  final class Table implements PredictOutput {
    private static final int WIDEST_NAME = 60;

    private final PrintStream out;
    private final int nameWidth;
    private final int classWidth;

    Table(PrintStream out, List<Path> files, List<String> classNames) {
      this.out = out;
      int longest = files.stream().mapToInt(file -> file.toString().length()).max().orElse(0);
      this.nameWidth = Math.max("image".length(), Math.min(WIDEST_NAME, longest));
      this.classWidth =
          classNames.stream()
              .map(String::length)
              .max(Comparator.naturalOrder())
              .map(width -> Math.max(width, UNKNOWN.length()))
              .orElse(0);
    }

    @Override
    public void begin() {
      out.println(line("image", "class", "probability", "then"));
    }

    @Override
    public void answered(Path file, Prepared seen, Answer answer) {
      List<Answer.Guess> then =
          answer.known() ? answer.top().subList(1, answer.top().size()) : answer.top();
      out.println(
          line(
              file.toString(),
              answer.known() ? answer.best().name() : UNKNOWN,
              share(answer.best().probability()),
              then.stream()
                  .map(guess -> guess.name() + " " + share(guess.probability()))
                  .collect(Collectors.joining(", "))));
    }

    private String line(String name, String best, String probability, String then) {
      String format = "%-" + nameWidth + "s  %-" + classWidth + "s  %11s  %s";
      return String.format(Locale.ROOT, format, name, best, probability, then).stripTrailing();
    }

    @Override
    public void failed(String name, String reason) {}

    @Override
    public void end(int answered, int failed) {}
  }

  /** RFC 4180, but for line ends, which are those of the system. */
  final class Csv implements PredictOutput {
    private final PrintStream out;

    Csv(PrintStream out) {
      this.out = out;
    }

    @Override
    public void begin() {
      List<String> head = new ArrayList<>(List.of("image", "class"));
      for (int i = 1; i <= Answer.TOP; i++) {
        head.add("class" + i);
        head.add("probability" + i);
      }
      head.add("error");
      print(head);
    }

    @Override
    public void answered(Path file, Prepared seen, Answer answer) {
      List<String> row = new ArrayList<>(List.of(file.toString()));
      row.add(answer.known() ? answer.best().name() : "");
      for (Answer.Guess guess : answer.top()) {
        row.add(guess.name());
        row.add(share(guess.probability()));
      }
      pad(row);
      row.add("");
      print(row);
    }

    @Override
    public void failed(String name, String reason) {
      List<String> row = new ArrayList<>(List.of(name));
      pad(row);
      row.add(reason);
      print(row);
    }

    private static void pad(List<String> row) {
      while (row.size() < 2 + 2 * Answer.TOP) {
        row.add("");
      }
    }

    private void print(List<String> row) {
      out.println(row.stream().map(Csv::quoted).collect(Collectors.joining(",")));
    }

    private static String quoted(String cell) {
      return cell.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
          ? '"' + cell.replace("\"", "\"\"") + '"'
          : cell;
    }

    @Override
    public void end(int answered, int failed) {}
  }

  /** One document, an image a line. */
  final class Json implements PredictOutput {
    private final PrintStream out;
    private final Map<String, String> about;
    private boolean first = true;

    /** With what is to be said about the run first. */
    Json(PrintStream out, Map<String, String> about) {
      this.out = out;
      this.about = about;
    }

    @Override
    public void begin() {
      String head = JsonText.line(about);
      out.print(head.substring(0, head.length() - 1) + ",\"images\":[");
    }

    @Override
    public void answered(Path file, Prepared seen, Answer answer) {
      Map<String, Object> entry = new LinkedHashMap<>();
      entry.put("image", file.toString());
      entry.put("known", answer.known());
      if (answer.known()) {
        entry.put("class", answer.best().name());
        entry.put("label", answer.best().label());
      }
      entry.put("top", answer.top());
      entry.put("probabilities", answer.probabilities());
      entry.put("seen", seen.how().words());
      print(entry);
    }

    @Override
    public void failed(String name, String reason) {
      Map<String, Object> entry = new LinkedHashMap<>();
      entry.put("image", name);
      entry.put("error", reason);
      print(entry);
    }

    private void print(Map<String, Object> entry) {
      out.println(first ? "" : ",");
      out.print(JsonText.line(entry));
      first = false;
    }

    @Override
    public void end(int answered, int failed) {
      out.printf(Locale.ROOT, "%n],\"answered\":%d,\"failed\":%d}%n", answered, failed);
    }
  }
}
