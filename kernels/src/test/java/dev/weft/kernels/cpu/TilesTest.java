package dev.weft.kernels.cpu;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.weft.kernels.Layout;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Tiles of a convolution against plain loops, on small integers, whose sums are exact: however rows
 * and pixels are cut, nothing may be left out or counted twice.
 */
class TilesTest {

  /** A convolution without padding, stride along lines {@code step}. */
  private record Conv(int width, int channels, int filters, int kernelH, int kernelW, int step) {
    static final int LINES = 3;

    int inputW() {
      return (width - 1) * step + kernelW;
    }

    int lineStride() {
      return inputW() * channels;
    }

    int depth() {
      return kernelH * kernelW * channels;
    }

    int padded() {
      return Lanes.roundUp(filters);
    }

    /** Where the input of tap {@code row} of pixel {@code p} of line {@code line} lies. */
    int inputAt(int line, int p, int row) {
      int ky = row / (kernelW * channels);
      return (line + ky) * lineStride() + p * step * channels + row % (kernelW * channels);
    }
  }

  private final Random random = new Random(1);

  private float[] integers(int count) {
    float[] values = new float[count + 64];
    for (int i = 0; i < count; i++) {
      values[i] = random.nextInt(9) - 4;
    }
    return values;
  }

  @ParameterizedTest
  @CsvSource({
    "28, 16, 16, 3, 3, 1",
    "14, 16, 16, 3, 3, 1",
    "13, 16, 16, 3, 3, 1",
    "7, 16, 32, 3, 3, 1",
    "28, 1, 16, 3, 3, 1",
    "24, 1, 6, 5, 5, 1",
    "8, 6, 16, 5, 5, 1",
    "28, 10, 8, 2, 2, 1",
    "12, 3, 72, 3, 3, 1",
    "12, 3, 8, 11, 11, 1",
    "9, 3, 8, 1, 1, 1",
    "12, 3, 16, 3, 3, 2",
    "4, 2, 8, 5, 1, 1",
    "4, 2, 8, 1, 4, 1",
    "3, 2, 8, 3, 3, 1",
    "1, 2, 8, 3, 3, 1",
  })
  void tilesOfAConvolution(
      int width, int channels, int filters, int kernelH, int kernelW, int step) {
    Conv conv = new Conv(width, channels, filters, kernelH, kernelW, step);
    forward(conv);
    weightGradient(conv);
  }

