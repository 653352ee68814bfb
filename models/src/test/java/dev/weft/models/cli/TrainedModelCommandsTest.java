package dev.weft.models.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What a user does with a trained model: explain, export, import. */
class TrainedModelCommandsTest {
  @TempDir private Path folder;
  private Cli cli;

  @BeforeEach
  void train() throws IOException {
    MadeImages.write(folder.resolve("images"), 320, 100);
    MadeImages.writeModel(folder.resolve("tiny.json"));
    cli = Cli.in(folder);
    cli.run("train", "tiny.json", "--device=cpu", "--batch=32", "--epochs=2", "--out=run")
        .succeeded();
  }

  @Test
  void explainWritesPicturesAndSaysWhatTheyShow() throws IOException {
    Cli.Result result = cli.run("explain", "run", "3", "5").succeeded();
    assertTrue(result.out().contains("test image 3 ("), result.out());
    assertTrue(result.out().contains("What conv1 found for "), result.out());
    Path made = folder.resolve("run/explain/test-5");
    for (String name :
        List.of(
            "overview",
            "gradcam-conv1",
            "saliency",
            "occlusion",
            "filters-conv1",
            "features-conv1")) {
      BufferedImage picture = ImageIO.read(made.resolve(name + ".png").toFile());
      assertNotNull(picture, name);
      assertTrue(colours(picture) > 4, name + " is blank");
    }
    assertEquals(224, ImageIO.read(made.resolve("saliency.png").toFile()).getWidth());
    assertTrue(Files.exists(folder.resolve("run/explain/test-3/explanation.json")));
  }

  private static long colours(BufferedImage picture) {
    int[] pixels =
        picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
    return Arrays.stream(pixels).distinct().count();
  }

  @Test
  void explainTellsProgramsTheNumbers() {
    JsonNode report =
        cli.run("explain", "run", "7", "--class=3", "--out=why", "--patch=5", "--json")
            .succeeded()
            .json()
            .get(0);
    assertEquals("3", report.get("explained").asString());
    assertTrue(Files.exists(folder.resolve("why/test-7-3/overview.png")));
    double sum = 0;
    for (JsonNode probability : report.get("probabilities")) {
      sum += probability.asDouble();
    }
    assertEquals(1, sum, 1e-5);
    List<String> methods =
        report.get("maps").valueStream().map(map -> map.get("method").asString()).toList();
    assertEquals(List.of("grad-cam", "saliency", "occlusion"), methods);
    JsonNode occlusion = report.get("maps").get(2);
    assertEquals(28 * 28, occlusion.get("values").size());
  }

  /** Its own backend is the reference for every other. */
  @Test
  void explainSaysTheSameOnEveryDevice() {
    JsonNode cpu = cli.run("explain", "run", "7", "--json").succeeded().json().get(0);
    JsonNode jvm =
        cli.run("explain", "run", "7", "--json", "--device=jvm").succeeded().json().get(0);
    for (int map = 0; map < 3; map++) {
      double[] values = values(cpu, map);
      double largest = Arrays.stream(values).map(Math::abs).max().orElseThrow();
      assertArrayEquals(values, values(jvm, map), 1e-4 * largest + 1e-6);
    }
  }

  private static double[] values(JsonNode report, int map) {
    return report
        .get("maps")
        .get(map)
        .get("values")
        .valueStream()
        .mapToDouble(JsonNode::asDouble)
        .toArray();
  }

  @Test
  void explainTakesPhotographs() throws IOException {
    BufferedImage photo = new BufferedImage(120, 160, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < 160; y++) {
      for (int x = 0; x < 120; x++) {
        photo.setRGB(x, y, x > 30 && x < 90 && y > 20 && y < 140 ? 0x203040 : 0xffffff);
      }
    }
    ImageIO.write(photo, "png", folder.resolve("photo.png").toFile());
    Cli.Result result = cli.run("explain", "run", "photo.png").succeeded();
    assertTrue(result.out().contains("\nphoto.png: "), result.out());
    assertTrue(Files.exists(folder.resolve("run/explain/photo-photo/overview.png")));
    Files.writeString(folder.resolve("text.png"), "no picture");
    Files.createDirectories(folder.resolve("other"));
    Files.copy(folder.resolve("photo.png"), folder.resolve("other/photo.png"));
    Files.copy(folder.resolve("photo.png"), folder.resolve("test-3.png"));
    cli.run("explain", "run", "photo.png", "other/photo.png", "3", "test-3.png", "4", "--out=own")
        .succeeded();
    assertEquals(
        List.of("photo-photo", "photo-photo_2", "photo-test-3", "test-3", "test-4"),
        foldersIn("own"));
    assertTrue(cli.run("explain", "run", "text.png").failure().startsWith("text.png: "));
    assertTrue(cli.run("explain", "run", "none.png").failure().startsWith("none.png: "));
  }

