package dev.weft.kernels.cpu;

/**
 * How {@code channels} output channels are cut into panels: as many of two vectors as fit, then one
 * of one vector for the rest. Weights are packed panel after panel, each {@code [depth][width]}.
 *
 * @param channels real channels
 */
public record Panels(int channels) {

  /** Number of panels. */
  public int count() {
    return (Lanes.roundUp(channels) + 2 * Lanes.LENGTH - 1) / (2 * Lanes.LENGTH);
  }

  /** First channel of panel {@code q}. */
  public int start(int q) {
    return q * 2 * Lanes.LENGTH;
  }

  /** Whether panel {@code q} is two vectors wide. */
  public boolean wide(int q) {
    return Lanes.roundUp(channels) - start(q) >= 2 * Lanes.LENGTH;
  }

  /** Channels of panel {@code q}, padding counted. */
  public int width(int q) {
    return wide(q) ? 2 * Lanes.LENGTH : Lanes.LENGTH;
  }

  /** Real channels of panel {@code q}. */
  public int real(int q) {
    return Math.min(width(q), channels - start(q));
  }

  /** All channels, padding counted. */
  public int padded() {
    return Lanes.roundUp(channels);
  }

  /** Index of panel {@code q} in weights packed with {@code depth} rows. */
  public int packed(int q, int depth) {
    return start(q) * depth;
  }
}
