package dev.weft.kernels.cpu;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.management.ThreadMXBean;
import dev.weft.kernels.Layout;
import java.io.File;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Tiles must not need profiles of C1's code to become fast: HotSpot does without where C2 has much
 * to do, and the profiles of the Vector API's own methods know two widths of vectors. What C2 could
 * not take apart shows as vectors that are allocated.
 */
class TileProfileTest {

  /** C2 makes one vector too many in some compilations, without need; more would be a sum each. */
  private static final int MOST_BYTES_A_TILE = 2 * (16 + Float.BYTES * Lanes.LENGTH);

  /** A JVM without C1, in which tiles of both widths run until they allocate next to nothing. */
  @Test
  void tilesOfTwoWidthsNeedNoProfilesOfC1() throws Exception {
    Process jvm =
        new ProcessBuilder(
                System.getProperty("java.home") + File.separator + "bin" + File.separator + "java",
                "-XX:-TieredCompilation",
                "--add-modules",
                "jdk.incubator.vector",
                "-cp",
                System.getProperty("java.class.path"),
                TileProfileTest.class.getName())
            .redirectErrorStream(true)
            .start();
    String output = new String(jvm.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, jvm.waitFor(), output);
  }

  /** Runs some tiles; exit code 1 if one of them allocates after a time that is long enough. */
  public static void main(String[] args) {
    forward("half vectors", 10, Lanes.UNIT);
    forward("a convolution", 1, Lanes.LENGTH);
    weightGradient("half vectors, weight gradient", 8, Lanes.UNIT);
    weightGradient("a dense layer's weight gradient", 56, Lanes.LENGTH);
    weightGradient("the same in two vectors", 56, 2 * Lanes.LENGTH);
  }

  private static void forward(String what, int channels, int filters) {
    int width = 28;
    int line = (width + 2) * channels;
    Panels panels = new Panels(filters);
    int depth = 9 * channels;
    RowTiles.Geometry geometry =
        RowTiles.Geometry.of(3, line, 3, channels, channels, 1, 1, true, true);
    Layout out = new Layout(1, width, width, filters, 0, 0, 0, 0, panels.padded());
    PanelTiles.Weights weights = PanelTiles.Weights.packed(panels, depth);
    PanelTiles tiles = new PanelTiles(geometry, panels, depth, weights, out, 1);
    float[] x = new float[(width + 2) * line + 64];
    float[] y = new float[out.length() + 64];
    check(what, 2 * width, () -> tiles.lines(0, x, 0, y, 0, width, width));
  }

  private static void weightGradient(String what, int rows, int filters) {
    int batch = 32;
    Panels panels = Panels.whole(filters);
    WeightGradient gradient = new WeightGradient(rows, panels, 1);
    int stride = gradient.stride();
    FilterTiles.Geometry geometry =
        FilterTiles.Geometry.of(batch, batch * rows, rows, batch * stride, stride, stride);
    List<FilterTiles.Tile> tiles =
        FilterTiles.tiles(geometry, IntStream.range(0, rows).boxed().toList(), panels);
    float[] x = new float[4 * batch * rows + 64];
    float[] dy = new float[4 * batch * stride + 64];
    float[] sums = gradient.sums(0);
    check(
        what,
        tiles.size(),
        () -> {
          for (FilterTiles.Tile tile : tiles) {
            tile.run(x, 0, dy, 0, sums, 0, stride, 4);
          }
        });
  }

  private static void check(String what, int tiles, Runnable work) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long end = System.nanoTime() + 30_000_000_000L;
    long bytes;
    do {
      long before = threads.getCurrentThreadAllocatedBytes();
      for (int i = 0; i < 100; i++) {
        work.run();
      }
      bytes = (threads.getCurrentThreadAllocatedBytes() - before) / (100L * tiles);
      if (System.nanoTime() > end) {
        System.out.println(what + " still allocates " + bytes + " bytes a tile");
        System.exit(1);
      }
    } while (bytes > MOST_BYTES_A_TILE);
  }
}