  private List<String> foldersIn(String parent) throws IOException {
    try (var folders = Files.list(folder.resolve(parent))) {
      return folders.map(made -> made.getFileName().toString()).sorted().toList();
    }
  }

  /** One call knows nothing of another, nor of where its user was, but what lies there. */
  @Test
  void explanationsOfOtherImagesStay() throws IOException {
    BufferedImage grey = new BufferedImage(28, 28, BufferedImage.TYPE_BYTE_GRAY);
    grey.setRGB(14, 14, 0xffffff);
    for (String name : List.of("test-7.png", "here/p.png", "there/p.png")) {
      Path file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      ImageIO.write(grey, "png", file.toFile());
    }
    Path run = folder.resolve("run");
    for (int again = 0; again < 2; again++) {
      cli.run("explain", "run", "7").succeeded();
      cli.run("explain", "run", "test-7.png").succeeded();
      for (String place : List.of("here", "there")) {
        Cli.in(folder.resolve(place)).run("explain", run.toString(), "p.png").succeeded();
      }
      assertTrue(
          cli.run("explain", "run", "here/../there/p.png")
              .succeeded()
              .out()
              .contains("pictures: run/explain/photo-p_2/overview.png"));
      assertEquals(
          List.of("photo-p", "photo-p_2", "photo-test-7", "test-7"), foldersIn("run/explain"));
    }
    Files.writeString(folder.resolve("run/explain/test-7/explanation.json"), "{");
    cli.run("explain", "run", "7").succeeded();
    assertTrue(Files.exists(folder.resolve("run/explain/test-7_2/explanation.json")));
  }

  /** Whatever the command, and before anything is said of a result. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "explain run 17 --out",
        "report run --out",
        "compare run --out",
        "robustness run --limit 10 --corruptions noise --out",
        "predict run photo.png --debug-images"
      })
  void aFileInPlaceOfAFolderIsNamed(String line) throws IOException {
    ImageIO.write(
        new BufferedImage(28, 28, BufferedImage.TYPE_BYTE_GRAY),
        "png",
        folder.resolve("photo.png").toFile());
    Cli.Result result = cli.run((line + " tiny.json").split(" "));
    String option = line.replaceFirst(".* ", "");
    assertEquals(1, result.code());
    assertEquals(
        "weft: cannot make the folder %1$s (%1$s is a file); choose another with %2$s"
            .formatted(folder.resolve("tiny.json"), option),
        result.err().lines().toList().getLast());
    if (option.equals("--debug-images")) {
      assertEquals("", result.out());
    }
  }

  @Test
  void explainNamesWhatIsWrong() {
    assertEquals(
        "no image 100 in the test set: give a number from 0 to 99",
        cli.run("explain", "run", "100").failure());
    assertTrue(cli.run("explain", "run", "1", "--class=12").failure().startsWith("no class '12'"));
    assertTrue(
        cli.run("explain", "run", "1", "--layer=conv11")
            .failure()
            .contains("no convolution 'conv11' in tiny; did you mean conv1?"));
    for (int side : new int[] {-1, 4, 29}) {
      assertEquals(
          "--patch " + side + "; allowed: odd numbers from 1 to 27",
          cli.run("explain", "run", "1", "--patch=" + side).badUsage());
    }
    assertTrue(cli.run("explain", "nowhere", "1").failure().contains("no such run"));
    assertFalse(Files.exists(folder.resolve("run/explain")));
  }

  @Test
  void exportedWeightsComeBackAsARunThatEverythingWorksOn() throws IOException {
    cli.run("export", "run", "--safetensors=w.safetensors").succeeded();
    Cli.Result imported =
        cli.run("import", "w.safetensors", "--model=tiny.json", "--out=back").succeeded();
    assertTrue(imported.out().contains("run: back"), imported.out());
    JsonNode before =
        cli.run("evaluate", "run/best.safetensors", "--json").succeeded().json().get("test");
    Cli.Result evaluated = cli.run("evaluate", "back", "--device=cpu", "--json").succeeded();
    assertEquals(before.at("/best/confusion"), evaluated.json().at("/test/last/confusion"));
    assertFalse(evaluated.err().contains("note"), evaluated.err());
    cli.run("explain", "back", "0").succeeded();
    cli.run("export", "back", "--onnx=back.onnx").succeeded();
    Cli.Result resumed =
        cli.run("train", "--resume=back", "--device=cpu", "--epochs=1").succeeded();
    assertFalse(resumed.out().contains("note:"), resumed.out());
    assertTrue(Files.exists(folder.resolve("back/best.safetensors")));
    // From now on it is known what it was trained with.
    MadeImages.write(folder.resolve("other"), 320, 100);
    MadeImages.write(folder.resolve("fewer"), 300, 100);
    assertTrue(
        cli.run("train", "--resume=back", "--epochs=2", "--data=fewer")
            .failure()
            .contains("was trained on other data"));
    cli.run(
            "train",
            "tiny.json",
            "--init=w.safetensors",
            "--max-steps=1",
            "--device=cpu",
            "--out=init")
        .succeeded();
  }

  /** The second would take the place of the first. */
  @Test
  void exportRefusesOneFileForTwoFormats() {
    assertEquals(
        "--onnx and --safetensors both name same.bin; give each a file of its own",
        cli.run("export", "run", "--onnx=same.bin", "--safetensors=./no/../same.bin", "--force")
            .badUsage());
    assertFalse(Files.exists(folder.resolve("same.bin")));
  }

