// dev.weft.kernels.conv2d.BorderKernels.conv2dBorderLines
// Made by TornadoVM 5.2.0-jdk25 and tornado/export-kernels; not to be edited.
// Java code: sha256 69e9ede336c3cca50d550dc48c822f2274a5142bfd5e04a0fb449067bc7bf2e2

#ifndef SHAPE
#define SHAPE(i) (((__global int *) (shape + 16))[i])
#endif
#ifndef INDEX
#define INDEX int
#endif

__kernel void conv2dBorderLines(__global long *_kernel_context,
    __constant uchar *_constant_region,
    __local uchar *_local_region,
    __global int *_atomics,
    __global uchar *restrict x,
    __global uchar *restrict bordered,
    __global uchar *restrict shape)
{
  INDEX i_6, i_8, i_10, i_12, i_14, i_16, i_18, i_19, i_21, i_22, i_23, i_24, i_25, i_26, i_28,
      i_30, i_31, i_32, i_33, i_34, i_35, i_40, i_41, i_42, i_43, i_44, i_45, i_46, i_47, i_48,
      i_54, i_59, i_60, i_61, i_66;
  __global uchar *ul_0, *ul_1, *ul_39, *ul_52, *ul_58, *ul_65;
  bool b_27, b_29;
  float f_53;
  int i_4;
  ul_0 = x;
  ul_1 = bordered;
  i_4 = SHAPE(0);
  i_6 = SHAPE(1);
  i_8 = SHAPE(2);
  i_10 = SHAPE(3);
  i_12 = SHAPE(4);
  i_14 = SHAPE(5);
  i_16 = SHAPE(6);
  i_18 = SHAPE(7);
  i_19 = i_6 + -1;
  i_21 = get_global_id(0);
  i_22 = i_21;
  if(i_22 < i_4)
  {
    i_23 = i_22 % i_14;
    i_24 = i_23 - i_10;
    i_25 = max((INDEX) i_24, (INDEX) 0);
    i_26 = min((INDEX) i_25, (INDEX) i_19);
    b_27 = i_24 == i_26;
    if(b_27)
    {
      i_28 = i_12;
    }
    else
    {
      i_28 = i_16;
    }
    b_29 = i_24 == i_26;
    if(b_29)
    {
      i_30 = i_8 + i_12;
      i_31 = min((INDEX) i_30, (INDEX) i_16);
      i_32 = i_31;
    }
    else
    {
      i_32 = i_16;
    }
    i_33 = i_22 * i_16;
    i_34 = 0;
    for(;i_34 < i_28;)
    {
      i_35 = i_33 + i_34;
      ul_39 = ul_1 + ((long) i_35 << 2) + 16L;
      *((__global float *) ul_39) = 0.0F;
      i_40 = i_34 + 1;
      i_34 = i_40;
    }
    i_41 = i_22 / i_14;
    i_42 = i_41 * i_6;
    i_43 = i_42 + i_26;
    i_44 = i_43 * i_8;
    i_45 = i_44 + i_18;
    i_46 = i_45 - i_12;
    i_47 = i_28;
    i_47 = i_28;
    for(;i_47 < i_32;)
    {
      i_48 = i_46 + i_47;
      ul_52 = ul_0 + ((long) i_48 << 2) + 16L;
      f_53 = *((__global float *) ul_52);
      i_54 = i_33 + i_47;
      ul_58 = ul_1 + ((long) i_54 << 2) + 16L;
      *((__global float *) ul_58) = f_53;
      i_59 = i_47 + 1;
      i_47 = i_59;
    }
    i_60 = i_32;
    i_60 = i_32;
    for(;i_60 < i_16;)
    {
      i_61 = i_33 + i_60;
      ul_65 = ul_1 + ((long) i_61 << 2) + 16L;
      *((__global float *) ul_65) = 0.0F;
      i_66 = i_60 + 1;
      i_60 = i_66;
    }
  }
  return;
}
