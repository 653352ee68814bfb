package dev.weft.kernels.augment;

import dev.weft.kernels.DeviceArgs;
import dev.weft.kernels.Hash;
import dev.weft.kernels.Launch;
import dev.weft.kernels.Parallel;
import dev.weft.kernels.StepState;
import java.util.List;

/** {@link Augment} on a device: a work-item a line of an image, which draws once for all of it. */
public final class AugmentKernels {
  private AugmentKernels() {}

  static List<Launch> augment(Augment p, DeviceArgs args) {
    return List.of(
        Launch.of(
            p.batch() * p.height(),
            AugmentKernels::augmentLines,
            args.floats(0),
            args.ints(1),
            args.floats(2),
            Launch.shape(
                p.batch(),
                p.height(),
                p.width(),
                p.channels(),
                p.seed(),
                p.amounts().flip() ? 1 : 0,
                p.distance(),
                p.angle(),
                p.zoom(),
                p.light(),
                p.noise(),
                p.erased(),
                args.offset(0),
                args.offset(1),
                args.offset(2))));
  }

  /** y [n,h,w,c] from x [n,h,w,c], shape[0..3]; then the seed, the amounts, and the offsets. */
  public static void augmentLines(float[] x, int[] state, float[] y, int[] shape) {
    int n = shape[0];
    int h = shape[1];
    int w = shape[2];
    int c = shape[3];
    int seed = shape[4];
    int flip = shape[5];
    int distance = shape[6];
    int angle = shape[7];
    int zoom = shape[8];
    int light = shape[9];
    int noise = shape[10];
    int side = shape[11];
    int xAt = shape[12];
    int stateAt = shape[13];
    int yAt = shape[14];
    int step = state[stateAt + StepState.STEP];
    for (@Parallel int i = 0; i < n * h; i++) {
      int row = i / h;
      int line = i % h;
      int draws = row * Augment.DRAWS;
      int t = signed(Hash.of(seed, step, draws + Augment.ROTATE), angle);
      int t2 = (t * t) >> 14;
      int z = (1 << 14) + signed(Hash.of(seed, step, draws + Augment.SCALE), zoom);
      int sine = t - ((((t2 * t) >> 14) * 10923) >> 16);
      int cosine = (1 << 14) - (t2 >> 1) + ((((t2 * t2) >> 14) * 2731) >> 16);
      int sin = (sine * z) >> 14;
      int cos = (cosine * z) >> 14;
      int down = signed(Hash.of(seed, step, draws + Augment.DOWN), distance);
      int right = signed(Hash.of(seed, step, draws + Augment.RIGHT), distance);
      int half = 1 << 23;
      int mirrored = Hash.of(seed, step, draws + Augment.FLIP) >= half ? flip : 0;
      int erased = Hash.of(seed, step, draws + Augment.ERASE) >= half ? side : 0;
      int top = place(Hash.of(seed, step, draws + Augment.TOP), h - side + 1);
      int left = place(Hash.of(seed, step, draws + Augment.LEFT), w - side + 1);
      int lost = light * (Hash.of(seed, step, draws + Augment.LIGHT) >> 16);
      int lift = lost * (Hash.of(seed, step, draws + Augment.LIFT) >> 16);
      int amplitude = noise * (Hash.of(seed, step, draws + Augment.NOISE) >> 16);
      // All of these are whole numbers below 2^24 times a power of two, and so are exact.
      float a = (65536 - lost) * 0x1p-16f;
      float b = lift * 0x1p-24f;
      int v = 2 * line - (h - 1);
      int erasedLine = line >= top && line < top + erased ? 1 : 0;
      for (int column = 0; column < w; column++) {
        int u = 2 * column - (w - 1);
        u = mirrored == 1 ? -u : u;
        int fromY = ((sin * u + cos * v + ((h - 1) << 14)) >> 1) + down;
        int fromX = ((cos * u - sin * v + ((w - 1) << 14)) >> 1) + right;
        int py = fromY >> 14;
        int px = fromX >> 14;
        int below = (fromY & 16383) >> 6;
        int beside = (fromX & 16383) >> 6;
        int upper = py >= 0 && py < h ? 256 - below : 0;
        int lower = py >= -1 && py < h - 1 ? below : 0;
        int near = px >= 0 && px < w ? 256 - beside : 0;
        int far = px >= -1 && px < w - 1 ? beside : 0;
        int erases = erasedLine == 1 && column >= left && column < left + erased ? 1 : 0;
        float kept = erases == 1 ? 0f : 0x1p-16f;
        float w00 = upper * near * kept;
        float w01 = upper * far * kept;
        float w10 = lower * near * kept;
        float w11 = lower * far * kept;
        // Pixels outside have no weight: the nearest inside are read instead.
        int y0 = (row * h + Math.min(Math.max(py, 0), h - 1)) * w;
        int y1 = (row * h + Math.min(Math.max(py + 1, 0), h - 1)) * w;
        int x0 = Math.min(Math.max(px, 0), w - 1);
        int x1 = Math.min(Math.max(px + 1, 0), w - 1);
        int at = (i * w + column) * c;
        for (int channel = 0; channel < c; channel++) {
          float value =
              w00 * x[xAt + (y0 + x0) * c + channel]
                  + w01 * x[xAt + (y0 + x1) * c + channel]
                  + w10 * x[xAt + (y1 + x0) * c + channel]
                  + w11 * x[xAt + (y1 + x1) * c + channel];
          value = a * value + b;
          int q = (Hash.of(seed, step, n * Augment.DRAWS + at + channel) >> 16) - 128;
          float noisy = value + amplitude * q * 0x1p-23f;
          y[yAt + at + channel] = noise == 0 ? value : Math.min(Math.max(noisy, 0f), 1f);
        }
      }
    }
  }

  /** -1 to below 1 in steps of 2^-9, times {@code amount}, rounded down. */
  private static int signed(int draw, int amount) {
    return (((draw >> 14) - 512) * amount) >> 9;
  }

  /** 0 to {@code places - 1}. */
  private static int place(int draw, int places) {
    return ((draw >> 8) * places) >> 16;
  }
}
