package dev.weft.models.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.models.report.Pages;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RobustnessCommandTest {
  @TempDir private Path folder;
  private Cli cli;

  @BeforeEach
  void train() throws IOException {
    MadeImages.write(folder.resolve("images"), 320, 100);
    MadeImages.writeModel(folder.resolve("tiny.json"));
    cli = Cli.in(folder);
    cli.run("train", "tiny.json", "--device=cpu", "--batch=32", "--epochs=4", "--out=run")
        .succeeded();
  }

  private static double accuracy(JsonNode row, int severity) {
    return row.get("cells").get(severity - 1).get("accuracy").asDouble();
  }

  @Test
  void everyCorruptionIsMeasuredAndShown() throws IOException {
    Cli.Result result = cli.run("robustness", "run", "--json").succeeded();
    assertEquals(1, result.json().size());
    JsonNode report = result.json().get(0);
    assertEquals("tiny", report.get("model").asString());
    assertEquals(100, report.get("images").asInt());
    JsonNode robustness = report.get("robustness");
    double clean = robustness.get("clean").get("accuracy").asDouble();
    JsonNode tested = cli.run("evaluate", "run", "--json").succeeded().json().get("test");
    assertEquals(tested.get("best").get("accuracy").asDouble(), clean, 1e-9);
    assertTrue(clean > 0.5, "it has learnt something: " + clean);

    assertEquals(
        List.of(
            "noise",
            "salt-pepper",
            "blur",
            "pixelate",
            "jpeg",
            "brightness",
            "contrast",
            "shift",
            "rotation",
            "scale",
            "occlusion"),
        robustness
            .get("corruptions")
            .valueStream()
            .map(row -> row.get("name").asString())
            .toList());
    for (JsonNode row : robustness.get("corruptions")) {
      assertEquals(5, row.get("cells").size());
    }
    JsonNode noise = robustness.get("corruptions").get(0);
    assertTrue(accuracy(noise, 5) < clean, "noise costs something");
    JsonNode fgsm = robustness.get("attacks").get(0);
    JsonNode pgd = robustness.get("attacks").get(1);
    assertTrue(accuracy(fgsm, 5) < accuracy(noise, 1), "attacks cost more than noise");
    assertTrue(accuracy(pgd, 5) <= accuracy(fgsm, 5), "many steps cost more than one");
    assertEquals(10, robustness.get("classes").size());

    Document page = Pages.check(Files.readString(folder.resolve("run/robustness.html")));
    String text = page.getDocumentElement().getTextContent();
    assertTrue(text.contains("salt-pepper") && text.contains("pgd"), text);
    BufferedImage sheet = ImageIO.read(folder.resolve("run/plots/robustness.png").toFile());
    assertTrue(sheet.getWidth() > 1000 && sheet.getHeight() > 2000);
    assertEquals(
        report.toPrettyString(),
        JsonMapper.builder()
            .build()
            .readTree(Files.readString(folder.resolve("run/robustness.json")))
            .toPrettyString());
    assertTrue(result.err().contains("robustness: run/robustness.html"), result.err());
  }

  @Test
  void theSameCommandFindsTheSame() {
    String[] line = {"robustness", "run", "--json", "--limit=40", "--attacks=pgd", "--seed=3"};
    assertEquals(cli.run(line).succeeded().out(), cli.run(line).succeeded().out());
  }

  @Test
  void chosenDamagesOfSeveralRunsAreCompared() throws IOException {
    Cli.Result result =
        cli.run(
                "robustness",
                "run",
                "run/last.safetensors",
                "--corruptions=shift,rotation",
                "--attacks=none",
                "--limit=50")
            .succeeded();
    List<String> lines = result.out().lines().toList();
    int head = lines.indexOf("mean accuracy       run  run/last.safetensors");
    assertTrue(head > 0, result.out());
    assertEquals(
        List.of("clean", "shift", "rotation", "all corruptions"),
        lines.subList(head + 1, head + 5).stream()
            .map(row -> row.replaceFirst(" {2,}.*", ""))
            .toList());
    assertFalse(result.out().contains("fgsm"), result.out());
    for (String file : List.of("robustness", "robustness-last")) {
      Pages.check(Files.readString(folder.resolve("run/" + file + ".html")));
    }
  }

  @Test
  void saysWhenTheImagesAreOthers() throws IOException {
    MadeImages.write(folder.resolve("other"), 20, 30);
    String[] line = {"robustness", "run", "--corruptions=shift", "--attacks=none", "--json"};
    assertFalse(cli.run(line).succeeded().json().get(0).get("other_images").asBoolean());
    Path page = folder.resolve("run/robustness.html");
    String mark = "other test images than those that belong to the run";
    assertFalse(Files.readString(page).contains(mark));
    cli.run("robustness", "run", "--corruptions=shift", "--attacks=none", "--data=other")
        .succeeded();
    assertTrue(Files.readString(page).contains(mark));
  }

  /** More images than the run used may be asked for; they are still those of the run. */
  @Test
  void aLimitReplacesThatOfTheRun() {
    cli.run("train", "tiny.json", "--device=cpu", "--epochs=1", "--limit=40", "--out=few")
        .succeeded();
    for (String limit : List.of("--limit=70", "--limit=0", "--limit=20", "--seed=0")) {
      JsonNode report =
          cli.run("robustness", "few", limit, "--corruptions=shift", "--attacks=none", "--json")
              .succeeded()
              .json()
              .get(0);
      int images =
          switch (limit) {
            case "--limit=70" -> 70;
            case "--limit=0" -> 100;
            case "--limit=20" -> 20;
            default -> 40;
          };
      assertEquals(images, report.get("images").asInt(), limit);
      assertFalse(report.get("other_images").asBoolean(), limit);
    }
  }

  /** Kernels of other backends damage and attack alike. */
  @Test
  void devicesAgree() {
    JsonNode cpu = cli.run("robustness", "run", "--json", "--limit=30").succeeded().json();
    JsonNode jvm =
        cli.run("robustness", "run", "--json", "--limit=30", "--device=jvm").succeeded().json();
    for (String kind : List.of("corruptions", "attacks")) {
      for (int row = 0; row < cpu.get(0).get("robustness").get(kind).size(); row++) {
        for (int severity = 1; severity <= 5; severity++) {
          assertEquals(
              accuracy(cpu.get(0).get("robustness").get(kind).get(row), severity),
              accuracy(jvm.get(0).get("robustness").get(kind).get(row), severity),
              1 / 30.0 + 1e-9, // one image whose answer hung on a rounding
              kind + " " + row + " " + severity);
        }
      }
    }
  }

  @Test
  void filesGoWhereTheyAreWanted() {
    cli.run("robustness", "run", "--limit=10", "--corruptions=jpeg", "--attacks=none", "--out=o/p")
        .succeeded();
    assertTrue(Files.exists(folder.resolve("o/p/robustness.html")));
    assertFalse(Files.exists(folder.resolve("run/robustness.html")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "robustness                          | Missing required parameter: 'RUN'",
        "robustness run --attacks fsgm       | --attacks fsgm; did you mean fgsm? (allowed: fgsm,"
            + " pgd; all, none)",
        "robustness run --limit -1           | --limit -1; allowed: 0 or more",
        "robustness run run --out x          | --out takes the files of one RUN, not of 2",
      })
  void badUsageIsNamed(String line, String message) {
    assertEquals(message, cli.run(line.split(" +")).badUsage());
  }

  @Test
  void failuresAreOneLine() {
    assertTrue(
        cli.run("robustness", "run", "--corruptions=nois")
            .badUsage()
            .contains("did you mean noise?"));
    assertEquals(
        "--show 100: no such test image; give a number from 0 to 99",
        cli.run("robustness", "run", "--show=100").failure());
    assertTrue(cli.run("robustness", "nowhere").failure().contains("nowhere: no such run; give"));
    assertFalse(Files.exists(folder.resolve("run/robustness.html")));
  }
}
