package dev.weft.models.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.models.report.Pages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What other programs read has the digits that they read, whatever those of the user are. */
class LocaleTest {
  private final Locale before = Locale.getDefault(Locale.Category.FORMAT);

  @TempDir private Path folder;
  private Cli cli;

  @BeforeEach
  void trainInArabic() throws IOException {
    Locale.setDefault(Locale.Category.FORMAT, Locale.of("ar", "EG"));
    assertEquals("\u0667", "%d".formatted(7), "the test means something");
    MadeImages.write(folder.resolve("images"), 64, 32);
    MadeImages.writeModel(folder.resolve("tiny.json"));
    cli = Cli.in(folder);
    cli.run("train", "tiny.json", "--device=cpu", "--batch=16", "--epochs=1", "--out=run")
        .succeeded();
  }

  @AfterEach
  void restore() {
    Locale.setDefault(Locale.Category.FORMAT, before);
  }

  private static void assertPlain(String text) {
    for (String line : text.lines().toList()) {
      assertTrue(line.chars().noneMatch(c -> c > 127 && Character.isDigit(c)), line);
    }
  }

  @Test
  void filesAndAnswersOfCommands() throws IOException {
    for (String[] line :
        List.of(
            new String[] {"evaluate", "run", "--json"},
            new String[] {"report", "run", "--json"},
            new String[] {"explain", "run", "3", "--json"},
            new String[] {"robustness", "run", "--corruptions=shift", "--attacks=none", "--json"},
            new String[] {"verify", "--op=dense.forward", "--quick", "--device=wrong", "--json"},
            new String[] {"devices", "--json"},
            new String[] {"export", "run", "--onnx=m.onnx", "--json"})) {
      Cli.Result result = cli.run(line);
      assertTrue(result.json().isContainer(), result.out() + result.err());
      assertPlain(result.out());
    }
    for (String file : List.of("report.html", "robustness.html", "summary.json", "config.json")) {
      assertPlain(Files.readString(folder.resolve("run").resolve(file)));
    }
    Pages.check(Files.readString(folder.resolve("run/report.html")));
  }

  @Test
  void predictionsAsJson() throws IOException {
    Files.write(folder.resolve("a.png"), new byte[9]);
    Cli.Result result = cli.run("predict", "run", "a.png", "--json");
    assertPlain(result.out());
    assertEquals(1, result.json().get("failed").asInt(), result.out());
  }
}
