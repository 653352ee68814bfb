package dev.weft.models.tensorboard;

import dev.weft.models.protobuf.Message;
import dev.weft.runtime.UserException;
import dev.weft.runtime.checkpoint.Folders;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Locale;

/**
 * A file of TensorBoard's: a sequence of Event messages as {@link TfRecord}s (the fields are those
 * of tensorflow/core/util/event.proto and tensorflow/core/framework/summary.proto). The first one
 * tells the version.
 */
public final class EventFile implements AutoCloseable {
  /** The folder within a run's that {@code tensorboard --logdir} is given, or one above it. */
  public static final String FOLDER = "tensorboard";

  private static final String PREFIX = "events.out.tfevents.";
  private static final int WALL_TIME = 1;
  private static final int STEP = 2;
  private static final int FILE_VERSION = 3;
  private static final int SUMMARY = 5;
  private static final int SESSION_LOG = 7;
  private static final int COLOURS_RGB = 3;

  private final Path file;
  private final OutputStream out;

  /**
   * Begins a new file in {@code folder}, which is made if need be. TensorBoard reads the files of a
   * folder one after another by their names, which begin with the time.
   *
   * @throws UserException if that cannot be
   */
  public EventFile(Path folder, Instant now) {
    try {
      Files.createDirectories(folder);
      String name = String.format(Locale.ROOT, "%s%010d.weft", PREFIX, now.getEpochSecond());
      Path path = folder.resolve(name);
      for (int i = 1; Files.exists(path); i++) {
        path = folder.resolve(String.format(Locale.ROOT, "%s.%03d", name, i));
      }
      file = path;
      out = new BufferedOutputStream(Files.newOutputStream(path, StandardOpenOption.CREATE_NEW));
    } catch (IOException e) {
      throw failure(folder, e);
    }
    write(new Message().real64(WALL_TIME, seconds(now)).text(FILE_VERSION, "brain.Event:2"));
  }

  /** Removes all files of this kind from {@code folder}. */
  public static void clear(Path folder) {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (var files = Files.newDirectoryStream(folder, PREFIX + "*")) {
      for (Path file : files) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw failure(folder, e);
    }
  }

  private static UserException failure(Path where, IOException e) {
    return new UserException("cannot write %s (%s)".formatted(where, Folders.reason(e)), e);
  }

  private static double seconds(Instant time) {
    return time.toEpochMilli() / 1e3;
  }

  /** Says that what older files have from {@code step} on is void: a run was resumed before it. */
  public void restart(long step, Instant when) {
    write(event(step, when).message(SESSION_LOG, new Message().integer(1, 1)));
  }

  /** A point of a curve. */
  public void scalar(String tag, long step, Instant when, double value) {
    summary(step, when, new Message().text(1, tag).real32(2, (float) value));
  }

  /**
   * A picture.
   *
   * @param png its bytes as PNG
   */
  public void image(String tag, long step, Instant when, int height, int width, byte[] png) {
    Message image =
        new Message().integer(1, height).integer(2, width).integer(3, COLOURS_RGB).bytes(4, png);
    summary(step, when, new Message().text(1, tag).message(4, image));
  }

  private void summary(long step, Instant when, Message value) {
    write(event(step, when).message(SUMMARY, new Message().message(1, value)));
  }

  private static Message event(long step, Instant when) {
    return new Message().real64(WALL_TIME, seconds(when)).integer(STEP, step);
  }

  private void write(Message event) {
    try {
      TfRecord.write(out, event.encoded());
    } catch (IOException e) {
      throw failure(file, e);
    }
  }

  /** Makes all so far visible to readers. */
  public void flush() {
    try {
      out.flush();
    } catch (IOException e) {
      throw failure(file, e);
    }
  }

  @Override
  public void close() {
    try {
      out.close();
    } catch (IOException e) {
      throw failure(file, e);
    }
  }
}
