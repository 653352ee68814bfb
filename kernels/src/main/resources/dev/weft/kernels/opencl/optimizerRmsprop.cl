// dev.weft.kernels.optimizer.OptimizerKernels.optimizerRmsprop
// Made by TornadoVM 5.2.0-jdk25 and tornado/export-kernels; not to be edited.
// Java code: sha256 8332d361c790b44954f9b621306cc5bdb2dc5eb39449e6c3f6c83e8f73942271

#ifndef SHAPE
#define SHAPE(i) (((__global int *) (shape + 16))[i])
#endif
#ifndef INDEX
#define INDEX int
#endif

#pragma OPENCL EXTENSION cl_khr_fp64 : enable
__kernel void optimizerRmsprop(__global long *_kernel_context,
    __constant uchar *_constant_region,
    __local uchar *_local_region,
    __global int *_atomics,
    __global uchar *restrict grads,
    __global uchar *restrict params,
    __global uchar *restrict meanSquare,
    __global uchar *restrict reals,
    __global uchar *restrict shape)
{
  INDEX i_8, i_10, i_12, i_22, i_23, i_24, i_30, i_40;
  __global uchar *ul_0, *ul_1, *ul_2, *ul_3, *ul_13, *ul_15, *ul_17, *ul_19, *ul_28, *ul_34, *ul_44;
  double d_48, d_49;
  float f_14, f_16, f_18, f_20, f_29, f_35, f_36, f_37, f_38, f_39, f_45, f_46, f_47, f_50, f_51,
      f_52;
  int i_6;
  ul_0 = grads;
  ul_1 = params;
  ul_2 = meanSquare;
  ul_3 = reals;
  i_6 = SHAPE(0);
  i_8 = SHAPE(1);
  i_10 = SHAPE(2);
  i_12 = SHAPE(3);
  ul_13 = ul_3 + 16L;
  f_14 = *((__global float *) ul_13);
  ul_15 = ul_3 + 20L;
  f_16 = *((__global float *) ul_15);
  ul_17 = ul_3 + 24L;
  f_18 = *((__global float *) ul_17);
  ul_19 = ul_3 + 28L;
  f_20 = *((__global float *) ul_19);
  i_22 = get_global_id(0);
  i_23 = i_22;
  if(i_23 < i_6)
  {
    i_24 = i_8 + i_23;
    ul_28 = ul_0 + ((long) i_24 << 2) + 16L;
    f_29 = *((__global float *) ul_28);
    i_30 = i_12 + i_23;
    ul_34 = ul_2 + ((long) i_30 << 2) + 16L;
    f_35 = *((__global float *) ul_34);
    f_36 = f_16 * f_35;
    f_37 = f_29 * f_29;
    f_38 = f_37 * f_18;
    f_39 = f_36 + f_38;
    *((__global float *) ul_34) = f_39;
    i_40 = i_10 + i_23;
    ul_44 = ul_1 + ((long) i_40 << 2) + 16L;
    f_45 = *((__global float *) ul_44);
    f_46 = f_14 * f_29;
    f_47 = f_39 + f_20;
    d_48 = (double) f_47;
    d_49 = sqrt(d_48);
    f_50 = (float) d_49;
    f_51 = f_46 / f_50;
    f_52 = f_45 - f_51;
    *((__global float *) ul_44) = f_52;
  }
  return;
}
