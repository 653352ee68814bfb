// dev.weft.kernels.conv2d.Conv2dFilterPoints.conv2dFilterSinglePoints
// Made by TornadoVM 5.2.0-jdk25 and tornado/export-kernels; not to be edited.
// Java code: sha256 000795c2a3b07417f2877b7e48dd0b1912b5d4131daafff0c4824ece28490c19

#ifndef SHAPE
#define SHAPE(i) (((__global int *) (shape + 16))[i])
#endif
#ifndef INDEX
#define INDEX int
#endif

__kernel void conv2dFilterSinglePoints(__global long *_kernel_context,
    __constant uchar *_constant_region,
    __local uchar *_local_region,
    __global int *_atomics,
    __global uchar *restrict x,
    __global uchar *restrict dy,
    __global uchar *restrict sums,
    __global uchar *restrict shape)
{
  INDEX i_25, i_26, i_27, i_29, i_30, i_31, i_32, i_33, i_34, i_35, i_36, i_37, i_38, i_39, i_40,
      i_41, i_42, i_43, i_44, i_45, i_46, i_47, i_49, i_50, i_51, i_52, i_53, i_55, i_56, i_57,
      i_59, i_60, i_61, i_63, i_65, i_67, i_68, i_69, i_70, i_71, i_79, i_80, i_81, i_85, i_86,
      i_87, i_88, i_89, i_90, i_91, i_92, i_96, i_97, i_98, i_99, i_102, i_103, i_104, i_105, i_106,
      i_107, i_108, i_109, i_110, i_111, i_112, i_119, i_120, i_130, i_131, i_133, i_134, i_135,
      i_137, i_138, i_139, i_140;
  __global uchar *ul_0, *ul_1, *ul_2, *ul_116, *ul_126, *ul_146;
  bool b_48, b_54, b_58, b_62, b_64, b_66, b_72, b_93, b_95, b_100, b_132;
  float f_101, f_117, f_118, f_127, f_128, f_129, f_136;
  int i_7, i_28, i_73, i_74, i_75, i_76, i_77, i_78, i_82, i_83, i_84, i_94;
  ul_0 = x;
  ul_1 = dy;
  ul_2 = sums;
  __private float ul_4[1];
  __private float* ul_5 = ul_4;
  i_7 = SHAPE(0);
  i_25 = get_global_id(0);
  i_26 = i_25;
  if(i_26 < i_7)
  {
    i_27 = SHAPE(1);
    i_28 = SHAPE(2);
    i_29 = SHAPE(3);
    i_30 = SHAPE(4);
    i_31 = SHAPE(5);
    i_32 = SHAPE(6);
    i_33 = SHAPE(7);
    i_34 = SHAPE(8);
    i_35 = SHAPE(9);
    i_36 = SHAPE(10);
    i_37 = SHAPE(11);
    i_38 = SHAPE(12);
    i_39 = SHAPE(13);
    i_40 = SHAPE(14);
    i_41 = SHAPE(15);
    i_42 = SHAPE(16);
    i_43 = i_35 * i_36;
    i_44 = i_43 * i_31;
    i_45 = i_26 / i_34;
    i_46 = i_44 + 1;
    i_47 = i_45 % i_46;
    b_48 = i_44 == i_47;
    if(b_48)
    {
      i_49 = 0;
    }
    else
    {
      i_50 = i_47 % i_31;
      i_51 = i_31 + -1;
      i_52 = min((INDEX) i_50, (INDEX) i_51);
      i_49 = i_52;
    }
    i_53 = i_47 / i_31;
    b_54 = i_44 == i_47;
    if(b_54)
    {
      i_55 = 0;
    }
    else
    {
      i_56 = i_53 / i_36;
      i_57 = i_56 - i_39;
      i_55 = i_57;
    }
    b_58 = i_44 == i_47;
    if(b_58)
    {
      i_59 = 0;
    }
    else
    {
      i_60 = i_53 % i_36;
      i_61 = i_60 - i_40;
      i_59 = i_61;
    }
    b_62 = i_44 == i_47;
    if(b_62)
    {
      i_63 = 0;
    }
    else
    {
      i_63 = i_37;
    }
    b_64 = i_44 == i_47;
    if(b_64)
    {
      i_65 = 0;
    }
    else
    {
      i_65 = i_38;
    }
    b_66 = i_44 == i_47;
    if(b_66)
    {
      i_67 = 0;
    }
    else
    {
      i_68 = i_38 + -1;
      i_69 = i_68 - i_59;
      i_70 = i_69 / i_38;
      i_71 = max((INDEX) 0, (INDEX) i_70);
      i_67 = i_71;
    }
    b_72 = i_44 == i_47;
    if(b_72)
    {
      i_73 = i_33;
    }
    else
    {
      i_74 = i_30 + -1;
      i_75 = i_74 - i_59;
      i_76 = i_75 + i_38;
      i_77 = i_76 / i_38;
      i_78 = min((INDEX) i_33, (INDEX) i_77);
      i_73 = i_78;
    }
    ul_5[0] = 0.0F;
    i_79 = i_46 * i_34;
    i_80 = i_26 / i_79;
    i_81 = i_27 * i_80;
    i_82 = i_80 + 1;
    i_83 = i_82 * i_27;
    i_84 = min((INDEX) i_83, (INDEX) i_28);
    i_85 = i_26 % i_34;
    i_86 = i_34 + -1;
    i_87 = min((INDEX) i_85, (INDEX) i_86);
    i_88 = i_33 * i_34;
    i_89 = i_81;
    for(;i_89 < i_84;)
    {
      i_90 = i_89 % i_32;
      i_91 = i_63 * i_90;
      i_92 = i_55 + i_91;
      b_93 = i_92 < 0;
      if(b_93)
      {
        i_94 = i_67;
      }
      else
      {
        b_95 = i_92 < i_29;
        if(b_95)
        {
          i_94 = i_73;
        }
        else
        {
          i_94 = i_67;
        }
      }
      i_96 = i_88 * i_89;
      i_97 = i_42 + i_96;
      i_98 = i_87 + i_97;
      i_99 = i_67;
      i_99 = i_67;
      for(;i_99 < i_94;)
      {
        b_100 = i_44 == i_47;
        if(b_100)
        {
          f_101 = 1.0F;
        }
        else
        {
          i_102 = i_89 / i_32;
          i_103 = i_102 * i_29;
          i_104 = i_103 + i_92;
          i_105 = i_104 * i_30;
          i_106 = i_105 + i_59;
          i_107 = i_106 * i_31;
          i_108 = i_107 + i_41;
          i_109 = i_49 + i_108;
          i_110 = i_65 * i_31;
          i_111 = i_110 * i_99;
          i_112 = i_109 + i_111;
          ul_116 = ul_0 + ((long) i_112 << 2) + 16L;
          f_117 = *((__global float *) ul_116);
          f_101 = f_117;
        }
        f_118 = ul_5[0];
        i_119 = i_99 * i_34;
        i_120 = i_98 + i_119;
        ul_126 = ul_1 + ((long) i_120 << 2) + 16L;
        f_127 = *((__global float *) ul_126);
        f_128 = f_101 * f_127;
        f_129 = f_128 + f_118;
        ul_5[0] = f_129;
        i_130 = i_99 + 1;
        i_99 = i_130;
      }
      i_131 = i_89 + 1;
      i_89 = i_131;
    }
    b_132 = i_44 == i_47;
    if(b_132)
    {
      i_133 = i_44;
    }
    else
    {
      i_134 = i_31 * i_53;
      i_135 = i_134 + i_49;
      i_133 = i_135;
    }
    f_136 = ul_5[0];
    i_137 = i_46 * i_80;
    i_138 = i_137 + i_133;
    i_139 = i_138 * i_34;
    i_140 = i_139 + i_87;
    ul_146 = ul_2 + ((long) i_140 << 2) + 16L;
    *((__global float *) ul_146) = f_136;
  }
  return;
}