  @Test
  void exportWritesOverNothing() throws IOException {
    Cli.Result result = cli.run("export", "run", "--onnx=m.onnx").succeeded();
    assertTrue(result.out().contains("read back, evaluated, and equal"), result.out());
    byte[] file = Files.readAllBytes(folder.resolve("m.onnx"));
    assertEquals(
        "m.onnx is there already; choose another name, or give --force",
        cli.run("export", "run/last.safetensors", "--onnx=m.onnx").failure());
    JsonNode json =
        cli.run("export", "run", "--onnx=m.onnx", "--force", "--json").succeeded().json();
    assertEquals(file.length, json.at("/files/0/bytes").asInt());
    assertArrayEquals(file, Files.readAllBytes(folder.resolve("m.onnx")));
    assertTrue(
        cli.run("export", "run", "--onnx=no/such/m.onnx").failure().contains("does not exist"));
    assertEquals(
        "nothing to write: give --onnx FILE or --safetensors FILE",
        cli.run("export", "run").badUsage());
  }

  /** Whatever way leads there, and also where there is no best checkpoint yet. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "--onnx=run/best.safetensors",
        "--safetensors=run/last.safetensors",
        "--onnx=run/../run/last.safetensors",
        "--onnx=way/last.safetensors",
        "--onnx=link.safetensors"
      })
  void exportNeverWritesOverTheRun(String target) throws IOException {
    Files.createSymbolicLink(folder.resolve("way"), folder.resolve("run"));
    Path last = folder.resolve("run/last.safetensors");
    Files.createSymbolicLink(folder.resolve("link.safetensors"), last);
    byte[] before = Files.readAllBytes(last);
    String message =
        target.replaceFirst(".*=", "")
            + " is a checkpoint of the run, which --force does not write over; choose another name";
    for (String run : List.of("run", "run/last.safetensors", "link.safetensors")) {
      assertEquals(message, cli.run("export", run, target, "--force").failure());
    }
    Files.delete(folder.resolve("run/best.safetensors"));
    assertEquals(message, cli.run("export", "way", target, "--force").failure());
    assertArrayEquals(before, Files.readAllBytes(last));
  }

  @Test
  void importRefusesWhatDoesNotFit() {
    cli.run("export", "run", "--safetensors=w.safetensors").succeeded();
    String line = cli.run("import", "w.safetensors", "--model=lenet5", "--out=back").failure();
    assertTrue(line.contains("does not fit model lenet5: it lacks conv2.weight"), line);
    assertFalse(Files.exists(folder.resolve("back")));
    assertTrue(
        cli.run("import", "w.safetensors", "--model=tiny.json", "--out=run")
            .failure()
            .contains("run is not empty"));
    assertTrue(
        cli.run("import", "w.safetensors", "--model=tiny.json", "--out=x", "--layout=keras")
            .badUsage()
            .contains("'keras' is neither weft nor torch"));
    assertTrue(
        cli.run("import", "none.safetensors", "--model=tiny.json", "--out=x")
            .failure()
            .contains("there is no such file"));
  }
}
