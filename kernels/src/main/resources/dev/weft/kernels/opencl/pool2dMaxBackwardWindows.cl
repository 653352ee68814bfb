// dev.weft.kernels.pool2d.Pool2dTiles.pool2dMaxBackwardWindows
// Made by TornadoVM 5.2.0-jdk25 and tornado/export-kernels; not to be edited.
// Java code: sha256 84fb0225ae41c71a85f4a461896bde833cd6349e6542c5a1c86c4bd68f9d1bcb

#ifndef SHAPE
#define SHAPE(i) (((__global int *) (shape + 16))[i])
#endif
#ifndef INDEX
#define INDEX int
#endif

__kernel void pool2dMaxBackwardWindows(__global long *_kernel_context,
    __constant uchar *_constant_region,
    __local uchar *_local_region,
    __global int *_atomics,
    __global uchar *restrict dy,
    __global uchar *restrict x,
    __global uchar *restrict dx,
    __global uchar *restrict shape)
{
  INDEX i_27, i_28, i_29, i_30, i_31, i_32, i_33, i_34, i_35, i_36, i_37, i_38, i_39, i_40, i_45,
      i_46, i_47, i_48, i_49, i_50, i_51, i_52, i_53, i_54, i_55, i_56, i_57, i_58, i_59, i_60,
      i_61, i_62, i_63, i_64, i_65, i_66, i_67, i_68, i_77, i_82, i_83, i_84, i_85, i_93, i_94,
      i_95, i_96, i_106, i_107, i_108, i_109, i_110, i_111, i_130, i_131, i_132, i_133, i_134,
      i_136, i_143, i_144, i_145, i_157, i_164, i_165, i_166;
  __global uchar *ul_0, *ul_1, *ul_2, *ul_91, *ul_102, *ul_117, *ul_151, *ul_163;
  bool b_43, b_69, b_71, b_72, b_73, b_78;
  float f_44, f_70, f_92, f_103, f_105, f_118, f_119, f_123, f_124, f_125, f_126, f_128, f_129,
      f_137, f_139, f_141, f_142, f_152, f_154, f_156;
  int i_11, i_41, i_42, i_74, i_75, i_76, i_79, i_80, i_81, i_104, i_120, i_121, i_122, i_127,
      i_135, i_138, i_140, i_153, i_155;
  ul_0 = dy;
  ul_1 = x;
  ul_2 = dx;
  __private float ul_4[1];
  __private float* ul_5 = ul_4;
  __private float ul_6[1];
  __private float* ul_7 = ul_6;
  __private float ul_8[1];
  __private float* ul_9 = ul_8;
  i_11 = SHAPE(0);
  i_27 = get_global_id(0);
  i_28 = i_27;
  if(i_28 < i_11)
  {
    i_29 = SHAPE(1);
    i_30 = SHAPE(2);
    i_31 = SHAPE(3);
    i_32 = SHAPE(4);
    i_33 = SHAPE(5);
    i_34 = SHAPE(6);
    i_35 = SHAPE(7);
    i_36 = SHAPE(8);
    i_37 = SHAPE(9);
    i_38 = SHAPE(10);
    i_39 = SHAPE(11);
    i_40 = SHAPE(12);
    i_41 = SHAPE(13);
    i_42 = SHAPE(14);
    b_43 = i_41 == 0;
    if(b_43)
    {
      f_44 = 1.0F;
    }
    else
    {
      f_44 = 0.0F;
    }
    i_45 = i_28 / i_33;
    i_46 = i_45 / i_29;
    i_47 = i_46 % i_37;
    i_48 = i_35 + -1;
    i_49 = min((INDEX) i_47, (INDEX) i_48);
    i_50 = i_29 * i_37;
    i_51 = i_45 / i_50;
    i_52 = i_51 * i_35;
    i_53 = i_49 + i_52;
    i_54 = i_53 * i_36;
    i_55 = i_34 * i_47;
    i_56 = i_31 * i_51;
    i_57 = i_55 + i_56;
    i_58 = i_57 * i_32;
    i_59 = i_36 + -1;
    i_60 = i_28 % i_33;
    i_61 = i_33 + -1;
    i_62 = min((INDEX) i_60, (INDEX) i_61);
    i_63 = max((INDEX) i_62, (INDEX) 0);
    i_64 = i_45 % i_29;
    i_65 = i_30 * i_64;
    i_66 = 0;
    for(;i_66 < i_30;)
    {
      i_67 = i_65 + i_66;
      i_68 = min((INDEX) i_67, (INDEX) i_59);
      b_69 = i_42 == 1;
      if(b_69)
      {
        f_70 = 1.0F;
      }
      else
      {
        b_71 = i_67 == i_68;
        if(b_71)
        {
          b_72 = i_49 == i_47;
          if(b_72)
          {
            f_70 = 1.0F;
          }
          else
          {
            f_70 = 0.0F;
          }
        }
        else
        {
          f_70 = 0.0F;
        }
      }
      b_73 = i_42 == 1;
      if(b_73)
      {
        i_74 = i_34;
      }
      else
      {
        i_75 = i_31 - i_55;
        i_76 = min((INDEX) i_34, (INDEX) i_75);
        i_74 = i_76;
      }
      i_77 = i_67 * i_34;
      b_78 = i_42 == 1;
      if(b_78)
      {
        i_79 = i_34;
      }
      else
      {
        i_80 = i_32 - i_77;
        i_81 = min((INDEX) i_34, (INDEX) i_80);
        i_79 = i_81;
      }
      i_82 = i_58 + i_77;
      i_83 = i_82 * i_33;
      i_84 = i_63 + i_83;
      i_85 = i_84 + i_39;
      ul_91 = ul_1 + ((long) i_85 << 2) + 16L;
      f_92 = *((__global float *) ul_91);
      ul_5[0] = f_92;
      ul_7[0] = 0.0F;
      i_93 = i_54 + i_68;
      i_94 = i_93 * i_33;
      i_95 = i_94 + i_38;
      i_96 = i_95 + i_63;
      ul_102 = ul_0 + ((long) i_96 << 2) + 16L;
      f_103 = *((__global float *) ul_102);
      i_104 = isless(0.0F, f_70);
      if(i_104 == 1)
      {
        f_105 = f_103;
      }
      else
      {
        f_105 = 0.0F;
      }
      ul_9[0] = f_105;
      i_106 = 0;
      for(;i_106 < i_74;)
      {
        i_107 = i_106 * i_32;
        i_108 = 0;
        for(;i_108 < i_79;)
        {
          i_109 = i_107 + i_108;
          i_110 = i_109 * i_33;
          i_111 = i_110 + i_85;
          ul_117 = ul_1 + ((long) i_111 << 2) + 16L;
          f_118 = *((__global float *) ul_117);
          f_119 = ul_5[0];
          i_120 = isless(f_119, f_118);
          if(i_120 == 1)
          {
            i_121 = i_106 * i_34;
            i_122 = i_121 + i_108;
            f_123 = (float) i_122;
            f_124 = f_123;
          }
          else
          {
            f_125 = ul_7[0];
            f_124 = f_125;
          }
          ul_7[0] = f_124;
          f_126 = ul_5[0];
          i_127 = isless(f_126, f_118);
          if(i_127 == 1)
          {
            f_128 = f_118;
          }
          else
          {
            f_129 = ul_5[0];
            f_128 = f_129;
          }
          ul_5[0] = f_128;
          i_130 = i_108 + 1;
          i_108 = i_130;
        }
        i_131 = i_106 + 1;
        i_106 = i_131;
      }
      i_132 = i_40 + i_84;
      i_133 = 0;
      for(;i_133 < i_74;)
      {
        i_134 = i_133 * i_32;
        i_135 = i_133 * i_34;
        i_136 = 0;
        for(;i_136 < i_79;)
        {
          f_137 = ul_7[0];
          i_138 = i_135 + i_136;
          f_139 = (float) i_138;
          i_140 = isequal(f_137, f_139);
          if(i_140 == 1)
          {
            f_141 = ul_9[0];
            f_142 = f_141;
          }
          else
          {
            f_142 = 0.0F;
          }
          i_143 = i_134 + i_136;
          i_144 = i_143 * i_33;
          i_145 = i_144 + i_85;
          ul_151 = ul_1 + ((long) i_145 << 2) + 16L;
          f_152 = *((__global float *) ul_151);
          i_153 = isless(0.0F, f_152);
          if(i_153 == 1)
          {
            f_154 = f_142;
          }
          else
          {
            i_155 = isless(0.0F, f_44);
            if(i_155 == 1)
            {
              f_154 = f_142;
            }
            else
            {
              f_154 = 0.0F;
            }
          }
          ul_5[0] = f_154;
          f_156 = ul_5[0];
          i_157 = i_132 + i_144;
          ul_163 = ul_2 + ((long) i_157 << 2) + 16L;
          *((__global float *) ul_163) = f_156;
          i_164 = i_136 + 1;
          i_136 = i_164;
        }
        i_165 = i_133 + 1;
        i_133 = i_165;
      }
      i_166 = i_66 + 1;
      i_66 = i_166;
    }
  }
  return;
}
