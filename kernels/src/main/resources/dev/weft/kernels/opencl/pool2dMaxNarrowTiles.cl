// dev.weft.kernels.pool2d.Pool2dTiles.pool2dMaxNarrowTiles
// Made by TornadoVM 5.2.0-jdk25 and tornado/export-kernels; not to be edited.
// Java code: sha256 e1bb5c3c4327478efbeab919b02ea429b37525a428250bbf0f0232f7d89dceec

#ifndef SHAPE
#define SHAPE(i) (((__global int *) (shape + 16))[i])
#endif
#ifndef INDEX
#define INDEX int
#endif

__kernel void pool2dMaxNarrowTiles(__global long *_kernel_context,
    __constant uchar *_constant_region,
    __local uchar *_local_region,
    __global int *_atomics,
    __global uchar *restrict x,
    __global uchar *restrict y,
    __global uchar *restrict shape)
{
  INDEX i_18, i_19, i_20, i_21, i_22, i_23, i_24, i_25, i_26, i_27, i_28, i_29, i_30, i_31, i_32,
      i_33, i_34, i_35, i_36, i_37, i_38, i_39, i_40, i_41, i_42, i_43, i_44, i_45, i_46, i_47,
      i_48, i_49, i_50, i_51, i_52, i_53, i_54, i_55, i_56, i_57, i_58, i_59, i_60, i_61, i_62,
      i_63, i_64, i_65, i_66, i_67, i_68, i_74, i_80, i_86, i_92, i_98, i_104, i_110, i_116, i_117,
      i_118, i_119, i_120, i_121, i_122, i_132, i_142, i_152, i_162, i_172, i_182, i_192, i_202,
      i_203, i_205, i_206, i_207, i_208, i_209, i_215, i_221, i_227, i_233, i_239, i_245, i_251,
      i_256;
  __global uchar *ul_0, *ul_1, *ul_72, *ul_78, *ul_84, *ul_90, *ul_96, *ul_102, *ul_108, *ul_114,
      *ul_126, *ul_136, *ul_146, *ul_156, *ul_166, *ul_176, *ul_186, *ul_196, *ul_213, *ul_219,
      *ul_225, *ul_231, *ul_237, *ul_243, *ul_249, *ul_255;
  float f_73, f_79, f_85, f_91, f_97, f_103, f_109, f_115, f_127, f_128, f_130, f_131, f_137, f_138,
      f_140, f_141, f_147, f_148, f_150, f_151, f_157, f_158, f_160, f_161, f_167, f_168, f_170,
      f_171, f_177, f_178, f_180, f_181, f_187, f_188, f_190, f_191, f_197, f_198, f_200, f_201,
      f_204, f_214, f_220, f_226, f_232, f_238, f_244, f_250;
  int i_6, i_129, i_139, i_149, i_159, i_169, i_179, i_189, i_199;
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
    i_44 = min((INDEX) 8, (INDEX) i_24);
    i_45 = i_44 + -1;
    i_46 = min((INDEX) 7, (INDEX) i_45);
    i_47 = min((INDEX) 6, (INDEX) i_45);
    i_48 = min((INDEX) 5, (INDEX) i_45);
    i_49 = min((INDEX) 4, (INDEX) i_45);
    i_50 = min((INDEX) 3, (INDEX) i_45);
    i_51 = min((INDEX) 2, (INDEX) i_45);
    i_52 = min((INDEX) 1, (INDEX) i_45);
    i_53 = i_19 % i_34;
    i_54 = i_53 << 3;
    i_55 = i_24 + -8;
    i_56 = min((INDEX) i_54, (INDEX) i_55);
    i_57 = max((INDEX) i_56, (INDEX) 0);
    i_58 = i_35 % i_20;
    i_59 = i_21 * i_58;
    i_60 = min((INDEX) 0, (INDEX) i_45);
    i_61 = 0;
    for(;i_61 < i_21;)
    {
      i_62 = i_59 + i_61;
      i_63 = i_62 * i_25;
      i_64 = i_43 + i_63;
      i_65 = i_64 * i_24;
      i_66 = i_65 + i_28;
      i_67 = i_57 + i_66;
      i_68 = i_67 + i_60;
      ul_72 = ul_0 + ((long) i_68 << 2) + 16L;
      f_73 = *((__global float *) ul_72);
      ul_4[0] = f_73;
      i_74 = i_52 + i_67;
      ul_78 = ul_0 + ((long) i_74 << 2) + 16L;
      f_79 = *((__global float *) ul_78);
      ul_4[1] = f_79;
      i_80 = i_51 + i_67;
      ul_84 = ul_0 + ((long) i_80 << 2) + 16L;
      f_85 = *((__global float *) ul_84);
      ul_4[2] = f_85;
      i_86 = i_50 + i_67;
      ul_90 = ul_0 + ((long) i_86 << 2) + 16L;
      f_91 = *((__global float *) ul_90);
      ul_4[3] = f_91;
      i_92 = i_49 + i_67;
      ul_96 = ul_0 + ((long) i_92 << 2) + 16L;
      f_97 = *((__global float *) ul_96);
      ul_4[4] = f_97;
      i_98 = i_48 + i_67;
      ul_102 = ul_0 + ((long) i_98 << 2) + 16L;
      f_103 = *((__global float *) ul_102);
      ul_4[5] = f_103;
      i_104 = i_47 + i_67;
      ul_108 = ul_0 + ((long) i_104 << 2) + 16L;
      f_109 = *((__global float *) ul_108);
      ul_4[6] = f_109;
      i_110 = i_46 + i_67;
      ul_114 = ul_0 + ((long) i_110 << 2) + 16L;
      f_115 = *((__global float *) ul_114);
      ul_4[7] = f_115;
      i_116 = 0;
      for(;i_116 < i_25;)
      {
        i_117 = i_116 * i_23;
        i_118 = 0;
        for(;i_118 < i_25;)
        {
          i_119 = i_117 + i_118;
          i_120 = i_119 * i_24;
          i_121 = i_120 + i_67;
          i_122 = i_121 + i_60;
          ul_126 = ul_0 + ((long) i_122 << 2) + 16L;
          f_127 = *((__global float *) ul_126);
          f_128 = ul_4[0];
          i_129 = isless(f_128, f_127);
          if(i_129 == 1)
          {
            f_130 = f_127;
          }
          else
          {
            f_131 = ul_4[0];
            f_130 = f_131;
          }
          ul_4[0] = f_130;
          i_132 = i_121 + i_52;
          ul_136 = ul_0 + ((long) i_132 << 2) + 16L;
          f_137 = *((__global float *) ul_136);
          f_138 = ul_4[1];
          i_139 = isless(f_138, f_137);
          if(i_139 == 1)
          {
            f_140 = f_137;
          }
          else
          {
            f_141 = ul_4[1];
            f_140 = f_141;
          }
          ul_4[1] = f_140;
          i_142 = i_121 + i_51;
          ul_146 = ul_0 + ((long) i_142 << 2) + 16L;
          f_147 = *((__global float *) ul_146);
          f_148 = ul_4[2];
          i_149 = isless(f_148, f_147);
          if(i_149 == 1)
          {
            f_150 = f_147;
          }
          else
          {
            f_151 = ul_4[2];
            f_150 = f_151;
          }
          ul_4[2] = f_150;
          i_152 = i_121 + i_50;
          ul_156 = ul_0 + ((long) i_152 << 2) + 16L;
          f_157 = *((__global float *) ul_156);
          f_158 = ul_4[3];
          i_159 = isless(f_158, f_157);
          if(i_159 == 1)
          {
            f_160 = f_157;
          }
          else
          {
            f_161 = ul_4[3];
            f_160 = f_161;
          }
          ul_4[3] = f_160;
          i_162 = i_121 + i_49;
          ul_166 = ul_0 + ((long) i_162 << 2) + 16L;
          f_167 = *((__global float *) ul_166);
          f_168 = ul_4[4];
          i_169 = isless(f_168, f_167);
          if(i_169 == 1)
          {
            f_170 = f_167;
          }
          else
          {
            f_171 = ul_4[4];
            f_170 = f_171;
          }
          ul_4[4] = f_170;
          i_172 = i_121 + i_48;
          ul_176 = ul_0 + ((long) i_172 << 2) + 16L;
          f_177 = *((__global float *) ul_176);
          f_178 = ul_4[5];
          i_179 = isless(f_178, f_177);
          if(i_179 == 1)
          {
            f_180 = f_177;
          }
          else
          {
            f_181 = ul_4[5];
            f_180 = f_181;
          }
          ul_4[5] = f_180;
          i_182 = i_121 + i_47;
          ul_186 = ul_0 + ((long) i_182 << 2) + 16L;
          f_187 = *((__global float *) ul_186);
          f_188 = ul_4[6];
          i_189 = isless(f_188, f_187);
          if(i_189 == 1)
          {
            f_190 = f_187;
          }
          else
          {
            f_191 = ul_4[6];
            f_190 = f_191;
          }
          ul_4[6] = f_190;
          i_192 = i_121 + i_46;
          ul_196 = ul_0 + ((long) i_192 << 2) + 16L;
          f_197 = *((__global float *) ul_196);
          f_198 = ul_4[7];
          i_199 = isless(f_198, f_197);
          if(i_199 == 1)
          {
            f_200 = f_197;
          }
          else
          {
            f_201 = ul_4[7];
            f_200 = f_201;
          }
          ul_4[7] = f_200;
          i_202 = i_118 + 1;
          i_118 = i_202;
        }
        i_203 = i_116 + 1;
        i_116 = i_203;
      }
      f_204 = ul_4[0];
      i_205 = i_37 + i_62;
      i_206 = i_205 * i_24;
      i_207 = i_206 + i_29;
      i_208 = i_207 + i_57;
      i_209 = i_208 + i_60;
      ul_213 = ul_1 + ((long) i_209 << 2) + 16L;
      *((__global float *) ul_213) = f_204;
      f_214 = ul_4[1];
      i_215 = i_208 + i_52;
      ul_219 = ul_1 + ((long) i_215 << 2) + 16L;
      *((__global float *) ul_219) = f_214;
      f_220 = ul_4[2];
      i_221 = i_208 + i_51;
      ul_225 = ul_1 + ((long) i_221 << 2) + 16L;
      *((__global float *) ul_225) = f_220;
      f_226 = ul_4[3];
      i_227 = i_208 + i_50;
      ul_231 = ul_1 + ((long) i_227 << 2) + 16L;
      *((__global float *) ul_231) = f_226;
      f_232 = ul_4[4];
      i_233 = i_208 + i_49;
      ul_237 = ul_1 + ((long) i_233 << 2) + 16L;
      *((__global float *) ul_237) = f_232;
      f_238 = ul_4[5];
      i_239 = i_208 + i_48;
      ul_243 = ul_1 + ((long) i_239 << 2) + 16L;
      *((__global float *) ul_243) = f_238;
      f_244 = ul_4[6];
      i_245 = i_208 + i_47;
      ul_249 = ul_1 + ((long) i_245 << 2) + 16L;
      *((__global float *) ul_249) = f_244;
      f_250 = ul_4[7];
      i_251 = i_208 + i_46;
      ul_255 = ul_1 + ((long) i_251 << 2) + 16L;
      *((__global float *) ul_255) = f_250;
      i_256 = i_61 + 1;
      i_61 = i_256;
    }
  }
  return;
}
