// dev.weft.kernels.optimizer.OptimizerKernels.optimizerAdam
// Made by TornadoVM 5.2.0-jdk25 and tornado/export-kernels; not to be edited.
// Java code: sha256 5a98888eeb84b4fe796d907338ffd7393ea2df88d891088821628f19c81c3097

#ifndef SHAPE
#define SHAPE(i) (((__global int *) (shape + 16))[i])
#endif
#ifndef INDEX
#define INDEX int
#endif

#pragma OPENCL EXTENSION cl_khr_fp64 : enable
__kernel void optimizerAdam(__global long *_kernel_context,
    __constant uchar *_constant_region,
    __local uchar *_local_region,
    __global int *_atomics,
    __global uchar *restrict grads,
    __global uchar *restrict params,
    __global uchar *restrict m,
    __global uchar *restrict v,
    __global uchar *restrict state,
    __global uchar *restrict reals,
    __global uchar *restrict shape)
{
  INDEX i_10, i_12, i_14, i_16, i_18, i_64, i_65, i_66, i_72, i_78, i_91;
  __global uchar *ul_0, *ul_1, *ul_2, *ul_3, *ul_4, *ul_5, *ul_19, *ul_21, *ul_23, *ul_25, *ul_27,
      *ul_29, *ul_34, *ul_70, *ul_76, *ul_82, *ul_95;
  bool b_43, b_56;
  double d_97, d_98, d_103, d_104;
  float f_20, f_22, f_24, f_26, f_28, f_30, f_37, f_38, f_40, f_41, f_44, f_45, f_46, f_47, f_48,
      f_50, f_51, f_53, f_54, f_57, f_58, f_59, f_60, f_61, f_71, f_77, f_83, f_84, f_85, f_86,
      f_87, f_88, f_89, f_90, f_96, f_99, f_100, f_101, f_102, f_105, f_106, f_107, f_108;
  int i_8, i_35, i_36, i_39, i_42, i_49, i_52, i_55, i_62;
  ul_0 = grads;
  ul_1 = params;
  ul_2 = m;
  ul_3 = v;
  ul_4 = state;
  ul_5 = reals;
  i_8 = SHAPE(0);
  i_10 = SHAPE(1);
  i_12 = SHAPE(2);
  i_14 = SHAPE(3);
  i_16 = SHAPE(4);
  i_18 = SHAPE(5);
  ul_19 = ul_5 + 16L;
  f_20 = *((__global float *) ul_19);
  ul_21 = ul_5 + 20L;
  f_22 = *((__global float *) ul_21);
  ul_23 = ul_5 + 24L;
  f_24 = *((__global float *) ul_23);
  ul_25 = ul_5 + 28L;
  f_26 = *((__global float *) ul_25);
  ul_27 = ul_5 + 32L;
  f_28 = *((__global float *) ul_27);
  ul_29 = ul_5 + 36L;
  f_30 = *((__global float *) ul_29);
  ul_34 = ul_4 + ((long) i_18 << 2) + 16L;
  i_35 = *((__global int *) ul_34);
  i_36 = i_35 + 1;
  f_37 = f_28;
  f_38 = 0.0F;
  i_39 = i_36;
  for(;i_39 >= 1;)
  {
    f_40 = 2.0F - f_37;
    f_41 = f_40 * f_37;
    i_42 = i_39 >> 1;
    b_43 = (i_39 & 1) == 0;
    if(b_43)
    {
      f_44 = f_38;
    }
    else
    {
      f_45 = 1.0F - f_38;
      f_46 = f_45 * f_37;
      f_47 = f_46 + f_38;
      f_44 = f_47;
    }
    f_48 = f_41;
    i_49 = i_42;
    f_37 = f_48;
    f_38 = f_44;
    i_39 = i_49;
  }
  f_50 = f_24;
  f_51 = 0.0F;
  i_52 = i_36;
  for(;i_52 >= 1;)
  {
    f_53 = 2.0F - f_50;
    f_54 = f_53 * f_50;
    i_55 = i_52 >> 1;
    b_56 = (i_52 & 1) == 0;
    if(b_56)
    {
      f_57 = f_51;
    }
    else
    {
      f_58 = 1.0F - f_51;
      f_59 = f_58 * f_50;
      f_60 = f_59 + f_51;
      f_57 = f_60;
    }
    f_61 = f_54;
    i_62 = i_55;
    f_50 = f_61;
    f_51 = f_57;
    i_52 = i_62;
  }
  i_64 = get_global_id(0);
  i_65 = i_64;
  if(i_65 < i_8)
  {
    i_66 = i_10 + i_65;
    ul_70 = ul_0 + ((long) i_66 << 2) + 16L;
    f_71 = *((__global float *) ul_70);
    i_72 = i_14 + i_65;
    ul_76 = ul_2 + ((long) i_72 << 2) + 16L;
    f_77 = *((__global float *) ul_76);
    i_78 = i_16 + i_65;
    ul_82 = ul_3 + ((long) i_78 << 2) + 16L;
    f_83 = *((__global float *) ul_82);
    f_84 = f_22 * f_77;
    f_85 = f_71 * f_24;
    f_86 = f_84 + f_85;
    *((__global float *) ul_76) = f_86;
    f_87 = f_26 * f_83;
    f_88 = f_71 * f_71;
    f_89 = f_88 * f_28;
    f_90 = f_87 + f_89;
    *((__global float *) ul_82) = f_90;
    i_91 = i_12 + i_65;
    ul_95 = ul_1 + ((long) i_91 << 2) + 16L;
    f_96 = *((__global float *) ul_95);
    d_97 = (double) f_38;
    d_98 = sqrt(d_97);
    f_99 = (float) d_98;
    f_100 = f_20 * f_99;
    f_101 = f_100 / f_51;
    f_102 = f_101 * f_86;
    d_103 = (double) f_90;
    d_104 = sqrt(d_103);
    f_105 = (float) d_104;
    f_106 = f_30 + f_105;
    f_107 = f_102 / f_106;
    f_108 = f_96 - f_107;
    *((__global float *) ul_95) = f_108;
  }
  return;
}
