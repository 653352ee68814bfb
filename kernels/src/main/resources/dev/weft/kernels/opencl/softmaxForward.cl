// dev.weft.kernels.softmax.SoftmaxKernels.softmaxForward
// Made by TornadoVM 5.2.0-jdk25 and tornado/export-kernels; not to be edited.
// Java code: sha256 83550f8d616b973f30eebf80f9028e828f2f1dc3e04991b6225d31156adc0c36

#ifndef SHAPE
#define SHAPE(i) (((__global int *) (shape + 16))[i])
#endif
#ifndef INDEX
#define INDEX int
#endif

#pragma OPENCL EXTENSION cl_khr_fp64 : enable
__kernel void softmaxForward(__global long *_kernel_context,
    __constant uchar *_constant_region,
    __local uchar *_local_region,
    __global int *_atomics,
    __global uchar *restrict logits,
    __global uchar *restrict target,
    __global uchar *restrict probabilities,
    __global uchar *restrict loss,
    __global uchar *restrict hit,
    __global uchar *restrict shape)
{
  INDEX i_9, i_11, i_13, i_15, i_17, i_19, i_21, i_22, i_23, i_24, i_32, i_33, i_41, i_45, i_47,
      i_48, i_59, i_60, i_61, i_62, i_68, i_78, i_79, i_84, i_85, i_86, i_99, i_106;
  __global uchar *ul_0, *ul_1, *ul_2, *ul_3, *ul_4, *ul_28, *ul_37, *ul_52, *ul_66, *ul_72, *ul_83,
      *ul_90, *ul_103, *ul_110;
  bool b_92, b_104;
  double d_55, d_56, d_74, d_75, d_94, d_95;
  float f_29, f_31, f_38, f_44, f_46, f_53, f_54, f_57, f_58, f_67, f_73, f_76, f_77, f_91, f_93,
      f_96, f_97, f_98, f_105;
  int i_7, i_30, i_39, i_40, i_42, i_43;
  ul_0 = logits;
  ul_1 = target;
  ul_2 = probabilities;
  ul_3 = loss;
  ul_4 = hit;
  i_7 = SHAPE(0);
  i_9 = SHAPE(1);
  i_11 = SHAPE(2);
  i_13 = SHAPE(3);
  i_15 = SHAPE(4);
  i_17 = SHAPE(5);
  i_19 = SHAPE(6);
  i_21 = get_global_id(0);
  i_22 = i_21;
  if(i_22 < i_7)
  {
    i_23 = i_9 * i_22;
    i_24 = i_23 + i_11;
    ul_28 = ul_0 + ((long) i_24 << 2) + 16L;
    f_29 = *((__global float *) ul_28);
    i_30 = 0;
    f_31 = f_29;
    i_32 = 1;
    for(;i_32 < i_9;)
    {
      i_33 = i_24 + i_32;
      ul_37 = ul_0 + ((long) i_33 << 2) + 16L;
      f_38 = *((__global float *) ul_37);
      i_39 = isless(f_31, f_38);
      if(i_39 == 1)
      {
        i_40 = i_32;
      }
      else
      {
        i_40 = i_30;
      }
      i_41 = i_32 + 1;
      i_42 = isless(f_31, f_38);
      if(i_42 == 1)
      {
        i_43 = i_40;
        f_44 = f_38;
      }
      else
      {
        i_43 = i_40;
        f_44 = f_31;
      }
      i_43 = i_40;
      i_45 = i_41;
      i_30 = i_43;
      f_31 = f_44;
      i_32 = i_45;
    }
    f_46 = 0.0F;
    i_47 = 0;
    for(;i_47 < i_9;)
    {
      i_48 = i_24 + i_47;
      ul_52 = ul_0 + ((long) i_48 << 2) + 16L;
      f_53 = *((__global float *) ul_52);
      f_54 = f_53 - f_31;
      d_55 = (double) f_54;
      d_56 = exp(d_55);
      f_57 = (float) d_56;
      f_58 = f_46 + f_57;
      i_59 = i_47 + 1;
      f_46 = f_58;
      i_47 = i_59;
    }
    i_60 = i_15 + i_23;
    i_61 = 0;
    for(;i_61 < i_9;)
    {
      i_62 = i_24 + i_61;
      ul_66 = ul_0 + ((long) i_62 << 2) + 16L;
      f_67 = *((__global float *) ul_66);
      i_68 = i_60 + i_61;
      ul_72 = ul_2 + ((long) i_68 << 2) + 16L;
      f_73 = f_67 - f_31;
      d_74 = (double) f_73;
      d_75 = exp(d_74);
      f_76 = (float) d_75;
      f_77 = f_76 / f_46;
      *((__global float *) ul_72) = f_77;
      i_78 = i_61 + 1;
      i_61 = i_78;
    }
    i_79 = i_13 + i_22;
    ul_83 = ul_1 + ((long) i_79 << 2) + 16L;
    i_84 = *((__global int *) ul_83);
    i_85 = max((INDEX) i_84, (INDEX) 0);
    i_86 = i_85 + i_24;
    ul_90 = ul_0 + ((long) i_86 << 2) + 16L;
    f_91 = *((__global float *) ul_90);
    b_92 = i_84 < 0;
    if(b_92)
    {
      f_93 = 0.0F;
    }
    else
    {
      d_94 = (double) f_46;
      d_95 = log(d_94);
      f_96 = (float) d_95;
      f_97 = f_91 - f_31;
      f_98 = f_96 - f_97;
      f_93 = f_98;
    }
    i_99 = i_17 + i_22;
    ul_103 = ul_3 + ((long) i_99 << 2) + 16L;
    *((__global float *) ul_103) = f_93;
    b_104 = i_30 == i_84;
    if(b_104)
    {
      f_105 = 1.0F;
    }
    else
    {
      f_105 = 0.0F;
    }
    i_106 = i_19 + i_22;
    ul_110 = ul_4 + ((long) i_106 << 2) + 16L;
    *((__global float *) ul_110) = f_105;
  }
  return;
}
