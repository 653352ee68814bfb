package dev.weft.bench.result;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.bench.result.Comparison.Verdict;
import dev.weft.runtime.UserException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ComparisonTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "90, 100, 110, 50, 60, 89, FASTER",
    "90, 100, 110, 111, 120, 130, SLOWER",
    "90, 100, 110, 50, 60, 90, NO_CHANGE",
    "90, 100, 110, 110, 150, 200, NO_CHANGE",
    "90, 100, 110, 99, 100, 101, NO_CHANGE",
    "50, 100, 300, 60, 200, 250, NO_CHANGE",
  })
  void aChangeInsideTheSpreadIsNone(
      double low,
      double median,
      double high,
      double newLow,
      double newMedian,
      double newHigh,
      Verdict verdict) {
    Comparison comparison =
        Comparison.of(
            Rows.result(Rows.row("step", low, median, high)),
            Rows.result(Rows.row("step", newLow, newMedian, newHigh)));
    assertEquals(verdict, comparison.changes().getFirst().verdict());
    assertEquals(newMedian / median - 1, comparison.changes().getFirst().relative(), 1e-12);
    assertEquals(1, comparison.count(verdict));
  }

  @Test
  void rowsArePairedByWhatTheyMeasure() {
    Comparison comparison =
        Comparison.of(
            Rows.result(Rows.row("step", 1, 2, 3), Rows.row("conv2d.forward", 1, 2, 3)),
            Rows.result(Rows.row("dense.forward", 1, 2, 3), Rows.row("step", 4, 5, 6)));
    assertEquals(List.of("step"), comparison.changes().stream().map(c -> c.what().op()).toList());
    assertEquals(
        List.of("conv2d.forward"), comparison.onlyOld().stream().map(Row.What::op).toList());
    assertEquals(
        List.of("dense.forward"), comparison.onlyNew().stream().map(Row.What::op).toList());
  }

  @Test
  void filesHoldAllOfAResult() {
    BenchResult result =
        Rows.result(Rows.row("step", 1, 2, 3), Rows.row("conv2d.forward", 1, 2, 3));
    Path file = folder.resolve("a.json");
    ResultFiles.write(file, result);
    assertEquals(result, ResultFiles.read(file));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "{}",
        "[1]",
        "{\"date\": 3",
        "{\"loss\": 3}",
        "{\"date\": \"x\", \"effort\": \"x\", \"machine\": null, \"roofs\": [], \"rows\": [null]}",
        "{\"date\": \"x\", \"effort\": \"x\", \"rows\": [{\"what\": null}]}",
      })
  void anythingElseIsRefused(String json) throws Exception {
    Path file = folder.resolve("b.json");
    Files.writeString(file, json);
    String message = assertThrows(UserException.class, () -> ResultFiles.read(file)).getMessage();
    assertTrue(message.startsWith(file + " is no result of 'weft bench --json'"), message);
    assertEquals(1, message.lines().count());
  }

  @Test
  void aMissingFileIsNamed() {
    Path file = folder.resolve("c.json");
    assertEquals(
        file + ": there is no such file; 'weft bench --json FILE' writes one",
        assertThrows(UserException.class, () -> ResultFiles.read(file)).getMessage());
  }
}
