// dev.weft.kernels.conv2d.Conv2dKernels.conv2dForward
// Made by TornadoVM 5.2.0-jdk25 and tornado/export-kernels; not to be edited.
// Java code: sha256 3490c4945682e31f817eff26328baf87c185175ed36f87c37f9e0294828a74da

#ifndef SHAPE
#define SHAPE(i) (((__global int *) (shape + 16))[i])
#endif
#ifndef INDEX
#define INDEX int
#endif

__kernel void conv2dForward(__global long *_kernel_context,
    __constant uchar *_constant_region,
    __local uchar *_local_region,
    __global int *_atomics,
    __global uchar *x,
    __global uchar *w,
    __global uchar *b,
    __global uchar *y,
    __global uchar *shape)
{
  INDEX i_6, i_8, i_10, i_12, i_14, i_16, i_18, i_20, i_22, i_24, i_26, i_28, i_30, i_32, i_34,
      i_36, i_38, i_40, i_41, i_42, i_43, i_44, i_45, i_46, i_48, i_49, i_50, i_51, i_57, i_58,
      i_59, i_60, i_61, i_62, i_63, i_64, i_65, i_66, i_68, i_69, i_70, i_71, i_72, i_73, i_74,
      i_76, i_77, i_78, i_79, i_83, i_84, i_85, i_86, i_87, i_88, i_89, i_90, i_92, i_93, i_99,
      i_100, i_109, i_110, i_111, i_115;
  __global uchar *ul_0, *ul_1, *ul_2, *ul_3, *ul_55, *ul_97, *ul_104, *ul_119;
  bool b_80, b_81, b_112;
  float f_56, f_67, f_75, f_82, f_91, f_98, f_105, f_106, f_107, f_108, f_113, f_114;
  long l_52, l_53, l_54, l_94, l_95, l_96, l_101, l_102, l_103, l_116, l_117, l_118;
  ul_0 = x;
  ul_1 = w;
  ul_2 = b;
  ul_3 = y;
  i_6 = SHAPE(0);
  i_8 = SHAPE(1);
  i_10 = SHAPE(2);
  i_12 = SHAPE(3);
  i_14 = SHAPE(4);
  i_16 = SHAPE(5);
  i_18 = SHAPE(6);
  i_20 = SHAPE(7);
  i_22 = SHAPE(8);
  i_24 = SHAPE(9);
  i_26 = SHAPE(10);
  i_28 = SHAPE(11);
  i_30 = SHAPE(12);
  i_32 = SHAPE(13);
  i_34 = SHAPE(14);
  i_36 = SHAPE(15);
  i_38 = SHAPE(16);
  i_40 = SHAPE(17);
  i_41 = i_28 * i_30;
  i_42 = i_6 * i_28;
  i_43 = i_42 * i_30;
  i_44 = i_43 * i_14;
  i_45 = i_10 + -1;
  i_46 = i_8 + -1;
  i_48 = get_global_id(0);
  i_49 = i_48;
  if(i_49 < i_44)
  {
    i_50 = i_49 % i_14;
    i_51 = i_36 + i_50;
    l_52 = (long) i_51;
    l_53 = l_52 << 2;
    l_54 = l_53 + 16L;
    ul_55 = ul_2 + l_54;
    f_56 = *((__global float *) ul_55);
    i_57 = i_49 / i_14;
    i_58 = i_57 / i_41;
    i_59 = i_58 * i_8;
    i_60 = i_57 % i_30;
    i_61 = i_22 * i_60;
    i_62 = i_61 - i_26;
    i_63 = i_57 / i_30;
    i_64 = i_63 % i_28;
    i_65 = i_20 * i_64;
    i_66 = i_65 - i_24;
    f_67 = f_56;
    i_68 = 0;
    for(;i_68 < i_16;)
    {
      i_69 = i_18 * i_68;
      i_70 = i_66 + i_68;
      i_71 = max((INDEX) i_70, (INDEX) 0);
      i_72 = min((INDEX) i_71, (INDEX) i_46);
      i_73 = i_72 + i_59;
      i_74 = i_73 * i_10;
      f_75 = f_67;
      i_76 = 0;
      for(;i_76 < i_18;)
      {
        i_77 = i_62 + i_76;
        i_78 = max((INDEX) i_77, (INDEX) 0);
        i_79 = min((INDEX) i_78, (INDEX) i_45);
        b_80 = i_72 == i_70;
        if(b_80)
        {
          b_81 = i_79 == i_77;
          if(b_81)
          {
            f_82 = 1.0F;
          }
          else
          {
            f_82 = 0.0F;
          }
        }
        else
        {
          f_82 = 0.0F;
        }
        i_83 = i_69 + i_76;
        i_84 = i_83 * i_12;
        i_85 = i_84 * i_14;
        i_86 = i_85 + i_34;
        i_87 = i_86 + i_50;
        i_88 = i_74 + i_79;
        i_89 = i_88 * i_12;
        i_90 = i_89 + i_32;
        f_91 = f_75;
        i_92 = 0;
        for(;i_92 < i_12;)
        {
          i_93 = i_90 + i_92;
          l_94 = (long) i_93;
          l_95 = l_94 << 2;
          l_96 = l_95 + 16L;
          ul_97 = ul_0 + l_96;
          f_98 = *((__global float *) ul_97);
          i_99 = i_92 * i_14;
          i_100 = i_87 + i_99;
          l_101 = (long) i_100;
          l_102 = l_101 << 2;
          l_103 = l_102 + 16L;
          ul_104 = ul_1 + l_103;
          f_105 = *((__global float *) ul_104);
          f_106 = f_82 * f_98;
          f_107 = f_106 * f_105;
          f_108 = f_107 + f_91;
          i_109 = i_92 + 1;
          f_91 = f_108;
          i_92 = i_109;
        }
        i_110 = i_76 + 1;
        f_75 = f_91;
        i_76 = i_110;
      }
      i_111 = i_68 + 1;
      f_67 = f_75;
      i_68 = i_111;
    }
    b_112 = i_40 == 1;
    if(b_112)
    {
      f_113 = fmax(f_67, 0.0F);
      f_114 = f_113;
    }
    else
    {
      f_114 = f_67;
    }
    i_115 = i_38 + i_49;
    l_116 = (long) i_115;
    l_117 = l_116 << 2;
    l_118 = l_117 + 16L;
    ul_119 = ul_3 + l_118;
    *((__global float *) ul_119) = f_114;
  }
  return;
}
