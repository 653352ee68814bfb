// dev.weft.kernels.softmax.SoftmaxKernels.softmaxForward
// Made by TornadoVM 5.2.0-jdk25 and tornado/export-kernels; not to be edited.
// Java code: sha256 8dc8477d92dcef0aafcd47190fd9dfbd0a4efb7f6094faa86c29576ea87dffc9

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
  INDEX i_15, i_16, i_17, i_18, i_19, i_20, i_25, i_26, i_27, i_28, i_29, i_30, i_38, i_39, i_47,
      i_51, i_52, i_54, i_55, i_61, i_71, i_72, i_73, i_80, i_81, i_82, i_95, i_102;
  __global uchar *ul_0, *ul_1, *ul_2, *ul_3, *ul_4, *ul_24, *ul_34, *ul_43, *ul_59, *ul_65, *ul_77,
      *ul_86, *ul_99, *ul_106;
  bool b_88, b_100;
  double d_67, d_68, d_90, d_91;
  float f_35, f_37, f_44, f_50, f_53, f_60, f_66, f_69, f_70, f_78, f_79, f_87, f_89, f_92, f_93,
      f_94, f_101;
  int i_7, i_36, i_45, i_46, i_48, i_49;
  ul_0 = logits;
  ul_1 = target;
  ul_2 = probabilities;
  ul_3 = loss;
  ul_4 = hit;
  i_7 = SHAPE(0);
  i_15 = get_global_id(0);
  i_16 = i_15;
  if(i_16 < i_7)
  {
    i_17 = SHAPE(1);
    i_18 = SHAPE(2);
    i_19 = SHAPE(3);
    i_20 = i_19 + i_16;
    ul_24 = ul_1 + ((long) i_20 << 2) + 16L;
    i_25 = *((__global int *) ul_24);
    i_26 = SHAPE(4);
    i_27 = SHAPE(5);
    i_28 = SHAPE(6);
    i_29 = i_17 * i_16;
    i_30 = i_29 + i_18;
    ul_34 = ul_0 + ((long) i_30 << 2) + 16L;
    f_35 = *((__global float *) ul_34);
    i_36 = 0;
    f_37 = f_35;
    i_38 = 1;
    for(;i_38 < i_17;)
    {
      i_39 = i_30 + i_38;
      ul_43 = ul_0 + ((long) i_39 << 2) + 16L;
      f_44 = *((__global float *) ul_43);
      i_45 = isless(f_37, f_44);
      if(i_45 == 1)
      {
        i_46 = i_38;
      }
      else
      {
        i_46 = i_36;
      }
      i_47 = i_38 + 1;
      i_48 = isless(f_37, f_44);
      if(i_48 == 1)
      {
        i_49 = i_46;
        f_50 = f_44;
      }
      else
      {
        i_49 = i_46;
        f_50 = f_37;
      }
      i_49 = i_46;
      i_51 = i_47;
      i_36 = i_49;
      f_37 = f_50;
      i_38 = i_51;
    }
    i_52 = i_26 + i_29;
    f_53 = 0.0F;
    i_54 = 0;
    for(;i_54 < i_17;)
    {
      i_55 = i_30 + i_54;
      ul_59 = ul_0 + ((long) i_55 << 2) + 16L;
      f_60 = *((__global float *) ul_59);
      i_61 = i_52 + i_54;
      ul_65 = ul_2 + ((long) i_61 << 2) + 16L;
      f_66 = f_60 - f_37;
      d_67 = (double) f_66;
      d_68 = exp(d_67);
      f_69 = (float) d_68;
      *((__global float *) ul_65) = f_69;
      f_70 = f_53 + f_69;
      i_71 = i_54 + 1;
      f_53 = f_70;
      i_54 = i_71;
    }
    i_72 = 0;
    for(;i_72 < i_17;)
    {
      i_73 = i_52 + i_72;
      ul_77 = ul_2 + ((long) i_73 << 2) + 16L;
      f_78 = *((__global float *) ul_77);
      f_79 = f_78 / f_53;
      *((__global float *) ul_77) = f_79;
      i_80 = i_72 + 1;
      i_72 = i_80;
    }
    i_81 = max((INDEX) i_25, (INDEX) 0);
    i_82 = i_81 + i_30;
    ul_86 = ul_0 + ((long) i_82 << 2) + 16L;
    f_87 = *((__global float *) ul_86);
    b_88 = i_25 < 0;
    if(b_88)
    {
      f_89 = 0.0F;
    }
    else
    {
      d_90 = (double) f_53;
      d_91 = log(d_90);
      f_92 = (float) d_91;
      f_93 = f_87 - f_37;
      f_94 = f_92 - f_93;
      f_89 = f_94;
    }
    i_95 = i_27 + i_16;
    ul_99 = ul_3 + ((long) i_95 << 2) + 16L;
    *((__global float *) ul_99) = f_89;
    b_100 = i_36 == i_25;
    if(b_100)
    {
      f_101 = 1.0F;
    }
    else
    {
      f_101 = 0.0F;
    }
    i_102 = i_28 + i_16;
    ul_106 = ul_4 + ((long) i_102 << 2) + 16L;
    *((__global float *) ul_106) = f_101;
  }
  return;
}
