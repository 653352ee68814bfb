// dev.weft.kernels.dropout.DropoutKernels.dropoutApply
// Made by TornadoVM 5.2.0-jdk25 and tornado/export-kernels; not to be edited.
// Java code: sha256 f2ba6693491736dc4ad17b591b83c2eb8dbc3ed92fd67b53aa42228aa4a502ef

#ifndef SHAPE
#define SHAPE(i) (((__global int *) (shape + 16))[i])
#endif
#ifndef INDEX
#define INDEX int
#endif

__kernel void dropoutApply(__global long *_kernel_context,
    __constant uchar *_constant_region,
    __local uchar *_local_region,
    __global int *_atomics,
    __global uchar *x,
    __global uchar *state,
    __global uchar *y,
    __global uchar *scale,
    __global uchar *shape)
{
  INDEX i_6, i_8, i_10, i_12, i_14, i_16, i_17, i_24, i_25, i_26, i_53, i_56, i_65;
  __global uchar *ul_0, *ul_1, *ul_2, *ul_3, *ul_21, *ul_60, *ul_62, *ul_69;
  bool b_54;
  float f_55, f_61, f_63, f_64;
  long l_18, l_19, l_20, l_22, l_28, l_29, l_30, l_31, l_32, l_33, l_34, l_35, l_36, l_37, l_38,
      l_39, l_40, l_57, l_58, l_59, l_66, l_67, l_68;
  ulong ul_27, ul_41, ul_42, ul_43, ul_44, ul_45, ul_46, ul_47, ul_48, ul_49, ul_50, ul_51, ul_52;
  ul_0 = x;
  ul_1 = state;
  ul_2 = y;
  ul_3 = scale;
  i_6 = SHAPE(0);
  i_8 = SHAPE(1);
  i_10 = SHAPE(2);
  i_12 = SHAPE(3);
  i_14 = SHAPE(4);
  i_16 = SHAPE(5);
  i_17 = i_14 + 1;
  l_18 = (long) i_17;
  l_19 = l_18 << 2;
  l_20 = l_19 + 16L;
  ul_21 = ul_1 + l_20;
  l_22 = (long) i_10;
  i_24 = get_global_id(0);
  i_25 = i_24;
  if(i_25 < i_6)
  {
    i_26 = *((__global int *) ul_21);
    ul_27 = i_26 & 4294967295UL;
    l_28 = (long) i_25;
    l_29 = l_28 + l_22;
    l_30 = l_29 & 4294967295L;
    l_31 = l_30 >> 16;
    l_32 = l_30 ^ l_31;
    l_33 = l_32 * 569420461L;
    l_34 = l_33 & 4294967295L;
    l_35 = l_34 >> 15;
    l_36 = l_34 ^ l_35;
    l_37 = l_36 * 1935289751L;
    l_38 = l_37 & 4294967295L;
    l_39 = l_38 >> 15;
    l_40 = l_38 ^ l_39;
    ul_41 = ul_27 ^ l_40;
    ul_42 = ul_41 >> 16;
    ul_43 = ul_41 ^ ul_42;
    ul_44 = ul_43 * 569420461L;
    ul_45 = ul_44 & 4294967295L;
    ul_46 = ul_45 >> 15;
    ul_47 = ul_45 ^ ul_46;
    ul_48 = ul_47 * 1935289751L;
    ul_49 = ul_48 & 4294967295L;
    ul_50 = ul_49 >> 15;
    ul_51 = ul_49 ^ ul_50;
    ul_52 = ul_51 & 16777215L;
    i_53 = (int) ul_52;
    b_54 = i_53 < i_8;
    if(b_54)
    {
      f_55 = 0.0F;
    }
    else
    {
      i_56 = i_12 + i_25;
      l_57 = (long) i_56;
      l_58 = l_57 << 2;
      l_59 = l_58 + 16L;
      ul_60 = ul_0 + l_59;
      f_61 = *((__global float *) ul_60);
      ul_62 = ul_3 + 16L;
      f_63 = *((__global float *) ul_62);
      f_64 = f_61 * f_63;
      f_55 = f_64;
    }
    i_65 = i_16 + i_25;
    l_66 = (long) i_65;
    l_67 = l_66 << 2;
    l_68 = l_67 + 16L;
    ul_69 = ul_2 + l_68;
    *((__global float *) ul_69) = f_55;
  }
  return;
}
