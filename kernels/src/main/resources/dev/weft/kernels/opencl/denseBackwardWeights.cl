// dev.weft.kernels.dense.DenseKernels.denseBackwardWeights
// Made by TornadoVM 5.2.0-jdk25 and tornado/export-kernels; not to be edited.
// Java code: sha256 4cd76f03fa5272150cf8145c1e8b835a61e75c41f180c7738a4682fd87c81ecc

#ifndef SHAPE
#define SHAPE(i) (((__global int *) (shape + 16))[i])
#endif
#ifndef INDEX
#define INDEX int
#endif

__kernel void denseBackwardWeights(__global long *_kernel_context,
    __constant uchar *_constant_region,
    __local uchar *_local_region,
    __global int *_atomics,
    __global uchar *restrict x,
    __global uchar *restrict dy,
    __global uchar *restrict dw,
    __global uchar *restrict shape)
{
  INDEX i_7, i_9, i_11, i_13, i_15, i_18, i_19, i_20, i_21, i_23, i_24, i_25, i_26, i_32, i_33,
      i_34, i_42, i_43;
  __global uchar *ul_0, *ul_1, *ul_2, *ul_30, *ul_38, *ul_47;
  float f_22, f_31, f_39, f_40, f_41;
  int i_5, i_16;
  ul_0 = x;
  ul_1 = dy;
  ul_2 = dw;
  i_5 = SHAPE(0);
  i_7 = SHAPE(1);
  i_9 = SHAPE(2);
  i_11 = SHAPE(3);
  i_13 = SHAPE(4);
  i_15 = SHAPE(5);
  i_16 = i_7 * i_9;
  i_18 = get_global_id(0);
  i_19 = i_18;
  if(i_19 < i_16)
  {
    i_20 = i_19 % i_9;
    i_21 = i_19 / i_9;
    f_22 = 0.0F;
    i_23 = 0;
    for(;i_23 < i_5;)
    {
      i_24 = i_23 * i_7;
      i_25 = i_24 + i_11;
      i_26 = i_25 + i_21;
      ul_30 = ul_0 + ((long) i_26 << 2) + 16L;
      f_31 = *((__global float *) ul_30);
      i_32 = i_23 * i_9;
      i_33 = i_32 + i_13;
      i_34 = i_33 + i_20;
      ul_38 = ul_1 + ((long) i_34 << 2) + 16L;
      f_39 = *((__global float *) ul_38);
      f_40 = f_31 * f_39;
      f_41 = f_22 + f_40;
      i_42 = i_23 + 1;
      f_22 = f_41;
      i_23 = i_42;
    }
    i_43 = i_15 + i_19;
    ul_47 = ul_2 + ((long) i_43 << 2) + 16L;
    *((__global float *) ul_47) = f_22;
  }
  return;
}
