package dev.weft.models.report;

import dev.weft.models.tensorboard.EventFile;
import dev.weft.models.tensorboard.HistoryEvents;
import dev.weft.runtime.UserException;
import dev.weft.runtime.checkpoint.AtomicFiles;
import dev.weft.runtime.checkpoint.Folders;
import dev.weft.runtime.train.MetricsLine;
import dev.weft.runtime.train.RunHistory;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Writes reports. */
public final class ReportFiles {
  private ReportFiles() {}

  /**
   * Writes {@code report.html}, and the plots as {@code plots/NAME.png}.
   *
   * @param folder to write to, made if need be
   * @return the page
   * @throws UserException if a file cannot be written, or no plot can be drawn here
   */
  public static Path write(RunReport report, Path folder) {
    List<Figure> figures = new ArrayList<>(Figures.curves(report));
    figures.add(Figures.classes(report));
    figures.add(Figures.confusion(report));
    figures.addAll(Figures.mistakes(report));
    figures.add(Figures.calibration(report));
    figures.addAll(Figures.hardware(report));
    plots(figures, folder);
    Path page = folder.resolve("report.html");
    AtomicFiles.write(page, ReportPage.of(report));
    return page;
  }

  /** Writes plots as {@code plots/NAME.png} in the colours for paper. */
  public static void plots(List<Figure> figures, Path folder) {
    Path plots = folder.resolve("plots");
    Folders.make(plots, "--out");
    for (Figure figure : figures) {
      AtomicFiles.write(
          plots.resolve(figure.name() + ".png"), Painting.png(figure.painter().apply(Theme.LIGHT)));
    }
  }

  /** Adds what is known at the end, test results and the confusion matrix, to event files. */
  public static void testEvents(RunReport report, EventFile events, Instant when) {
    long step = report.checkpoint().progress().step();
    events.scalar("test/accuracy", step, when, report.evaluation().accuracy());
    events.scalar("test/loss", step, when, report.evaluation().loss());
    BufferedImage matrix = Figures.confusion(report).painter().apply(Theme.LIGHT);
    events.image(
        "confusion_matrix",
        step,
        when,
        matrix.getHeight(),
        matrix.getWidth(),
        Painting.png(matrix));
  }

  /**
   * Writes the event files of a run anew, with its whole history.
   *
   * @return their folder
   */
  public static Path events(RunReport report, Path folder, Instant now) {
    Path events = folder.resolve(EventFile.FOLDER);
    EventFile.clear(events);
    RunHistory history = report.history();
    try (EventFile file = new EventFile(events, now)) {
      HistoryEvents writer = new HistoryEvents(file, now);
      history.times().forEach(writer::time);
      history.steps().forEach(writer::step);
      for (MetricsLine.Epoch epoch : history.epochs()) {
        writer.epoch(epoch);
      }
      history.samples().forEach(writer::sample);
      testEvents(report, file, now);
    }
    return events;
  }
}
