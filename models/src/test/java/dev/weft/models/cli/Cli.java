package dev.weft.models.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.weft.runtime.data.FashionMnist;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Runs commands in this process, in a folder of their own. */
final class Cli {
  private static final Clock NOON =
      Clock.fixed(Instant.parse("2026-01-02T12:00:00Z"), ZoneOffset.UTC);

  private final Path folder;
  private final Map<String, String> environment;
  private final boolean terminal;
  private final Optional<Context.Images> images;

  private Cli(
      Path folder,
      Map<String, String> environment,
      boolean terminal,
      Optional<Context.Images> images) {
    this.folder = folder;
    this.environment = environment;
    this.terminal = terminal;
    this.images = images;
  }

  /** Runs in {@code folder}, where {@code images} is the folder with the data. */
  static Cli in(Path folder) {
    return new Cli(
        folder, Map.of("WEFT_DATA", folder.resolve("images").toString()), false, Optional.empty());
  }

  /** The same with a person watching. */
  Cli onTerminal() {
    return new Cli(folder, environment, true, images);
  }

  /** The same with other images. */
  Cli with(Context.Images other) {
    return new Cli(folder, environment, terminal, Optional.of(other));
  }

  /** The same with other variables. */
  Cli with(Map<String, String> variables) {
    return new Cli(folder, variables, terminal, images);
  }

  /** What a command did. */
  record Result(int code, String out, String err) {

    /** Checks that it did not fail. */
    Result succeeded() {
      assertEquals(0, code, err);
      return this;
    }

    /** Checks for one line on standard error, and returns it without its prefix. */
    String failure() {
      assertEquals(1, code, out + err);
      List<String> lines = err.lines().toList();
      assertEquals(1, lines.size(), err);
      assertEquals("weft: ", lines.getFirst().substring(0, 6));
      assertFalse(err.contains("Exception"), err);
      return lines.getFirst().substring(6);
    }

    /** Checks for bad usage, and returns its line without its prefix. */
    String badUsage() {
      assertEquals(2, code, out + err);
      List<String> lines = err.lines().toList();
      assertEquals(2, lines.size(), err);
      assertEquals("Try 'weft", lines.get(1).substring(0, 9));
      assertEquals("", out);
      return lines.getFirst().substring(6);
    }

    JsonNode json() {
      return JsonMapper.builder().build().readTree(out);
    }
  }

  Result run(String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Context context =
        new Context(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            terminal,
            environment,
            folder,
            images.orElseGet(() -> new FashionMnist(environment, folder)::load),
            NOON);
    int code = Main.run(context, args);
    return new Result(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
