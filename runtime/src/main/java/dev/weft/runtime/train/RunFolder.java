package dev.weft.runtime.train;

import dev.weft.runtime.UserException;
import dev.weft.runtime.checkpoint.AtomicFiles;
import dev.weft.runtime.checkpoint.FolderLock;
import dev.weft.runtime.checkpoint.Folders;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a training run leaves behind: {@code config.json} (what was asked for), {@code
 * metrics.jsonl} (a line an epoch, and a step where asked for), {@code best.safetensors} and {@code
 * last.safetensors}, {@code summary.json} (results and times), {@code hardware.jsonl} (what
 * training took of the machine). All but the last two are the same bit for bit for the same
 * configuration, data and backend; reports made from them are another matter.
 *
 * @param path the folder
 */
public record RunFolder(Path path) {
  private static final JsonMapper PARSER = JsonMapper.builder().build();

  /**
   * Makes a new folder.
   *
   * @throws UserException if it holds a run already or cannot be made
   */
  public static RunFolder create(Path path) {
    return create(path, false);
  }

  /** With {@code mayResume} the user is told that one can go on with a run, if there is one. */
  private static RunFolder create(Path path, boolean mayResume) {
    try {
      if (Files.isDirectory(path) && !FolderLock.isEmpty(path)) {
        boolean isRun = Files.isRegularFile(new RunFolder(path).last());
        throw new UserException(
            "%s is not empty; choose another folder with --out%s"
                .formatted(path, mayResume && isRun ? ", or go on with --resume " + path : ""));
      }
      Files.createDirectories(path);
      Folders.requireWritable(path, "--out");
      return new RunFolder(path);
    } catch (IOException e) {
      throw new UserException(
          "cannot make the run folder %s (%s); choose another with --out"
              .formatted(path, Folders.reason(e)),
          e);
    }
  }

  /**
   * An existing folder.
   *
   * @throws UserException if there is no run in it
   */
  public static RunFolder existing(Path path) {
    RunFolder folder = new RunFolder(path);
    if (!Files.isRegularFile(folder.last())) {
      throw new UserException(
          "%s holds no run: there is no %s".formatted(path, folder.last().getFileName()));
    }
    return folder;
  }

  /**
   * The checkpoint to use of a run: the best of a folder, the last where none is the best yet, or
   * the file itself where one is named.
   *
   * @throws UserException if there is no such run
   */
  public static Path checkpoint(Path run) {
    if (Files.isRegularFile(run)) {
      return run;
    }
    if (!Files.exists(run)) {
      throw new UserException(run + ": no such run; give a run folder or a checkpoint");
    }
    RunFolder folder = existing(run);
    return Files.exists(folder.best()) ? folder.best() : folder.last();
  }

  /**
   * Makes a new folder and keeps others out of it.
   *
   * @throws UserException as {@link #create}, or if another process has it
   */
  public static FolderLock claim(Path path) {
    return claim(path, false);
  }

  /**
   * As {@link #claim}, for a command that may also go on with the run that is in the folder.
   *
   * @throws UserException likewise, with how to go on
   */
  public static FolderLock claimOrResume(Path path) {
    return claim(path, true);
  }

  private static FolderLock claim(Path path, boolean mayResume) {
    return FolderLock.claim(path, () -> create(path, mayResume));
  }

  /** Removes what a killed process left half written. */
  void clear() {
    try (DirectoryStream<Path> leftovers = Files.newDirectoryStream(path, ".*.tmp")) {
      for (Path leftover : leftovers) {
        Files.delete(leftover);
      }
    } catch (IOException e) {
      throw new UserException("cannot clear %s (%s)".formatted(path, e.getMessage()), e);
    }
  }

  /** The checkpoint of the best epoch so far. */
  public Path best() {
    return path.resolve("best.safetensors");
  }

  /** The newest checkpoint. */
  public Path last() {
    return path.resolve("last.safetensors");
  }

  Path metrics() {
    return path.resolve("metrics.jsonl");
  }

  /** What {@code hardware.jsonl} is written to. */
  public Path hardware() {
    return path.resolve("hardware.jsonl");
  }

  /** What {@code summary.json} is written to. */
  public Path summary() {
    return path.resolve("summary.json");
  }

  /** Removes the results of an end that is one no more, as the run goes on. */
  void clearSummary() {
    try {
      Files.deleteIfExists(summary());
    } catch (IOException e) {
      throw new UserException("cannot delete %s (%s)".formatted(summary(), e.getMessage()), e);
    }
  }

  void writeConfig(
      String modelJson,
      Map<String, String> settings,
      Map<String, String> data,
      Map<String, String> device) {
    Map<String, Object> config = new LinkedHashMap<>();
    config.put("model", PARSER.readTree(modelJson));
    config.put("settings", settings);
    config.put("data", data);
    if (!device.isEmpty()) {
      config.put("device", device);
    }
    writeJson(path.resolve("config.json"), config);
  }

  /** Writes {@code summary.json}. */
  public void writeSummary(RunSummary summary) {
    writeJson(summary(), summary);
  }

  private static void writeJson(Path file, Object content) {
    AtomicFiles.write(file, JsonText.pretty(content) + "\n");
  }

  /** Adds a line to {@code metrics.jsonl}. */
  void appendMetrics(MetricsLine line) {
    append(metrics(), line);
  }

  /** Adds a line to {@code hardware.jsonl}. */
  void appendHardware(HardwareLine line) {
    append(hardware(), line);
  }

  private void append(Path file, Object line) {
    try {
      Files.writeString(
          file, JsonText.line(line) + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UserException(
          "cannot write %s (%s); the last checkpoint stands, go on with --resume %s"
              .formatted(file, e.getMessage(), path),
          e);
    }
  }

  /** Drops what is written of steps after {@code step}: they will be done again. */
  void truncateLogs(long step) {
    truncate(metrics(), step);
    truncate(hardware(), step);
  }

  /** Lines of a log. What is no text, as a crash of the machine may leave it, is no JSON either. */
  static Stream<String> lines(Path log) throws IOException {
    return new String(Files.readAllBytes(log), StandardCharsets.UTF_8).lines();
  }

  private static void truncate(Path file, long step) {
    if (!Files.exists(file)) {
      return;
    }
    try {
      AtomicFiles.write(
          file,
          lines(file)
              .filter(line -> isUpTo(line, step))
              .map(line -> line + "\n")
              .collect(Collectors.joining()));
    } catch (IOException e) {
      throw new UserException("cannot read %s (%s)".formatted(file, e.getMessage()), e);
    }
  }

  /** A last line that was cut off by a crash is not JSON. */
  private static boolean isUpTo(String line, long step) {
    try {
      return PARSER.readTree(line).path("step").asLong(Long.MAX_VALUE) <= step;
    } catch (JacksonException e) {
      return false;
    }
  }
}
