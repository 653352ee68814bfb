package dev.weft.models.cli;

import dev.weft.runtime.checkpoint.Folders;
import dev.weft.runtime.data.Datasets;
import dev.weft.runtime.data.DownloadProgress;
import dev.weft.runtime.data.FashionMnist;
import java.io.Console;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What the command line has around it; tests give it something else.
 *
 * @param out standard output
 * @param err standard error
 * @param terminal whether a person watches, and lines can be drawn over
 * @param environment variables of the process
 * @param folder that relative paths are seen from
 * @param images where images come from
 * @param clock tells the date for names of folders
 */
public record Context(
    PrintStream out,
    PrintStream err,
    boolean terminal,
    Map<String, String> environment,
    Path folder,
    Images images,
    Clock clock) {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT);

  /** A source of images. */
  @FunctionalInterface
  public interface Images {
    /** Loads from the folder that the user named, or from where they are found. */
    Datasets load(Optional<Path> folder, DownloadProgress progress);
  }

  /**
   * That of this process.
   *
   * @param out its standard output
   */
  @SuppressWarnings("SystemConsoleNull") // whether there is one depends on the JDK's provider
  static Context ofProcess(PrintStream out) {
    Map<String, String> environment = System.getenv();
    Path folder = Path.of("");
    Console console = System.console();
    boolean terminal =
        console != null && console.isTerminal() && !"dumb".equals(environment.get("TERM"));
    return new Context(
        out,
        System.err,
        terminal,
        environment,
        folder,
        new FashionMnist(environment, folder)::load,
        Clock.system(ZoneId.systemDefault()));
  }

  /** Whether the user wants to see the stack traces of failures. */
  boolean debug() {
    return "1".equals(environment.get("WEFT_DEBUG"));
  }

  /** Where notes and progress go: standard output is kept for JSON where that is asked for. */
  PrintStream notes(boolean json) {
    return json ? err : out;
  }

  /** A folder that is not there yet: {@code runs/NAME-TIME}, with a number if need be. */
  Path newFolder(String name) {
    String start = name + "-" + TIME.format(LocalDateTime.now(clock));
    Path folder = Path.of("runs", start);
    for (int i = 2; Files.exists(this.folder.resolve(folder)); i++) {
      folder = Path.of("runs", start + "-" + i);
    }
    return folder;
  }

  /**
   * Makes a folder for results, unless it is there.
   *
   * @param shown as the user wrote it
   * @return where it lies
   * @throws dev.weft.runtime.UserException if it cannot be made or written to
   */
  Path createFolder(Path shown) {
    Path made = folder.resolve(shown);
    Folders.make(made, "--out");
    return made;
  }
}
