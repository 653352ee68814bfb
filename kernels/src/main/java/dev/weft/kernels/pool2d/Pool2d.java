package dev.weft.kernels.pool2d;

import dev.weft.kernels.Cost;
import dev.weft.kernels.CpuArgs;
import dev.weft.kernels.DeviceArgs;
import dev.weft.kernels.Launch;
import dev.weft.kernels.LayoutWish;
import dev.weft.kernels.Op;
import dev.weft.kernels.ReferenceArgs;
import dev.weft.kernels.Slot;
import dev.weft.kernels.Stage;
import java.util.ArrayList;
import java.util.List;

/**
 * Pooling of each channel over square windows, without padding: lines and columns that do not fill
 * a window are left out.
 *
 * <pre>{@code
 * max:     y[n,oy,ox,c] = max over ky,kx < size of x[n, oy*stride+ky, ox*stride+kx, c]
 * sum:     y[n,oy,ox,c] = sum over ky,kx < size of x[n, oy*stride+ky, ox*stride+kx, c]
 * average: the sum divided by size * size
 * }</pre>
 *
 * An element of x lies in every window whose corner is up to size - 1 above and to the left of it,
 * and gets a share of the gradient of each:
 *
 * <pre>
 *   max:     dx[n,iy,ix,c] = sum of dy over the windows whose maximum it is
 *   sum:     dx[n,iy,ix,c] = sum of dy over the windows that it lies in
 *   average: that sum divided by size * size
 * </pre>
 *
 * Of equal maxima of a window the first in row-major order counts. What a window with a NaN gives
 * is not defined. (Goodfellow, Bengio and Courville, Deep Learning, 2016, section 9.3.)
 *
 * @param kind what is made of a window
 * @param n rows of the batch
 * @param h height of the input
 * @param w width of the input
 * @param c channels
 * @param size side of a window, at most h and w
 * @param stride pixels from one window to the next; windows overlap if less than {@code size}, and
 *     leave pixels out if more
 */
public record Pool2d(Kind kind, int n, int h, int w, int c, int size, int stride) {

  /** What is made of the values of a window. */
  public enum Kind {
    MAX,
    AVERAGE,
    SUM
  }

  public Pool2d {
    if (n < 1 || h < 1 || w < 1 || c < 1 || size < 1 || stride < 1) {
      throw new IllegalArgumentException(
          "pool2d: every extent, size and stride must be at least 1: [%d,%d,%d,%d] size %d stride %d"
              .formatted(n, h, w, c, size, stride));
    }
    if (size > h || size > w) {
      throw new IllegalArgumentException(
          "pool2d: a %dx%d window does not fit a %dx%d map".formatted(size, size, h, w));
    }
  }

  /** Height of the output. */
  public int outH() {
    return (h - size) / stride + 1;
  }

  /** Width of the output. */
  public int outW() {
    return (w - size) / stride + 1;
  }

  /** What the sum of a window is multiplied by. */
  float scale() {
    return kind == Kind.AVERAGE ? 1f / (size * size) : 1f;
  }

  /** Roundings of a sum of {@code count}: all but one addition, and the average's scale twice. */
  private int terms(int count) {
    return count - 1 + (kind == Kind.AVERAGE ? 2 : 0);
  }

  private Slot x() {
    return Slot.in("x", n, h, w, c);
  }

  private long operations() {
    return (long) n * outH() * outW() * c * size * size;
  }

  /**
   * y from x. Slots: x [n,h,w,c], y [n,oh,ow,c].
   *
   * @param pool the windows
   */
  public record Forward(Pool2d pool) implements Op {
    @Override
    public String name() {
      return "pool2d.forward";
    }

    @Override
    public List<Slot> slots() {
      return List.of(pool.x(), Slot.out("y", pool.n, pool.outH(), pool.outW(), pool.c));
    }

    @Override
    public Cost cost() {
      return Cost.of(this, pool.operations());
    }

    /** A maximum is one of its inputs; a sum of k values sees k - 1 roundings. */
    @Override
    public int terms(int slot) {
      return pool.kind == Kind.MAX ? 0 : pool.terms(pool.size * pool.size);
    }

    @Override
    public LayoutWish layoutWish(int slot) {
      return LayoutWish.VECTORS;
    }

    @Override
    public void reference(ReferenceArgs args) {
      Pool2dReference.forward(pool, args.reals(0), args.reals(1));
    }

    @Override
    public List<Stage> stages(CpuArgs args) {
      return Pool2dVector.forward(pool, args);
    }

    @Override
    public List<Launch> launches(DeviceArgs args) {
      return Pool2dKernels.forward(pool, args);
    }
  }

  /**
   * Gradient of the input. Slots: dy [n,oh,ow,c], x [n,h,w,c] where the pool takes maxima or {@code
   * reluInput}, dx [n,h,w,c].
   *
   * @param pool the windows
   * @param reluInput whether x came out of a ReLU; dx is then the gradient of that ReLU's input, 0
   *     where x is
   */
  public record Backward(Pool2d pool, boolean reluInput) implements Op {
    @Override
    public String name() {
      return "pool2d.backward";
    }

    boolean readsX() {
      return pool.kind == Kind.MAX || reluInput;
    }

    @Override
    public List<Slot> slots() {
      List<Slot> slots =
          new ArrayList<>(List.of(Slot.in("dy", pool.n, pool.outH(), pool.outW(), pool.c)));
      if (readsX()) {
        slots.add(pool.x());
      }
      slots.add(Slot.out("dx", pool.n, pool.h, pool.w, pool.c));
      return List.copyOf(slots);
    }

    @Override
    public Cost cost() {
      return Cost.of(this, pool.operations());
    }

    /** A pixel lies in at most ceil(size / stride) windows along each axis. */
    @Override
    public int terms(int slot) {
      int windows = (pool.size - 1) / pool.stride + 1;
      return pool.terms(windows * windows);
    }

    /** Linear in dy only: x chooses where dy goes, and keeps its sign. */
    @Override
    public void magnitude(ReferenceArgs args) {
      double[] dy = args.reals(0);
      for (int i = 0; i < dy.length; i++) {
        dy[i] = Math.abs(dy[i]);
      }
      reference(args);
    }

    @Override
    public LayoutWish layoutWish(int slot) {
      return LayoutWish.VECTORS;
    }

    @Override
    public void reference(ReferenceArgs args) {
      double[] x = args.reals(1); // dx itself, and not looked at, where x is no slot
      double[] dx = args.reals(readsX() ? 2 : 1);
      Pool2dReference.backward(pool, args.reals(0), x, dx);
      if (reluInput) {
        Pool2dReference.maskBy(x, dx);
      }
    }

    @Override
    public List<Stage> stages(CpuArgs args) {
      return Pool2dBackwardVector.stages(this, args);
    }

    @Override
    public List<Launch> launches(DeviceArgs args) {
      return Pool2dKernels.backward(this, args);
    }
  }
}
