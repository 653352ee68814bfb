package dev.weft.models.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.weft.runtime.backend.Backends;
import dev.weft.runtime.data.Dataset;
import dev.weft.runtime.data.DrawnGarments;
import dev.weft.runtime.train.FinalTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FinalReportTest {
  @TempDir private Path folder;

  /** A run that is done does not end with a failure because its report does. */
  @Test
  void anInternalErrorIsOnlyToldOf() throws IOException {
    MadeImages.write(folder.resolve("images"), 40, 10);
    MadeImages.writeModel(folder.resolve("tiny.json"));
    Cli.in(folder)
        .run("train", "tiny.json", "--device=cpu", "--max-steps=1", "--out=run", "--no-report")
        .succeeded();
    ByteArrayOutputStream told = new ByteArrayOutputStream();
    PrintStream notes = new PrintStream(told, true, StandardCharsets.UTF_8);
    Dataset images = DrawnGarments.generate(1, 10);
    Context context =
        new Context(
            notes,
            notes,
            false,
            Map.of(),
            folder,
            (_, _) -> {
              throw new AssertionError("no images are loaded");
            },
            Clock.systemUTC());
    // Nothing was tested, which no caller does.
    FinalReport.write(
        Path.of("run"),
        Backends.load().choose("cpu"),
        images,
        FinalTest.none(),
        true,
        false,
        context,
        notes);
    assertEquals(
        "note: there is no report: internal error: java.util.NoSuchElementException: No value"
            + " present; weft report run --stacktrace shows where",
        told.toString(StandardCharsets.UTF_8).strip());
  }
}
