// dev.weft.kernels.conv2d.Conv2dFoldTiles.conv2dFold
// Made by TornadoVM 5.2.0-jdk25 and tornado/export-kernels; not to be edited.
// Java code: sha256 800a4dceffd55a89bdc4aab2604e96a0d10c759718cdc16f8cc7d3b542661632

#ifndef SHAPE
#define SHAPE(i) (((__global int *) (shape + 16))[i])
#endif
#ifndef INDEX
#define INDEX int
#endif

__kernel void conv2dFold(__global long *_kernel_context,
    __constant uchar *_constant_region,
    __local uchar *_local_region,
    __global int *_atomics,
    __global uchar *restrict parts,
    __global uchar *restrict mask,
    __global uchar *restrict dx,
    __global uchar *restrict shape)
{
  INDEX i_9, i_11, i_13, i_15, i_17, i_19, i_21, i_23, i_25, i_27, i_29, i_32, i_33, i_34, i_35,
      i_36, i_37, i_40, i_41, i_42, i_43, i_44, i_45, i_46, i_47, i_48, i_49, i_52, i_53, i_54,
      i_55, i_56, i_57, i_58, i_59, i_60, i_63, i_68, i_69, i_70, i_75, i_76, i_77, i_78, i_79,
      i_80, i_81, i_82, i_83, i_110, i_111, i_112, i_113, i_114, i_115, i_155, i_177;
  __global uchar *ul_0, *ul_1, *ul_2, *ul_89, *ul_95, *ul_101, *ul_107, *ul_122, *ul_131, *ul_140,
      *ul_149, *ul_161, *ul_166, *ul_171, *ul_176;
  bool b_119, b_127, b_136, b_145;
  float f_64, f_65, f_66, f_67, f_71, f_72, f_73, f_74, f_90, f_91, f_96, f_97, f_102, f_103, f_108,
      f_109, f_123, f_125, f_126, f_132, f_134, f_135, f_141, f_143, f_144, f_150, f_152, f_153,
      f_154, f_162, f_167, f_172;
  int i_7, i_31, i_38, i_50, i_51, i_61, i_62, i_124, i_133, i_142, i_151;
  ul_0 = parts;
  ul_1 = mask;
  ul_2 = dx;
  __private float ul_4[4];
  __private float* ul_5 = ul_4;
  i_7 = SHAPE(0);
  i_9 = SHAPE(1);
  i_11 = SHAPE(2);
  i_13 = SHAPE(3);
  i_15 = SHAPE(4);
  i_17 = SHAPE(5);
  i_19 = SHAPE(6);
  i_21 = SHAPE(7);
  i_23 = SHAPE(8);
  i_25 = SHAPE(9);
  i_27 = SHAPE(10);
  i_29 = SHAPE(11);
  i_31 = SHAPE(12);
  i_32 = i_13 + -4;
  i_33 = i_13 + 3;
  i_34 = i_33 >> 31;
  i_35 = i_34 >> 30;
  i_36 = i_35 + i_33;
  i_37 = i_36 >> 2;
  i_38 = i_37 * i_11;
  i_40 = get_global_id(0);
  i_41 = i_40;
  if(i_41 < i_7)
  {
    i_42 = i_41 * i_11;
    i_43 = i_41 / i_9;
    i_44 = i_15 * i_43;
    i_45 = i_41 % i_9;
    i_46 = i_23 + i_45;
    i_47 = i_46 - i_19;
    i_48 = i_47 + 1;
    i_49 = max((INDEX) i_48, (INDEX) 0);
    i_50 = i_46 + 1;
    i_51 = min((INDEX) i_50, (INDEX) i_15);
    i_52 = 0;
    for(;i_52 < i_38;)
    {
      ul_5[0] = 0.0F;
      ul_5[1] = 0.0F;
      ul_5[2] = 0.0F;
      ul_5[3] = 0.0F;
      i_53 = i_52 % i_37;
      i_54 = i_53 << 2;
      i_55 = min((INDEX) i_54, (INDEX) i_32);
      i_56 = i_52 / i_37;
      i_57 = i_25 + i_56;
      i_58 = i_57 - i_21;
      i_59 = i_58 + 1;
      i_60 = max((INDEX) i_59, (INDEX) 0);
      i_61 = i_57 + 1;
      i_62 = min((INDEX) i_61, (INDEX) i_17);
      i_63 = i_49;
      f_64 = 0.0F;
      f_65 = 0.0F;
      f_66 = 0.0F;
      f_67 = 0.0F;
      for(;i_63 < i_51;)
      {
        i_68 = i_44 + i_63;
        i_69 = i_68 * i_17;
        i_70 = i_60;
        f_71 = f_64;
        f_72 = f_65;
        f_73 = f_66;
        f_74 = f_67;
        for(;i_70 < i_62;)
        {
          i_75 = i_69 + i_70;
          i_76 = i_75 * i_19;
          i_77 = i_76 + i_46;
          i_78 = i_77 - i_63;
          i_79 = i_78 * i_21;
          i_80 = i_79 + i_57;
          i_81 = i_80 - i_70;
          i_82 = i_81 * i_13;
          i_83 = i_55 + i_82;
          ul_89 = ul_0 + ((long) i_83 << 2) + 16L;
          f_90 = *((__global float *) ul_89);
          f_91 = f_90 + f_71;
          ul_5[0] = f_91;
          ul_95 = ul_0 + ((long) i_83 << 2) + 20L;
          f_96 = *((__global float *) ul_95);
          f_97 = f_96 + f_72;
          ul_5[1] = f_97;
          ul_101 = ul_0 + ((long) i_83 << 2) + 24L;
          f_102 = *((__global float *) ul_101);
          f_103 = f_102 + f_73;
          ul_5[2] = f_103;
          ul_107 = ul_0 + ((long) i_83 << 2) + 28L;
          f_108 = *((__global float *) ul_107);
          f_109 = f_108 + f_74;
          ul_5[3] = f_109;
          i_110 = i_70 + 1;
          i_70 = i_110;
          f_71 = f_91;
          f_72 = f_97;
          f_73 = f_103;
          f_74 = f_109;
        }
        i_111 = i_63 + 1;
        i_63 = i_111;
        f_64 = f_71;
        f_65 = f_72;
        f_66 = f_73;
        f_67 = f_74;
      }
      i_112 = i_42 + i_56;
      i_113 = i_112 * i_13;
      i_114 = i_113 + i_55;
      i_115 = i_114 + i_27;
      b_119 = i_31 == 0;
      if(b_119)
      {
        f_125 = ul_5[0];
        f_126 = f_125;
      }
      else
      {
        ul_122 = ul_1 + ((long) i_115 << 2) + 16L;
        f_123 = *((__global float *) ul_122);
        i_124 = isless(0.0F, f_123);
        if(i_124 == 1)
        {
          f_125 = ul_5[0];
          f_126 = f_125;
        }
        else
        {
          f_126 = 0.0F;
        }
      }
      ul_5[0] = f_126;
      b_127 = i_31 == 0;
      if(b_127)
      {
        f_134 = ul_5[1];
        f_135 = f_134;
      }
      else
      {
        ul_131 = ul_1 + ((long) i_115 << 2) + 20L;
        f_132 = *((__global float *) ul_131);
        i_133 = isless(0.0F, f_132);
        if(i_133 == 1)
        {
          f_134 = ul_5[1];
          f_135 = f_134;
        }
        else
        {
          f_135 = 0.0F;
        }
      }
      ul_5[1] = f_135;
      b_136 = i_31 == 0;
      if(b_136)
      {
        f_143 = ul_5[2];
        f_144 = f_143;
      }
      else
      {
        ul_140 = ul_1 + ((long) i_115 << 2) + 24L;
        f_141 = *((__global float *) ul_140);
        i_142 = isless(0.0F, f_141);
        if(i_142 == 1)
        {
          f_143 = ul_5[2];
          f_144 = f_143;
        }
        else
        {
          f_144 = 0.0F;
        }
      }
      ul_5[2] = f_144;
      b_145 = i_31 == 0;
      if(b_145)
      {
        f_152 = ul_5[3];
        f_153 = f_152;
      }
      else
      {
        ul_149 = ul_1 + ((long) i_115 << 2) + 28L;
        f_150 = *((__global float *) ul_149);
        i_151 = isless(0.0F, f_150);
        if(i_151 == 1)
        {
          f_152 = ul_5[3];
          f_153 = f_152;
        }
        else
        {
          f_153 = 0.0F;
        }
      }
      ul_5[3] = f_153;
      f_154 = ul_5[0];
      i_155 = i_29 + i_114;
      ul_161 = ul_2 + ((long) i_155 << 2) + 16L;
      *((__global float *) ul_161) = f_154;
      f_162 = ul_5[1];
      ul_166 = ul_2 + ((long) i_155 << 2) + 20L;
      *((__global float *) ul_166) = f_162;
      f_167 = ul_5[2];
      ul_171 = ul_2 + ((long) i_155 << 2) + 24L;
      *((__global float *) ul_171) = f_167;
      f_172 = ul_5[3];
      ul_176 = ul_2 + ((long) i_155 << 2) + 28L;
      *((__global float *) ul_176) = f_172;
      i_177 = i_52 + 1;
      i_52 = i_177;
    }
  }
  return;
}
