package dev.weft.kernels.input;

import dev.weft.kernels.Chunk;
import dev.weft.kernels.CpuArgs;
import dev.weft.kernels.Layout;
import dev.weft.kernels.Stage;
import dev.weft.kernels.StepState;
import java.util.Arrays;
import java.util.List;

/**
 * {@link Gather} on the CPU. Plain loops: a batch of 128 images takes less than a hundredth of a
 * training step.
 */
final class GatherVector {
  private final Gather p;
  private final int[] images;
  private final int imagesAt;
  private final int[] labels;
  private final int labelsAt;
  private final int[] order;
  private final int orderAt;
  private final int[] state;
  private final int stateAt;
  private final float[] x;
  private final int xAt;
  private final Layout layout;
  private final int[] target;
  private final int targetAt;

  private GatherVector(Gather p, CpuArgs args) {
    this.p = p;
    images = args.ints(0);
    imagesAt = args.offset(0);
    labels = args.ints(1);
    labelsAt = args.offset(1);
    order = args.ints(2);
    orderAt = args.offset(2);
    state = args.ints(3);
    stateAt = args.offset(3);
    x = args.floats(4);
    xAt = args.offset(4);
    layout = args.layout(4);
    target = args.ints(5);
    targetAt = args.offset(5);
  }

  static List<Stage> gather(Gather p, CpuArgs args) {
    return List.of(Stage.rows(new GatherVector(p, args)::rows, 0, 1, 2, 3, 4, 5));
  }

  private void rows(Chunk chunk) {
    int first = state[stateAt + StepState.CURSOR] * p.batch();
    int valid = state[stateAt + StepState.COUNT] - first;
    for (int row = chunk.from(); row < chunk.to(); row++) {
      if (row < valid) {
        int image = order[orderAt + first + row];
        target[targetAt + row] = labels[labelsAt + image];
        unpack(imagesAt + image * p.words(), chunk, row);
      } else {
        target[targetAt + row] = -1;
        clear(chunk, row);
      }
    }
  }

  private void unpack(int words, Chunk chunk, int row) {
    float scale = 1f / 255f;
    if (p.channels() == 1 && p.width() % 4 == 0 && layout.channelStride() == 1) {
      for (int y = 0; y < p.height(); y++) {
        int at = xAt + layout.at(chunk, row, y, 0);
        int line = words + y * p.width() / 4;
        for (int i = 0; i < p.width() / 4; i++) {
          int word = images[line + i];
          x[at + 4 * i] = (word & 0xff) * scale;
          x[at + 4 * i + 1] = (word >> 8 & 0xff) * scale;
          x[at + 4 * i + 2] = (word >> 16 & 0xff) * scale;
          x[at + 4 * i + 3] = (word >>> 24) * scale;
        }
      }
      return;
    }
    int j = 0;
    for (int y = 0; y < p.height(); y++) {
      int at = xAt + layout.at(chunk, row, y, 0);
      for (int column = 0; column < p.width(); column++) {
        for (int c = 0; c < p.channels(); c++) {
          x[at + c] = ((images[words + (j >> 2)] >> ((j & 3) << 3)) & 0xff) * scale;
          j++;
        }
        at += layout.channelStride();
      }
    }
  }

  private void clear(Chunk chunk, int row) {
    for (int y = 0; y < p.height(); y++) {
      int at = xAt + layout.at(chunk, row, y, 0);
      Arrays.fill(x, at, at + p.width() * layout.channelStride(), 0f);
    }
  }
}
