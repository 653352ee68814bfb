// dev.weft.kernels.optimizer.OptimizerKernels.optimizerAdagrad
// Made by TornadoVM 5.2.0-jdk25 and tornado/export-kernels; not to be edited.
// Java code: sha256 83a6cdb33e5954090df1101bd2298ef4f0a09528385584b54f4799a123c0ad70

#ifndef SHAPE
#define SHAPE(i) (((__global int *) (shape + 16))[i])
#endif
#ifndef INDEX
#define INDEX int
#endif

#pragma OPENCL EXTENSION cl_khr_fp64 : enable
__kernel void optimizerAdagrad(__global long *_kernel_context,
    __constant uchar *_constant_region,
    __local uchar *_local_region,
    __global int *_atomics,
    __global uchar *restrict grads,
    __global uchar *restrict params,
    __global uchar *restrict accumulator,
    __global uchar *restrict reals,
    __global uchar *restrict shape)
{
  INDEX i_8, i_10, i_12, i_18, i_19, i_20, i_26, i_34;
  __global uchar *ul_0, *ul_1, *ul_2, *ul_3, *ul_13, *ul_15, *ul_24, *ul_30, *ul_38;
  double d_42, d_43;
  float f_14, f_16, f_25, f_31, f_32, f_33, f_39, f_40, f_41, f_44, f_45, f_46;
  int i_6;
  ul_0 = grads;
  ul_1 = params;
  ul_2 = accumulator;
  ul_3 = reals;
  i_6 = SHAPE(0);
  i_8 = SHAPE(1);
  i_10 = SHAPE(2);
  i_12 = SHAPE(3);
  ul_13 = ul_3 + 16L;
  f_14 = *((__global float *) ul_13);
  ul_15 = ul_3 + 20L;
  f_16 = *((__global float *) ul_15);
  i_18 = get_global_id(0);
  i_19 = i_18;
  if(i_19 < i_6)
  {
    i_20 = i_8 + i_19;
    ul_24 = ul_0 + ((long) i_20 << 2) + 16L;
    f_25 = *((__global float *) ul_24);
    i_26 = i_12 + i_19;
    ul_30 = ul_2 + ((long) i_26 << 2) + 16L;
    f_31 = *((__global float *) ul_30);
    f_32 = f_25 * f_25;
    f_33 = f_32 + f_31;
    *((__global float *) ul_30) = f_33;
    i_34 = i_10 + i_19;
    ul_38 = ul_1 + ((long) i_34 << 2) + 16L;
    f_39 = *((__global float *) ul_38);
    f_40 = f_14 * f_25;
    f_41 = f_33 + f_16;
    d_42 = (double) f_41;
    d_43 = sqrt(d_42);
    f_44 = (float) d_43;
    f_45 = f_40 / f_44;
    f_46 = f_39 - f_45;
    *((__global float *) ul_38) = f_46;
  }
  return;
}
