// dev.weft.kernels.softmax.SoftmaxKernels.softmaxBackward
// Made by TornadoVM 5.2.0-jdk25 and tornado/export-kernels; not to be edited.
// Java code: sha256 c984fef8ed3646139fd338febbaecc8f5d4e5fe8256124f4cd4492c3099752a5

#ifndef SHAPE
#define SHAPE(i) (((__global int *) (shape + 16))[i])
#endif
#ifndef INDEX
#define INDEX int
#endif

#pragma OPENCL EXTENSION cl_khr_fp64 : enable
__kernel void softmaxBackward(__global long *_kernel_context,
    __constant uchar *_constant_region,
    __local uchar *_local_region,
    __global int *_atomics,
    __global uchar *restrict logits,
    __global uchar *restrict target,
    __global uchar *restrict state,
    __global uchar *restrict dlogits,
    __global uchar *restrict loss,
    __global uchar *restrict hit,
    __global uchar *restrict shape)
{
  INDEX i_10, i_27, i_28, i_31, i_32, i_33, i_34, i_39, i_40, i_41, i_42, i_43, i_44, i_52, i_53,
      i_61, i_65, i_66, i_68, i_69, i_75, i_85, i_86, i_87, i_106, i_107, i_108, i_121, i_128;
  __global uchar *ul_0, *ul_1, *ul_2, *ul_3, *ul_4, *ul_5, *ul_14, *ul_19, *ul_38, *ul_48, *ul_57,
      *ul_73, *ul_79, *ul_91, *ul_112, *ul_125, *ul_132;
  bool b_93, b_95, b_114, b_126;
  double d_81, d_82, d_116, d_117;
  float f_49, f_51, f_58, f_64, f_67, f_74, f_80, f_83, f_84, f_92, f_94, f_96, f_97, f_98, f_104,
      f_105, f_113, f_115, f_118, f_119, f_120, f_127;
  int i_8, i_29, i_30, i_50, i_59, i_60, i_62, i_63, i_99, i_100, i_101, i_102, i_103;
  ul_0 = logits;
  ul_1 = target;
  ul_2 = state;
  ul_3 = dlogits;
  ul_4 = loss;
  ul_5 = hit;
  i_8 = SHAPE(0);
  i_10 = SHAPE(7);
  ul_14 = ul_2 + ((long) i_10 << 2) + 16L;
  ul_19 = ul_2 + ((long) i_10 << 2) + 24L;
  i_27 = get_global_id(0);
  i_28 = i_27;
  if(i_28 < i_8)
  {
    i_29 = *((__global int *) ul_19);
    i_30 = *((__global int *) ul_14);
    i_31 = SHAPE(1);
    i_32 = SHAPE(2);
    i_33 = SHAPE(3);
    i_34 = i_33 + i_28;
    ul_38 = ul_1 + ((long) i_34 << 2) + 16L;
    i_39 = *((__global int *) ul_38);
    i_40 = SHAPE(4);
    i_41 = SHAPE(5);
    i_42 = SHAPE(6);
    i_43 = i_31 * i_28;
    i_44 = i_43 + i_32;
    ul_48 = ul_0 + ((long) i_44 << 2) + 16L;
    f_49 = *((__global float *) ul_48);
    i_50 = 0;
    f_51 = f_49;
    i_52 = 1;
    for(;i_52 < i_31;)
    {
      i_53 = i_44 + i_52;
      ul_57 = ul_0 + ((long) i_53 << 2) + 16L;
      f_58 = *((__global float *) ul_57);
      i_59 = isless(f_51, f_58);
      if(i_59 == 1)
      {
        i_60 = i_52;
      }
      else
      {
        i_60 = i_50;
      }
      i_61 = i_52 + 1;
      i_62 = isless(f_51, f_58);
      if(i_62 == 1)
      {
        i_63 = i_60;
        f_64 = f_58;
      }
      else
      {
        i_63 = i_60;
        f_64 = f_51;
      }
      i_63 = i_60;
      i_65 = i_61;
      i_50 = i_63;
      f_51 = f_64;
      i_52 = i_65;
    }
    i_66 = i_40 + i_43;
    f_67 = 0.0F;
    i_68 = 0;
    for(;i_68 < i_31;)
    {
      i_69 = i_44 + i_68;
      ul_73 = ul_0 + ((long) i_69 << 2) + 16L;
      f_74 = *((__global float *) ul_73);
      i_75 = i_66 + i_68;
      ul_79 = ul_3 + ((long) i_75 << 2) + 16L;
      f_80 = f_74 - f_51;
      d_81 = (double) f_80;
      d_82 = exp(d_81);
      f_83 = (float) d_82;
      *((__global float *) ul_79) = f_83;
      f_84 = f_67 + f_83;
      i_85 = i_68 + 1;
      f_67 = f_84;
      i_68 = i_85;
    }
    i_86 = 0;
    for(;i_86 < i_31;)
    {
      i_87 = i_66 + i_86;
      ul_91 = ul_3 + ((long) i_87 << 2) + 16L;
      f_92 = *((__global float *) ul_91);
      b_93 = i_86 == i_39;
      if(b_93)
      {
        f_94 = 1.0F;
      }
      else
      {
        f_94 = 0.0F;
      }
      b_95 = i_39 < 0;
      if(b_95)
      {
        f_96 = 0.0F;
      }
      else
      {
        f_97 = f_92 / f_67;
        f_98 = f_97 - f_94;
        i_99 = i_30 * i_8;
        i_100 = i_29 - i_99;
        i_101 = min((INDEX) i_8, (INDEX) i_100);
        i_102 = max((INDEX) 0, (INDEX) i_101);
        i_103 = max((INDEX) i_102, (INDEX) 1);
        f_104 = (float) i_103;
        f_105 = f_98 / f_104;
        f_96 = f_105;
      }
      *((__global float *) ul_91) = f_96;
      i_106 = i_86 + 1;
      i_86 = i_106;
    }
    i_107 = max((INDEX) i_39, (INDEX) 0);
    i_108 = i_107 + i_44;
    ul_112 = ul_0 + ((long) i_108 << 2) + 16L;
    f_113 = *((__global float *) ul_112);
    b_114 = i_39 < 0;
    if(b_114)
    {
      f_115 = 0.0F;
    }
    else
    {
      d_116 = (double) f_67;
      d_117 = log(d_116);
      f_118 = (float) d_117;
      f_119 = f_113 - f_51;
      f_120 = f_118 - f_119;
      f_115 = f_120;
    }
    i_121 = i_41 + i_28;
    ul_125 = ul_4 + ((long) i_121 << 2) + 16L;
    *((__global float *) ul_125) = f_115;
    b_126 = i_50 == i_39;
    if(b_126)
    {
      f_127 = 1.0F;
    }
    else
    {
      f_127 = 0.0F;
    }
    i_128 = i_42 + i_28;
    ul_132 = ul_5 + ((long) i_128 << 2) + 16L;
    *((__global float *) ul_132) = f_127;
  }
  return;
}
