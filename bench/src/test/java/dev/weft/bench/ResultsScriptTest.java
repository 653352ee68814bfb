package dev.weft.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** {@code bench/results} with a program in place of weft that only notes down how it is called. */
@DisabledOnOs(OS.WINDOWS)
class ResultsScriptTest {
  @TempDir private Path folder;

  private Path script;

  @BeforeEach
  void copy() throws IOException {
    // A copy, as the script works in folders beside itself.
    script = folder.resolve("bench/results");
    Files.createDirectories(folder.resolve("bench"));
    executable(script, Files.readString(Path.of("results")));
    executable(
        folder.resolve("weft"),
        """
        #!/bin/sh
        echo "$*" >>calls
        case "$*" in *opencl*--summary*) ;; *opencl*) [ ! -e broken ] || exit 1 ;; esac
        echo "table of $2 $3"
        """);
  }

  private static void executable(Path file, String text) throws IOException {
    Files.writeString(file, text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private int run(String... arguments) throws Exception {
    return only("", arguments);
  }

  private int only(String parts, String... arguments) throws Exception {
    ProcessBuilder builder = new ProcessBuilder(script.toString());
    builder.command().addAll(List.of(arguments));
    builder.environment().put("WEFT_BENCH_DEVICES", "opencl tornado");
    builder.environment().put("WEFT_BENCH_ONLY", parts);
    builder.environment().keySet().removeAll(List.of("WEFT", "WEFT_BENCH_RESULTS"));
    builder.redirectErrorStream(true).redirectOutput(folder.resolve("log").toFile());
    Process process = builder.start();
    assertTrue(process.waitFor(60, TimeUnit.SECONDS));
    return process.exitValue();
  }

  @Test
  void theSummaryComesFirstAndTheRestIsFoldedUp() throws Exception {
    assertEquals(0, run(), Files.readString(folder.resolve("log")));
    List<String> page = Files.readAllLines(folder.resolve("bench/RESULTS.md"));
    assertEquals("# Results of the benchmarks", page.getFirst());
    int summary = page.indexOf("table of report bench/target/results/steps-cpu.json");
    assertTrue(summary > 0 && summary < page.indexOf("## cpu"), page.toString());
    assertTrue(page.indexOf("## cpu") < page.indexOf("## opencl"));
    assertEquals(
        page.stream().filter("<details>"::equals).count(),
        page.stream().filter("</details>"::equals).count());
    assertTrue(
        page.contains(
            "`weft bench steps --device cpu --batch 1,32,128,512 --forks 3`, commit unknown"),
        page.toString());
  }

  @Test
  void tornadoIsMeasuredAtOneBatchAndOnce() throws Exception {
    run();
    List<String> calls = Files.readAllLines(folder.resolve("calls"));
    assertTrue(
        calls.stream()
            .filter(call -> call.contains("--device tornado"))
            .allMatch(call -> call.contains("--forks 1") && !call.contains("512")),
        calls.toString());
    assertTrue(calls.stream().anyMatch(call -> call.startsWith("bench scale --device opencl")));
    assertTrue(calls.stream().noneMatch(call -> call.startsWith("bench scale --device tornado")));
  }

  @Test
  void whatIsNotMeasuredAnewIsShownAsItWas() throws Exception {
    run();
    String page = Files.readString(folder.resolve("bench/RESULTS.md"));
    Files.delete(folder.resolve("calls"));
    assertEquals(0, only("start-cpu steps-opencl"));
    assertEquals(page, Files.readString(folder.resolve("bench/RESULTS.md")));
    List<String> calls = Files.readAllLines(folder.resolve("calls"));
    assertEquals(3, calls.size(), calls.toString());
    assertTrue(calls.get(0).startsWith("bench start --device cpu"), calls.toString());
    assertTrue(calls.get(1).startsWith("bench steps --device opencl"), calls.toString());
    assertTrue(calls.get(2).startsWith("bench report"), calls.toString());
  }

  @Test
  void aQuickRunIsQuickThroughout() throws Exception {
    assertEquals(0, run("--quick"));
    List<String> calls = Files.readAllLines(folder.resolve("calls"));
    assertTrue(
        calls.stream()
            .filter(call -> !call.startsWith("bench report"))
            .allMatch(call -> call.contains("--quick") && !call.contains("--forks")),
        calls.toString());
  }

  @Test
  void oldResultsStayWhereAMeasurementFails() throws Exception {
    Files.writeString(folder.resolve("bench/RESULTS.md"), "old");
    Files.writeString(folder.resolve("broken"), "");
    assertEquals(1, run());
    assertEquals("old", Files.readString(folder.resolve("bench/RESULTS.md")));
  }

  @Test
  void unknownOptionsAreRefused() throws Exception {
    assertEquals(2, run("--quik"));
    assertEquals(
        "bench/results: unknown option --quik; allowed: --quick, --smoke\n",
        Files.readString(folder.resolve("log")));
  }
}
