package dev.weft.models.predict;

import java.util.ArrayDeque;
import java.util.Optional;

/**
 * Finds where the garment is: the pixels marked as not background, without specks of dust and
 * lettering, which are small next to it. Looks at cells of a grid, each marked where an eighth of
 * it is.
 */
final class GarmentFinder {
  private static final int GRID = 256;
  private static final int SHARE_OF_CELL = 8;

  /** A part this many times smaller than the largest is none of the garment. */
  private static final int SPECK = 50;

  private final int width;
  private final int height;
  private final int cell;
  private final int columns;
  private final int rows;
  private final boolean[] open;

  private GarmentFinder(boolean[] marked, int width, int height) {
    this.width = width;
    this.height = height;
    this.cell = Math.max(1, Math.max(width, height) / GRID);
    this.columns = Math.ceilDiv(width, cell);
    this.rows = Math.ceilDiv(height, cell);
    this.open = new boolean[columns * rows];
    int[] counts = new int[open.length];
    for (int i = 0; i < marked.length; i++) {
      if (marked[i]) {
        counts[i / width / cell * columns + i % width / cell]++;
      }
    }
    for (int i = 0; i < open.length; i++) {
      open[i] = counts[i] > 0 && counts[i] * SHARE_OF_CELL >= cell * cell;
    }
  }

  /**
   * The box around all large parts.
   *
   * @param marked {@code [height,width]}, which pixels are not background
   * @return empty if none is
   */
  static Optional<Box> find(boolean[] marked, int width, int height) {
    return new GarmentFinder(marked, width, height).find();
  }

  /** A connected part: its bounds, in cells, and its size. */
  private static final class Part {
    private int left = Integer.MAX_VALUE;
    private int top = Integer.MAX_VALUE;
    private int right = -1;
    private int bottom = -1;
    private int size;

    void add(int x, int y) {
      left = Math.min(left, x);
      top = Math.min(top, y);
      right = Math.max(right, x);
      bottom = Math.max(bottom, y);
      size++;
    }

    void addBounds(Part other) {
      left = Math.min(left, other.left);
      top = Math.min(top, other.top);
      right = Math.max(right, other.right);
      bottom = Math.max(bottom, other.bottom);
    }
  }

  private Optional<Box> find() {
    ArrayDeque<Part> parts = new ArrayDeque<>();
    int largest = 0;
    for (int i = 0; i < open.length; i++) {
      if (open[i]) {
        Part part = part(i);
        largest = Math.max(largest, part.size);
        parts.add(part);
      }
    }
    if (parts.isEmpty()) {
      return Optional.empty();
    }
    Part all = new Part();
    for (Part part : parts) {
      if ((long) part.size * SPECK >= largest) {
        all.addBounds(part);
      }
    }
    int x = all.left * cell;
    int y = all.top * cell;
    return Optional.of(
        new Box(
            x,
            y,
            Math.min(width, (all.right + 1) * cell) - x,
            Math.min(height, (all.bottom + 1) * cell) - y));
  }

  /** Collects the part that a cell belongs to, and takes its cells away. */
  private Part part(int start) {
    Part part = new Part();
    ArrayDeque<Integer> next = new ArrayDeque<>();
    open[start] = false;
    next.add(start);
    while (!next.isEmpty()) {
      int at = next.poll();
      int x = at % columns;
      int y = at / columns;
      part.add(x, y);
      for (int ny = Math.max(0, y - 1); ny <= Math.min(rows - 1, y + 1); ny++) {
        for (int nx = Math.max(0, x - 1); nx <= Math.min(columns - 1, x + 1); nx++) {
          int neighbour = ny * columns + nx;
          if (open[neighbour]) {
            open[neighbour] = false;
            next.add(neighbour);
          }
        }
      }
    }
    return part;
  }
}
