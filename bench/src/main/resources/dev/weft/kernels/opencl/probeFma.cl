// dev.weft.bench.probe.ProbeKernels.probeFma, written by hand for the arguments of shipped kernels.

#ifndef SHAPE
#define SHAPE(i) (((__global int *) (shape + 16))[i])
#endif

__kernel void probeFma(__global long *_kernel_context,
    __constant uchar *_constant_region,
    __local uchar *_local_region,
    __global int *_atomics,
    __global uchar *x,
    __global uchar *y,
    __global uchar *shape)
{
  __global const float *in = (__global const float *) (x + 16) + SHAPE(1);
  __global float *out = (__global float *) (y + 16) + SHAPE(2);
  const int rounds = SHAPE(3);
  for (int i = get_global_id(0); i < SHAPE(0); i += get_global_size(0)) {
    float8 a = vload8(8 * i + 0, in);
    float8 b = vload8(8 * i + 1, in);
    float8 c = vload8(8 * i + 2, in);
    float8 d = vload8(8 * i + 3, in);
    float8 e = vload8(8 * i + 4, in);
    float8 f = vload8(8 * i + 5, in);
    float8 g = vload8(8 * i + 6, in);
    float8 h = vload8(8 * i + 7, in);
    for (int round = 0; round < rounds; round++) {
      a = a * 0.999f + 0.001f;
      b = b * 0.999f + 0.001f;
      c = c * 0.999f + 0.001f;
      d = d * 0.999f + 0.001f;
      e = e * 0.999f + 0.001f;
      f = f * 0.999f + 0.001f;
      g = g * 0.999f + 0.001f;
      h = h * 0.999f + 0.001f;
    }
    vstore8(a, 8 * i + 0, out);
    vstore8(b, 8 * i + 1, out);
    vstore8(c, 8 * i + 2, out);
    vstore8(d, 8 * i + 3, out);
    vstore8(e, 8 * i + 4, out);
    vstore8(f, 8 * i + 5, out);
    vstore8(g, 8 * i + 6, out);
    vstore8(h, 8 * i + 7, out);
  }
}
