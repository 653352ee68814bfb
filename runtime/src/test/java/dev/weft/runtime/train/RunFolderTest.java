package dev.weft.runtime.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.runtime.UserException;
import dev.weft.runtime.train.RunSummary.BestEpoch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFolderTest {
  private static final String METRICS =
      """
      {"type":"step","step":1,"loss":0.1}
      {"type":"epoch","epoch":1,"step":1,"train_loss":1,"train_accuracy":0,"val_loss":0.9,"val_accuracy":0.1}
      {"type":"step","step":2,"loss":0.1}
      {"type":"epoch","epoch":2,"step":2,"train_loss":1,"train_accuracy":0,"val_loss":0.4,"val_accuracy":0.2}
      {"type":"epoch","epoch":3,"step":3,"train_loss":1,"train_accuracy":0,"val_loss":0.4,"val_accuracy":0.3}
      """;

  @TempDir private Path root;
  private RunFolder folder;

  @BeforeEach
  void create() {
    folder = RunFolder.create(root.resolve("a/b"));
  }

  @Test
  void theBestEpochIsTheFirstWithTheLowestValidationLoss() throws IOException {
    assertEquals(Optional.empty(), RunHistory.read(folder).bestEpoch());
    Files.writeString(folder.metrics(), METRICS);
    assertEquals(
        Optional.of(BestEpoch.validated(2, 0.4, 0.2)), RunHistory.read(folder).bestEpoch());
  }

  @Test
  void whereNothingIsHeldOutItIsThatWithTheLowestLossInTraining() throws IOException {
    Files.writeString(
        folder.metrics(),
        """
        {"type":"epoch","epoch":1,"step":1,"train_loss":0.9,"train_accuracy":0.1}
        {"type":"epoch","epoch":2,"step":2,"train_loss":0.4,"train_accuracy":0.2}
        """);
    assertEquals(
        Optional.of(BestEpoch.notValidated(2, 0.4, 0.2)), RunHistory.read(folder).bestEpoch());
    assertEquals(OptionalDouble.empty(), RunHistory.read(folder).epochs().getLast().valLoss());
  }

  @Test
  void epochsWithoutAFiniteLossAreNotTheBest() throws IOException {
    Files.writeString(
        folder.metrics(),
        """
        {"type":"epoch","epoch":1,"step":1,"train_loss":"NaN","train_accuracy":0.1}
        {"type":"epoch","epoch":2,"step":2,"train_loss":1,"train_accuracy":0,"val_loss":"NaN","val_accuracy":0.2}
        """);
    assertEquals(Optional.empty(), RunHistory.read(folder).bestEpoch());
  }

  @Test
  void metricsOfLaterStepsAreDropped() throws IOException {
    Files.writeString(folder.metrics(), METRICS + "{\"type\":\"st");
    folder.truncateLogs(2);
    assertEquals(METRICS.lines().limit(4).toList(), Files.readAllLines(folder.metrics()));
  }

  /** As a machine that lost its power may leave the end of a file. */
  @Test
  void whatIsNoTextIsDroppedFromMetrics() throws IOException {
    byte[] noise = {'{', (byte) 0xff, 0, (byte) 0xc3};
    String step = "{\"type\":\"step\",\"step\":1,\"loss\":0.1}";
    Files.writeString(folder.metrics(), step + "\n");
    Files.write(folder.metrics(), noise, StandardOpenOption.APPEND);
    assertEquals(1, RunHistory.read(folder).steps().size());
    folder.truncateLogs(2);
    assertEquals(List.of(step), Files.readAllLines(folder.metrics()));
  }

  @Test
  void aFolderWithAnythingInItIsNotTaken() throws IOException {
    assertEquals(folder, RunFolder.create(folder.path()), "it is empty yet");
    Files.writeString(folder.path().resolve("notes.txt"), "mine");
    UserException e = assertThrows(UserException.class, () -> RunFolder.create(folder.path()));
    assertTrue(e.getMessage().contains("is not empty; choose another folder with --out"));
    assertEquals("mine", Files.readString(folder.path().resolve("notes.txt")));
  }

  @Test
  void theSummaryLeavesOutWhatThereIsNot() throws IOException {
    folder.writeSummary(
        new RunSummary(
            "m",
            5,
            new RunSummary.DeviceUsed("cpu", "a core", "cpu", "asked for"),
            new RunSummary.DataUsed("drawn", "seed 1", 9, 1, 3),
            "stopped",
            0,
            7,
            Optional.empty(),
            Map.of(),
            List.of(),
            OptionalDouble.empty(),
            OptionalDouble.of(12.5),
            OptionalLong.empty()));
    assertEquals(
        """
        {
          "model" : "m",
          "parameters" : 5,
          "device" : {
            "id" : "cpu",
            "name" : "a core",
            "backend" : "cpu",
            "reason" : "asked for"
          },
          "data" : {
            "source" : "drawn",
            "origin" : "seed 1",
            "train" : 9,
            "validation" : 1,
            "test" : 3
          },
          "end" : "stopped",
          "epochs" : 0,
          "steps" : 7,
          "test" : { },
          "steps_per_second" : 12.5
        }
        """,
        Files.readString(folder.summary()));
  }
}
