// dev.weft.kernels.pool2d.Pool2dTiles.pool2dMaxNarrowTiles
// Made by TornadoVM 5.2.0-jdk25 and tornado/export-kernels; not to be edited.
// Java code: sha256 dff207d6da59c477dcb58de8063c2e4bd24056f72947c9f3ddd756bbffb2762e

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
      i_33, i_34, i_35, i_36, i_37, i_38, i_39, i_40, i_41, i_42, i_43, i_44, i_45, i_46, i_48,
      i_50, i_52, i_54, i_56, i_58, i_60, i_61, i_62, i_63, i_64, i_65, i_66, i_67, i_69, i_70,
      i_71, i_72, i_73, i_74, i_75, i_76, i_77, i_80, i_87, i_94, i_101, i_108, i_115, i_122, i_129,
      i_135, i_136, i_137, i_138, i_139, i_140, i_141, i_142, i_145, i_156, i_167, i_178, i_189,
      i_200, i_211, i_222, i_232, i_233, i_235, i_236, i_237, i_238, i_239, i_240, i_243, i_250,
      i_257, i_264, i_271, i_278, i_285, i_292, i_297;
  __global uchar *ul_0, *ul_1, *ul_84, *ul_91, *ul_98, *ul_105, *ul_112, *ul_119, *ul_126, *ul_133,
      *ul_149, *ul_160, *ul_171, *ul_182, *ul_193, *ul_204, *ul_215, *ul_226, *ul_247, *ul_254,
      *ul_261, *ul_268, *ul_275, *ul_282, *ul_289, *ul_296;
  float f_85, f_92, f_99, f_106, f_113, f_120, f_127, f_134, f_150, f_151, f_153, f_154, f_161,
      f_162, f_164, f_165, f_172, f_173, f_175, f_176, f_183, f_184, f_186, f_187, f_194, f_195,
      f_197, f_198, f_205, f_206, f_208, f_209, f_216, f_217, f_219, f_220, f_227, f_228, f_230,
      f_231, f_234, f_248, f_255, f_262, f_269, f_276, f_283, f_290;
  int i_6, i_152, i_163, i_174, i_185, i_196, i_207, i_218, i_229;
  long l_47, l_49, l_51, l_53, l_55, l_57, l_59, l_68, l_78, l_79, l_86, l_93, l_100, l_107, l_114,
      l_121, l_128, l_143, l_144, l_155, l_166, l_177, l_188, l_199, l_210, l_221, l_241, l_242,
      l_249, l_256, l_263, l_270, l_277, l_284, l_291;
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
    l_47 = (long) i_46;
    i_48 = min((INDEX) 6, (INDEX) i_45);
    l_49 = (long) i_48;
    i_50 = min((INDEX) 5, (INDEX) i_45);
    l_51 = (long) i_50;
    i_52 = min((INDEX) 4, (INDEX) i_45);
    l_53 = (long) i_52;
    i_54 = min((INDEX) 3, (INDEX) i_45);
    l_55 = (long) i_54;
    i_56 = min((INDEX) 2, (INDEX) i_45);
    l_57 = (long) i_56;
    i_58 = min((INDEX) 1, (INDEX) i_45);
    l_59 = (long) i_58;
    i_60 = i_19 % i_34;
    i_61 = i_60 << 3;
    i_62 = i_24 + -8;
    i_63 = min((INDEX) i_61, (INDEX) i_62);
    i_64 = max((INDEX) i_63, (INDEX) 0);
    i_65 = i_35 % i_20;
    i_66 = i_21 * i_65;
    i_67 = min((INDEX) 0, (INDEX) i_45);
    l_68 = (long) i_67;
    i_69 = 0;
    for(;i_69 < i_21;)
    {
      i_70 = i_66 + i_69;
      i_71 = i_70 * i_25;
      i_72 = i_43 + i_71;
      i_73 = i_72 * i_24;
      i_74 = i_73 + i_28;
      i_75 = i_64 + i_74;
      i_76 = i_75 << 1;
      i_77 = i_76 >> 1;
      l_78 = (long) i_77;
      l_79 = l_78 + l_68;
      i_80 = (int) l_79;
      ul_84 = ul_0 + ((long) i_80 << 2) + 16L;
      f_85 = *((__global float *) ul_84);
      ul_4[0] = f_85;
      l_86 = l_59 + l_78;
      i_87 = (int) l_86;
      ul_91 = ul_0 + ((long) i_87 << 2) + 16L;
      f_92 = *((__global float *) ul_91);
      ul_4[1] = f_92;
      l_93 = l_57 + l_78;
      i_94 = (int) l_93;
      ul_98 = ul_0 + ((long) i_94 << 2) + 16L;
      f_99 = *((__global float *) ul_98);
      ul_4[2] = f_99;
      l_100 = l_55 + l_78;
      i_101 = (int) l_100;
      ul_105 = ul_0 + ((long) i_101 << 2) + 16L;
      f_106 = *((__global float *) ul_105);
      ul_4[3] = f_106;
      l_107 = l_53 + l_78;
      i_108 = (int) l_107;
      ul_112 = ul_0 + ((long) i_108 << 2) + 16L;
      f_113 = *((__global float *) ul_112);
      ul_4[4] = f_113;
      l_114 = l_51 + l_78;
      i_115 = (int) l_114;
      ul_119 = ul_0 + ((long) i_115 << 2) + 16L;
      f_120 = *((__global float *) ul_119);
      ul_4[5] = f_120;
      l_121 = l_49 + l_78;
      i_122 = (int) l_121;
      ul_126 = ul_0 + ((long) i_122 << 2) + 16L;
      f_127 = *((__global float *) ul_126);
      ul_4[6] = f_127;
      l_128 = l_47 + l_78;
      i_129 = (int) l_128;
      ul_133 = ul_0 + ((long) i_129 << 2) + 16L;
      f_134 = *((__global float *) ul_133);
      ul_4[7] = f_134;
      i_135 = 0;
      for(;i_135 < i_25;)
      {
        i_136 = i_135 * i_23;
        i_137 = 0;
        for(;i_137 < i_25;)
        {
          i_138 = i_136 + i_137;
          i_139 = i_138 * i_24;
          i_140 = i_139 + i_75;
          i_141 = i_140 << 1;
          i_142 = i_141 >> 1;
          l_143 = (long) i_142;
          l_144 = l_143 + l_68;
          i_145 = (int) l_144;
          ul_149 = ul_0 + ((long) i_145 << 2) + 16L;
          f_150 = *((__global float *) ul_149);
          f_151 = ul_4[0];
          i_152 = isless(f_151, f_150);
          if(i_152 == 1)
          {
            f_153 = f_150;
          }
          else
          {
            f_154 = ul_4[0];
            f_153 = f_154;
          }
          ul_4[0] = f_153;
          l_155 = l_143 + l_59;
          i_156 = (int) l_155;
          ul_160 = ul_0 + ((long) i_156 << 2) + 16L;
          f_161 = *((__global float *) ul_160);
          f_162 = ul_4[1];
          i_163 = isless(f_162, f_161);
          if(i_163 == 1)
          {
            f_164 = f_161;
          }
          else
          {
            f_165 = ul_4[1];
            f_164 = f_165;
          }
          ul_4[1] = f_164;
          l_166 = l_143 + l_57;
          i_167 = (int) l_166;
          ul_171 = ul_0 + ((long) i_167 << 2) + 16L;
          f_172 = *((__global float *) ul_171);
          f_173 = ul_4[2];
          i_174 = isless(f_173, f_172);
          if(i_174 == 1)
          {
            f_175 = f_172;
          }
          else
          {
            f_176 = ul_4[2];
            f_175 = f_176;
          }
          ul_4[2] = f_175;
          l_177 = l_143 + l_55;
          i_178 = (int) l_177;
          ul_182 = ul_0 + ((long) i_178 << 2) + 16L;
          f_183 = *((__global float *) ul_182);
          f_184 = ul_4[3];
          i_185 = isless(f_184, f_183);
          if(i_185 == 1)
          {
            f_186 = f_183;
          }
          else
          {
            f_187 = ul_4[3];
            f_186 = f_187;
          }
          ul_4[3] = f_186;
          l_188 = l_143 + l_53;
          i_189 = (int) l_188;
          ul_193 = ul_0 + ((long) i_189 << 2) + 16L;
          f_194 = *((__global float *) ul_193);
          f_195 = ul_4[4];
          i_196 = isless(f_195, f_194);
          if(i_196 == 1)
          {
            f_197 = f_194;
          }
          else
          {
            f_198 = ul_4[4];
            f_197 = f_198;
          }
          ul_4[4] = f_197;
          l_199 = l_143 + l_51;
          i_200 = (int) l_199;
          ul_204 = ul_0 + ((long) i_200 << 2) + 16L;
          f_205 = *((__global float *) ul_204);
          f_206 = ul_4[5];
          i_207 = isless(f_206, f_205);
          if(i_207 == 1)
          {
            f_208 = f_205;
          }
          else
          {
            f_209 = ul_4[5];
            f_208 = f_209;
          }
          ul_4[5] = f_208;
          l_210 = l_143 + l_49;
          i_211 = (int) l_210;
          ul_215 = ul_0 + ((long) i_211 << 2) + 16L;
          f_216 = *((__global float *) ul_215);
          f_217 = ul_4[6];
          i_218 = isless(f_217, f_216);
          if(i_218 == 1)
          {
            f_219 = f_216;
          }
          else
          {
            f_220 = ul_4[6];
            f_219 = f_220;
          }
          ul_4[6] = f_219;
          l_221 = l_143 + l_47;
          i_222 = (int) l_221;
          ul_226 = ul_0 + ((long) i_222 << 2) + 16L;
          f_227 = *((__global float *) ul_226);
          f_228 = ul_4[7];
          i_229 = isless(f_228, f_227);
          if(i_229 == 1)
          {
            f_230 = f_227;
          }
          else
          {
            f_231 = ul_4[7];
            f_230 = f_231;
          }
          ul_4[7] = f_230;
          i_232 = i_137 + 1;
          i_137 = i_232;
        }
        i_233 = i_135 + 1;
        i_135 = i_233;
      }
      f_234 = ul_4[0];
      i_235 = i_37 + i_70;
      i_236 = i_235 * i_24;
      i_237 = i_236 + i_29;
      i_238 = i_237 + i_64;
      i_239 = i_238 << 1;
      i_240 = i_239 >> 1;
      l_241 = (long) i_240;
      l_242 = l_241 + l_68;
      i_243 = (int) l_242;
      ul_247 = ul_1 + ((long) i_243 << 2) + 16L;
      *((__global float *) ul_247) = f_234;
      f_248 = ul_4[1];
      l_249 = l_241 + l_59;
      i_250 = (int) l_249;
      ul_254 = ul_1 + ((long) i_250 << 2) + 16L;
      *((__global float *) ul_254) = f_248;
      f_255 = ul_4[2];
      l_256 = l_241 + l_57;
      i_257 = (int) l_256;
      ul_261 = ul_1 + ((long) i_257 << 2) + 16L;
      *((__global float *) ul_261) = f_255;
      f_262 = ul_4[3];
      l_263 = l_241 + l_55;
      i_264 = (int) l_263;
      ul_268 = ul_1 + ((long) i_264 << 2) + 16L;
      *((__global float *) ul_268) = f_262;
      f_269 = ul_4[4];
      l_270 = l_241 + l_53;
      i_271 = (int) l_270;
      ul_275 = ul_1 + ((long) i_271 << 2) + 16L;
      *((__global float *) ul_275) = f_269;
      f_276 = ul_4[5];
      l_277 = l_241 + l_51;
      i_278 = (int) l_277;
      ul_282 = ul_1 + ((long) i_278 << 2) + 16L;
      *((__global float *) ul_282) = f_276;
      f_283 = ul_4[6];
      l_284 = l_241 + l_49;
      i_285 = (int) l_284;
      ul_289 = ul_1 + ((long) i_285 << 2) + 16L;
      *((__global float *) ul_289) = f_283;
      f_290 = ul_4[7];
      l_291 = l_241 + l_47;
      i_292 = (int) l_291;
      ul_296 = ul_1 + ((long) i_292 << 2) + 16L;
      *((__global float *) ul_296) = f_290;
      i_297 = i_69 + 1;
      i_69 = i_297;
    }
  }
  return;
}
