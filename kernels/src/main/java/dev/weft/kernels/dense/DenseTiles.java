package dev.weft.kernels.dense;

import dev.weft.kernels.DeviceArgs;
import dev.weft.kernels.Grain;
import dev.weft.kernels.Index;
import dev.weft.kernels.Launch;
import dev.weft.kernels.Parallel;
import dev.weft.kernels.PartSums;
import java.util.List;

/**
 * {@link Dense} on a device, fast: a work-item computes a tile of {@value #ROWS} rows by {@value
 * #LANES} neighbouring columns of a product of matrices in registers, so that every value it loads
 * is used that often.
 *
 * <p>Where the product is no multiple of a tile, the last tile is moved back to end with it. Both
 * tiles then write the same values where they overlap, and none needs a test.
 */
public final class DenseTiles {
  static final int ROWS = 8;
  static final int LANES = 8;

  /** Rows and columns of a small tile, for devices with thousands of work-items at a time. */
  static final int SMALL = 4;

  /** Products with fewer weights are over before a second launch has begun. */
  private static final int WEIGHTS = 4096;

  /** There are few outputs in the forward pass: its sums are cut in parts of so many inputs. */
  private static final int INPUTS = 64;

  /** More parts than these would take one work-item too long to add up. */
  private static final int PARTS = 32;

  /** Inputs that a work-item adds up as fast as two launches begin. */
  private static final int FEW_INPUTS = 256;

  private DenseTiles() {}

  static boolean fitForward(Dense p, DeviceArgs args) {
    boolean large = p.n() >= ROWS && p.out() >= LANES && p.in() * p.out() >= WEIGHTS;
    return (large && !idleForward(p, args)) || small(p, args);
  }

  /** Whether the forward pass is to be cut in more, and smaller, tiles. */
  private static boolean small(Dense p, DeviceArgs args) {
    return idleForward(p, args) && Math.min(p.n(), p.out()) >= SMALL && p.in() > FEW_INPUTS;
  }

  private static boolean idleForward(Dense p, DeviceArgs args) {
    return !busy(parts(p) * tiles(p.n(), p.out()), args);
  }

  static boolean fitBackwardData(Dense p, DeviceArgs args) {
    return p.n() >= ROWS
        && p.in() >= LANES
        && p.in() * p.out() >= WEIGHTS
        && busy(tiles(p.n(), p.in()), args);
  }

  static boolean fitBackwardWeights(Dense p, DeviceArgs args) {
    return p.in() >= ROWS && p.out() >= LANES && busy(tiles(p.in(), p.out()), args);
  }

  /** Whether so many work-items suffice. */
  private static boolean busy(int items, DeviceArgs args) {
    return args.coarse() || items >= Grain.BUSY / 2;
  }

  private static int parts(Dense p) {
    return Math.clamp(p.in() / INPUTS, 1, PARTS);
  }

  static List<Launch> forward(Dense p, boolean relu, DeviceArgs args) {
    boolean small = small(p, args);
    int inputsPerPart = Math.ceilDiv(p.in(), parts(p) * (small ? 2 : 1));
    int parts = Math.ceilDiv(p.in(), inputsPerPart);
    Launch.Scratch sums = Launch.scratch("sums", parts, p.n(), p.out());
    // There is no mask; x stands in for it and is not looked at there.
    return List.of(
        Launch.of(
            parts
                * (small
                    ? Math.ceilDiv(p.n(), SMALL) * Math.ceilDiv(p.out(), SMALL)
                    : tiles(p.n(), p.out())),
            small ? DenseTiles::denseSmallTiles : DenseTiles::denseTiles,
            args.floats(0),
            args.floats(1),
            args.floats(0),
            sums,
            Launch.shape(
                p.n(),
                p.in(),
                p.out(),
                parts,
                inputsPerPart,
                args.offset(0),
                args.offset(1),
                0,
                0,
                0)),
        Launch.of(
            p.n() * p.out(),
            DenseTiles::denseForwardSums,
            sums,
            args.floats(2),
            args.floats(3),
            Launch.shape(parts, p.n(), p.out(), args.offset(2), args.offset(3), relu ? 1 : 0)));
  }

  static List<Launch> backwardData(Dense p, boolean reluInput, DeviceArgs args) {
    int mask = reluInput ? 2 : 0;
    int dx = reluInput ? 3 : 2;
    Launch.Scratch transposed = Launch.scratch("transposed", p.in(), p.out());
    return List.of(
        Launch.of(
            transposed.length(),
            DenseTiles::denseTranspose,
            args.floats(1),
            transposed,
            Launch.shape(p.in(), p.out(), args.offset(1))),
        // Without a mask dy stands in for x: the kernel then never looks at what it reads there.
        Launch.of(
            tiles(p.n(), p.in()),
            DenseTiles::denseTiles,
            args.floats(0),
            transposed,
            args.floats(mask),
            args.floats(dx),
            Launch.shape(
                p.n(),
                p.out(),
                p.in(),
                1,
                p.out(),
                args.offset(0),
                0,
                args.offset(mask),
                args.offset(dx),
                reluInput ? 1 : 0)));
  }

  static List<Launch> backwardWeights(Dense p, DeviceArgs args) {
    return List.of(
        Launch.of(
            tiles(p.in(), p.out()),
            DenseTiles::denseWeightTiles,
            args.floats(0),
            args.floats(1),
            args.floats(2),
            Launch.shape(p.n(), p.in(), p.out(), args.offset(0), args.offset(1), args.offset(2))),
        DenseKernels.backwardBias(p, args));
  }

  private static int tiles(int rows, int columns) {
    return Math.ceilDiv(rows, ROWS) * Math.ceilDiv(columns, LANES);
  }

