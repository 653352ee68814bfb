// dev.weft.kernels.dropout.DropoutKernels.dropoutApplyAndMask
// Made by TornadoVM 5.2.0-jdk25 and tornado/export-kernels; not to be edited.
// Java code: sha256 8aca3dd1e604e877af4d2c24517a361b2f49a6a4344f8401820f015494d9f073

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
  INDEX i_7, i_9, i_11, i_13, i_15, i_17, i_19, i_20, i_27, i_28, i_29, i_56, i_59, i_65, i_66,
      i_75;
  __global uchar *ul_0, *ul_1, *ul_2, *ul_3, *ul_4, *ul_24, *ul_63, *ul_70, *ul_72, *ul_79;
  bool b_57;
  float f_58, f_64, f_71, f_73, f_74;
  long l_21, l_22, l_23, l_25, l_31, l_32, l_33, l_34, l_35, l_36, l_37, l_38, l_39, l_40, l_41,
      l_42, l_43, l_60, l_61, l_62, l_67, l_68, l_69, l_76, l_77, l_78;
  ulong ul_30, ul_44, ul_45, ul_46, ul_47, ul_48, ul_49, ul_50, ul_51, ul_52, ul_53, ul_54, ul_55;
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
  l_25 = (long) i_11;
  i_27 = get_global_id(0);
  i_28 = i_27;
  if(i_28 < i_7)
  {
    i_29 = *((__global int *) ul_24);
    ul_30 = i_29 & 4294967295UL;
    l_31 = (long) i_28;
    l_32 = l_31 + l_25;
    l_33 = l_32 & 4294967295L;
    l_34 = l_33 >> 16;
    l_35 = l_33 ^ l_34;
    l_36 = l_35 * 569420461L;
    l_37 = l_36 & 4294967295L;
    l_38 = l_37 >> 15;
    l_39 = l_37 ^ l_38;
    l_40 = l_39 * 1935289751L;
    l_41 = l_40 & 4294967295L;
    l_42 = l_41 >> 15;
    l_43 = l_41 ^ l_42;
    ul_44 = ul_30 ^ l_43;
    ul_45 = ul_44 >> 16;
    ul_46 = ul_44 ^ ul_45;
    ul_47 = ul_46 * 569420461L;
    ul_48 = ul_47 & 4294967295L;
    ul_49 = ul_48 >> 15;
    ul_50 = ul_48 ^ ul_49;
    ul_51 = ul_50 * 1935289751L;
    ul_52 = ul_51 & 4294967295L;
    ul_53 = ul_52 >> 15;
    ul_54 = ul_52 ^ ul_53;
    ul_55 = ul_54 & 16777215L;
    i_56 = (int) ul_55;
    b_57 = i_56 < i_9;
    if(b_57)
    {
      f_58 = 0.0F;
    }
    else
    {
      i_59 = i_17 + i_28;
      l_60 = (long) i_59;
      l_61 = l_60 << 2;
      l_62 = l_61 + 16L;
      ul_63 = ul_2 + l_62;
      f_64 = *((__global float *) ul_63);
      i_65 = isless(0.0F, f_64);
      if(i_65 == 1)
      {
        i_66 = i_13 + i_28;
        l_67 = (long) i_66;
        l_68 = l_67 << 2;
        l_69 = l_68 + 16L;
        ul_70 = ul_0 + l_69;
        f_71 = *((__global float *) ul_70);
        ul_72 = ul_4 + 16L;
        f_73 = *((__global float *) ul_72);
        f_74 = f_71 * f_73;
        f_58 = f_74;
      }
      else
      {
        f_58 = 0.0F;
      }
    }
    i_75 = i_19 + i_28;
    l_76 = (long) i_75;
    l_77 = l_76 << 2;
    l_78 = l_77 + 16L;
    ul_79 = ul_3 + l_78;
    *((__global float *) ul_79) = f_58;
  }
  return;
}
