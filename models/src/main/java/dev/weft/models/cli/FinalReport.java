package dev.weft.models.cli;

import dev.weft.models.MoreMemory;
import dev.weft.models.report.ReportFiles;
import dev.weft.models.report.RunReport;
import dev.weft.models.tensorboard.EventFile;
import dev.weft.runtime.UserException;
import dev.weft.runtime.backend.Backends;
import dev.weft.runtime.checkpoint.Checkpoint;
import dev.weft.runtime.data.Dataset;
import dev.weft.runtime.train.FinalTest;
import dev.weft.runtime.train.RunFolder;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;

/** The report at the end of training. */
final class FinalReport {
  private FinalReport() {}

  /**
   * Writes it of what the test at the end has found: nothing is put on a device again. A failure,
   * whatever it is, is only told of, as the run itself is all right.
   *
   * @param shown the run folder, as the user is told
   * @param device what the test ran on
   * @param images that were tested with
   * @param tested the best weights, or the last ones where there are no best
   * @param page whether to write the page and its plots
   * @param tensorboard whether to write the last event file
   */
  static void write(
      Path shown,
      Backends.Choice device,
      Dataset images,
      FinalTest tested,
      boolean page,
      boolean tensorboard,
      Context context,
      PrintStream notes) {
    Path folder = context.folder().resolve(shown);
    try {
      Path file = RunFolder.checkpoint(folder);
      RunReport report =
          RunReport.of(
              String.valueOf(shown.getFileName()),
              file,
              Checkpoint.read(file),
              device.device().name(),
              images,
              false,
              tested.ofBest());
      if (page) {
        ReportFiles.write(report, folder);
        notes.printf("report: %s%n", shown.resolve("report.html"));
      }
      if (tensorboard) {
        Instant now = context.clock().instant();
        try (EventFile events = new EventFile(folder.resolve(EventFile.FOLDER), now)) {
          ReportFiles.testEvents(report, events, now);
        }
      }
    } catch (UserException e) {
      notes.printf("note: there is no report: %s%n", e.getMessage());
    } catch (OutOfMemoryError e) {
      notes.printf(
          "note: there is no report: it needs more memory than Java has; %s, and weft report %s%n",
          MoreMemory.advice(), shown);
    } catch (RuntimeException e) {
      notes.printf(
          "note: there is no report: internal error: %s; weft report %s --stacktrace shows where%n",
          e, shown);
    }
  }
}
