package dev.weft.bench.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.bench.result.ResultFiles;
import dev.weft.bench.result.Rows;
import dev.weft.bench.result.Series;
import dev.weft.runtime.UserException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeriesTablesTest {
  @TempDir private Path folder;

  private void file(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private String markdown() {
    return new SeriesTables(new Series(folder)).markdown();
  }

  private String line(String start) {
    return markdown().lines().filter(it -> it.startsWith(start)).findFirst().orElseThrow();
  }

  /** A training and PyTorch's, of which the device's step was not measured. */
  @Test
  void putsTrainingsBesideEachOther() throws IOException {
    file("facts.txt", "Some GPU, driver 1.2\n");
    file(
        "status.tsv",
        """
        steps-opencl\tfailed\t3\tno kernel | at all
        train-opencl-lenet5\tok\t9\t
        tornado-cuda\tskipped\t0\tno device
        """);
    file(
        "train-opencl-lenet5/summary.json",
        """
        {"seconds_per_epoch": 0.5, "reached": [{"accuracy": 0.9, "epoch": 2, "seconds": 7.25}],
         "test": {"last": {"accuracy": 0.9012}}}
        """);
    file(
        "train-opencl-lenet5/hardware.jsonl",
        """
        {"type":"epoch","images_per_second":1000.0}
        {"type":"sample","images_per_second":9.0}
        {"type":"epoch","images_per_second":3000.0}
        {"type":"epoch","images_per_second":2000.0}
        """);
    file("plan-lenet5.json", "{\"launches_per_step\": 23}");
    file(
        "torch.json",
        """
        {"torch": "2", "rows": [{"model": "lenet5", "mode": "graph", "micros": 150.04,
          "epoch_seconds": 0.25, "images_per_second": 216000.0, "test_accuracy": 0.91,
          "reached": [{"accuracy": 0.9, "epoch": 1, "seconds": 4.0}]}],
         "skipped": [{"model": "lenet5", "mode": "compile", "reason": "no compiler"}]}
        """);
    assertEquals(
        "| lenet5 | opencl |  | 23 | 2000 | 2.000 | 7.3 | 0.9012 |", line("| lenet5 | opencl"));
    assertEquals(
        "| lenet5 | PyTorch graph | 150 |  | 216000 | 4.000 | 4.0 | 0.9100 |",
        line("| lenet5 | PyTorch"));
    assertEquals("| steps-opencl | failed | no kernel / at all |", line("| steps-opencl"));
    assertEquals("| tornado-cuda | skipped | no device |", line("| tornado-cuda"));
    assertEquals("| PyTorch compile lenet5 | skipped | no compiler |", line("| PyTorch compile"));
    assertTrue(markdown().contains("Some GPU, driver 1.2"));
  }

  /** 32 images in 20 us, of which the roof allows 10. */
  @Test
  void largeBatchesHaveATable() throws IOException {
    file("status.tsv", "steps-opencl\tfailed\t3\ttook longer\nlarge-opencl\tok\t4\t\n");
    ResultFiles.write(
        folder.resolve("large-opencl.json"),
        Rows.result(Rows.row("step", 19_000, 20_000, 21_000), Rows.row("eval", 1, 2, 3)));
    String table = "| model | on | batch | us a step | images/s | of roof |";
    assertTrue(markdown().contains("## Large batches\n\n" + table), markdown());
    String rows = markdown().substring(markdown().indexOf("## Large"));
    assertEquals(
        "| tiny | opencl | 32 | 20.0 | 1600000 | 50 % |",
        rows.lines().filter(line -> line.startsWith("| tiny")).findFirst().orElseThrow());
  }

  /** JSON has no infinity: the worst of what disagrees may not be there. */
  @Test
  void theWorstErrorIsThatOfOpsAndSteps() throws IOException {
    file("status.tsv", "steps-a\tok\t9\t\nsteps-b\tok\t9\t\n");
    file(
        "verify-a.json",
        """
        {"agrees": true, "compared": 2, "ops": [{"worst": 0.25, "wrong": 0}],
         "steps": [{"lines": [{"worst": 0.5, "wrong": 0}]}]}
        """);
    file(
        "verify-b.json",
        """
        {"agrees": false, "compared": 3, "ops": [{"worst": 0.25, "wrong": 0}, {"wrong": 1}],
         "steps": []}
        """);
    assertEquals("| a | true | 2 | 0.500 |", line("| a |"));
    assertEquals("| b | false | 3 | inf |", line("| b |"));
  }

  @Test
  void anyPartMayBeMissing() throws IOException {
    file("status.tsv", "");
    assertTrue(markdown().contains("nothing was measured"));
    assertTrue(markdown().contains("## Parts that are open\n\nnone"));
  }

  @Test
  void saysWhatIsWrong() throws IOException {
    assertTrue(
        assertThrows(UserException.class, this::markdown).getMessage().contains("status.tsv"));
    file("status.tsv", "");
    file("torch.json", "{\"rows\": ");
    assertTrue(
        assertThrows(UserException.class, this::markdown)
            .getMessage()
            .contains("torch.json holds no JSON"));
  }
}
