// dev.weft.bench.probe.ProbeKernels.probeCopy, written by hand for the arguments of shipped kernels.

#ifndef SHAPE
#define SHAPE(i) (((__global int *) (shape + 16))[i])
#endif

__kernel void probeCopy(__global long *_kernel_context,
    __constant uchar *_constant_region,
    __local uchar *_local_region,
    __global int *_atomics,
    __global uchar *x,
    __global uchar *y,
    __global uchar *shape)
{
  __global const float *in = (__global const float *) (x + 16) + SHAPE(1);
  __global float *out = (__global float *) (y + 16) + SHAPE(2);
  for (int i = get_global_id(0); i < SHAPE(0); i += get_global_size(0)) {
    out[i] = in[i];
  }
}
