package dev.weft.models.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.runtime.train.Totals;
import dev.weft.runtime.train.TrainListener.EpochReport;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrainingConsoleTest {
  private static final long MILLISECOND = 1_000_000;
  private static final String ERASE = "\u001b[K";

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
  private long now = 5;

  private TrainingConsole console(boolean terminal, TrainingConsole.Target target) {
    return new TrainingConsole(out, terminal, () -> now, target);
  }

  private static TrainingConsole.Target target(long maxSteps, boolean validated, String mark) {
    return new TrainingConsole.Target(12, maxSteps, validated, "runs/a/best.safetensors", mark);
  }

  private String text() {
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private static EpochReport report(int epoch, double before, double valLoss, boolean improved) {
    return new EpochReport(
        epoch,
        epoch * 10L,
        new Totals(500, 750, 1000, 0.4),
        new Totals(100 * valLoss, 80, 100, 0.4),
        5.25,
        12345.6,
        before,
        improved,
        true);
  }

  @Test
  void aLineAnEpochWhereNobodyWatches() {
    try (TrainingConsole console = console(false, target(0, true, ""))) {
      console.steps(1, 5, 10, new Totals(250, 375, 500, 0.4), 12000);
      console.epoch(report(1, Double.POSITIVE_INFINITY, 0.41234567, true));
      console.epoch(report(2, 0.41234567, 0.5, false));
    }
    assertEquals(
        List.of(
            "epoch 1/12  loss 0.5000  accuracy 0.7500  val_loss 0.4123  val_accuracy 0.8000  5.3 s "
                + " 12346 images/s",
            "val_loss improved from inf to 0.41235, saving model to runs/a/best.safetensors",
            "epoch 2/12  loss 0.5000  accuracy 0.7500  val_loss 0.5000  val_accuracy 0.8000  5.3 s "
                + " 12346 images/s",
            "val_loss did not improve from 0.41235"),
        text().lines().toList());
  }

  @Test
  void withoutHeldOutImagesTheLossIsWatched() {
    try (TrainingConsole console = console(false, target(0, false, " (drawn garments)"))) {
      console.epoch(report(1, 0.75, 0.5, true));
    }
    assertEquals(
        List.of(
            "epoch 1/12  loss 0.5000  accuracy 0.7500  5.3 s  12346 images/s (drawn garments)",
            "loss improved from 0.75000 to 0.50000, saving model to runs/a/best.safetensors"),
        text().lines().toList());
  }

  /** 3 of 10 steps at 50 images each; 7 + 11 * 10 steps are left at 100 images a second. */
  @Test
  void theBarTellsStepLossAccuracySpeedAndTimeLeft() {
    TrainingConsole console = console(true, target(0, true, ""));
    console.steps(1, 3, 10, new Totals(75, 120, 150, 0.4), 100);
    assertEquals(
        "\repoch 1/12 [===>      ] 3/10 loss 0.5000 acc 0.8000 100 img/s 0:59 left" + ERASE,
        text());
  }

  @Test
  void theTimeLeftEndsWithTheLastStepAllowed() {
    TrainingConsole console = console(true, target(13, true, ""));
    console.steps(1, 3, 10, new Totals(75, 120, 150, 0.4), 100);
    assertTrue(text().contains(" 0:05 left"), text());
  }

  @Test
  void theBarIsDrawnTenTimesASecondAtMost() {
    TrainingConsole console = console(true, target(0, true, ""));
    for (int step = 1; step <= 1000; step++) {
      now += MILLISECOND;
      console.steps(1, step, 1000, new Totals(step, step, step, 0.4), 1000);
    }
    assertEquals(10, text().chars().filter(c -> c == '\r').count());
    assertTrue(text().contains(" 901/1000 "), text());
  }

  @Test
  void theBarNeverWraps() {
    TrainingConsole console = console(true, target(0, true, " (drawn garments)"));
    console.steps(12, 60000, 60000, new Totals(1e6, 60000, 60000, 0.4), 1e6);
    assertEquals(1 + 79 + ERASE.length(), text().length());
  }

  @Test
  void theBarGivesWayToLines() {
    try (TrainingConsole console = console(true, target(0, true, ""))) {
      console.steps(1, 3, 10, new Totals(75, 120, 150, 0.4), 100);
      console.epoch(report(1, 0.5, 0.6, false));
      console.steps(2, 3, 10, new Totals(75, 120, 150, 0.4), 100);
    }
    assertTrue(text().contains("left" + ERASE + "\r" + ERASE + "epoch 1/12  loss"), text());
    assertTrue(text().endsWith("left" + ERASE + "\r" + ERASE), text());
  }

  @Test
  void timesAreReadable() {
    assertEquals("0:00", TrainingConsole.time(0));
    assertEquals("1:01", TrainingConsole.time(60.6));
    assertEquals("1:00:00", TrainingConsole.time(3599.9));
  }

  @Test
  void downloadsAreALineAFileWhereNobodyWatches() {
    try (DownloadConsole console = new DownloadConsole(out, false, () -> now)) {
      console.update("a", 0, 26_421_880);
      console.update("a", 10_000_000, 26_421_880);
      console.update("b", 0, -1);
    }
    assertEquals(List.of("downloading a (26.4 MB)", "downloading b"), text().lines().toList());
  }

  @Test
  void downloadsAreABarOnATerminal() {
    try (DownloadConsole console = new DownloadConsole(out, true, () -> now)) {
      console.update("a", 5_000_000, 10_000_000);
      now += 200 * MILLISECOND;
      console.update("b", 1_500_000, -1);
    }
    assertEquals(
        "\rdownloading a [=====>    ] 5.0/10.0 MB%1$s\rdownloading b 1.5 MB%1$s\r%1$s"
            .formatted(ERASE),
        text());
  }
}
