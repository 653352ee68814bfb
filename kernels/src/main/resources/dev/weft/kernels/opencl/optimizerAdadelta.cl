// dev.weft.kernels.optimizer.OptimizerKernels.optimizerAdadelta
// Made by TornadoVM 5.2.0-jdk25 and tornado/export-kernels; not to be edited.
// Java code: sha256 793f82659ea51406b3b496e779a42bf92f361d52e979f662729169d9b416dc14

#ifndef SHAPE
#define SHAPE(i) (((__global int *) (shape + 16))[i])
#endif
#ifndef INDEX
#define INDEX int
#endif

#pragma OPENCL EXTENSION cl_khr_fp64 : enable
__kernel void optimizerAdadelta(__global long *_kernel_context,
    __constant uchar *_constant_region,
    __local uchar *_local_region,
    __global int *_atomics,
    __global uchar *restrict grads,
    __global uchar *restrict params,
    __global uchar *restrict accumulatedGradient,
    __global uchar *restrict accumulatedUpdate,
    __global uchar *restrict reals,
    __global uchar *restrict shape)
{
  INDEX i_9, i_11, i_13, i_15, i_25, i_26, i_27, i_33, i_39, i_63;
  __global uchar *ul_0, *ul_1, *ul_2, *ul_3, *ul_4, *ul_16, *ul_18, *ul_20, *ul_22, *ul_31, *ul_37,
      *ul_43, *ul_67;
  double d_51, d_52, d_56, d_57;
  float f_17, f_19, f_21, f_23, f_32, f_38, f_44, f_45, f_46, f_47, f_48, f_49, f_50, f_53, f_54,
      f_55, f_58, f_59, f_60, f_61, f_62, f_68, f_69, f_70;
  int i_7;
  ul_0 = grads;
  ul_1 = params;
  ul_2 = accumulatedGradient;
  ul_3 = accumulatedUpdate;
  ul_4 = reals;
  i_7 = SHAPE(0);
  i_9 = SHAPE(1);
  i_11 = SHAPE(2);
  i_13 = SHAPE(3);
  i_15 = SHAPE(4);
  ul_16 = ul_4 + 16L;
  f_17 = *((__global float *) ul_16);
  ul_18 = ul_4 + 20L;
  f_19 = *((__global float *) ul_18);
  ul_20 = ul_4 + 24L;
  f_21 = *((__global float *) ul_20);
  ul_22 = ul_4 + 28L;
  f_23 = *((__global float *) ul_22);
  i_25 = get_global_id(0);
  i_26 = i_25;
  if(i_26 < i_7)
  {
    i_27 = i_9 + i_26;
    ul_31 = ul_0 + ((long) i_27 << 2) + 16L;
    f_32 = *((__global float *) ul_31);
    i_33 = i_13 + i_26;
    ul_37 = ul_2 + ((long) i_33 << 2) + 16L;
    f_38 = *((__global float *) ul_37);
    i_39 = i_15 + i_26;
    ul_43 = ul_3 + ((long) i_39 << 2) + 16L;
    f_44 = *((__global float *) ul_43);
    f_45 = f_19 * f_38;
    f_46 = f_32 * f_32;
    f_47 = f_46 * f_21;
    f_48 = f_45 + f_47;
    *((__global float *) ul_37) = f_48;
    f_49 = f_44 * f_19;
    f_50 = f_23 + f_44;
    d_51 = (double) f_50;
    d_52 = sqrt(d_51);
    f_53 = (float) d_52;
    f_54 = f_53 * f_32;
    f_55 = f_48 + f_23;
    d_56 = (double) f_55;
    d_57 = sqrt(d_56);
    f_58 = (float) d_57;
    f_59 = f_54 / f_58;
    f_60 = f_59 * f_59;
    f_61 = f_60 * f_21;
    f_62 = f_49 + f_61;
    *((__global float *) ul_43) = f_62;
    i_63 = i_11 + i_26;
    ul_67 = ul_1 + ((long) i_63 << 2) + 16L;
    f_68 = *((__global float *) ul_67);
    f_69 = f_17 * f_59;
    f_70 = f_68 - f_69;
    *((__global float *) ul_67) = f_70;
  }
  return;
}
