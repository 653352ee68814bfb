package dev.weft.kernels;

/** How much a work-item had best do, for ops that can divide their work in more than one way. */
public enum Grain {
  /** Little, so that there are thousands of work-items to run at a time: GPUs. */
  FINE,
  /** Much, as there are few cores with wide vectors, and work-items run one after the other. */
  COARSE
}
