// dev.weft.kernels.pool2d.Pool2dTiles.pool2dMaxTiles
// Made by TornadoVM 5.2.0-jdk25 and tornado/export-kernels; not to be edited.
// Java code: sha256 40a4e5ecabe6cc4ee95ded5ebca5e43291b1f914f6f36b7337f61367fd732e16

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
    __global uchar *x,
    __global uchar *y,
    __global uchar *shape)
{
  INDEX i_6, i_8, i_10, i_12, i_14, i_16, i_18, i_20, i_22, i_23, i_24, i_25, i_26, i_27, i_28,
      i_29, i_30, i_31, i_33, i_34, i_35, i_36, i_37, i_38, i_39, i_40, i_41, i_42, i_43, i_44,
      i_45, i_46, i_47, i_48, i_49, i_50, i_51, i_57, i_63, i_69, i_75, i_81, i_87, i_93, i_99,
      i_100, i_101, i_102, i_103, i_104, i_111, i_114, i_121, i_124, i_131, i_134, i_141, i_144,
      i_151, i_154, i_161, i_164, i_171, i_174, i_181, i_184, i_185, i_187, i_188, i_189, i_195,
      i_201, i_207, i_213, i_219, i_225, i_231;
  __global uchar *ul_0, *ul_1, *ul_55, *ul_61, *ul_67, *ul_73, *ul_79, *ul_85, *ul_91, *ul_97,
      *ul_108, *ul_118, *ul_128, *ul_138, *ul_148, *ul_158, *ul_168, *ul_178, *ul_193, *ul_199,
      *ul_205, *ul_211, *ul_217, *ul_223, *ul_229, *ul_235;
  float f_56, f_62, f_68, f_74, f_80, f_86, f_92, f_98, f_109, f_110, f_112, f_113, f_119, f_120,
      f_122, f_123, f_129, f_130, f_132, f_133, f_139, f_140, f_142, f_143, f_149, f_150, f_152,
      f_153, f_159, f_160, f_162, f_163, f_169, f_170, f_172, f_173, f_179, f_180, f_182, f_183,
      f_186, f_194, f_200, f_206, f_212, f_218, f_224, f_230;
  long l_52, l_53, l_54, l_58, l_59, l_60, l_64, l_65, l_66, l_70, l_71, l_72, l_76, l_77, l_78,
      l_82, l_83, l_84, l_88, l_89, l_90, l_94, l_95, l_96, l_105, l_106, l_107, l_115, l_116,
      l_117, l_125, l_126, l_127, l_135, l_136, l_137, l_145, l_146, l_147, l_155, l_156, l_157,
      l_165, l_166, l_167, l_175, l_176, l_177, l_190, l_191, l_192, l_196, l_197, l_198, l_202,
      l_203, l_204, l_208, l_209, l_210, l_214, l_215, l_216, l_220, l_221, l_222, l_226, l_227,
      l_228, l_232, l_233, l_234;
  ul_0 = x;
  ul_1 = y;
  __private float ul_3[8];
  __private float* ul_4 = ul_3;
  i_6 = SHAPE(0);
  i_8 = SHAPE(1);
  i_10 = SHAPE(2);
  i_12 = SHAPE(3);
  i_14 = SHAPE(4);
  i_16 = SHAPE(5);
  i_18 = SHAPE(6);
  i_20 = SHAPE(7);
  i_22 = SHAPE(8);
  i_23 = i_12 + 7;
  i_24 = i_23 >> 31;
  i_25 = i_24 >> 29;
  i_26 = i_25 + i_23;
  i_27 = i_26 >> 3;
  i_28 = i_6 * i_16;
  i_29 = i_28 * i_18;
  i_30 = i_27 * i_29;
  i_31 = i_12 + -8;
  i_33 = get_global_id(0);
  i_34 = i_33;
  if(i_34 < i_30)
  {
    i_35 = i_34 % i_27;
    i_36 = i_35 << 3;
    i_37 = min((INDEX) i_36, (INDEX) i_31);
    i_38 = i_34 / i_27;
    i_39 = i_38 / i_18;
    i_40 = i_39 / i_16;
    i_41 = i_8 * i_40;
    i_42 = i_39 % i_16;
    i_43 = i_14 * i_42;
    i_44 = i_41 + i_43;
    i_45 = i_44 * i_10;
    i_46 = i_38 % i_18;
    i_47 = i_46 * i_14;
    i_48 = i_45 + i_47;
    i_49 = i_48 * i_12;
    i_50 = i_49 + i_20;
    i_51 = i_37 + i_50;
    l_52 = (long) i_51;
    l_53 = l_52 << 2;
    l_54 = l_53 + 16L;
    ul_55 = ul_0 + l_54;
    f_56 = *((__global float *) ul_55);
    ul_4[0] = f_56;
    i_57 = i_51 + 1;
    l_58 = (long) i_57;
    l_59 = l_58 << 2;
    l_60 = l_59 + 16L;
    ul_61 = ul_0 + l_60;
    f_62 = *((__global float *) ul_61);
    ul_4[1] = f_62;
    i_63 = i_51 + 2;
    l_64 = (long) i_63;
    l_65 = l_64 << 2;
    l_66 = l_65 + 16L;
    ul_67 = ul_0 + l_66;
    f_68 = *((__global float *) ul_67);
    ul_4[2] = f_68;
    i_69 = i_51 + 3;
    l_70 = (long) i_69;
    l_71 = l_70 << 2;
    l_72 = l_71 + 16L;
    ul_73 = ul_0 + l_72;
    f_74 = *((__global float *) ul_73);
    ul_4[3] = f_74;
    i_75 = i_51 + 4;
    l_76 = (long) i_75;
    l_77 = l_76 << 2;
    l_78 = l_77 + 16L;
    ul_79 = ul_0 + l_78;
    f_80 = *((__global float *) ul_79);
    ul_4[4] = f_80;
    i_81 = i_51 + 5;
    l_82 = (long) i_81;
    l_83 = l_82 << 2;
    l_84 = l_83 + 16L;
    ul_85 = ul_0 + l_84;
    f_86 = *((__global float *) ul_85);
    ul_4[5] = f_86;
    i_87 = i_51 + 6;
    l_88 = (long) i_87;
    l_89 = l_88 << 2;
    l_90 = l_89 + 16L;
    ul_91 = ul_0 + l_90;
    f_92 = *((__global float *) ul_91);
    ul_4[6] = f_92;
    i_93 = i_51 + 7;
    l_94 = (long) i_93;
    l_95 = l_94 << 2;
    l_96 = l_95 + 16L;
    ul_97 = ul_0 + l_96;
    f_98 = *((__global float *) ul_97);
    ul_4[7] = f_98;
    i_99 = 0;
    for(;i_99 < i_14;)
    {
      i_100 = i_99 * i_10;
      i_101 = 0;
      for(;i_101 < i_14;)
      {
        i_102 = i_100 + i_101;
        i_103 = i_102 * i_12;
        i_104 = i_103 + i_51;
        l_105 = (long) i_104;
        l_106 = l_105 << 2;
        l_107 = l_106 + 16L;
        ul_108 = ul_0 + l_107;
        f_109 = *((__global float *) ul_108);
        f_110 = ul_4[0];
        i_111 = isless(f_110, f_109);
        if(i_111 == 1)
        {
          f_112 = f_109;
        }
        else
        {
          f_113 = ul_4[0];
          f_112 = f_113;
        }
        ul_4[0] = f_112;
        i_114 = i_104 + 1;
        l_115 = (long) i_114;
        l_116 = l_115 << 2;
        l_117 = l_116 + 16L;
        ul_118 = ul_0 + l_117;
        f_119 = *((__global float *) ul_118);
        f_120 = ul_4[1];
        i_121 = isless(f_120, f_119);
        if(i_121 == 1)
        {
          f_122 = f_119;
        }
        else
        {
          f_123 = ul_4[1];
          f_122 = f_123;
        }
        ul_4[1] = f_122;
        i_124 = i_104 + 2;
        l_125 = (long) i_124;
        l_126 = l_125 << 2;
        l_127 = l_126 + 16L;
        ul_128 = ul_0 + l_127;
        f_129 = *((__global float *) ul_128);
        f_130 = ul_4[2];
        i_131 = isless(f_130, f_129);
        if(i_131 == 1)
        {
          f_132 = f_129;
        }
        else
        {
          f_133 = ul_4[2];
          f_132 = f_133;
        }
        ul_4[2] = f_132;
        i_134 = i_104 + 3;
        l_135 = (long) i_134;
        l_136 = l_135 << 2;
        l_137 = l_136 + 16L;
        ul_138 = ul_0 + l_137;
        f_139 = *((__global float *) ul_138);
        f_140 = ul_4[3];
        i_141 = isless(f_140, f_139);
        if(i_141 == 1)
        {
          f_142 = f_139;
        }
        else
        {
          f_143 = ul_4[3];
          f_142 = f_143;
        }
        ul_4[3] = f_142;
        i_144 = i_104 + 4;
        l_145 = (long) i_144;
        l_146 = l_145 << 2;
        l_147 = l_146 + 16L;
        ul_148 = ul_0 + l_147;
        f_149 = *((__global float *) ul_148);
        f_150 = ul_4[4];
        i_151 = isless(f_150, f_149);
        if(i_151 == 1)
        {
          f_152 = f_149;
        }
        else
        {
          f_153 = ul_4[4];
          f_152 = f_153;
        }
        ul_4[4] = f_152;
        i_154 = i_104 + 5;
        l_155 = (long) i_154;
        l_156 = l_155 << 2;
        l_157 = l_156 + 16L;
        ul_158 = ul_0 + l_157;
        f_159 = *((__global float *) ul_158);
        f_160 = ul_4[5];
        i_161 = isless(f_160, f_159);
        if(i_161 == 1)
        {
          f_162 = f_159;
        }
        else
        {
          f_163 = ul_4[5];
          f_162 = f_163;
        }
        ul_4[5] = f_162;
        i_164 = i_104 + 6;
        l_165 = (long) i_164;
        l_166 = l_165 << 2;
        l_167 = l_166 + 16L;
        ul_168 = ul_0 + l_167;
        f_169 = *((__global float *) ul_168);
        f_170 = ul_4[6];
        i_171 = isless(f_170, f_169);
        if(i_171 == 1)
        {
          f_172 = f_169;
        }
        else
        {
          f_173 = ul_4[6];
          f_172 = f_173;
        }
        ul_4[6] = f_172;
        i_174 = i_104 + 7;
        l_175 = (long) i_174;
        l_176 = l_175 << 2;
        l_177 = l_176 + 16L;
        ul_178 = ul_0 + l_177;
        f_179 = *((__global float *) ul_178);
        f_180 = ul_4[7];
        i_181 = isless(f_180, f_179);
        if(i_181 == 1)
        {
          f_182 = f_179;
        }
        else
        {
          f_183 = ul_4[7];
          f_182 = f_183;
        }
        ul_4[7] = f_182;
        i_184 = i_101 + 1;
        i_101 = i_184;
      }
      i_185 = i_99 + 1;
      i_99 = i_185;
    }
    f_186 = ul_4[0];
    i_187 = i_12 * i_38;
    i_188 = i_187 + i_22;
    i_189 = i_188 + i_37;
    l_190 = (long) i_189;
    l_191 = l_190 << 2;
    l_192 = l_191 + 16L;
    ul_193 = ul_1 + l_192;
    *((__global float *) ul_193) = f_186;
    f_194 = ul_4[1];
    i_195 = i_189 + 1;
    l_196 = (long) i_195;
    l_197 = l_196 << 2;
    l_198 = l_197 + 16L;
    ul_199 = ul_1 + l_198;
    *((__global float *) ul_199) = f_194;
    f_200 = ul_4[2];
    i_201 = i_189 + 2;
    l_202 = (long) i_201;
    l_203 = l_202 << 2;
    l_204 = l_203 + 16L;
    ul_205 = ul_1 + l_204;
    *((__global float *) ul_205) = f_200;
    f_206 = ul_4[3];
    i_207 = i_189 + 3;
    l_208 = (long) i_207;
    l_209 = l_208 << 2;
    l_210 = l_209 + 16L;
    ul_211 = ul_1 + l_210;
    *((__global float *) ul_211) = f_206;
    f_212 = ul_4[4];
    i_213 = i_189 + 4;
    l_214 = (long) i_213;
    l_215 = l_214 << 2;
    l_216 = l_215 + 16L;
    ul_217 = ul_1 + l_216;
    *((__global float *) ul_217) = f_212;
    f_218 = ul_4[5];
    i_219 = i_189 + 5;
    l_220 = (long) i_219;
    l_221 = l_220 << 2;
    l_222 = l_221 + 16L;
    ul_223 = ul_1 + l_222;
    *((__global float *) ul_223) = f_218;
    f_224 = ul_4[6];
    i_225 = i_189 + 6;
    l_226 = (long) i_225;
    l_227 = l_226 << 2;
    l_228 = l_227 + 16L;
    ul_229 = ul_1 + l_228;
    *((__global float *) ul_229) = f_224;
    f_230 = ul_4[7];
    i_231 = i_189 + 7;
    l_232 = (long) i_231;
    l_233 = l_232 << 2;
    l_234 = l_233 + 16L;
    ul_235 = ul_1 + l_234;
    *((__global float *) ul_235) = f_230;
  }
  return;
}
