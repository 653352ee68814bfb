package dev.weft.kernels.conv2d;

import dev.weft.kernels.DeviceArgs;
import dev.weft.kernels.Index;
import dev.weft.kernels.Launch;
import dev.weft.kernels.Parallel;
import java.util.List;

/**
 * The data gradient of {@link Conv2d} on a device whose work-items do much, in the two steps of
 * {@link Conv2dFoldVector}: the parts are a convolution of one tap, with as many output channels as
 * a pixel has parts.
 */
public final class Conv2dFoldTiles {
  static final int LANES = Conv2dTiles.FEW;

  /** Multiply-adds of a tile that take as long as to write one part, read it and add it up. */
  private static final int ADD = 8;

  private Conv2dFoldTiles() {}

  /** Whether this is the faster form on the device. */
  static boolean fit(Conv2d p, DeviceArgs args) {
    if (!args.coarse() || !p.unitStride() || p.c() < LANES) {
      return false;
    }
    long taps = (long) p.kernelH() * p.kernelW();
    long out = (long) p.outH() * p.outW();
    long gathered =
        p.h()
            * whole(p.w(), Conv2dTiles.PIXELS)
            * taps
            * p.k()
            * whole(p.c(), Conv2dTiles.lanes(p.c(), args));
    long folded =
        whole(out, Conv2dTiles.PIXELS) * p.k() * whole(taps * p.c(), Conv2dTiles.LANES)
            + out * taps * whole(p.c(), LANES) * ADD;
    return folded < gathered && p.n() * out * taps * p.c() <= Index.MOST_ELEMENTS;
  }

  private static long whole(long n, int of) {
    return Math.ceilDiv(n, of) * of;
  }

  static List<Launch> backwardData(Conv2d p, boolean reluInput, DeviceArgs args) {
    int mask = reluInput ? 2 : 0;
    int dx = reluInput ? 3 : 2;
    int pixels = p.outH() * p.outW();
    int width = p.kernelH() * p.kernelW() * p.c();
    Conv2dTiles.Tiling tiling = Conv2dTiles.Tiling.of(p.n(), pixels, width, args);
    // The parts are what the data gradient of a convolution of one tap would be.
    Conv2d single = new Conv2d(p.n(), p.outH(), p.outW(), width, p.k(), 1, 1, 1, 1, Padding.VALID);
    Launch.Scratch turned = Conv2dTiles.turned(single);
    Launch.Scratch parts = Launch.scratch("parts", p.n(), pixels, width);
    return List.of(
        Conv2dTiles.turn(single, args),
        // There is no bias and no mask; others stand in for them and are not looked at there.
        Launch.of(
            tiling.items(),
            tiling.kernel(),
            args.floats(0),
            turned,
            turned,
            turned,
            parts,
            Launch.shape(
                tiling.items(),
                tiling.groups(),
                tiling.tiles(),
                1,
                pixels,
                width,
                1,
                p.k(),
                1,
                p.k(),
                1,
                pixels * p.k(),
                args.offset(0),
                0,
                0,
                0,
                0,
                0,
                0,
                0)),
        Launch.of(
            p.n() * p.h(),
            Conv2dFoldTiles::conv2dFold,
            parts,
            args.floats(mask),
            args.floats(dx),
            Launch.shape(
                p.n() * p.h(),
                p.h(),
                p.w(),
                p.c(),
                p.outH(),
                p.outW(),
                p.kernelH(),
                p.kernelW(),
                p.padTop(),
                p.padLeft(),
                args.offset(mask),
                args.offset(dx),
                reluInput ? 1 : 0)));
  }

  /**
   * dx [n,h,w,c] from parts [n,outH,outW,kernelH,kernelW,c], a work-item a line; 0 where masked and
   * the mask [n,h,w,c] is not positive. Where the channels are no multiple of the lanes, the last
   * ones are moved back to end with them.
   */
  public static void conv2dFold(float[] parts, float[] mask, float[] dx, int[] shape) {
    int items = shape[0];
    int h = shape[1];
    int w = shape[2];
    int c = shape[3];
    int outH = shape[4];
    int outW = shape[5];
    int kernelH = shape[6];
    int kernelW = shape[7];
    int padTop = shape[8];
    int padLeft = shape[9];
    int maskAt = shape[10];
    int dxAt = shape[11];
    int masked = shape[12];
    int blocks = (c + LANES - 1) / LANES;
    for (@Parallel int i = 0; i < items; i++) {
      // Pixel (oy, ox) of the output sees this one through tap (bottom - oy, right - ox).
      int bottom = i % h + padTop;
      int firstY = Math.max(bottom - kernelH + 1, 0);
      int endY = Math.min(bottom + 1, outH);
      for (int tile = 0; tile < w * blocks; tile++) {
        int ix = tile / blocks;
        int right = ix + padLeft;
        int firstX = Math.max(right - kernelW + 1, 0);
        int endX = Math.min(right + 1, outW);
        int channel = Math.min((tile % blocks) * LANES, c - LANES);
        float[] sums = new float[LANES];
        for (int lane = 0; lane < LANES; lane++) {
          sums[lane] = 0f;
        }
        for (int oy = firstY; oy < endY; oy++) {
          int line = (i / h * outH + oy) * outW;
          for (int ox = firstX; ox < endX; ox++) {
            int tap = ((line + ox) * kernelH + bottom - oy) * kernelW + right - ox;
            long at = Index.first(tap * c + channel);
            for (int lane = 0; lane < LANES; lane++) {
              sums[lane] = sums[lane] + parts[(int) (at + lane)];
            }
          }
        }
        int to = (i * w + ix) * c + channel;
        long masks = Index.first(maskAt + to);
        long results = Index.first(dxAt + to);
        for (int lane = 0; lane < LANES; lane++) {
          sums[lane] = masked == 0 || mask[(int) (masks + lane)] > 0f ? sums[lane] : 0f;
        }
        for (int lane = 0; lane < LANES; lane++) {
          dx[(int) (results + lane)] = sums[lane];
        }
      }
    }
  }
}
