package dev.weft.kernels.cpu;

import java.util.ArrayList;
import java.util.List;

/**
 * How {@code channels} output channels are cut into panels: as many of two vectors as fit, then one
 * of a vector and one of {@link Lanes#UNIT} for what is left. Weights are packed panel after panel,
 * each {@code [depth][width]}.
 *
 * @param channels real channels
 * @param all the panels, in order of their channels
 */
public record Panels(int channels, List<Panel> all) {

  /**
   * Neighbouring channels.
   *
   * @param start first channel
   * @param lanes floats a vector
   * @param wide whether it is two vectors, not one
   */
  public record Panel(int start, int lanes, boolean wide) {

    /** Vectors, 1 or 2. */
    public int vectors() {
      return wide ? 2 : 1;
    }

    /** Channels, padding counted. */
    public int width() {
      return vectors() * lanes;
    }

    /** The same vectors, wherever they start: what tiles are made for. */
    Panel shape() {
      return new Panel(0, lanes, wide);
    }
  }

  /** Stands for a panel that is filled in later. */
  public static final Panel UNKNOWN = new Panel(0, Lanes.LENGTH, false);

  /** Cuts {@code channels}, at least 1. */
  public Panels(int channels) {
    this(channels, cut(Lanes.roundUp(channels)));
  }

  /**
   * Cuts {@code channels}, at least 1, into whole vectors only: panels of fewer kinds, each of
   * which is code to compile, and more products for each input that is loaded (a dense layer of
   * 1568 to 24 on a Zen 4: 74 us in place of 139).
   */
  public static Panels whole(int channels) {
    return new Panels(channels, cut(Math.ceilDiv(channels, Lanes.LENGTH) * Lanes.LENGTH));
  }

  private static List<Panel> cut(int padded) {
    List<Panel> panels = new ArrayList<>();
    int start = 0;
    while (start < padded) {
      int left = padded - start;
      int lanes = left >= Lanes.LENGTH ? Lanes.LENGTH : Lanes.UNIT;
      panels.add(new Panel(start, lanes, left >= 2 * Lanes.LENGTH));
      start += panels.getLast().width();
    }
    return List.copyOf(panels);
  }

  /** Number of panels. */
  public int count() {
    return all.size();
  }

  /** Real channels of {@code panel}. */
  public int real(Panel panel) {
    return Math.min(panel.width(), channels - panel.start());
  }

  /** All channels, padding counted. */
  public int padded() {
    return all.getLast().start() + all.getLast().width();
  }
}
