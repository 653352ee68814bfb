package dev.weft.kernels;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The extents of a row-major tensor, outermost first, such as {@code [128,28,28,16]} for {@code
 * [n,h,w,c]}.
 *
 * @param dims the extents, each at least 1
 */
public record Shape(List<Integer> dims) {
  public Shape {
    dims = List.copyOf(dims);
    long size = 1;
    for (int d : dims) {
      if (d < 1) {
        throw new IllegalArgumentException("extent " + d + " in " + dims + ": must be at least 1");
      }
      size *= d;
      if (size > Integer.MAX_VALUE) {
        throw new IllegalArgumentException(dims + " holds more than 2^31-1 elements");
      }
    }
  }

  public static Shape of(int... dims) {
    return new Shape(Arrays.stream(dims).boxed().toList());
  }

  /** Number of extents. */
  public int rank() {
    return dims.size();
  }

  public int dim(int axis) {
    return dims.get(axis);
  }

  /** Number of elements: the product of all extents. */
  public int size() {
    return dims.stream().reduce(1, (a, b) -> a * b);
  }

  /** The position {@code index} has in this shape, as {@code [3,0,1]}: for messages. */
  public String coordinates(int index) {
    int[] at = new int[rank()];
    for (int axis = rank() - 1, rest = index; axis >= 0; axis--) {
      at[axis] = rest % dim(axis);
      rest /= dim(axis);
    }
    return Arrays.stream(at).mapToObj(String::valueOf).collect(Collectors.joining(",", "[", "]"));
  }

  @Override
  public String toString() {
    return dims.stream().map(String::valueOf).collect(Collectors.joining(",", "[", "]"));
  }
}
