package dev.weft.kernels.augment;

import dev.weft.kernels.Chunk;
import dev.weft.kernels.CpuArgs;
import dev.weft.kernels.Hash;
import dev.weft.kernels.Layout;
import dev.weft.kernels.Stage;
import dev.weft.kernels.StepState;
import java.util.List;

/** {@link Augment} on the CPU. */
final class AugmentVector {
  private final Augment p;
  private final float[] x;
  private final int xAt;
  private final Layout from;
  private final int[] state;
  private final int stateAt;
  private final float[] y;
  private final int yAt;
  private final Layout to;

  private AugmentVector(Augment p, CpuArgs args) {
    this.p = p;
    x = args.floats(0);
    xAt = args.offset(0);
    from = args.layout(0);
    state = args.ints(1);
    stateAt = args.offset(1);
    y = args.floats(2);
    yAt = args.offset(2);
    to = args.layout(2);
  }

  static List<Stage> augment(Augment p, CpuArgs args) {
    return List.of(Stage.rows(new AugmentVector(p, args)::rows, 0, 1, 2));
  }

  private void rows(Chunk chunk) {
    int step = state[stateAt + StepState.STEP];
    for (int row = chunk.from(); row < chunk.to(); row++) {
      Drawn drawn = Drawn.of(p, step, row);
      for (int line = 0; line < p.height(); line++) {
        line(drawn, chunk, row, line);
        finish(drawn, chunk, step, row, line);
      }
    }
  }

  /** Fetches a line from where it comes. */
  private void line(Drawn drawn, Chunk chunk, int row, int line) {
    int h = p.height();
    int w = p.width();
    int v = 2 * line - (h - 1);
    int image = xAt + from.at(chunk, row, 0, 0);
    int at = yAt + to.at(chunk, row, line, 0);
    boolean erasedLine = line >= drawn.top && line < drawn.top + drawn.side;
    for (int column = 0; column < w; column++, at += to.channelStride()) {
      if (erasedLine && column >= drawn.left && column < drawn.left + drawn.side) {
        for (int c = 0; c < p.channels(); c++) {
          y[at + c] = 0;
        }
        continue;
      }
      int u = drawn.mirror * (2 * column - (w - 1));
      int fromY = ((drawn.sin * u + drawn.cos * v + ((h - 1) << 14)) >> 1) + drawn.down;
      int fromX = ((drawn.cos * u - drawn.sin * v + ((w - 1) << 14)) >> 1) + drawn.right;
      int py = fromY >> 14;
      int px = fromX >> 14;
      int below = (fromY & 16383) >> 6;
      int beside = (fromX & 16383) >> 6;
      int upper = py >= 0 && py < h ? 256 - below : 0;
      int lower = py >= -1 && py < h - 1 ? below : 0;
      int near = px >= 0 && px < w ? 256 - beside : 0;
      int far = px >= -1 && px < w - 1 ? beside : 0;
      // Pixels outside have no weight: the nearest inside are read instead.
      int first = image + Math.clamp(py, 0, h - 1) * from.lineStride();
      int second = image + Math.clamp(py + 1, 0, h - 1) * from.lineStride();
      int x0 = Math.clamp(px, 0, w - 1) * from.channelStride();
      int x1 = Math.clamp(px + 1, 0, w - 1) * from.channelStride();
      float w00 = upper * near * 0x1p-16f;
      float w01 = upper * far * 0x1p-16f;
      float w10 = lower * near * 0x1p-16f;
      float w11 = lower * far * 0x1p-16f;
      for (int c = 0; c < p.channels(); c++) {
        y[at + c] =
            w00 * x[first + x0 + c]
                + w01 * x[first + x1 + c]
                + w10 * x[second + x0 + c]
                + w11 * x[second + x1 + c];
      }
    }
  }

  /** Light and noise, where there are any. */
  private void finish(Drawn drawn, Chunk chunk, int step, int row, int line) {
    if (p.light() == 0 && p.noise() == 0) {
      return;
    }
    int index = p.batch() * Augment.DRAWS + (row * p.height() + line) * p.width() * p.channels();
    int at = yAt + to.at(chunk, row, line, 0);
    for (int column = 0; column < p.width(); column++, at += to.channelStride()) {
      for (int c = 0; c < p.channels(); c++, index++) {
        float value = drawn.contrast * y[at + c] + drawn.lift;
        if (p.noise() > 0) {
          int q = (Hash.of(p.seed(), step, index) >> 16) - 128;
          value = Math.clamp(value + drawn.amplitude * q * 0x1p-23f, 0f, 1f);
        }
        y[at + c] = value;
      }
    }
  }

  /**
   * What is drawn for an image; see {@link Augment} for the units.
   *
   * @param mirror -1 where it is mirrored, else 1
   * @param side of the square that is erased, 0 where none is
   */
  private record Drawn(
      int sin,
      int cos,
      int down,
      int right,
      int mirror,
      int side,
      int top,
      int left,
      float contrast,
      float lift,
      int amplitude) {

    static Drawn of(Augment p, int step, int row) {
      Draw draw = k -> Hash.of(p.seed(), step, row * Augment.DRAWS + k);
      int t = draw.signed(Augment.ROTATE, p.angle());
      int t2 = t * t >> 14;
      int z = (1 << 14) + draw.signed(Augment.SCALE, p.zoom());
      int sine = t - ((t2 * t >> 14) * 10923 >> 16);
      int cosine = (1 << 14) - (t2 >> 1) + ((t2 * t2 >> 14) * 2731 >> 16);
      int lost = p.light() * draw.byteOf(Augment.LIGHT);
      return new Drawn(
          sine * z >> 14,
          cosine * z >> 14,
          draw.signed(Augment.DOWN, p.distance()),
          draw.signed(Augment.RIGHT, p.distance()),
          p.amounts().flip() && draw.even(Augment.FLIP) ? -1 : 1,
          draw.even(Augment.ERASE) ? p.erased() : 0,
          draw.place(Augment.TOP, p.height() - p.erased() + 1),
          draw.place(Augment.LEFT, p.width() - p.erased() + 1),
          (65536 - lost) * 0x1p-16f,
          lost * draw.byteOf(Augment.LIFT) * 0x1p-24f,
          p.noise() * draw.byteOf(Augment.NOISE));
    }
  }

  /** Number {@code k} of an image, 24 bits. */
  @FunctionalInterface
  private interface Draw {
    int of(int k);

    default int signed(int k, int amount) {
      return ((of(k) >> 14) - 512) * amount >> 9;
    }

    default int byteOf(int k) {
      return of(k) >> 16;
    }

    default boolean even(int k) {
      return of(k) >= 1 << 23;
    }

    default int place(int k, int places) {
      return (of(k) >> 8) * places >> 16;
    }
  }
}
