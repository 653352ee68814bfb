package dev.weft.models.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Help, and what is said of wrong command lines; nothing is ever written. */
class UsageTest {
  @TempDir private Path folder;

  @Test
  void weftAloneNamesTheFirstTwoCommands() {
    Cli.Result result = Cli.in(folder).run().succeeded();
    assertTrue(result.out().contains("weft train "), result.out());
    assertTrue(result.out().contains("weft evaluate "), result.out());
    assertTrue(result.out().lines().count() < 10);
  }

  @Test
  void benchIsAmongTheCommandsWhereItsJarIsNotLoaded() {
    assertTrue(Cli.in(folder).run("--help").succeeded().out().contains("  bench    "));
    assertTrue(
        Cli.in(folder).run("bench", "--quick").failure().contains("the launcher ./weft puts it"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "train",
        "evaluate",
        "explain",
        "compress",
        "export",
        "import",
        "models",
        "devices",
        "robustness"
      })
  void everyCommandHasHelpWithExamples(String command) {
    Cli.Result result = Cli.in(folder).run(command, "--help").succeeded();
    assertTrue(result.out().startsWith("Usage: weft " + command), result.out());
    assertTrue(result.out().contains("Examples:"), result.out());
    assertTrue(result.out().contains("  weft " + command), result.out());
    assertTrue(result.out().contains("--json"), result.out());
    assertTrue(result.out().lines().allMatch(line -> line.length() <= 80), result.out());
    assertTrue(Cli.in(folder).run("--help").succeeded().out().contains("  " + command));
  }

  @ParameterizedTest
  @ValueSource(strings = {"train", "compare"})
  void aLimitOf0IsSaidToBeNone(String command) {
    String help = Cli.in(folder).run(command, "--help").succeeded().out().replaceAll("\\s+", " ");
    assertTrue(help.contains("first N test images, 0 for all (default 0)."), help);
  }

  /** As a variable of a shell is that was not set; it does not stand for the folder one is in. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "predict _ photo.png   | Invalid value for positional parameter at index 0 (RUN): the name is empty; give a file or a folder",
        "predict run photo.png _ | the name of the image is empty; give a file or a folder",
        "explain run 3 _ | the name of the image is empty; give a file or a number of the test set",
        "evaluate _ | Invalid value for positional parameter at index 0 (RUN): the name is empty; give a file or a folder",
        "compare a _ | unexpected argument ''",
        "train --out _ | Invalid value for option '--out': the name is empty; give a file or a folder",
        "train --resume _ | Invalid value for option '--resume': the name is empty; give a file or a folder",
      })
  void emptyNamesAreBadUsage(String line, String message) {
    String[] words =
        Stream.of(line.split(" +")).map(word -> word.replace("_", "")).toArray(String[]::new);
    assertEquals(message, Cli.in(folder).run(words).badUsage());
  }

  @Test
  void trainHasTheDocumentedOptions() {
    String help = Cli.in(folder).run("train", "--help").out();
    Stream.of(
            "--data --device --epochs --batch --optimizer --lr --val-split --seed --out --resume"
                + " --init --no-shuffle --no-dropout --augment --keep-zeros --max-steps --limit"
                + " --log-steps"
                + " --early-stopping[=PATIENCE] --dry-run")
        .flatMap(options -> Stream.of(options.split(" ")))
        .forEach(option -> assertTrue(help.contains("  " + option), option));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "tarin                      | unknown command 'tarin'; did you mean train?",
        "fly                        | unknown command 'fly'",
        "train --epoch 3            | unknown option '--epoch'; did you mean --epochs?",
        "train --optimiser=adam     | unknown option '--optimiser'; did you mean --optimizer?",
        "train a b                  | unexpected argument 'b'",
        "train --batch x            | Invalid value for option '--batch': 'x' is not an int",
        "train --batch              | Missing required parameter for option '--batch' (N)",
        "train --batch 0            | --batch 0; allowed: at least 1",
        "train --epochs 0           | --epochs 0; allowed: at least 1",
        "train --val-split 1        | --val-split 1.0; allowed: 0 to less than 1",
        "train --max-steps -1       | --max-steps -1; allowed: 0 or more",
        "train --limit -1           | --limit -1; allowed: 0 or more",
        "train --early-stopping=-1  | --early-stopping -1; allowed: 0 or more",
        "train --augment flop       | unknown augmentation \"flop\"; did you mean flip?"
            + " (allowed: flip, shift, rotate, scale, light, noise, erase; all, none)",
        "train --lr 0               | learning rate 0.0; allowed: a number above 0 that a float can"
            + " hold, 1.4E-45 to 3.4028235E38",
        "train --lr NaN             | learning rate NaN; allowed: a number above 0 that a float can"
            + " hold, 1.4E-45 to 3.4028235E38",
        "compress                   | Missing required parameter: 'RUN'",
        "evaluate                   | Missing required parameter: 'RUN'",
        "models --jsn               | unknown option '--jsn'; did you mean --json?",
      })
  void badUsageIsNamed(String line, String message) {
    assertEquals(message, Cli.in(folder).run(line.split(" +")).badUsage());
  }

  @Test
  void mistypedNamesAreSuggested() {
    String model = Cli.in(folder).run("train", "cnn-simpel").badUsage();
    assertTrue(
        model.startsWith("unknown model 'cnn-simpel'; did you mean cnn-simple? (presets: cnn-"),
        model);
    assertTrue(Cli.in(folder).run("models", "lenet").badUsage().contains("did you mean lenet5?"));
    String optimizer = Cli.in(folder).run("train", "--optimizer", "adm").badUsage();
    assertTrue(optimizer.contains("did you mean adam?"), optimizer);
  }

  @ParameterizedTest
  @CsvSource({
    "--batch=32, --batch",
    "--no-shuffle, --no-shuffle",
    "--keep-zeros, --keep-zeros",
    "--init=x.safetensors, --init",
    "--out=other, --out",
    "--seed=1, --seed",
    "--limit=10, --limit",
    "--log-steps, --log-steps",
    "cnn-simple, MODEL (cnn-simple)",
  })
  void resumingTakesNoOtherSettings(String argument, String named) {
    assertEquals(
        named
            + " cannot be given with --resume: the settings are those of the run; only --epochs,"
            + " --max-steps, --early-stopping, --device, --data may change",
        Cli.in(folder).run("train", "--resume", "runs/x", argument).badUsage());
  }

  @Test
  void anUnknownDeviceIsAFailure() {
    String line = Cli.in(folder).run("train", "--device", "gpu").failure();
    assertTrue(
        line.matches(
            "no device 'gpu' on this machine(; did you mean .*)?; use --device auto or one of"
                + " .*cpu.*"),
        line);
    assertTrue(
        Cli.in(folder)
            .run("train", "--device", "referense")
            .failure()
            .contains("; did you mean reference?"));
  }

  @Test
  void unexpectedFailuresAreOneLineToo() {
    Cli broken =
        Cli.in(folder)
            .with((data, progress) -> {
              throw new IllegalStateException("this is a bug");
            });
    Cli.Result result = broken.run("train");
    assertEquals(1, result.code());
    assertEquals(
        "weft: internal error: java.lang.IllegalStateException: this is a bug; --stacktrace or"
            + " WEFT_DEBUG=1 shows where",
        result.err().strip());
    for (Cli.Result detailed :
        new Cli.Result[] {
          broken.run("train", "--stacktrace"), broken.with(Map.of("WEFT_DEBUG", "1")).run("train")
        }) {
      assertEquals(1, detailed.code());
      assertTrue(detailed.err().contains("\tat dev.weft.models.cli.UsageTest"), detailed.err());
    }
  }

  /** On a worker's thread it comes wrapped. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void outOfMemorySaysHowToGetMore(boolean wrapped) {
    OutOfMemoryError error = new OutOfMemoryError("Java heap space");
    String line =
        Cli.in(folder)
            .with((data, progress) -> {
              if (wrapped) {
                throw new IllegalStateException(error);
              }
              throw error;
            })
            .run("train")
            .failure();
    assertTrue(line.startsWith("out of memory with "), line);
    assertTrue(line.contains("WEFT_JAVA_OPTS=-Xmx"), line);
  }

  @Test
  void nothingIsWritten() throws IOException {
    Cli.in(folder).run("train", "--device", "gpu");
    Cli.in(folder).run("train", "--data", "nowhere");
    assertFalse(Files.exists(folder.resolve("runs")));
  }
}
