// dev.weft.kernels.dense.DenseTiles.denseTranspose
// Made by TornadoVM 5.2.0-jdk25 and tornado/export-kernels; not to be edited.
// Java code: sha256 825b75a2936822d9df2c0f42d647e952fca9235a9267729803780346a6b351ba

#ifndef SHAPE
#define SHAPE(i) (((__global int *) (shape + 16))[i])
#endif
#ifndef INDEX
#define INDEX int
#endif

__kernel void denseTranspose(__global long *_kernel_context,
    __constant uchar *_constant_region,
    __local uchar *_local_region,
    __global int *_atomics,
    __global uchar *restrict w,
    __global uchar *restrict transposed,
    __global uchar *restrict shape)
{
  INDEX i_4, i_6, i_8, i_11, i_12, i_13, i_14, i_15, i_16, i_17;
  __global uchar *ul_0, *ul_1, *ul_21, *ul_26;
  float f_22;
  int i_9;
  ul_0 = w;
  ul_1 = transposed;
  i_4 = SHAPE(0);
  i_6 = SHAPE(1);
  i_8 = SHAPE(2);
  i_9 = i_4 * i_6;
  i_11 = get_global_id(0);
  i_12 = i_11;
  if(i_12 < i_9)
  {
    i_13 = i_12 % i_4;
    i_14 = i_13 * i_6;
    i_15 = i_14 + i_8;
    i_16 = i_12 / i_4;
    i_17 = i_15 + i_16;
    ul_21 = ul_0 + ((long) i_17 << 2) + 16L;
    f_22 = *((__global float *) ul_21);
    ul_26 = ul_1 + ((long) i_12 << 2) + 16L;
    *((__global float *) ul_26) = f_22;
  }
  return;
}
