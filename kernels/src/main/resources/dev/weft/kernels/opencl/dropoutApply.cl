// dev.weft.kernels.dropout.DropoutKernels.dropoutApply
// Made by TornadoVM 5.2.0-jdk25 and tornado/export-kernels; not to be edited.
// Java code: sha256 5be2e493ffcb7f62736d33cae68c4df2c6f48b95ead950fbc4d22fd84c274592

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
  INDEX i_12, i_14, i_16, i_17, i_23, i_24, i_53, i_62;
  __global uchar *ul_0, *ul_1, *ul_2, *ul_3, *ul_21, *ul_57, *ul_59, *ul_66;
  bool b_51;
  float f_52, f_58, f_60, f_61;
  int i_6, i_8, i_10, i_25, i_26, i_27, i_28, i_29, i_30, i_31, i_32, i_33, i_34, i_35, i_36, i_37,
      i_38, i_39, i_40, i_41, i_42, i_43, i_44, i_45, i_46, i_47, i_48, i_49, i_50;
  long l_18, l_19, l_20, l_54, l_55, l_56, l_63, l_64, l_65;
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
  i_23 = get_global_id(0);
  i_24 = i_23;
  if(i_24 < i_6)
  {
    i_25 = *((__global int *) ul_21);
    i_26 = i_10 + i_24;
    i_27 = i_26 >> 16;
    i_28 = i_27 & 65535;
    i_29 = i_26 ^ i_28;
    i_30 = i_29 * 569420461;
    i_31 = i_30 >> 15;
    i_32 = i_31 & 131071;
    i_33 = i_30 ^ i_32;
    i_34 = i_33 * 1935289751;
    i_35 = i_34 >> 15;
    i_36 = i_35 & 131071;
    i_37 = i_34 ^ i_36;
    i_38 = i_37 ^ i_25;
    i_39 = i_38 >> 16;
    i_40 = i_39 & 65535;
    i_41 = i_38 ^ i_40;
    i_42 = i_41 * 569420461;
    i_43 = i_42 >> 15;
    i_44 = i_43 & 131071;
    i_45 = i_42 ^ i_44;
    i_46 = i_45 * 1935289751;
    i_47 = i_46 >> 15;
    i_48 = i_47 & 131071;
    i_49 = i_46 ^ i_48;
    i_50 = i_49 & 16777215;
    b_51 = i_50 < i_8;
    if(b_51)
    {
      f_52 = 0.0F;
    }
    else
    {
      i_53 = i_12 + i_24;
      l_54 = (long) i_53;
      l_55 = l_54 << 2;
      l_56 = l_55 + 16L;
      ul_57 = ul_0 + l_56;
      f_58 = *((__global float *) ul_57);
      ul_59 = ul_3 + 16L;
      f_60 = *((__global float *) ul_59);
      f_61 = f_58 * f_60;
      f_52 = f_61;
    }
    i_62 = i_16 + i_24;
    l_63 = (long) i_62;
    l_64 = l_63 << 2;
    l_65 = l_64 + 16L;
    ul_66 = ul_2 + l_65;
    *((__global float *) ul_66) = f_52;
  }
  return;
}
