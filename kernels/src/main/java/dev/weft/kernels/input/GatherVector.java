package dev.weft.kernels.input;

import dev.weft.kernels.Chunk;
import dev.weft.kernels.CpuArgs;
import dev.weft.kernels.Layout;
import dev.weft.kernels.Stage;
import dev.weft.kernels.StepState;
import dev.weft.kernels.cpu.Lanes;
import java.util.Arrays;
import java.util.List;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.Vector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/**
 * {@link Gather} on the CPU: lines of gray images a vector at a time, other images in plain loops.
 */
final class GatherVector {
  /** Pixels that a word holds. */
  private static final int PIXELS = 4;

  private static final float SCALE = 1f / 255f;

  /** The words of a vector of pixels, or twice as many where these are fewer than 64 bits. */
  private static final VectorSpecies<Integer> WORDS =
      VectorSpecies.of(int.class, VectorShape.forBitSize(Math.max(64, Lanes.LENGTH * Byte.SIZE)));

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
    boolean vectors =
        p.channels() == 1
            && layout.channelStride() == 1
            && p.width() % PIXELS == 0
            && p.width() >= Lanes.LENGTH;
    if (vectors) {
      for (int y = 0; y < p.height(); y++) {
        line(words + y * p.width() / PIXELS, xAt + layout.at(chunk, row, y, 0));
      }
      return;
    }
    int j = 0;
    for (int y = 0; y < p.height(); y++) {
      int at = xAt + layout.at(chunk, row, y, 0);
      for (int column = 0; column < p.width(); column++) {
        for (int c = 0; c < p.channels(); c++) {
          x[at + c] = ((images[words + (j >> 2)] >> ((j & 3) << 3)) & 0xff) * SCALE;
          j++;
        }
        at += layout.channelStride();
      }
    }
  }

  private void line(int words, int at) {
    int last = p.width() - Lanes.LENGTH;
    for (int i = 0; i < last; i += Lanes.LENGTH) {
      vector(words + i / PIXELS, at + i);
    }
    // Ends with the line: pixels that the vector before it had are written again.
    vector(words + last / PIXELS, at + last);
  }

  private void vector(int word, int at) {
    Vector<Integer> pixels =
        IntVector.fromArray(WORDS, images, word)
            .reinterpretAsBytes()
            .convertShape(VectorOperators.ZERO_EXTEND_B2I, Lanes.INTS, 0);
    FloatVector values = (FloatVector) pixels.convert(VectorOperators.I2F, 0);
    values.mul(SCALE).intoArray(x, at);
  }

  private void clear(Chunk chunk, int row) {
    for (int y = 0; y < p.height(); y++) {
      int at = xAt + layout.at(chunk, row, y, 0);
      Arrays.fill(x, at, at + p.width() * layout.channelStride(), 0f);
    }
  }
}
