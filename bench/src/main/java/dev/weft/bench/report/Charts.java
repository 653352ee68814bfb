package dev.weft.bench.report;

import dev.weft.bench.result.BenchResult;
import dev.weft.bench.result.Roof;
import dev.weft.bench.result.Row;
import dev.weft.runtime.UserException;
import dev.weft.runtime.checkpoint.AtomicFiles;
import dev.weft.runtime.checkpoint.Folders;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.knowm.xchart.ChartEncoder;
import org.knowm.xchart.internal.chartpart.Chart;

/** Charts of a result: the roofline of each device, and bars of each model's layers. */
public final class Charts {
  private Charts() {}

  /**
   * Writes every chart as PNG, and replaces those of the same name.
   *
   * @param folder made if it is not there
   * @return names of the files
   * @throws UserException if that is not possible
   */
  public static List<Path> write(Path folder, BenchResult result) {
    // No window is opened, so that none is needed.
    System.setProperty("java.awt.headless", "true");
    Map<String, Chart<?, ?>> charts = new LinkedHashMap<>();
    for (Roof roof : result.roofs()) {
      List<Row> rows =
          result.rows().stream()
              .filter(row -> result.roofOf(row).equals(Optional.of(roof)))
              .toList();
      if (rows.stream().anyMatch(RooflineChart::fits)) {
        String threads = roof.threads() == 0 ? "" : "-" + roof.threads() + "-threads";
        charts.put("roofline-" + roof.device() + threads, RooflineChart.of(roof, rows));
      }
    }
    groups(result).forEach((name, rows) -> charts.put("layers-" + name, LayerChart.of(rows)));
    List<Path> files = new ArrayList<>();
    Folders.make(folder, "--out");
    try {
      for (Map.Entry<String, Chart<?, ?>> chart : charts.entrySet()) {
        files.add(write(folder, fileName(chart.getKey()), chart.getValue()));
      }
    } catch (IOException e) {
      throw new UserException(
          "cannot write charts to %s: %s".formatted(folder, Folders.reason(e)), e);
    }
    return files;
  }

  /** Calls that belong together: of a model, or all ops, at one batch on one device. */
  private static Map<String, List<Row>> groups(BenchResult result) {
    Map<String, List<Row>> groups = new LinkedHashMap<>();
    for (Row row : result.rows()) {
      Row.What what = row.what();
      if (what.standsForOneCall()) {
        String model = what.model().isEmpty() ? "ops" : what.model();
        String threads = what.threads() == 0 ? "" : "-" + what.threads() + "-threads";
        groups
            .computeIfAbsent(
                "%s-batch-%d-%s%s".formatted(model, what.batch(), what.device(), threads),
                name -> new ArrayList<>())
            .add(row);
      }
    }
    return groups;
  }

  private static String fileName(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9._-]", "-");
  }

  private static Path write(Path folder, String name, Chart<?, ?> chart) throws IOException {
    Path png = Path.of(name + ".png");
    AtomicFiles.write(folder.resolve(png), ChartEncoder.getBytes(chart, "png"));
    return png;
  }
}