  /** {@link #tile} of {@value #ROWS} by {@value #LANES}. */
  public static void denseTiles(float[] x, float[] w, float[] mask, float[] y, int[] shape) {
    int n = shape[0];
    int out = shape[2];
    int parts = shape[3];
    int tiles = (n + ROWS - 1) / ROWS;
    int blocks = (out + LANES - 1) / LANES;
    for (@Parallel int i = 0; i < parts * tiles * blocks; i++) {
      tile(x, w, mask, y, shape, i, ROWS, LANES);
    }
  }

  /** {@link #tile} of {@value #SMALL} by {@value #SMALL}. */
  public static void denseSmallTiles(float[] x, float[] w, float[] mask, float[] y, int[] shape) {
    int n = shape[0];
    int out = shape[2];
    int parts = shape[3];
    int tiles = (n + SMALL - 1) / SMALL;
    int blocks = (out + SMALL - 1) / SMALL;
    for (@Parallel int i = 0; i < parts * tiles * blocks; i++) {
      tile(x, w, mask, y, shape, i, SMALL, SMALL);
    }
  }

  /**
   * y [parts,n,out] from x [n,in] and w [in,out], each part over its share of the inputs; 0 where
   * masked and the mask [n,out] is not positive.
   */
  private static void tile(
      float[] x, float[] w, float[] mask, float[] y, int[] shape, int i, int rows, int lanes) {
    int n = shape[0];
    int in = shape[1];
    int out = shape[2];
    int inputsPerPart = shape[4];
    int xAt = shape[5];
    int wAt = shape[6];
    int maskAt = shape[7];
    int yAt = shape[8];
    int masked = shape[9];
    int tiles = (n + rows - 1) / rows;
    int blocks = (out + lanes - 1) / lanes;
    int column = Math.min((i % blocks) * lanes, out - lanes);
    int row = Math.min(((i / blocks) % tiles) * rows, n - rows);
    int part = i / (blocks * tiles);
    float[] sums = new float[rows * lanes];
    for (int sum = 0; sum < rows * lanes; sum++) {
      sums[sum] = 0f;
    }
    int end = Math.min((part + 1) * inputsPerPart, in);
    for (int j = part * inputsPerPart; j < end; j++) {
      long weights = Index.first(wAt + j * out + column);
      for (int r = 0; r < rows; r++) {
        float value = x[xAt + (row + r) * in + j];
        for (int lane = 0; lane < lanes; lane++) {
          int sum = r * lanes + lane;
          sums[sum] = sums[sum] + value * w[(int) (weights + lane)];
        }
      }
    }
    for (int r = 0; r < rows; r++) {
      int at = (row + r) * out + column;
      long masks = Index.first(maskAt + at);
      long results = Index.first(yAt + part * n * out + at);
      // All loads before all stores: the compiler cannot know that y is not the mask.
      for (int lane = 0; lane < lanes; lane++) {
        int sum = r * lanes + lane;
        sums[sum] = masked == 0 || mask[(int) (masks + lane)] > 0f ? sums[sum] : 0f;
      }
      for (int lane = 0; lane < lanes; lane++) {
        y[(int) (results + lane)] = sums[r * lanes + lane];
      }
    }
  }

  /** y [n,out] from sums [parts,n,out] and b [out]. */
  public static void denseForwardSums(float[] sums, float[] b, float[] y, int[] shape) {
    int parts = shape[0];
    int n = shape[1];
    int out = shape[2];
    int bAt = shape[3];
    int yAt = shape[4];
    int relu = shape[5];
    for (@Parallel int i = 0; i < n * out; i++) {
      float sum = b[bAt + i % out] + PartSums.total(sums, i, n * out, parts);
      float positive = sum < 0f ? 0f : sum;
      y[yAt + i] = relu == 1 ? positive : sum;
    }
  }

  /** transposed [out,in] from w [in,out]. */
  public static void denseTranspose(float[] w, float[] transposed, int[] shape) {
    int in = shape[0];
    int out = shape[1];
    int wAt = shape[2];
    for (@Parallel int i = 0; i < out * in; i++) {
      transposed[i] = w[wAt + (i % in) * out + i / in];
    }
  }

  /** dw [in,out] from x [n,in] and dy [n,out]. */
  public static void denseWeightTiles(float[] x, float[] dy, float[] dw, int[] shape) {
    int n = shape[0];
    int in = shape[1];
    int out = shape[2];
    int xAt = shape[3];
    int dyAt = shape[4];
    int dwAt = shape[5];
    int tiles = (in + ROWS - 1) / ROWS;
    int blocks = (out + LANES - 1) / LANES;
    for (@Parallel int i = 0; i < tiles * blocks; i++) {
      int column = Math.min((i % blocks) * LANES, out - LANES);
      int input = Math.min((i / blocks) * ROWS, in - ROWS);
      float[] weights = new float[ROWS * LANES];
      for (int sum = 0; sum < ROWS * LANES; sum++) {
        weights[sum] = 0f;
      }
      for (int row = 0; row < n; row++) {
        long gradients = Index.first(dyAt + row * out + column);
        for (int j = 0; j < ROWS; j++) {
          float value = x[xAt + row * in + input + j];
          for (int lane = 0; lane < LANES; lane++) {
            int sum = j * LANES + lane;
            weights[sum] = weights[sum] + value * dy[(int) (gradients + lane)];
          }
        }
      }
      for (int j = 0; j < ROWS; j++) {
        long results = Index.first(dwAt + (input + j) * out + column);
        for (int lane = 0; lane < LANES; lane++) {
          dw[(int) (results + lane)] = weights[j * LANES + lane];
        }
      }
    }
  }
}
