package dev.weft.models.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.weft.models.compress.Scores;
import java.util.List;
import org.junit.jupiter.api.Test;

class CompressReportTest {
  @Test
  void oneOtherAnswerOfAllTestImagesIsNotFullAgreement() {
    CompressReport.Row whole =
        new CompressReport.Row("float32", "float32", 0, 447_032, 413_774, 0, new Scores(0.9, 1, 1));
    CompressReport.Row half =
        new CompressReport.Row(
            "float16", "float16", 0, 225_664, 207_578, 0, new Scores(0.9, 1, 0.9999));
    List<String> lines = CompressReport.table(List.of(whole, half)).lines().toList();
    assertEquals("100.00 %", lastWords(lines.get(1)));
    assertEquals("99.99 %", lastWords(lines.get(2)));
  }

  private static String lastWords(String line) {
    return line.substring(line.lastIndexOf("  ") + 2);
  }
}
