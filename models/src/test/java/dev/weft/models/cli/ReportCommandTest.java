package dev.weft.models.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.models.report.Pages;
import dev.weft.runtime.data.Datasets;
import dev.weft.runtime.data.DrawnGarments;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import tools.jackson.databind.JsonNode;

class ReportCommandTest {
  @TempDir private Path folder;
  private Cli cli;

  @BeforeEach
  void makeImagesAndModel() throws IOException {
    MadeImages.write(folder.resolve("images"), 320, 100);
    MadeImages.writeModel(folder.resolve("tiny.json"));
    cli = Cli.in(folder);
  }

  private Cli.Result train(String... more) {
    String[] tiny = {"train", "tiny.json", "--device=cpu", "--batch=32", "--out=run"};
    return cli.run(Stream.of(tiny, more).flatMap(Stream::of).toArray(String[]::new)).succeeded();
  }

  private Document page() throws IOException {
    return Pages.check(Files.readString(folder.resolve("run/report.html")));
  }

  @Test
  void trainingEndsWithAReport() throws IOException {
    String out = train("--epochs=2").out();
    assertTrue(out.endsWith("report: run/report.html" + System.lineSeparator()), out);
    Document page = page();
    assertTrue(page.getElementsByTagName("picture").getLength() >= 5);
    assertFalse(page.getDocumentElement().getTextContent().contains("drawn by the program"));
    for (String plot :
        List.of(
            "loss", "accuracy", "classes", "confusion", "mistakes", "calibration", "hardware")) {
      BufferedImage image = ImageIO.read(folder.resolve("run/plots/" + plot + ".png").toFile());
      assertTrue(image.getWidth() > 1000 && image.getHeight() > 400, plot);
    }
    BufferedImage loss = ImageIO.read(folder.resolve("run/plots/loss.png").toFile());
    assertEquals(1520, loss.getWidth());
    assertEquals(800, loss.getHeight());
  }

  @Test
  void dropoutIsNamedOnlyWhereItWasOn() throws IOException {
    train("--epochs=1");
    assertTrue(page().getDocumentElement().getTextContent().contains("dropout is on"));
    cli.run("train", "tiny.json", "--batch=32", "--epochs=1", "--no-dropout", "--out=without")
        .succeeded();
    String page = Files.readString(folder.resolve("without/report.html"));
    assertFalse(page.contains("dropout is on"), page);
    assertTrue(page.contains("While training, the weights still change"), page);
  }

  /** It is made of what the test at the end has found; made anew, the weights are tested again. */
  @Test
  void theReportOfTrainingIsTheOneMadeAnew() throws IOException {
    train("--epochs=2");
    String ofTraining = Files.readString(folder.resolve("run/report.html"));
    cli.run("report", "run").succeeded();
    assertEquals(ofTraining, Files.readString(folder.resolve("run/report.html")));
  }

  @Test
  void itCanBeLeftOutAndMadeLater() throws IOException {
    train("--epochs=1", "--no-report");
    assertFalse(Files.exists(folder.resolve("run/report.html")));
    JsonNode json = cli.run("report", "run", "--json").succeeded().json();
    assertEquals(100, json.get("images").asInt());
    assertEquals(10, json.get("classes").size());
    assertEquals(15, json.at("/calibration/bins").size());
    JsonNode test = cli.run("evaluate", "run", "--json").succeeded().json().at("/test/best");
    assertEquals(test.get("accuracy"), json.get("accuracy"));
    assertEquals(test.get("loss"), json.get("loss"));
    page();
  }

  /** Stopped within the first epoch there are no curves and no best weights. */
  @Test
  void aRunWithoutAnEpochHasAReport() throws IOException {
    train("--max-steps=2");
    String text = page().getDocumentElement().getTextContent();
    assertTrue(text.contains("No epoch was finished"), text);
    assertFalse(Files.exists(folder.resolve("run/plots/loss.png")));
    assertTrue(text.contains("last.safetensors"), text);
  }

  @Test
  void aCheckpointThatLiesApart() throws IOException {
    train("--epochs=1", "--no-report");
    Path apart = Files.createDirectories(folder.resolve("apart"));
    Files.copy(folder.resolve("run/last.safetensors"), apart.resolve("w.safetensors"));
    String out = cli.run("report", "apart/w.safetensors").succeeded().out();
    assertTrue(out.contains("report: apart/report.html"), out);
    Pages.check(Files.readString(apart.resolve("report.html")));
  }

  @Test
  void drawnGarmentsAreMarked() throws IOException {
    cli =
        cli.with((_, _) ->
            new Datasets(
                DrawnGarments.generate(1, 320), DrawnGarments.generate(2, 60), List.of("drawn")));
    train("--epochs=1");
    assertTrue(
        page().getDocumentElement().getTextContent().contains("not Fashion-MNIST"), "marked");
  }

  @Test
  void hardwareUseGoesOnAfterAResume() throws IOException {
    train("--epochs=1");
    List<String> before = Files.readAllLines(folder.resolve("run/hardware.jsonl"));
    cli.run("train", "--resume", "run", "--epochs=3", "--no-report").succeeded();
    List<String> after = Files.readAllLines(folder.resolve("run/hardware.jsonl"));
    assertEquals(before, after.subList(0, before.size()));
    assertEquals(3, after.stream().filter(line -> line.contains("\"epoch\"")).count());
    double last = 0;
    for (String line : after.stream().filter(l -> l.contains("\"sample\"")).toList()) {
      double seconds = Double.parseDouble(line.replaceFirst(".*\"seconds\":([0-9.E-]+),.*", "$1"));
      assertTrue(seconds > last, line);
      last = seconds;
    }
    assertTrue(last > 0);
  }

  @Test
  void eventFilesOfATrainingAndAnew() throws IOException {
    train("--epochs=2", "--tensorboard");
    assertEquals(2, events(), "one of training, one of the end");
    cli.run("train", "--resume", "run", "--epochs=3", "--tensorboard").succeeded();
    assertEquals(4, events());
    cli.run("report", "run", "--tensorboard").succeeded();
    assertEquals(1, events());
  }

  @Test
  void eventFilesNeedNoReport() throws IOException {
    train("--epochs=1", "--tensorboard", "--no-report");
    assertEquals(2, events(), "one of training, one of the end");
    assertFalse(Files.exists(folder.resolve("run/report.html")));
  }

  @Test
  void eventFilesCallNothingValidationThatWasNot() throws IOException {
    train("--epochs=1", "--tensorboard", "--val-split=0", "--no-report");
    assertFalse(eventText().contains("val_loss"));
    cli.run("report", "run", "--tensorboard").succeeded();
    assertFalse(eventText().contains("val_loss"));
    assertTrue(eventText().contains("images_per_second"));
  }

  private String eventText() throws IOException {
    StringBuilder text = new StringBuilder();
    try (Stream<Path> files = Files.list(folder.resolve("run/tensorboard"))) {
      for (Path file : files.toList()) {
        text.append(Files.readString(file, StandardCharsets.ISO_8859_1));
      }
    }
    return text.toString();
  }

  private long events() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("run/tensorboard"))) {
      return files.count();
    }
  }

  @Test
  void saysWhenThereIsNoRun() {
    assertTrue(cli.run("report", "nothing").failure().contains("no such run"));
  }
}