  private void forward(Conv conv) {
    float[] x = integers((Conv.LINES + conv.kernelH()) * conv.lineStride());
    float[] w = integers(conv.depth() * conv.filters());
    float[] b = integers(conv.filters());
    RowTiles.Geometry geometry =
        RowTiles.Geometry.of(
            conv.kernelH(),
            conv.lineStride(),
            conv.kernelW(),
            conv.channels(),
            conv.channels(),
            1,
            conv.step(),
            true,
            true);
    Layout out = new Layout(1, Conv.LINES, conv.width(), conv.filters(), 0, 0, 0, 0, conv.padded());
    Panels panels = new Panels(conv.filters());
    PanelTiles.Weights weights = PanelTiles.Weights.packed(panels, conv.depth());
    PanelTiles tiles = new PanelTiles(geometry, panels, conv.depth(), weights, out, 1);
    tiles.pack(w, 0, b, 0, 0, conv.depth() + 1);
    float[] y = new float[out.length() + 64];
    tiles.lines(0, x, 0, y, 0, conv.width(), Conv.LINES);
    for (int line = 0; line < Conv.LINES; line++) {
      for (int p = 0; p < conv.width(); p++) {
        for (int k = 0; k < conv.filters(); k++) {
          float sum = b[k];
          for (int row = 0; row < conv.depth(); row++) {
            sum += x[conv.inputAt(line, p, row)] * w[row * conv.filters() + k];
          }
          assertEquals(
              Math.max(sum, 0f), y[out.at(0, line, p) + k], "line " + line + ", pixel " + p);
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"1, 1, 1", "14, 2, 2", "8, 5, 5", "3, 13, 1"})
  void foldedSums(int pixels, int terms, int lines) {
    int line = 700;
    float[] x = integers(lines * line);
    List<List<Integer>> offsets = new ArrayList<>();
    for (int pixel = 0; pixel < pixels; pixel++) {
      List<Integer> own = new ArrayList<>();
      for (int term = 0; term < terms; term++) {
        own.add(random.nextInt(line));
      }
      offsets.add(own);
    }
    int step = Lanes.UNIT + 3;
    float[] y = new float[1 + pixels * step];
    FoldTiles.of(new FoldTiles.Geometry(offsets, line, step)).run(x, 0, y, 1, lines);
    for (int at = 0; at < pixels * step; at++) {
      float sum = 0f;
      for (int i = 0; at % step < Lanes.UNIT && i < lines * terms; i++) {
        sum += x[i / terms * line + offsets.get(at / step).get(i % terms) + at % step];
      }
      assertEquals(sum, y[1 + at], "element " + at);
    }
  }

  /** Weights that are not packed have no pad channels; those of the output stay 0 all the same. */
  @ParameterizedTest
  @CsvSource({"1568, 70", "24, 56", "10, 16", "3, 1"})
  void weightsWhereTheyLie(int depth, int channels) {
    int rows = 3;
    float[] x = integers(rows * depth);
    float[] w = integers(5 + depth * channels + channels);
    int bAt = 5 + depth * channels;
    Layout out = new Layout(rows, 1, 1, channels, 0, 0, 0, 0, Lanes.roundUp(channels));
    RowTiles.Geometry geometry = RowTiles.Geometry.of(1, 0, 1, depth, depth, 1, 1, true, false);
    float[] y = new float[out.length() + 64];
    PanelTiles.Weights weights = PanelTiles.Weights.inPlace(w, 5, w, bAt);
    new PanelTiles(geometry, Panels.whole(channels), depth, weights, out, 1)
        .lines(0, x, 0, y, 0, rows, 1);
    for (int row = 0; row < rows; row++) {
      for (int k = 0; k < out.channelStride(); k++) {
        float sum = k < channels ? w[bAt + k] : 0f;
        for (int i = 0; i < depth && k < channels; i++) {
          sum += x[row * depth + i] * w[5 + i * channels + k];
        }
        assertEquals(sum, y[row * out.channelStride() + k], "row " + row + ", channel " + k);
      }
    }
  }

  private void weightGradient(Conv conv) {
    float[] x = integers((Conv.LINES + conv.kernelH()) * conv.lineStride());
    int dyLine = conv.width() * conv.padded();
    float[] dy = integers(Conv.LINES * dyLine);
    List<Integer> offsets = new ArrayList<>();
    for (int row = 0; row < conv.depth(); row++) {
      offsets.add(conv.inputAt(0, 0, row));
    }
    WeightGradient gradient = new WeightGradient(conv.depth(), new Panels(conv.filters()), 1);
    FilterTiles.Geometry geometry =
        FilterTiles.Geometry.of(
            conv.width(),
            conv.lineStride(),
            conv.step() * conv.channels(),
            dyLine,
            conv.padded(),
            gradient.stride());
    float[] dw = gradient.sums(0);
    for (FilterTiles.Tile tile : FilterTiles.tiles(geometry, offsets, gradient.panels())) {
      tile.run(x, 0, dy, 0, dw, 0, gradient.stride(), Conv.LINES);
    }
    for (int row = 0; row < conv.depth(); row++) {
      for (int k = 0; k < conv.filters(); k++) {
        float sum = 0f;
        for (int line = 0; line < Conv.LINES; line++) {
          for (int p = 0; p < conv.width(); p++) {
            sum += x[conv.inputAt(line, p, row)] * dy[line * dyLine + p * conv.padded() + k];
          }
        }
        assertEquals(sum, dw[row * gradient.stride() + k], "row " + row + ", channel " + k);
      }
    }
  }
}
