// dev.weft.kernels.pool2d.Pool2dTiles.pool2dMaxTiles
// Made by TornadoVM 5.2.0-jdk25 and tornado/export-kernels; not to be edited.
// Java code: sha256 a4ce6dde8456f85f03143ac9fba2468c7aba99ef8910f1e46d02d5f530faf199

#ifndef SHAPE
#define SHAPE(i) (((__global int *) (shape + 16))[i])
#endif
#ifndef INDEX
#define INDEX int
#endif

__kernel void pool2dMaxTiles(__global long *_kernel_context,
    __constant uchar *_constant_region,
    __local uchar *_local_region,
    __global int *_atomics,
    __global uchar *restrict x,
    __global uchar *restrict y,
    __global uchar *restrict shape)
{
  INDEX i_18, i_19, i_20, i_21, i_22, i_23, i_24, i_25, i_26, i_27, i_28, i_29, i_30, i_31, i_32,
      i_33, i_34, i_35, i_36, i_37, i_38, i_39, i_40, i_41, i_42, i_43, i_44, i_45, i_46, i_47,
      i_48, i_49, i_50, i_51, i_52, i_53, i_54, i_55, i_56, i_57, i_105, i_106, i_107, i_108, i_109,
      i_110, i_190, i_191, i_193, i_194, i_195, i_196, i_243;
  __global uchar *ul_0, *ul_1, *ul_61, *ul_67, *ul_73, *ul_79, *ul_85, *ul_91, *ul_97, *ul_103,
      *ul_114, *ul_124, *ul_134, *ul_144, *ul_154, *ul_164, *ul_174, *ul_184, *ul_200, *ul_206,
      *ul_212, *ul_218, *ul_224, *ul_230, *ul_236, *ul_242;
  float f_62, f_68, f_74, f_80, f_86, f_92, f_98, f_104, f_115, f_116, f_118, f_119, f_125, f_126,
      f_128, f_129, f_135, f_136, f_138, f_139, f_145, f_146, f_148, f_149, f_155, f_156, f_158,
      f_159, f_165, f_166, f_168, f_169, f_175, f_176, f_178, f_179, f_185, f_186, f_188, f_189,
      f_192, f_201, f_207, f_213, f_219, f_225, f_231, f_237;
  int i_6, i_117, i_127, i_137, i_147, i_157, i_167, i_177, i_187;
  ul_0 = x;
  ul_1 = y;
  __private float ul_3[8];
  __private float* ul_4 = ul_3;
  i_6 = SHAPE(0);
  i_18 = get_global_id(0);
  i_19 = i_18;
  if(i_19 < i_6)
  {
    i_20 = SHAPE(1);
    i_21 = SHAPE(2);
    i_22 = SHAPE(3);
    i_23 = SHAPE(4);
    i_24 = SHAPE(5);
    i_25 = SHAPE(6);
    i_26 = SHAPE(7);
    i_27 = SHAPE(8);
    i_28 = SHAPE(9);
    i_29 = SHAPE(10);
    i_30 = i_24 + 7;
    i_31 = i_30 >> 31;
    i_32 = i_31 >> 29;
    i_33 = i_32 + i_30;
    i_34 = i_33 >> 3;
    i_35 = i_19 / i_34;
    i_36 = i_35 / i_20;
    i_37 = i_27 * i_36;
    i_38 = i_36 / i_26;
    i_39 = i_22 * i_38;
    i_40 = i_36 % i_26;
    i_41 = i_25 * i_40;
    i_42 = i_39 + i_41;
    i_43 = i_42 * i_23;
    i_44 = i_19 % i_34;
    i_45 = i_44 << 3;
    i_46 = i_24 + -8;
    i_47 = min((INDEX) i_45, (INDEX) i_46);
    i_48 = max((INDEX) i_47, (INDEX) 0);
    i_49 = i_35 % i_20;
    i_50 = i_21 * i_49;
    i_51 = 0;
    for(;i_51 < i_21;)
    {
      i_52 = i_50 + i_51;
      i_53 = i_52 * i_25;
      i_54 = i_43 + i_53;
      i_55 = i_54 * i_24;
      i_56 = i_55 + i_28;
      i_57 = i_48 + i_56;
      ul_61 = ul_0 + ((long) i_57 << 2) + 16L;
      f_62 = *((__global float *) ul_61);
      ul_4[0] = f_62;
      ul_67 = ul_0 + ((long) i_57 << 2) + 20L;
      f_68 = *((__global float *) ul_67);
      ul_4[1] = f_68;
      ul_73 = ul_0 + ((long) i_57 << 2) + 24L;
      f_74 = *((__global float *) ul_73);
      ul_4[2] = f_74;
      ul_79 = ul_0 + ((long) i_57 << 2) + 28L;
      f_80 = *((__global float *) ul_79);
      ul_4[3] = f_80;
      ul_85 = ul_0 + ((long) i_57 << 2) + 32L;
      f_86 = *((__global float *) ul_85);
      ul_4[4] = f_86;
      ul_91 = ul_0 + ((long) i_57 << 2) + 36L;
      f_92 = *((__global float *) ul_91);
      ul_4[5] = f_92;
      ul_97 = ul_0 + ((long) i_57 << 2) + 40L;
      f_98 = *((__global float *) ul_97);
      ul_4[6] = f_98;
      ul_103 = ul_0 + ((long) i_57 << 2) + 44L;
      f_104 = *((__global float *) ul_103);
      ul_4[7] = f_104;
      i_105 = 0;
      for(;i_105 < i_25;)
      {
        i_106 = i_105 * i_23;
        i_107 = 0;
        for(;i_107 < i_25;)
        {
          i_108 = i_106 + i_107;
          i_109 = i_108 * i_24;
          i_110 = i_109 + i_57;
          ul_114 = ul_0 + ((long) i_110 << 2) + 16L;
          f_115 = *((__global float *) ul_114);
          f_116 = ul_4[0];
          i_117 = isless(f_116, f_115);
          if(i_117 == 1)
          {
            f_118 = f_115;
          }
          else
          {
            f_119 = ul_4[0];
            f_118 = f_119;
          }
          ul_4[0] = f_118;
          ul_124 = ul_0 + ((long) i_110 << 2) + 20L;
          f_125 = *((__global float *) ul_124);
          f_126 = ul_4[1];
          i_127 = isless(f_126, f_125);
          if(i_127 == 1)
          {
            f_128 = f_125;
          }
          else
          {
            f_129 = ul_4[1];
            f_128 = f_129;
          }
          ul_4[1] = f_128;
          ul_134 = ul_0 + ((long) i_110 << 2) + 24L;
          f_135 = *((__global float *) ul_134);
          f_136 = ul_4[2];
          i_137 = isless(f_136, f_135);
          if(i_137 == 1)
          {
            f_138 = f_135;
          }
          else
          {
            f_139 = ul_4[2];
            f_138 = f_139;
          }
          ul_4[2] = f_138;
          ul_144 = ul_0 + ((long) i_110 << 2) + 28L;
          f_145 = *((__global float *) ul_144);
          f_146 = ul_4[3];
          i_147 = isless(f_146, f_145);
          if(i_147 == 1)
          {
            f_148 = f_145;
          }
          else
          {
            f_149 = ul_4[3];
            f_148 = f_149;
          }
          ul_4[3] = f_148;
          ul_154 = ul_0 + ((long) i_110 << 2) + 32L;
          f_155 = *((__global float *) ul_154);
          f_156 = ul_4[4];
          i_157 = isless(f_156, f_155);
          if(i_157 == 1)
          {
            f_158 = f_155;
          }
          else
          {
            f_159 = ul_4[4];
            f_158 = f_159;
          }
          ul_4[4] = f_158;
          ul_164 = ul_0 + ((long) i_110 << 2) + 36L;
          f_165 = *((__global float *) ul_164);
          f_166 = ul_4[5];
          i_167 = isless(f_166, f_165);
          if(i_167 == 1)
          {
            f_168 = f_165;
          }
          else
          {
            f_169 = ul_4[5];
            f_168 = f_169;
          }
          ul_4[5] = f_168;
          ul_174 = ul_0 + ((long) i_110 << 2) + 40L;
          f_175 = *((__global float *) ul_174);
          f_176 = ul_4[6];
          i_177 = isless(f_176, f_175);
          if(i_177 == 1)
          {
            f_178 = f_175;
          }
          else
          {
            f_179 = ul_4[6];
            f_178 = f_179;
          }
          ul_4[6] = f_178;
          ul_184 = ul_0 + ((long) i_110 << 2) + 44L;
          f_185 = *((__global float *) ul_184);
          f_186 = ul_4[7];
          i_187 = isless(f_186, f_185);
          if(i_187 == 1)
          {
            f_188 = f_185;
          }
          else
          {
            f_189 = ul_4[7];
            f_188 = f_189;
          }
          ul_4[7] = f_188;
          i_190 = i_107 + 1;
          i_107 = i_190;
        }
        i_191 = i_105 + 1;
        i_105 = i_191;
      }
      f_192 = ul_4[0];
      i_193 = i_37 + i_52;
      i_194 = i_193 * i_24;
      i_195 = i_194 + i_29;
      i_196 = i_195 + i_48;
      ul_200 = ul_1 + ((long) i_196 << 2) + 16L;
      *((__global float *) ul_200) = f_192;
      f_201 = ul_4[1];
      ul_206 = ul_1 + ((long) i_196 << 2) + 20L;
      *((__global float *) ul_206) = f_201;
      f_207 = ul_4[2];
      ul_212 = ul_1 + ((long) i_196 << 2) + 24L;
      *((__global float *) ul_212) = f_207;
      f_213 = ul_4[3];
      ul_218 = ul_1 + ((long) i_196 << 2) + 28L;
      *((__global float *) ul_218) = f_213;
      f_219 = ul_4[4];
      ul_224 = ul_1 + ((long) i_196 << 2) + 32L;
      *((__global float *) ul_224) = f_219;
      f_225 = ul_4[5];
      ul_230 = ul_1 + ((long) i_196 << 2) + 36L;
      *((__global float *) ul_230) = f_225;
      f_231 = ul_4[6];
      ul_236 = ul_1 + ((long) i_196 << 2) + 40L;
      *((__global float *) ul_236) = f_231;
      f_237 = ul_4[7];
      ul_242 = ul_1 + ((long) i_196 << 2) + 44L;
      *((__global float *) ul_242) = f_237;
      i_243 = i_51 + 1;
      i_51 = i_243;
    }
  }
  return;
}
