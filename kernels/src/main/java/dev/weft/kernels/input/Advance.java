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
import java.util.List;

/**
 * Moves the counters on to the next batch. Slot: state [4], see {@link StepState}.
 *
 * @param training whether the batch was a step of training, which is counted too
 */
public record Advance(boolean training) implements Op {
  @Override
  public String name() {
    return "input.advance";
  }

  @Override
  public List<Slot> slots() {
    return List.of(Slot.intsInout("state", StepState.SIZE));
  }

  @Override
  public Cost cost() {
    return Cost.of(this, 0);
  }

  @Override
  public int terms(int slot) {
    return 0;
  }

  @Override
  public void reference(ReferenceArgs args) {
    int[] state = args.ints(0);
    state[StepState.CURSOR]++;
    if (training) {
      state[StepState.STEP]++;
    }
  }

  @Override
  public List<Stage> stages(CpuArgs args) {
    int[] state = args.ints(0);
    int at = args.offset(0);
    int steps = training ? 1 : 0;
    return List.of(
        Stage.items(
            1,
            1,
            (from, to) -> {
              state[at + StepState.CURSOR] += 1;
              state[at + StepState.STEP] += steps;
            },
            0));
  }

  @Override
  public List<Launch> launches(DeviceArgs args) {
    return InputKernels.advance(this, args);
  }
}
