package dev.weft.kernels.input;

import dev.weft.kernels.Cost;
import dev.weft.kernels.CpuArgs;
import dev.weft.kernels.DeviceArgs;
import dev.weft.kernels.Launch;
import dev.weft.kernels.Op;
import dev.weft.kernels.ReferenceArgs;
import dev.weft.kernels.Slot;
import dev.weft.kernels.Stage;
import dev.weft.kernels.StepState;
import java.util.Arrays;
import java.util.List;

/**
 * Ends a batch: adds it to the totals of an epoch, and moves the counters on to the next. Slots:
 * loss [n], hit [n]; state [4], see {@link StepState}; totals [4]: sum of losses, hits, valid rows,
 * and the mean loss of this batch alone, 0 if it has no valid row.
 *
 * <p>The batch is added to the sum of losses as one number, which over b batches then has a
 * relative error of at most (n - 1 + b) u, as no loss is negative: 3.3e-5 for 422 batches of 128.
 * Hits and rows are exact up to 2^24.
 *
 * @param n rows of the batch
 * @param training whether the batch was a step of training, which is counted too
 */
public record Advance(int n, boolean training) implements Op {
  public Advance {
    if (n < 1) {
      throw new IllegalArgumentException("advance: n must be at least 1: " + n);
    }
  }

  @Override
  public String name() {
    return "input.advance";
  }

  @Override
  public List<Slot> slots() {
    return List.of(
        Slot.in("loss", n),
        Slot.in("hit", n),
        Slot.intsInout("state", StepState.SIZE),
        Slot.inout("totals", 4));
  }

  @Override
  public Cost cost() {
    return Cost.of(this, 2L * n);
  }

  /** n - 1 sums, and for the mean a division of 5u. */
  @Override
  public int terms(int slot) {
    return slot == 3 ? n + 4 : 0;
  }

  @Override
  public void reference(ReferenceArgs args) {
    int[] state = args.ints(2);
    double[] totals = args.reals(3);
    int valid = StepState.validRows(state, n);
    double losses = Arrays.stream(args.reals(0)).sum();
    totals[0] += losses;
    totals[1] += Arrays.stream(args.reals(1)).sum();
    totals[2] += valid;
    totals[3] = valid > 0 ? losses / valid : 0;
    state[StepState.CURSOR]++;
    if (training) {
      state[StepState.STEP]++;
    }
  }

  @Override
  public List<Stage> stages(CpuArgs args) {
    float[] loss = args.floats(0);
    float[] hit = args.floats(1);
    int[] state = args.ints(2);
    float[] totals = args.floats(3);
    int lossAt = args.offset(0);
    int hitAt = args.offset(1);
    int stateAt = args.offset(2);
    int at = args.offset(3);
    return List.of(
        Stage.items(
            1,
            1,
            (first, end) -> {
              int valid = StepState.validRows(state, stateAt, n);
              float losses = 0f;
              float hits = 0f;
              for (int row = 0; row < n; row++) {
                losses += loss[lossAt + row];
                hits += hit[hitAt + row];
              }
              totals[at] += losses;
              totals[at + 1] += hits;
              totals[at + 2] += valid;
              totals[at + 3] = valid > 0 ? losses / valid : 0f;
              state[stateAt + StepState.CURSOR] += 1;
              state[stateAt + StepState.STEP] += training ? 1 : 0;
            },
            0,
            1,
            2,
            3));
  }

  @Override
  public List<Launch> launches(DeviceArgs args) {
    return InputKernels.advance(this, args);
  }
}
