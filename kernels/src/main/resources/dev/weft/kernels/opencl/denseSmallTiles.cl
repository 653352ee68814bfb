// dev.weft.kernels.dense.DenseTiles.denseSmallTiles
// Made by TornadoVM 5.2.0-jdk25 and tornado/export-kernels; not to be edited.
// Java code: sha256 f1d9336fb7e24bf0e7cd624bd69ce844e81b7f759ba964a3d20f780f8bedca61

#ifndef SHAPE
#define SHAPE(i) (((__global int *) (shape + 16))[i])
#endif
#ifndef INDEX
#define INDEX int
#endif

__kernel void denseSmallTiles(__global long *_kernel_context,
    __constant uchar *_constant_region,
    __local uchar *_local_region,
    __global int *_atomics,
    __global uchar *restrict x,
    __global uchar *restrict w,
    __global uchar *restrict mask,
    __global uchar *restrict y,
    __global uchar *restrict shape)
{
  INDEX i_8, i_10, i_13, i_14, i_15, i_16, i_17, i_18, i_19, i_20, i_21, i_22, i_25, i_26, i_27,
      i_36, i_37, i_38, i_39, i_40, i_41, i_42, i_43, i_45, i_46, i_47, i_48, i_49, i_50, i_51,
      i_52, i_53, i_54, i_55, i_56, i_57, i_58, i_59, i_60, i_61, i_65, i_66, i_67, i_68, i_85,
      i_91, i_92, i_93, i_124, i_142, i_160, i_178, i_179, i_180, i_181, i_221, i_222, i_223, i_224,
      i_246, i_247, i_248, i_288, i_310, i_311, i_312, i_352, i_374, i_375, i_376, i_416;
  __global uchar *ul_0, *ul_1, *ul_2, *ul_3, *ul_89, *ul_99, *ul_106, *ul_113, *ul_120, *ul_128,
      *ul_146, *ul_164, *ul_188, *ul_197, *ul_206, *ul_215, *ul_230, *ul_235, *ul_240, *ul_245,
      *ul_255, *ul_264, *ul_273, *ul_282, *ul_294, *ul_299, *ul_304, *ul_309, *ul_319, *ul_328,
      *ul_337, *ul_346, *ul_358, *ul_363, *ul_368, *ul_373, *ul_383, *ul_392, *ul_401, *ul_410,
      *ul_422, *ul_427, *ul_432, *ul_437;
  bool b_185, b_193, b_202, b_211, b_252, b_260, b_269, b_278, b_316, b_324, b_333, b_342, b_380,
      b_388, b_397, b_406;
  float f_69, f_70, f_71, f_72, f_73, f_74, f_75, f_76, f_77, f_78, f_79, f_80, f_81, f_82, f_83,
      f_84, f_90, f_100, f_101, f_102, f_107, f_108, f_109, f_114, f_115, f_116, f_121, f_122,
      f_123, f_129, f_130, f_131, f_132, f_133, f_134, f_135, f_136, f_137, f_138, f_139, f_140,
      f_141, f_147, f_148, f_149, f_150, f_151, f_152, f_153, f_154, f_155, f_156, f_157, f_158,
      f_159, f_165, f_166, f_167, f_168, f_169, f_170, f_171, f_172, f_173, f_174, f_175, f_176,
      f_177, f_189, f_191, f_192, f_198, f_200, f_201, f_207, f_209, f_210, f_216, f_218, f_219,
      f_220, f_231, f_236, f_241, f_256, f_258, f_259, f_265, f_267, f_268, f_274, f_276, f_277,
      f_283, f_285, f_286, f_287, f_295, f_300, f_305, f_320, f_322, f_323, f_329, f_331, f_332,
      f_338, f_340, f_341, f_347, f_349, f_350, f_351, f_359, f_364, f_369, f_384, f_386, f_387,
      f_393, f_395, f_396, f_402, f_404, f_405, f_411, f_413, f_414, f_415, f_423, f_428, f_433;
  int i_12, i_23, i_24, i_44, i_62, i_63, i_64, i_190, i_199, i_208, i_217, i_257, i_266, i_275,
      i_284, i_321, i_330, i_339, i_348, i_385, i_394, i_403, i_412;
  ul_0 = x;
  ul_1 = w;
  ul_2 = mask;
  ul_3 = y;
  __private float ul_5[16];
  __private float* ul_6 = ul_5;
  i_8 = SHAPE(0);
  i_10 = SHAPE(2);
  i_12 = SHAPE(3);
  i_13 = i_10 + 3;
  i_14 = i_13 >> 31;
  i_15 = i_14 >> 30;
  i_16 = i_15 + i_13;
  i_17 = i_16 >> 2;
  i_18 = i_8 + 3;
  i_19 = i_18 >> 31;
  i_20 = i_19 >> 30;
  i_21 = i_20 + i_18;
  i_22 = i_21 >> 2;
  i_23 = i_22 * i_12;
  i_24 = i_17 * i_23;
  i_25 = i_10 + -4;
  i_26 = i_22 * i_17;
  i_27 = i_8 + -4;
  i_36 = get_global_id(0);
  i_37 = i_36;
  if(i_37 < i_24)
  {
    i_38 = SHAPE(1);
    i_39 = SHAPE(4);
    i_40 = SHAPE(5);
    i_41 = SHAPE(6);
    i_42 = SHAPE(7);
    i_43 = SHAPE(8);
    i_44 = SHAPE(9);
    ul_6[0] = 0.0F;
    ul_6[1] = 0.0F;
    ul_6[2] = 0.0F;
    ul_6[3] = 0.0F;
    ul_6[4] = 0.0F;
    ul_6[5] = 0.0F;
    ul_6[6] = 0.0F;
    ul_6[7] = 0.0F;
    ul_6[8] = 0.0F;
    ul_6[9] = 0.0F;
    ul_6[10] = 0.0F;
    ul_6[11] = 0.0F;
    ul_6[12] = 0.0F;
    ul_6[13] = 0.0F;
    ul_6[14] = 0.0F;
    ul_6[15] = 0.0F;
    i_45 = i_37 / i_17;
    i_46 = i_45 % i_22;
    i_47 = i_46 << 2;
    i_48 = min((INDEX) i_47, (INDEX) i_27);
    i_49 = i_48 + 3;
    i_50 = i_49 * i_38;
    i_51 = i_50 + i_40;
    i_52 = i_48 + 2;
    i_53 = i_52 * i_38;
    i_54 = i_53 + i_40;
    i_55 = i_48 + 1;
    i_56 = i_55 * i_38;
    i_57 = i_56 + i_40;
    i_58 = i_48 * i_38;
    i_59 = i_58 + i_40;
    i_60 = i_37 / i_26;
    i_61 = i_39 * i_60;
    i_62 = i_60 + 1;
    i_63 = i_62 * i_39;
    i_64 = min((INDEX) i_63, (INDEX) i_38);
    i_65 = i_37 % i_17;
    i_66 = i_65 << 2;
    i_67 = min((INDEX) i_66, (INDEX) i_25);
    i_68 = i_61;
    f_69 = 0.0F;
    f_70 = 0.0F;
    f_71 = 0.0F;
    f_72 = 0.0F;
    f_73 = 0.0F;
    f_74 = 0.0F;
    f_75 = 0.0F;
    f_76 = 0.0F;
    f_77 = 0.0F;
    f_78 = 0.0F;
    f_79 = 0.0F;
    f_80 = 0.0F;
    f_81 = 0.0F;
    f_82 = 0.0F;
    f_83 = 0.0F;
    f_84 = 0.0F;
    for(;i_68 < i_64;)
    {
      i_85 = i_59 + i_68;
      ul_89 = ul_0 + ((long) i_85 << 2) + 16L;
      f_90 = *((__global float *) ul_89);
      i_91 = i_68 * i_10;
      i_92 = i_91 + i_41;
      i_93 = i_67 + i_92;
      ul_99 = ul_1 + ((long) i_93 << 2) + 16L;
      f_100 = *((__global float *) ul_99);
      f_101 = f_90 * f_100;
      f_102 = f_69 + f_101;
      ul_6[0] = f_102;
      ul_106 = ul_1 + ((long) i_93 << 2) + 20L;
      f_107 = *((__global float *) ul_106);
      f_108 = f_107 * f_90;
      f_109 = f_70 + f_108;
      ul_6[1] = f_109;
      ul_113 = ul_1 + ((long) i_93 << 2) + 24L;
      f_114 = *((__global float *) ul_113);
      f_115 = f_114 * f_90;
      f_116 = f_71 + f_115;
      ul_6[2] = f_116;
      ul_120 = ul_1 + ((long) i_93 << 2) + 28L;
      f_121 = *((__global float *) ul_120);
      f_122 = f_121 * f_90;
      f_123 = f_72 + f_122;
      ul_6[3] = f_123;
      i_124 = i_57 + i_68;
      ul_128 = ul_0 + ((long) i_124 << 2) + 16L;
      f_129 = *((__global float *) ul_128);
      f_130 = *((__global float *) ul_99);
      f_131 = f_129 * f_130;
      f_132 = f_73 + f_131;
      ul_6[4] = f_132;
      f_133 = *((__global float *) ul_106);
      f_134 = f_133 * f_129;
      f_135 = f_74 + f_134;
      ul_6[5] = f_135;
      f_136 = *((__global float *) ul_113);
      f_137 = f_136 * f_129;
      f_138 = f_75 + f_137;
      ul_6[6] = f_138;
      f_139 = *((__global float *) ul_120);
      f_140 = f_139 * f_129;
      f_141 = f_76 + f_140;
      ul_6[7] = f_141;
      i_142 = i_54 + i_68;
      ul_146 = ul_0 + ((long) i_142 << 2) + 16L;
      f_147 = *((__global float *) ul_146);
      f_148 = *((__global float *) ul_99);
      f_149 = f_147 * f_148;
      f_150 = f_77 + f_149;
      ul_6[8] = f_150;
      f_151 = *((__global float *) ul_106);
      f_152 = f_151 * f_147;
      f_153 = f_78 + f_152;
      ul_6[9] = f_153;
      f_154 = *((__global float *) ul_113);
      f_155 = f_154 * f_147;
      f_156 = f_79 + f_155;
      ul_6[10] = f_156;
      f_157 = *((__global float *) ul_120);
      f_158 = f_157 * f_147;
      f_159 = f_80 + f_158;
      ul_6[11] = f_159;
      i_160 = i_51 + i_68;
      ul_164 = ul_0 + ((long) i_160 << 2) + 16L;
      f_165 = *((__global float *) ul_164);
      f_166 = *((__global float *) ul_99);
      f_167 = f_165 * f_166;
      f_168 = f_81 + f_167;
      ul_6[12] = f_168;
      f_169 = *((__global float *) ul_106);
      f_170 = f_169 * f_165;
      f_171 = f_82 + f_170;
      ul_6[13] = f_171;
      f_172 = *((__global float *) ul_113);
      f_173 = f_172 * f_165;
      f_174 = f_83 + f_173;
      ul_6[14] = f_174;
      f_175 = *((__global float *) ul_120);
      f_176 = f_175 * f_165;
      f_177 = f_84 + f_176;
      ul_6[15] = f_177;
      i_178 = i_68 + 1;
      i_68 = i_178;
      f_69 = f_102;
      f_70 = f_109;
      f_71 = f_116;
      f_72 = f_123;
      f_73 = f_132;
      f_74 = f_135;
      f_75 = f_138;
      f_76 = f_141;
      f_77 = f_150;
      f_78 = f_153;
      f_79 = f_156;
      f_80 = f_159;
      f_81 = f_168;
      f_82 = f_171;
      f_83 = f_174;
      f_84 = f_177;
    }
    i_179 = i_48 * i_10;
    i_180 = i_179 + i_67;
    i_181 = i_180 + i_42;
    b_185 = i_44 == 0;
    if(b_185)
    {
      f_191 = ul_6[0];
      f_192 = f_191;
    }
    else
    {
      ul_188 = ul_2 + ((long) i_181 << 2) + 16L;
      f_189 = *((__global float *) ul_188);
      i_190 = isless(0.0F, f_189);
      if(i_190 == 1)
      {
        f_191 = ul_6[0];
        f_192 = f_191;
      }
      else
      {
        f_192 = 0.0F;
      }
    }
    ul_6[0] = f_192;
    b_193 = i_44 == 0;
    if(b_193)
    {
      f_200 = ul_6[1];
      f_201 = f_200;
    }
    else
    {
      ul_197 = ul_2 + ((long) i_181 << 2) + 20L;
      f_198 = *((__global float *) ul_197);
      i_199 = isless(0.0F, f_198);
      if(i_199 == 1)
      {
        f_200 = ul_6[1];
        f_201 = f_200;
      }
      else
      {
        f_201 = 0.0F;
      }
    }
    ul_6[1] = f_201;
    b_202 = i_44 == 0;
    if(b_202)
    {
      f_209 = ul_6[2];
      f_210 = f_209;
    }
    else
    {
      ul_206 = ul_2 + ((long) i_181 << 2) + 24L;
      f_207 = *((__global float *) ul_206);
      i_208 = isless(0.0F, f_207);
      if(i_208 == 1)
      {
        f_209 = ul_6[2];
        f_210 = f_209;
      }
      else
      {
        f_210 = 0.0F;
      }
    }
    ul_6[2] = f_210;
    b_211 = i_44 == 0;
    if(b_211)
    {
      f_218 = ul_6[3];
      f_219 = f_218;
    }
    else
    {
      ul_215 = ul_2 + ((long) i_181 << 2) + 28L;
      f_216 = *((__global float *) ul_215);
      i_217 = isless(0.0F, f_216);
      if(i_217 == 1)
      {
        f_218 = ul_6[3];
        f_219 = f_218;
      }
      else
      {
        f_219 = 0.0F;
      }
    }
    ul_6[3] = f_219;
    f_220 = ul_6[0];
    i_221 = i_8 * i_60;
    i_222 = i_221 * i_10;
    i_223 = i_222 + i_43;
    i_224 = i_223 + i_180;
    ul_230 = ul_3 + ((long) i_224 << 2) + 16L;
    *((__global float *) ul_230) = f_220;
    f_231 = ul_6[1];
    ul_235 = ul_3 + ((long) i_224 << 2) + 20L;
    *((__global float *) ul_235) = f_231;
    f_236 = ul_6[2];
    ul_240 = ul_3 + ((long) i_224 << 2) + 24L;
    *((__global float *) ul_240) = f_236;
    f_241 = ul_6[3];
    ul_245 = ul_3 + ((long) i_224 << 2) + 28L;
    *((__global float *) ul_245) = f_241;
    i_246 = i_55 * i_10;
    i_247 = i_246 + i_67;
    i_248 = i_247 + i_42;
    b_252 = i_44 == 0;
    if(b_252)
    {
      f_258 = ul_6[4];
      f_259 = f_258;
    }
    else
    {
      ul_255 = ul_2 + ((long) i_248 << 2) + 16L;
      f_256 = *((__global float *) ul_255);
      i_257 = isless(0.0F, f_256);
      if(i_257 == 1)
      {
        f_258 = ul_6[4];
        f_259 = f_258;
      }
      else
      {
        f_259 = 0.0F;
      }
    }
    ul_6[4] = f_259;
    b_260 = i_44 == 0;
    if(b_260)
    {
      f_267 = ul_6[5];
      f_268 = f_267;
    }
    else
    {
      ul_264 = ul_2 + ((long) i_248 << 2) + 20L;
      f_265 = *((__global float *) ul_264);
      i_266 = isless(0.0F, f_265);
      if(i_266 == 1)
      {
        f_267 = ul_6[5];
        f_268 = f_267;
      }
      else
      {
        f_268 = 0.0F;
      }
    }
    ul_6[5] = f_268;
    b_269 = i_44 == 0;
    if(b_269)
    {
      f_276 = ul_6[6];
      f_277 = f_276;
    }
    else
    {
      ul_273 = ul_2 + ((long) i_248 << 2) + 24L;
      f_274 = *((__global float *) ul_273);
      i_275 = isless(0.0F, f_274);
      if(i_275 == 1)
      {
        f_276 = ul_6[6];
        f_277 = f_276;
      }
      else
      {
        f_277 = 0.0F;
      }
    }
    ul_6[6] = f_277;
    b_278 = i_44 == 0;
    if(b_278)
    {
      f_285 = ul_6[7];
      f_286 = f_285;
    }
    else
    {
      ul_282 = ul_2 + ((long) i_248 << 2) + 28L;
      f_283 = *((__global float *) ul_282);
      i_284 = isless(0.0F, f_283);
      if(i_284 == 1)
      {
        f_285 = ul_6[7];
        f_286 = f_285;
      }
      else
      {
        f_286 = 0.0F;
      }
    }
    ul_6[7] = f_286;
    f_287 = ul_6[4];
    i_288 = i_223 + i_247;
    ul_294 = ul_3 + ((long) i_288 << 2) + 16L;
    *((__global float *) ul_294) = f_287;
    f_295 = ul_6[5];
    ul_299 = ul_3 + ((long) i_288 << 2) + 20L;
    *((__global float *) ul_299) = f_295;
    f_300 = ul_6[6];
    ul_304 = ul_3 + ((long) i_288 << 2) + 24L;
    *((__global float *) ul_304) = f_300;
    f_305 = ul_6[7];
    ul_309 = ul_3 + ((long) i_288 << 2) + 28L;
    *((__global float *) ul_309) = f_305;
    i_310 = i_52 * i_10;
    i_311 = i_310 + i_67;
    i_312 = i_311 + i_42;
    b_316 = i_44 == 0;
    if(b_316)
    {
      f_322 = ul_6[8];
      f_323 = f_322;
    }
    else
    {
      ul_319 = ul_2 + ((long) i_312 << 2) + 16L;
      f_320 = *((__global float *) ul_319);
      i_321 = isless(0.0F, f_320);
      if(i_321 == 1)
      {
        f_322 = ul_6[8];
        f_323 = f_322;
      }
      else
      {
        f_323 = 0.0F;
      }
    }
    ul_6[8] = f_323;
    b_324 = i_44 == 0;
    if(b_324)
    {
      f_331 = ul_6[9];
      f_332 = f_331;
    }
    else
    {
      ul_328 = ul_2 + ((long) i_312 << 2) + 20L;
      f_329 = *((__global float *) ul_328);
      i_330 = isless(0.0F, f_329);
      if(i_330 == 1)
      {
        f_331 = ul_6[9];
        f_332 = f_331;
      }
      else
      {
        f_332 = 0.0F;
      }
    }
    ul_6[9] = f_332;
    b_333 = i_44 == 0;
    if(b_333)
    {
      f_340 = ul_6[10];
      f_341 = f_340;
    }
    else
    {
      ul_337 = ul_2 + ((long) i_312 << 2) + 24L;
      f_338 = *((__global float *) ul_337);
      i_339 = isless(0.0F, f_338);
      if(i_339 == 1)
      {
        f_340 = ul_6[10];
        f_341 = f_340;
      }
      else
      {
        f_341 = 0.0F;
      }
    }
    ul_6[10] = f_341;
    b_342 = i_44 == 0;
    if(b_342)
    {
      f_349 = ul_6[11];
      f_350 = f_349;
    }
    else
    {
      ul_346 = ul_2 + ((long) i_312 << 2) + 28L;
      f_347 = *((__global float *) ul_346);
      i_348 = isless(0.0F, f_347);
      if(i_348 == 1)
      {
        f_349 = ul_6[11];
        f_350 = f_349;
      }
      else
      {
        f_350 = 0.0F;
      }
    }
    ul_6[11] = f_350;
    f_351 = ul_6[8];
    i_352 = i_223 + i_311;
    ul_358 = ul_3 + ((long) i_352 << 2) + 16L;
    *((__global float *) ul_358) = f_351;
    f_359 = ul_6[9];
    ul_363 = ul_3 + ((long) i_352 << 2) + 20L;
    *((__global float *) ul_363) = f_359;
    f_364 = ul_6[10];
    ul_368 = ul_3 + ((long) i_352 << 2) + 24L;
    *((__global float *) ul_368) = f_364;
    f_369 = ul_6[11];
    ul_373 = ul_3 + ((long) i_352 << 2) + 28L;
    *((__global float *) ul_373) = f_369;
    i_374 = i_49 * i_10;
    i_375 = i_374 + i_67;
    i_376 = i_375 + i_42;
    b_380 = i_44 == 0;
    if(b_380)
    {
      f_386 = ul_6[12];
      f_387 = f_386;
    }
    else
    {
      ul_383 = ul_2 + ((long) i_376 << 2) + 16L;
      f_384 = *((__global float *) ul_383);
      i_385 = isless(0.0F, f_384);
      if(i_385 == 1)
      {
        f_386 = ul_6[12];
        f_387 = f_386;
      }
      else
      {
        f_387 = 0.0F;
      }
    }
    ul_6[12] = f_387;
    b_388 = i_44 == 0;
    if(b_388)
    {
      f_395 = ul_6[13];
      f_396 = f_395;
    }
    else
    {
      ul_392 = ul_2 + ((long) i_376 << 2) + 20L;
      f_393 = *((__global float *) ul_392);
      i_394 = isless(0.0F, f_393);
      if(i_394 == 1)
      {
        f_395 = ul_6[13];
        f_396 = f_395;
      }
      else
      {
        f_396 = 0.0F;
      }
    }
    ul_6[13] = f_396;
    b_397 = i_44 == 0;
    if(b_397)
    {
      f_404 = ul_6[14];
      f_405 = f_404;
    }
    else
    {
      ul_401 = ul_2 + ((long) i_376 << 2) + 24L;
      f_402 = *((__global float *) ul_401);
      i_403 = isless(0.0F, f_402);
      if(i_403 == 1)
      {
        f_404 = ul_6[14];
        f_405 = f_404;
      }
      else
      {
        f_405 = 0.0F;
      }
    }
    ul_6[14] = f_405;
    b_406 = i_44 == 0;
    if(b_406)
    {
      f_413 = ul_6[15];
      f_414 = f_413;
    }
    else
    {
      ul_410 = ul_2 + ((long) i_376 << 2) + 28L;
      f_411 = *((__global float *) ul_410);
      i_412 = isless(0.0F, f_411);
      if(i_412 == 1)
      {
        f_413 = ul_6[15];
        f_414 = f_413;
      }
      else
      {
        f_414 = 0.0F;
      }
    }
    ul_6[15] = f_414;
    f_415 = ul_6[12];
    i_416 = i_223 + i_375;
    ul_422 = ul_3 + ((long) i_416 << 2) + 16L;
    *((__global float *) ul_422) = f_415;
    f_423 = ul_6[13];
    ul_427 = ul_3 + ((long) i_416 << 2) + 20L;
    *((__global float *) ul_427) = f_423;
    f_428 = ul_6[14];
    ul_432 = ul_3 + ((long) i_416 << 2) + 24L;
    *((__global float *) ul_432) = f_428;
    f_433 = ul_6[15];
    ul_437 = ul_3 + ((long) i_416 << 2) + 28L;
    *((__global float *) ul_437) = f_433;
  }
  return;
}
