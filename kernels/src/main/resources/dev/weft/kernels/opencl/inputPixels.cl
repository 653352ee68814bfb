// dev.weft.kernels.input.InputKernels.inputPixels
// Made by TornadoVM 5.2.0-jdk25 and tornado/export-kernels; not to be edited.
// Java code: sha256 927014ab7a3be2577256ab6634c47514edd8345d72674c29b2006d5324e77fce

#ifndef SHAPE
#define SHAPE(i) (((__global int *) (shape + 16))[i])
#endif
#ifndef INDEX
#define INDEX int
#endif

__kernel void inputPixels(__global long *_kernel_context,
    __constant uchar *_constant_region,
    __local uchar *_local_region,
    __global int *_atomics,
    __global uchar *restrict images,
    __global uchar *restrict order,
    __global uchar *restrict state,
    __global uchar *restrict x,
    __global uchar *restrict shape)
{
  INDEX i_6, i_8, i_10, i_12, i_14, i_16, i_18, i_23, i_30, i_33, i_35, i_36, i_37, i_39, i_40,
      i_41, i_46, i_47, i_48, i_49, i_50, i_56, i_57, i_66, i_67, i_68, i_73, i_74, i_83, i_88,
      i_89, i_98, i_103, i_104, i_113;
  __global uchar *ul_0, *ul_1, *ul_2, *ul_3, *ul_22, *ul_28, *ul_45, *ul_54, *ul_72, *ul_87,
      *ul_102, *ul_117;
  bool b_38, b_58, b_75, b_90, b_105;
  float f_63, f_64, f_65, f_80, f_81, f_82, f_95, f_96, f_97, f_110, f_111, f_112;
  int i_29, i_31, i_32, i_55, i_59, i_60, i_61, i_62, i_76, i_77, i_78, i_79, i_91, i_92, i_93,
      i_94, i_106, i_107, i_108, i_109;
  ul_0 = images;
  ul_1 = order;
  ul_2 = state;
  ul_3 = x;
  i_6 = SHAPE(0);
  i_8 = SHAPE(1);
  i_10 = SHAPE(2);
  i_12 = SHAPE(3);
  i_14 = SHAPE(4);
  i_16 = SHAPE(5);
  i_18 = SHAPE(6);
  ul_22 = ul_2 + ((long) i_16 << 2) + 16L;
  i_23 = *((__global int *) ul_22);
  ul_28 = ul_2 + ((long) i_16 << 2) + 24L;
  i_29 = *((__global int *) ul_28);
  i_30 = i_6 * i_23;
  i_31 = i_29 - i_30;
  i_32 = i_10 * i_6;
  i_33 = i_8 + -1;
  i_35 = get_global_id(0);
  i_36 = i_35;
  if(i_36 < i_32)
  {
    i_37 = i_36 / i_10;
    b_38 = i_37 < i_31;
    if(b_38)
    {
      i_39 = i_30 + i_37;
      i_40 = i_39;
    }
    else
    {
      i_40 = 0;
    }
    i_41 = i_40 + i_14;
    ul_45 = ul_1 + ((long) i_41 << 2) + 16L;
    i_46 = *((__global int *) ul_45);
    i_47 = i_46 * i_10;
    i_48 = i_47 + i_12;
    i_49 = i_36 % i_10;
    i_50 = i_48 + i_49;
    ul_54 = ul_0 + ((long) i_50 << 2) + 16L;
    i_55 = *((__global int *) ul_54);
    i_56 = i_49 << 2;
    i_57 = min((INDEX) i_56, (INDEX) i_33);
    b_58 = i_37 < i_31;
    if(b_58)
    {
      i_59 = i_57 & 3;
      i_60 = i_59 << 3;
      i_61 = i_55 >> i_60;
      i_62 = i_61 & 255;
      f_63 = (float) i_62;
      f_64 = f_63 * 0.003921569F;
      f_65 = f_64;
    }
    else
    {
      f_65 = 0.0F;
    }
    i_66 = i_8 * i_37;
    i_67 = i_66 + i_18;
    i_68 = i_67 + i_57;
    ul_72 = ul_3 + ((long) i_68 << 2) + 16L;
    *((__global float *) ul_72) = f_65;
    i_73 = i_56 + 1;
    i_74 = min((INDEX) i_73, (INDEX) i_33);
    b_75 = i_37 < i_31;
    if(b_75)
    {
      i_76 = i_74 & 3;
      i_77 = i_76 << 3;
      i_78 = i_55 >> i_77;
      i_79 = i_78 & 255;
      f_80 = (float) i_79;
      f_81 = f_80 * 0.003921569F;
      f_82 = f_81;
    }
    else
    {
      f_82 = 0.0F;
    }
    i_83 = i_67 + i_74;
    ul_87 = ul_3 + ((long) i_83 << 2) + 16L;
    *((__global float *) ul_87) = f_82;
    i_88 = i_56 + 2;
    i_89 = min((INDEX) i_88, (INDEX) i_33);
    b_90 = i_37 < i_31;
    if(b_90)
    {
      i_91 = i_89 & 3;
      i_92 = i_91 << 3;
      i_93 = i_55 >> i_92;
      i_94 = i_93 & 255;
      f_95 = (float) i_94;
      f_96 = f_95 * 0.003921569F;
      f_97 = f_96;
    }
    else
    {
      f_97 = 0.0F;
    }
    i_98 = i_67 + i_89;
    ul_102 = ul_3 + ((long) i_98 << 2) + 16L;
    *((__global float *) ul_102) = f_97;
    i_103 = i_56 + 3;
    i_104 = min((INDEX) i_103, (INDEX) i_33);
    b_105 = i_37 < i_31;
    if(b_105)
    {
      i_106 = i_104 & 3;
      i_107 = i_106 << 3;
      i_108 = i_55 >> i_107;
      i_109 = i_108 & 255;
      f_110 = (float) i_109;
      f_111 = f_110 * 0.003921569F;
      f_112 = f_111;
    }
    else
    {
      f_112 = 0.0F;
    }
    i_113 = i_67 + i_104;
    ul_117 = ul_3 + ((long) i_113 << 2) + 16L;
    *((__global float *) ul_117) = f_112;
  }
  return;
}
