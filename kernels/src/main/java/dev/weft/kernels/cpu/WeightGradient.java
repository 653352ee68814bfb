package dev.weft.kernels.cpu;

import dev.weft.kernels.Stage;
import java.util.Arrays;
import jdk.incubator.vector.FloatVector;

/**
 * Gradients of weights {@code [rows, channels]} and bias {@code [channels]} that are summed chunk
 * by chunk of the batch and then over the chunks in their order, so that the sum is the same
 * whichever thread did which chunk. Channels are padded to whole vectors; the bias is the last row.
 */
public final class WeightGradient {
  private final int rows;
  private final Panels panels;
  private final float[][] partials;

  /**
   * Makes room for the partial sums.
   *
   * @param rows weights a channel
   * @param panels the output channels
   * @param chunks of the batch
   */
  public WeightGradient(int rows, Panels panels, int chunks) {
    this.rows = rows;
    this.panels = panels;
    this.partials = new float[chunks][(rows + 1) * panels.padded()];
  }

  public Panels panels() {
    return panels;
  }

  /** Floats from one row of weights to the next. */
  public int stride() {
    return panels.padded();
  }

  /** The sums of chunk {@code chunk}, [rows + 1, stride]. */
  public float[] sums(int chunk) {
    return partials[chunk];
  }

  /** Sets rows {@code from} to {@code to} of chunk {@code chunk} to 0. */
  public void clear(int chunk, int from, int to) {
    Arrays.fill(partials[chunk], from * stride(), to * stride(), 0f);
  }

  /** Adds {@code count} pixels of {@code dy} from {@code at}, {@code step} apart, to the bias. */
  public void addBias(float[] sums, float[] dy, int at, int step, int count) {
    for (int c = 0; c < panels.padded(); c += Lanes.UNIT) {
      int to = rows * stride() + c;
      FloatVector a = FloatVector.fromArray(Lanes.UNITS, sums, to);
      FloatVector b = FloatVector.zero(Lanes.UNITS);
      int p = at + c;
      int end = p + count * step;
      for (; p <= end - 4 * step; p += 4 * step) {
        FloatVector some = load(dy, p).add(load(dy, p + step));
        FloatVector more = load(dy, p + 2 * step).add(load(dy, p + 3 * step));
        a = a.add(some);
        b = b.add(more);
      }
      for (; p < end; p += step) {
        a = a.add(load(dy, p));
      }
      a.add(b).intoArray(sums, to);
    }
  }

  private static FloatVector load(float[] array, int at) {
    return FloatVector.fromArray(Lanes.UNITS, array, at);
  }

  /** Sums over the chunks: items are the rows of weights, and then the bias. */
  public Stage.ItemBody reduce(float[] dw, int dwAt, float[] db, int dbAt) {
    int channels = panels.channels();
    return (from, to) -> {
      for (int row = from; row < to; row++) {
        float[] target = row < rows ? dw : db;
        int targetAt = row < rows ? dwAt + row * channels : dbAt;
        int c = 0;
        for (; c <= channels - Lanes.UNIT; c += Lanes.UNIT) {
          FloatVector sum = FloatVector.zero(Lanes.UNITS);
          for (float[] partial : partials) {
            sum = sum.add(load(partial, row * stride() + c));
          }
          sum.intoArray(target, targetAt + c);
        }
        for (; c < channels; c++) {
          float sum = 0f;
          for (float[] partial : partials) {
            sum += partial[row * stride() + c];
          }
          target[targetAt + c] = sum;
        }
      }
    };
  }
}
