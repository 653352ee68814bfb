// dev.weft.kernels.conv2d.Conv2dKernels.conv2dBackwardData
// Made by TornadoVM 5.2.0-jdk25 and tornado/export-kernels; not to be edited.
// Java code: sha256 24b4d46c75c281b25ed2e7ef2df0c2591d874b469509f7e3a04df8a2bebb4a9e

#ifndef SHAPE
#define SHAPE(i) (((__global int *) (shape + 16))[i])
#endif
#ifndef INDEX
#define INDEX int
#endif

__kernel void conv2dBackwardData(__global long *_kernel_context,
    __constant uchar *_constant_region,
    __local uchar *_local_region,
    __global int *_atomics,
    __global uchar *dy,
    __global uchar *w,
    __global uchar *x,
    __global uchar *dx,
    __global uchar *shape)
{
  INDEX i_6, i_8, i_10, i_12, i_14, i_16, i_18, i_20, i_22, i_24, i_26, i_28, i_30, i_32, i_34,
      i_36, i_38, i_40, i_41, i_42, i_43, i_44, i_45, i_46, i_48, i_49, i_50, i_51, i_52, i_53,
      i_54, i_55, i_56, i_57, i_58, i_60, i_61, i_62, i_63, i_64, i_65, i_66, i_67, i_68, i_70,
      i_71, i_72, i_73, i_74, i_76, i_79, i_80, i_81, i_82, i_83, i_84, i_85, i_86, i_88, i_89,
      i_95, i_104, i_105, i_106, i_109, i_115, i_116;
  __global uchar *ul_0, *ul_1, *ul_2, *ul_3, *ul_93, *ul_99, *ul_113, *ul_120;
  bool b_75, b_77, b_107;
  float f_59, f_69, f_78, f_87, f_94, f_100, f_101, f_102, f_103, f_108, f_114;
  long l_90, l_91, l_92, l_96, l_97, l_98, l_110, l_111, l_112, l_117, l_118, l_119;
  ul_0 = dy;
  ul_1 = w;
  ul_2 = x;
  ul_3 = dx;
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
  i_41 = i_30 + -1;
  i_42 = i_28 + -1;
  i_43 = i_6 * i_8;
  i_44 = i_43 * i_10;
  i_45 = i_44 * i_12;
  i_46 = i_8 * i_10;
  i_48 = get_global_id(0);
  i_49 = i_48;
  if(i_49 < i_45)
  {
    i_50 = i_49 % i_12;
    i_51 = i_49 / i_12;
    i_52 = i_51 / i_46;
    i_53 = i_52 * i_28;
    i_54 = i_51 % i_10;
    i_55 = i_26 + i_54;
    i_56 = i_51 / i_10;
    i_57 = i_56 % i_8;
    i_58 = i_24 + i_57;
    f_59 = 0.0F;
    i_60 = 0;
    for(;i_60 < i_16;)
    {
      i_61 = i_18 * i_60;
      i_62 = i_58 - i_60;
      i_63 = max((INDEX) i_62, (INDEX) 0);
      i_64 = i_63 / i_20;
      i_65 = min((INDEX) i_64, (INDEX) i_42);
      i_66 = i_65 + i_53;
      i_67 = i_66 * i_30;
      i_68 = i_65 * i_20;
      f_69 = f_59;
      i_70 = 0;
      for(;i_70 < i_18;)
      {
        i_71 = i_55 - i_70;
        i_72 = max((INDEX) i_71, (INDEX) 0);
        i_73 = i_72 / i_22;
        i_74 = min((INDEX) i_73, (INDEX) i_41);
        b_75 = i_62 == i_68;
        if(b_75)
        {
          i_76 = i_74 * i_22;
          b_77 = i_71 == i_76;
          if(b_77)
          {
            f_78 = 1.0F;
          }
          else
          {
            f_78 = 0.0F;
          }
        }
        else
        {
          f_78 = 0.0F;
        }
        i_79 = i_61 + i_70;
        i_80 = i_79 * i_12;
        i_81 = i_80 + i_50;
        i_82 = i_81 * i_14;
        i_83 = i_82 + i_34;
        i_84 = i_67 + i_74;
        i_85 = i_84 * i_14;
        i_86 = i_85 + i_32;
        f_87 = f_69;
        i_88 = 0;
        for(;i_88 < i_14;)
        {
          i_89 = i_86 + i_88;
          l_90 = (long) i_89;
          l_91 = l_90 << 2;
          l_92 = l_91 + 16L;
          ul_93 = ul_0 + l_92;
          f_94 = *((__global float *) ul_93);
          i_95 = i_83 + i_88;
          l_96 = (long) i_95;
          l_97 = l_96 << 2;
          l_98 = l_97 + 16L;
          ul_99 = ul_1 + l_98;
          f_100 = *((__global float *) ul_99);
          f_101 = f_78 * f_94;
          f_102 = f_101 * f_100;
          f_103 = f_102 + f_87;
          i_104 = i_88 + 1;
          f_87 = f_103;
          i_88 = i_104;
        }
        i_105 = i_70 + 1;
        f_69 = f_87;
        i_70 = i_105;
      }
      i_106 = i_60 + 1;
      f_59 = f_69;
      i_60 = i_106;
    }
    b_107 = i_40 == 0;
    if(b_107)
    {
      f_108 = f_59;
    }
    else
    {
      i_109 = i_36 + i_49;
      l_110 = (long) i_109;
      l_111 = l_110 << 2;
      l_112 = l_111 + 16L;
      ul_113 = ul_2 + l_112;
      f_114 = *((__global float *) ul_113);
      i_115 = isless(0.0F, f_114);
      if(i_115 == 1)
      {
        f_108 = f_59;
      }
      else
      {
        f_108 = 0.0F;
      }
    }
    i_116 = i_38 + i_49;
    l_117 = (long) i_116;
    l_118 = l_117 << 2;
    l_119 = l_118 + 16L;
    ul_120 = ul_3 + l_119;
    *((__global float *) ul_120) = f_108;
  }
  return;
}
