package dev.weft.bench.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.bench.result.BenchResult;
import dev.weft.bench.result.Comparison;
import dev.weft.bench.result.Row;
import dev.weft.bench.result.Rows;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TablesTest {
  private static final BenchResult RESULT =
      Rows.result(
          Rows.row("conv2d.forward", 19_000, 20_000, 24_000),
          Rows.row("conv2d.backwardFilter", 39_000, 40_000, 41_000),
          Rows.row("step", 49_000, 50_000, 51_000));

  @TempDir private Path folder;

  @Test
  void aRowSaysHowFastAndHowFarFromTheRoof() {
    List<String> lines = ResultTable.rows(RESULT).text().lines().toList();
    assertEquals(
        "model  layer  op                     shape  batch  device   median  spread  transfer "
            + " GFLOP/s  GB/s  of peak  of roof  bound    checked",
        lines.get(0));
    assertEquals(
        "tiny   conv1  conv2d.forward         8x8x1     32  cpu     20.0 us    25 %    501 ns "
            + "    50.0  3.28     50 %     50 %  compute        8",
        lines.get(1));
  }

  @Test
  void theSumOfTheCallsStandsBesideTheStep() {
    List<List<String>> rows = ResultTable.rows(RESULT).rows();
    assertEquals("sum of calls", rows.get(3).get(2));
    assertEquals("60.0 us", rows.get(3).get(6));
    assertEquals("step", rows.get(4).get(2));
    assertEquals("50.0 us", rows.get(4).get(6));
  }

  @Test
  void markdownHasTheSameCells() {
    List<String> lines = ResultTable.rows(RESULT).markdown().lines().toList();
    assertEquals(2 + 4, lines.size());
    assertTrue(lines.get(1).startsWith("| --- | --- | --- | --- | ---: | --- | ---: |"));
    assertTrue(lines.get(2).contains("| conv2d.forward | 8x8x1 | 32 | cpu | 20.0 us | 25 % |"));
  }

  @Test
  void aComparisonSaysWhatIsNoChange() {
    BenchResult after =
        Rows.result(
            Rows.row("conv2d.forward", 9_000, 10_000, 11_000),
            Rows.row("conv2d.backwardFilter", 40_000, 44_000, 45_000),
            Rows.row("step", 59_000, 60_000, 61_000));
    Comparison comparison = Comparison.of(RESULT, after);
    List<String> lines = ComparisonTable.changes(comparison).text().lines().toList();
    assertTrue(lines.get(1).endsWith("-50.0 %  faster"), lines.get(1));
    assertTrue(lines.get(2).endsWith("+10.0 %  no change"), lines.get(2));
    assertTrue(lines.get(3).endsWith("+20.0 %  slower"), lines.get(3));
    assertEquals(
        List.of("1 faster, 1 slower, 1 no change (their quartiles have something in common)"),
        ComparisonTable.notes(RESULT, after, comparison));
  }

  @Test
  void growthIsThatOfTheFirstRowOfTheSameOp() {
    Grid grid =
        ScaleTable.of(ScaleTable.Varies.BATCH, List.of(RESULT.rows().get(0), RESULT.rows().get(0)));
    List<String> last = grid.rows().getLast();
    assertEquals(List.of("x1.00", "x1.00"), last.subList(last.size() - 2, last.size()));
    assertTrue(last.contains("1600000"), last.toString()); // 32 images in 20 us
  }

  @Test
  void theSummaryPicksWhatMostPeopleAskFor() {
    BenchResult result =
        Rows.result(
            at(128, "step", 2e6),
            at(128, "predict", 5e5),
            at(1, "predict", 4e4),
            at(32, "step", 7e5),
            at(128, "start.open", 3e8),
            at(128, "start.first", 5e8),
            at(128, "start.ready", 2.5e9),
            at(128, "start.lost", 2e9),
            at(128, "start.step", 2e6));
    assertEquals(
        List.of(
            "tiny", "cpu", "2.00 ms", "64000", "0.50", "0.5 %", "500 us", "2.0 %", "40.0 us",
            "800 ms", "2.50 s"),
        SummaryTable.of(result).rows().get(1));
    assertEquals(2, SummaryTable.of(result).rows().size(), "one line for each model and device");
    List<List<String>> start = StartTable.of(result).rows();
    assertEquals(
        List.of(
            "tiny", "128", "cpu", "300 ms", "500 ms", "800 ms", "2.50 s", "0.0 %", "2.00 s",
            "2.00 ms"),
        start.get(1));
    assertEquals(5, ResultTable.rows(result).rows().size(), "starts are no rows of it");
  }

  private static Row at(int batch, String op, double nanos) {
    Row row = Rows.row("step", nanos, nanos, nanos);
    return new Row(
        row.what().withOp(op).withBatch(batch),
        row.nanos(),
        row.kernelNanos(),
        row.transfer(),
        row.operations(),
        row.bytes(),
        row.roofNanos(),
        row.peakNanos(),
        row.bound(),
        row.checkedBatch());
  }

  @ParameterizedTest
  @CsvSource({
    "0.5, 0.50 ns",
    "999, 999 ns",
    "1234, 1.23 us",
    "98760, 98.8 us",
    "123456, 123 us",
    "9996000, 10.0 ms",
    "2500000000, 2.50 s"
  })
  void timesHaveThreeDigits(double nanos, String words) {
    assertEquals(words, Words.time(nanos));
  }

  @Test
  void chartsAreWritten() throws IOException {
    List<Path> files = Charts.write(folder.resolve("charts"), RESULT);
    assertEquals(
        List.of("roofline-cpu.png", "layers-tiny-batch-32-cpu.png"),
        files.stream().map(Path::toString).toList());
    for (Path file : files) {
      Path written = folder.resolve("charts").resolve(file);
      assertEquals(1000, ImageIO.read(written.toFile()).getWidth());
    }
  }

  @Test
  void noTimeOfACallIsInTheChartOfNothing() {
    Row step = Rows.row("step", 1, 2, 3);
    assertTrue(Charts.write(folder, Rows.result(step)).isEmpty());
  }
}
