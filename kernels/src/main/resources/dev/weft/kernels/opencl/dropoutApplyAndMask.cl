// dev.weft.kernels.dropout.DropoutKernels.dropoutApplyAndMask
// Made by TornadoVM 5.2.0-jdk25 and tornado/export-kernels; not to be edited.
// Java code: sha256 5130d26fc47adfcd51f33f33f3f162c44b6cb7744a6ae8e181fe7836e89791f8

#ifndef SHAPE
#define SHAPE(i) (((__global int *) (shape + 16))[i])
#endif
#ifndef INDEX
#define INDEX int
#endif

__kernel void dropoutApplyAndMask(__global long *_kernel_context,
    __constant uchar *_constant_region,
    __local uchar *_local_region,
    __global int *_atomics,
    __global uchar *restrict dy,
    __global uchar *restrict state,
    __global uchar *restrict x,
    __global uchar *restrict dx,
    __global uchar *restrict scale,
    __global uchar *restrict shape)
{
  INDEX i_13, i_15, i_17, i_19, i_29, i_30, i_58, i_65, i_72;
  __global uchar *ul_0, *ul_1, *ul_2, *ul_3, *ul_4, *ul_24, *ul_26, *ul_62, *ul_69, *ul_76;
  bool b_56;
  float f_27, f_57, f_63, f_70, f_71;
  int i_7, i_9, i_11, i_25, i_31, i_32, i_33, i_34, i_35, i_36, i_37, i_38, i_39, i_40, i_41, i_42,
      i_43, i_44, i_45, i_46, i_47, i_48, i_49, i_50, i_51, i_52, i_53, i_54, i_55, i_64;
  ul_0 = dy;
  ul_1 = state;
  ul_2 = x;
  ul_3 = dx;
  ul_4 = scale;
  i_7 = SHAPE(0);
  i_9 = SHAPE(1);
  i_11 = SHAPE(2);
  i_13 = SHAPE(3);
  i_15 = SHAPE(4);
  i_17 = SHAPE(5);
  i_19 = SHAPE(6);
  ul_24 = ul_1 + ((long) i_15 << 2) + 20L;
  i_25 = *((__global int *) ul_24);
  ul_26 = ul_4 + 16L;
  f_27 = *((__global float *) ul_26);
  i_29 = get_global_id(0);
  i_30 = i_29;
  if(i_30 < i_7)
  {
    i_31 = i_11 + i_30;
    i_32 = i_31 >> 16;
    i_33 = i_32 & 65535;
    i_34 = i_31 ^ i_33;
    i_35 = i_34 * 569420461;
    i_36 = i_35 >> 15;
    i_37 = i_36 & 131071;
    i_38 = i_35 ^ i_37;
    i_39 = i_38 * 1935289751;
    i_40 = i_39 >> 15;
    i_41 = i_40 & 131071;
    i_42 = i_39 ^ i_41;
    i_43 = i_42 ^ i_25;
    i_44 = i_43 >> 16;
    i_45 = i_44 & 65535;
    i_46 = i_43 ^ i_45;
    i_47 = i_46 * 569420461;
    i_48 = i_47 >> 15;
    i_49 = i_48 & 131071;
    i_50 = i_47 ^ i_49;
    i_51 = i_50 * 1935289751;
    i_52 = i_51 >> 15;
    i_53 = i_52 & 131071;
    i_54 = i_51 ^ i_53;
    i_55 = i_54 & 16777215;
    b_56 = i_55 < i_9;
    if(b_56)
    {
      f_57 = 0.0F;
    }
    else
    {
      i_58 = i_17 + i_30;
      ul_62 = ul_2 + ((long) i_58 << 2) + 16L;
      f_63 = *((__global float *) ul_62);
      i_64 = isless(0.0F, f_63);
      if(i_64 == 1)
      {
        i_65 = i_13 + i_30;
        ul_69 = ul_0 + ((long) i_65 << 2) + 16L;
        f_70 = *((__global float *) ul_69);
        f_71 = f_27 * f_70;
        f_57 = f_71;
      }
      else
      {
        f_57 = 0.0F;
      }
    }
    i_72 = i_19 + i_30;
    ul_76 = ul_3 + ((long) i_72 << 2) + 16L;
    *((__global float *) ul_76) = f_57;
  }
  return;
}
