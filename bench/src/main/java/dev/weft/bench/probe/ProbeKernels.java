package dev.weft.bench.probe;

import dev.weft.kernels.DeviceArgs;
import dev.weft.kernels.Index;
import dev.weft.kernels.Launch;
import dev.weft.kernels.Parallel;
import java.util.List;

/**
 * The probes on a device. The OpenCL C beside it is written by hand and not made by TornadoVM: it
 * has to get the most out of a device, with vectors of eight where TornadoVM has scalars.
 */
public final class ProbeKernels {
  /** Elements of a work-item: chains that do not wait for each other. */
  private static final int CHAINS = 64;

  private ProbeKernels() {}

  static List<Launch> fma(Fma probe, DeviceArgs args) {
    int items = probe.size() / CHAINS;
    return List.of(
        Launch.of(
            items,
            ProbeKernels::probeFma,
            args.floats(0),
            args.floats(1),
            Launch.shape(items, args.offset(0), args.offset(1), probe.rounds())));
  }

  static List<Launch> copy(Copy probe, DeviceArgs args) {
    return List.of(
        Launch.of(
            probe.size(),
            ProbeKernels::probeCopy,
            args.floats(0),
            args.floats(1),
            Launch.shape(probe.size(), args.offset(0), args.offset(1))));
  }

  /** Work-items shape[0], of 64 elements each; shape[3] multiply-adds of each element. */
  public static void probeFma(float[] x, float[] y, int[] shape) {
    int items = shape[0];
    int xAt = shape[1];
    int yAt = shape[2];
    int rounds = shape[3];
    for (@Parallel int i = 0; i < items; i++) {
      long from = Index.first(xAt + CHAINS * i);
      long to = Index.first(yAt + CHAINS * i);
      float[] chains = new float[CHAINS];
      for (int j = 0; j < CHAINS; j++) {
        chains[j] = x[(int) (from + j)];
      }
      for (int round = 0; round < rounds; round++) {
        for (int j = 0; j < CHAINS; j++) {
          chains[j] = chains[j] * 0.999f + 0.001f;
        }
      }
      for (int j = 0; j < CHAINS; j++) {
        y[(int) (to + j)] = chains[j];
      }
    }
  }

  /** y from x, shape[0] elements each. */
  public static void probeCopy(float[] x, float[] y, int[] shape) {
    int items = shape[0];
    int xAt = shape[1];
    int yAt = shape[2];
    for (@Parallel int i = 0; i < items; i++) {
      y[yAt + i] = x[xAt + i];
    }
  }
}
