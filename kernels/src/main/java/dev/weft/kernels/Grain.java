package dev.weft.kernels;

import dev.weft.kernels.cpu.Lanes;
import java.util.Locale;

/** How much a work-item had best do, for ops that can divide their work in more than one way. */
public enum Grain {
  /** Little, so that there are thousands of work-items to run at a time: GPUs. */
  FINE,
  /** Much, as there are few cores with wide vectors, and work-items run one after the other. */
  COARSE,
  /** As {@link #COARSE}, on cores with registers for twice as many vectors. */
  WIDE;

  /**
   * Drivers divide work-items into groups of one size, which a prime number of them does not allow.
   */
  private static final int LEAST_GROUP = 64;

  /** Names what is to be used on every device, to try out on one what is meant for others. */
  public static final String PROPERTY = "weft.grain";

  /** Work-items that keep a large GPU busy. */
  public static final int BUSY = 1 << 15;

  /**
   * Work-items that are to run beside each other on one core, where there are {@code items} of
   * them; 0 where that is best left to the driver. Few items are spread over as many cores as
   * possible.
   */
  public int group(int items) {
    return this != FINE ? 0 : items < 2 * BUSY ? LEAST_GROUP : 2 * LEAST_GROUP;
  }

  /**
   * Work-items to be launched for {@code items}: whole groups, of few sizes whatever the kernel.
   * Those past the end of its loop find nothing to do.
   */
  public long wholeGroups(int items) {
    int group = Math.max(group(items), LEAST_GROUP);
    return Math.ceilDiv(items, group) * (long) group;
  }

  /** What {@link #PROPERTY} asks for, else {@code suitable}. */
  public static Grain orAsked(Grain suitable) {
    String asked = System.getProperty(PROPERTY);
    return asked == null ? suitable : valueOf(asked.toUpperCase(Locale.ROOT));
  }

  /**
   * What suits this machine's own cores, when they are the device. Whoever runs without the Vector
   * API, which can tell, gets what suits all.
   */
  public static Grain ofCpu() {
    boolean known = ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
    return known && Lanes.REGISTERS == 32 ? WIDE : COARSE;
  }
}
