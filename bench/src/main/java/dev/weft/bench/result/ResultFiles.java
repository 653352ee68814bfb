package dev.weft.bench.result;

import dev.weft.runtime.UserException;
import dev.weft.runtime.checkpoint.AtomicFiles;
import dev.weft.runtime.train.JsonText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** Results as JSON files. */
public final class ResultFiles {
  private static final long MAX_BYTES = 64 << 20;

  private static final JsonMapper READER =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build();

  private ResultFiles() {}

  /**
   * Writes or replaces a file.
   *
   * @throws UserException if that is not possible
   */
  public static void write(Path file, BenchResult result) {
    AtomicFiles.write(file, JsonText.pretty(result) + "\n");
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws UserException if there is no such file or it holds something else
   */
  public static BenchResult read(Path file) {
    try {
      if (Files.size(file) > MAX_BYTES) {
        throw new UserException(file + " is larger than 64 MB: no result of weft bench is");
      }
      return parse(Files.readString(file), file.toString());
    } catch (NoSuchFileException e) {
      throw new UserException(
          file + ": there is no such file; 'weft bench --json FILE' writes one", e);
    } catch (IOException e) {
      throw new UserException("%s cannot be read: %s".formatted(file, e.getMessage()), e);
    }
  }

  /** As {@link #read}, of text that came from {@code source}. */
  static BenchResult parse(String json, String source) {
    try {
      BenchResult result = READER.readValue(json, BenchResult.class);
      if (result != null) {
        return result;
      }
    } catch (JacksonException | NullPointerException e) {
      throw new UserException(
          "%s is no result of 'weft bench --json'%s; write it anew".formatted(source, where(e)), e);
    }
    throw new UserException(source + " is no result of 'weft bench --json'; write it anew");
  }

  private static String where(RuntimeException e) {
    return e instanceof JacksonException at && at.getLocation() != null
        ? " (line %d)".formatted(at.getLocation().getLineNr())
        : "";
  }
}
