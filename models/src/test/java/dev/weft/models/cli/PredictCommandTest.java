package dev.weft.models.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.models.predict.Photos;
import dev.weft.models.predict.SeenImage;
import dev.weft.runtime.data.Dataset;
import dev.weft.runtime.data.DrawnGarments;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class PredictCommandTest {
  @TempDir private Path folder;
  private Cli cli;
  private final Dataset test = DrawnGarments.generate(12, 100);

  @BeforeEach
  void train() throws IOException {
    MadeImages.write(folder.resolve("images"), 640, 100);
    MadeImages.writeModel(folder.resolve("tiny.json"));
    cli = Cli.in(folder);
    cli.run("train", "tiny.json", "--device=cpu", "--batch=32", "--epochs=3", "--out=run")
        .succeeded();
    Files.createDirectories(folder.resolve("photos/more"));
    for (int i = 0; i < test.n(); i++) {
      Files.write(
          folder.resolve("photos/%s%03d.png".formatted(i < 50 ? "" : "more/", i)),
          SeenImage.png(test.image(i), 28, 28));
    }
  }

  private double accuracy(JsonNode answers) {
    int hits = 0;
    for (JsonNode image : answers.get("images")) {
      int i =
          Integer.parseInt(image.get("image").asString().replaceFirst(".*(\\d{3})\\.png", "$1"));
      hits += image.get("label").asInt() == test.label(i) ? 1 : 0;
    }
    return (double) hits / answers.get("images").size();
  }

  @Test
  void theTestSetAsFilesHasTheAccuracyOfTheEvaluation() throws IOException {
    double expected =
        cli.run("evaluate", "run/best.safetensors", "--json")
            .succeeded()
            .json()
            .at("/test/best/accuracy")
            .asDouble();
    JsonNode answers = cli.run("predict", "run", "photos", "--json").succeeded().json();
    assertEquals(100, answers.get("answered").asInt());
    assertEquals(expected, accuracy(answers), 1e-12);
    assertTrue(expected > 0.3, "it has learnt something: " + expected);
  }

  @Test
  void brokenFilesAreALineEachAndTheOthersGoOn() throws IOException {
    Files.writeString(folder.resolve("photos/049b.png"), "no image");
    Files.write(folder.resolve("photos/a.jpg"), new byte[0]);
    Cli.Result result = cli.run("predict", "run", "photos", "gone.png", "--csv");
    assertEquals(1, result.code());
    assertEquals(
        List.of(
            "weft: photos/049b.png: is neither PNG nor JPEG",
            "weft: photos/a.jpg: is empty",
            "weft: gone.png: there is no such file"),
        result.err().lines().skip(1).toList());
    List<String> rows = result.out().lines().toList();
    assertEquals(
        "image,class,class1,probability1,class2,probability2,class3,probability3,error",
        rows.getFirst());
    assertEquals(104, rows.size());
    assertTrue(rows.stream().allMatch(row -> row.chars().filter(c -> c == ',').count() == 8));
    assertEquals("photos/049b.png,,,,,,,,is neither PNG nor JPEG", rows.get(51));
  }

  /** Nobody is to believe that they were looked at. */
  @Test
  void imagesOfOtherFormatsAreALineEachToo() throws IOException {
    Files.createDirectories(folder.resolve("phone"));
    Files.copy(folder.resolve("photos/001.png"), folder.resolve("phone/named-wrong.bmp"));
    for (String name : List.of("a.gif", "b.WEBP", "c.tiff", "d.heic", "e.avif", "notes.txt")) {
      Files.writeString(folder.resolve("phone/" + name), "not read");
    }
    Cli.Result result = cli.run("predict", "run", "phone", "--json");
    assertEquals(1, result.code());
    assertEquals(
        List.of("a.gif", "b.WEBP", "c.tiff", "d.heic", "e.avif").stream()
            .map("weft: phone/%s: is neither PNG nor JPEG"::formatted)
            .toList(),
        result.err().lines().skip(1).toList());
    assertEquals(1, result.json().get("answered").asInt());
    assertEquals(5, result.json().get("failed").asInt());
  }

  @Test
  void doesNotNameWhatItIsNotSureOf() throws IOException {
    String all = cli.run("predict", "run", "photos", "--threshold=1").succeeded().out();
    assertEquals(100, all.lines().filter(line -> line.contains("I don't know")).count());
    assertEquals(
        "--threshold 1.5; allowed: 0 to 1",
        cli.run("predict", "run", "photos", "--threshold=1.5").badUsage());
  }

  @Test
  void writesWhatTheModelSaw() throws IOException {
    Files.write(
        folder.resolve("shirt.jpg"),
        Photos.encode(Photos.onWhite(test.image(1), 28, 28, 8, 40), "jpg"));
    Cli.Result result =
        cli.run("predict", "run", "shirt.jpg", "photos/001.png", "--debug-images=seen", "--show")
            .succeeded();
    assertArrayEquals(
        Files.readAllBytes(folder.resolve("photos/001.png")),
        Files.readAllBytes(folder.resolve("seen/00002-001.png")));
    assertTrue(Files.exists(folder.resolve("seen/00001-shirt.png")));
    assertEquals(1 + 2 + 2 * 14, result.out().lines().count(), result.out());
  }

  @Test
  void whatHoldsNoImageIsALineAndTheOthersGoOn() throws IOException {
    Files.createDirectories(folder.resolve("empty"));
    Cli.Result result = cli.run("predict", "run", "empty", "a\0b.png", "photos/001.png", "--json");
    assertEquals(1, result.code());
    List<String> told = result.err().lines().toList();
    assertEquals(3, told.size(), result.err());
    assertTrue(
        told.getFirst().matches("device: cpu, .+ \\(as the run was trained\\)"), told.getFirst());
    assertTrue(
        told.get(1).startsWith("weft: a\0b.png: this cannot be the name of a file (Nul character"),
        told.get(1));
    assertEquals(
        "weft: empty: no images in this folder; they must end in .png, .jpg or .jpeg",
        told.getLast());
    assertEquals(1, result.json().get("answered").asInt());
    assertEquals(2, result.json().get("failed").asInt());
    assertEquals(3, result.json().get("images").size());
  }

  @Test
  void saysWhatIsMissing() {
    assertTrue(
        cli.run("predict", "run", "photos", "--debug-images=a\0b")
            .badUsage()
            .contains("a\0b: this cannot be the name of a file"));
    assertTrue(cli.run("predict", "nothing", "photos").failure().contains("no such run"));
  }
}
