package dev.weft.bench.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.bench.result.BenchResult;
import dev.weft.bench.result.ResultFiles;
import dev.weft.bench.result.Row;
import dev.weft.models.cli.Context;
import dev.weft.models.cli.Main;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BenchCommandTest {
  @TempDir private Path folder;

  private record Result(int code, String out, String err) {}

  private Result run(String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Context context =
        new Context(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            false,
            Map.of(),
            folder,
            (data, progress) -> {
              throw new IllegalStateException("no benchmark needs images");
            },
            Clock.fixed(Instant.parse("2026-01-02T12:00:00Z"), ZoneOffset.UTC));
    int code = Main.run(context, args);
    return new Result(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private String usage(String line) {
    Result result = run(line.split(" +"));
    assertEquals(2, result.code(), result.out() + result.err());
    assertEquals("", result.out());
    assertEquals(2, result.err().lines().count(), result.err());
    return result.err().lines().findFirst().orElseThrow().substring("weft: ".length());
  }

  @ParameterizedTest
  @ValueSource(strings = {"bench", "bench start", "bench scale", "bench report"})
  void everyCommandHasHelpWithExamples(String command) {
    Result result = run((command + " --help").split(" "));
    assertEquals(0, result.code());
    assertTrue(result.out().startsWith("Usage: weft " + command), result.out());
    assertTrue(result.out().contains("Examples:"), result.out());
    assertTrue(result.out().lines().allMatch(line -> line.length() <= 80), result.out());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "bench --batch 0              | --batch 0; allowed: 1 to 65536",
        "bench --batch x              | Invalid value for option '--batch' (N): 'x' is not an int",
        "bench --forks 0              | --forks 0; allowed: 1 to 20",
        "bench --forks 2 --quick      | --forks has no meaning with --quick or --smoke",
        "bench --threads 0            | --threads 0; allowed: 1 to 1024",
        "bench --device jvm --threads 2 relu --smoke | --threads is for the device cpu, not for jvm",
        "bench --quik                 | unknown option '--quik'; did you mean --quick?",
        "bench report                 | Missing required parameter: 'FILE'",
      })
  void badUsageIsNamed(String line, String message) {
    assertEquals(message, usage(line));
  }

  @Test
  void mistypedNamesAreSuggested() {
    assertTrue(
        usage("bench conv2")
            .startsWith("unknown op or model 'conv2'; did you mean conv2d? (ops: "));
    assertTrue(usage("bench cnn-simpel").contains("did you mean cnn-simple?"));
    assertTrue(usage("bench dense.forwad").contains("did you mean dense.forward?"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "bench relu --device gpu | no device 'gpu' on this machine",
        "bench nowhere.json      | there is no such model file",
        "bench relu --compare none.json | none.json: there is no such file",
      })
  void failuresAreOneLine(String line, String message) {
    Result result = run(line.split(" +"));
    assertEquals(1, result.code(), result.out());
    assertEquals(1, result.err().lines().count(), result.err());
    assertTrue(result.err().contains(message), result.err());
  }

  /** The figures of an hour are not to be lost to a place that nothing can be written to. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "relu --json none/b.json    | the folder none does not exist; create it or choose another",
        "relu --json file/b.json    | file is not a folder; choose another",
        "relu --json .              | it is no ordinary file; give a file's name",
        "relu --out file            | make the folder file (file is a file); choose another with --out",
        "relu --out file/charts     | make the folder file/charts (Not a directory); choose another",
        "scale --json none/b.json   | the folder none does not exist; create it or choose another",
        "start --json none/b.json   | the folder none does not exist; create it or choose another",
      })
  void placesAreCheckedBeforeAnythingIsMeasured(String line, String message) throws Exception {
    Files.writeString(folder.resolve("file"), "mine");
    Result result = run(("bench " + line + " --smoke --device cpu").split(" +"));
    String err = result.err().replace(folder + "/", "");
    assertEquals(1, result.code(), err);
    assertEquals(1, err.lines().count(), err);
    assertTrue(err.startsWith("weft: cannot ") && err.contains(message), err);
    assertFalse(err.contains("Exception"), err);
    assertEquals("mine", Files.readString(folder.resolve("file")));
    try (var files = Files.list(folder)) {
      assertEquals(1, files.count());
    }
  }

  /** Every benchmark there is runs and agrees with the reference; no time is looked at. */
  @Test
  void smoke() {
    Result result = run("bench", "--smoke", "--batch", "2", "--device", "cpu");
    assertEquals(0, result.code(), result.err());
    assertTrue(result.out().contains("\nconv2d.forward         28x28x16 3x3x16x16"), result.out());
    assertTrue(result.out().contains("\noptimizer.adam "), result.out());
  }

  /** Between its calls it keeps more than a float holds: it is not compared with itself. */
  @Test
  void theReferenceIsTimedToo() {
    Result result = run("bench", "dropout", "--smoke", "--device", "reference");
    assertEquals(0, result.code(), result.err());
    assertTrue(result.out().contains("dropout.forward"), result.out());
  }

  /** JVMs of their own, as where times are looked at. */
  @Test
  void rowsAreTimedInOtherJvms() {
    Result result =
        run(
            "bench",
            "relu",
            "--forks",
            "2",
            "--batch",
            "1",
            "--device",
            "cpu",
            "--json",
            "forks.json");
    assertEquals(0, result.code(), result.err());
    BenchResult measured = ResultFiles.read(folder.resolve("forks.json"));
    assertEquals(4, measured.rows().size());
    for (Row row : measured.rows()) {
      assertEquals(1, row.checkedBatch());
      assertTrue(row.nanos().samples() >= 200, row.toString());
      assertTrue(row.transfer().isPresent());
    }
  }

  @Test
  void startsAreMeasuredInJvmsOfTheirOwn() {
    Result result = run("bench", "start", "lenet5", "--smoke", "--batch", "2", "--json", "s.json");
    assertEquals(0, result.code(), result.err());
    assertTrue(result.out().contains("\nlenet5      2  "), result.out());
    Result report = run("bench", "report", "s.json");
    assertTrue(report.out().contains("\nlenet5      2  "), report.out());
    assertFalse(report.out().contains("GFLOP/s"), report.out());
    Result summary = run("bench", "report", "s.json", "--summary");
    assertEquals(0, summary.code(), summary.err());
    assertTrue(summary.out().contains("\nnothing to sum up: no training step"), summary.out());
  }

  @Test
  void aModelOnSeveralDevicesBecomesFilesThatCanBeCompared() throws Exception {
    Files.writeString(
        folder.resolve("tiny.json"),
        """
        {"name": "tiny", "description": "", "input": [9, 8, 3], "layers": [
          {"type": "conv2d", "filters": 5, "kernel": 3, "padding": "same", "activation": "relu"},
          {"type": "flatten"},
          {"type": "dense", "units": 4, "activation": "softmax"}]}
        """);
    Result first =
        run(
            "bench",
            "tiny.json",
            "--smoke",
            "--device",
            "cpu,jvm,reference",
            "--batch",
            "3",
            "--json",
            "a.json",
            "--out",
            "charts",
            "--markdown");
    assertEquals(0, first.code(), first.err());
    assertTrue(first.out().contains("| tiny |  | sum of calls |"), first.out());
    BenchResult result = ResultFiles.read(folder.resolve("a.json"));
    assertEquals(3, result.roofs().size());
    assertEquals(3 * 12, result.rows().size());
    for (Row row : result.rows()) {
      boolean isReference = row.what().device().equals("reference");
      assertEquals(isReference ? 0 : 3, row.checkedBatch(), row.toString());
    }
    assertTrue(result.rows().stream().allMatch(row -> row.nanos().median() > 0));
    assertTrue(Files.exists(folder.resolve("charts/roofline-cpu.png")));
    Result same = run("bench", "report", "a.json", "--compare", "a.json");
    assertEquals(0, same.code(), same.err());
    assertTrue(same.out().contains("\n0 faster, 0 slower, 36 no change"), same.out());
    assertFalse(same.out().contains("itself has changed"), same.out());
  }
}
