// dev.weft.kernels.dropout.DropoutKernels.dropoutApply
// Made by TornadoVM 5.2.0-jdk25 and tornado/export-kernels; not to be edited.
// Java code: sha256 5cd6ad6fd8cf716174575ddfab33fa125fa99db3a3533140f0c031464788ce1b

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
    __global uchar *restrict x,
    __global uchar *restrict state,
    __global uchar *restrict y,
    __global uchar *restrict scale,
    __global uchar *restrict shape)
{
  INDEX i_12, i_14, i_16, i_26, i_27, i_55, i_62;
  __global uchar *ul_0, *ul_1, *ul_2, *ul_3, *ul_21, *ul_23, *ul_59, *ul_66;
  bool b_53;
  float f_24, f_54, f_60, f_61;
  int i_6, i_8, i_10, i_22, i_28, i_29, i_30, i_31, i_32, i_33, i_34, i_35, i_36, i_37, i_38, i_39,
      i_40, i_41, i_42, i_43, i_44, i_45, i_46, i_47, i_48, i_49, i_50, i_51, i_52;
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
  ul_21 = ul_1 + ((long) i_14 << 2) + 20L;
  i_22 = *((__global int *) ul_21);
  ul_23 = ul_3 + 16L;
  f_24 = *((__global float *) ul_23);
  i_26 = get_global_id(0);
  i_27 = i_26;
  if(i_27 < i_6)
  {
    i_28 = i_10 + i_27;
    i_29 = i_28 >> 16;
    i_30 = i_29 & 65535;
    i_31 = i_28 ^ i_30;
    i_32 = i_31 * 569420461;
    i_33 = i_32 >> 15;
    i_34 = i_33 & 131071;
    i_35 = i_32 ^ i_34;
    i_36 = i_35 * 1935289751;
    i_37 = i_36 >> 15;
    i_38 = i_37 & 131071;
    i_39 = i_36 ^ i_38;
    i_40 = i_39 ^ i_22;
    i_41 = i_40 >> 16;
    i_42 = i_41 & 65535;
    i_43 = i_40 ^ i_42;
    i_44 = i_43 * 569420461;
    i_45 = i_44 >> 15;
    i_46 = i_45 & 131071;
    i_47 = i_44 ^ i_46;
    i_48 = i_47 * 1935289751;
    i_49 = i_48 >> 15;
    i_50 = i_49 & 131071;
    i_51 = i_48 ^ i_50;
    i_52 = i_51 & 16777215;
    b_53 = i_52 < i_8;
    if(b_53)
    {
      f_54 = 0.0F;
    }
    else
    {
      i_55 = i_12 + i_27;
      ul_59 = ul_0 + ((long) i_55 << 2) + 16L;
      f_60 = *((__global float *) ul_59);
      f_61 = f_24 * f_60;
      f_54 = f_61;
    }
    i_62 = i_16 + i_27;
    ul_66 = ul_2 + ((long) i_62 << 2) + 16L;
    *((__global float *) ul_66) = f_54;
  }
  return;
}
