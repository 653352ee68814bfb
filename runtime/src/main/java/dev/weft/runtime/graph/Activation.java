package dev.weft.runtime.graph;

/** What is applied to the sums of a convolution or dense layer, as part of that layer. */
public enum Activation {
  /** The sums themselves. */
  NONE,
  /** {@code max(x, 0)}. */
  RELU,
  /** Probabilities of the classes: for the last layer alone. */
  SOFTMAX
}
