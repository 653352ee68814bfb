// dev.weft.kernels.dropout.DropoutKernels.dropoutApplyAndMask
// Made by TornadoVM 5.2.0-jdk25 and tornado/export-kernels; not to be edited.
// Java code: sha256 7cf8d9493aa3c4eb748183e07320c2feef5c2338662cd81bc3808c390c378543

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
    __global uchar *dy,
    __global uchar *state,
    __global uchar *x,
    __global uchar *dx,
    __global uchar *scale,
    __global uchar *shape)
{
  INDEX i_13, i_15, i_17, i_19, i_20, i_26, i_27, i_56, i_63, i_72;
  __global uchar *ul_0, *ul_1, *ul_2, *ul_3, *ul_4, *ul_24, *ul_60, *ul_67, *ul_69, *ul_76;
  bool b_54;
  float f_55, f_61, f_68, f_70, f_71;
  int i_7, i_9, i_11, i_28, i_29, i_30, i_31, i_32, i_33, i_34, i_35, i_36, i_37, i_38, i_39, i_40,
      i_41, i_42, i_43, i_44, i_45, i_46, i_47, i_48, i_49, i_50, i_51, i_52, i_53, i_62;
  long l_21, l_22, l_23, l_57, l_58, l_59, l_64, l_65, l_66, l_73, l_74, l_75;
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
  i_20 = i_15 + 1;
  l_21 = (long) i_20;
  l_22 = l_21 << 2;
  l_23 = l_22 + 16L;
  ul_24 = ul_1 + l_23;
  i_26 = get_global_id(0);
  i_27 = i_26;
  if(i_27 < i_7)
  {
    i_28 = *((__global int *) ul_24);
    i_29 = i_11 + i_27;
    i_30 = i_29 >> 16;
    i_31 = i_30 & 65535;
    i_32 = i_29 ^ i_31;
    i_33 = i_32 * 569420461;
    i_34 = i_33 >> 15;
    i_35 = i_34 & 131071;
    i_36 = i_33 ^ i_35;
    i_37 = i_36 * 1935289751;
    i_38 = i_37 >> 15;
    i_39 = i_38 & 131071;
    i_40 = i_37 ^ i_39;
    i_41 = i_40 ^ i_28;
    i_42 = i_41 >> 16;
    i_43 = i_42 & 65535;
    i_44 = i_41 ^ i_43;
    i_45 = i_44 * 569420461;
    i_46 = i_45 >> 15;
    i_47 = i_46 & 131071;
    i_48 = i_45 ^ i_47;
    i_49 = i_48 * 1935289751;
    i_50 = i_49 >> 15;
    i_51 = i_50 & 131071;
    i_52 = i_49 ^ i_51;
    i_53 = i_52 & 16777215;
    b_54 = i_53 < i_9;
    if(b_54)
    {
      f_55 = 0.0F;
    }
    else
    {
      i_56 = i_17 + i_27;
      l_57 = (long) i_56;
      l_58 = l_57 << 2;
      l_59 = l_58 + 16L;
      ul_60 = ul_2 + l_59;
      f_61 = *((__global float *) ul_60);
      i_62 = isless(0.0F, f_61);
      if(i_62 == 1)
      {
        i_63 = i_13 + i_27;
        l_64 = (long) i_63;
        l_65 = l_64 << 2;
        l_66 = l_65 + 16L;
        ul_67 = ul_0 + l_66;
        f_68 = *((__global float *) ul_67);
        ul_69 = ul_4 + 16L;
        f_70 = *((__global float *) ul_69);
        f_71 = f_68 * f_70;
        f_55 = f_71;
      }
      else
      {
        f_55 = 0.0F;
      }
    }
    i_72 = i_19 + i_27;
    l_73 = (long) i_72;
    l_74 = l_73 << 2;
    l_75 = l_74 + 16L;
    ul_76 = ul_3 + l_75;
    *((__global float *) ul_76) = f_55;
  }
  return;
}
