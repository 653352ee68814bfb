package dev.weft.kernels;

import dev.weft.kernels.cpu.Lanes;

/** How much a work-item had best do, for ops that can divide their work in more than one way. */
public enum Grain {
  /** Little, so that there are thousands of work-items to run at a time: GPUs. */
  FINE,
  /** Much, as there are few cores with wide vectors, and work-items run one after the other. */
  COARSE,
  /** As {@link #COARSE}, on cores with registers for twice as many vectors. */
  WIDE;

  /**
   * What suits this machine's own cores, when they are the device. Whoever runs without the Vector
   * API, which can tell, gets what suits all.
   */
  public static Grain ofCpu() {
    boolean known = ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
    return known && Lanes.REGISTERS == 32 ? WIDE : COARSE;
  }
}
