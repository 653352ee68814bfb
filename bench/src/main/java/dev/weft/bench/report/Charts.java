package dev.weft.bench.report;

import dev.weft.bench.result.BenchResult;
import java.nio.file.Path;
import java.util.List;

/** Charts. */
public final class Charts {
  private Charts() {}

  public static List<Path> write(Path folder, BenchResult result) {
    return List.of();
  }
}
