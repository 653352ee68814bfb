// dev.weft.kernels.dense.DenseKernels.denseBackwardBias
// Made by TornadoVM 5.2.0-jdk25 and tornado/export-kernels; not to be edited.
// Java code: sha256 f085b3b7212c2158a6962295b6c86616b99a6511dfa156113e079a4e68fcb753

#ifndef SHAPE
#define SHAPE(i) (((__global int *) (shape + 16))[i])
#endif
#ifndef INDEX
#define INDEX int
#endif

__kernel void denseBackwardBias(__global long *_kernel_context,
    __constant uchar *_constant_region,
    __local uchar *_local_region,
    __global int *_atomics,
    __global uchar *restrict dy,
    __global uchar *restrict db,
    __global uchar *restrict shape)
{
  INDEX i_6, i_8, i_10, i_12, i_13, i_15, i_16, i_17, i_18, i_25, i_26;
  __global uchar *ul_0, *ul_1, *ul_22, *ul_30;
  float f_14, f_23, f_24;
  int i_4;
  ul_0 = dy;
  ul_1 = db;
  i_4 = SHAPE(0);
  i_6 = SHAPE(1);
  i_8 = SHAPE(2);
  i_10 = SHAPE(3);
  i_12 = get_global_id(0);
  i_13 = i_12;
  if(i_13 < i_6)
  {
    f_14 = 0.0F;
    i_15 = 0;
    for(;i_15 < i_4;)
    {
      i_16 = i_15 * i_6;
      i_17 = i_16 + i_8;
      i_18 = i_17 + i_13;
      ul_22 = ul_0 + ((long) i_18 << 2) + 16L;
      f_23 = *((__global float *) ul_22);
      f_24 = f_14 + f_23;
      i_25 = i_15 + 1;
      f_14 = f_24;
      i_15 = i_25;
    }
    i_26 = i_10 + i_13;
    ul_30 = ul_1 + ((long) i_26 << 2) + 16L;
    *((__global float *) ul_30) = f_14;
  }
  return;
}
