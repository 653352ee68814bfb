package dev.weft.models;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;

/** The module rules of the design: dependencies run in one direction. */
@AnalyzeClasses(packages = "dev.weft", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String KERNELS = "dev.weft.kernels..";
  private static final String RUNTIME = "dev.weft.runtime..";
  private static final String MODELS = "dev.weft.models..";
  private static final String TORNADO = "dev.weft.tornado..";
  private static final String BENCH = "dev.weft.bench..";

  @ArchTest
  static final ArchRule kernelsNeedTheJdkAlone =
      classes()
          .that()
          .resideInAPackage(KERNELS)
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(KERNELS, "java..", "jdk.incubator.vector..", "org.jspecify..");

  @ArchTest
  static final ArchRule opsDoNotFormCycles =
      slices().matching("dev.weft.kernels.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule runtimeKnowsNothingBuiltOnIt =
      noClasses()
          .that()
          .resideInAPackage(RUNTIME)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(MODELS, TORNADO, BENCH);

  @ArchTest
  static final ArchRule modelsFindBackendsByServiceLoader =
      noClasses()
          .that()
          .resideInAPackage(MODELS)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(TORNADO, BENCH);

  /** What users ask of a machine does not depend on how they ask. */
  @ArchTest
  static final ArchRule commandsAreOnTop =
      noClasses()
          .that()
          .resideInAPackage("dev.weft.models..")
          .and()
          .resideOutsideOfPackage("dev.weft.models.cli..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.weft.models.cli..");

  /** Backends never see layers, layers never see devices; training ties them together. */
  @ArchTest
  static final ArchRule runtimeRunsInOneDirection =
      layeredArchitecture()
          .consideringOnlyDependenciesInAnyPackage(RUNTIME)
          .layer("checkpoint")
          .definedBy("dev.weft.runtime.checkpoint..")
          .layer("data")
          .definedBy("dev.weft.runtime.data..")
          .layer("graph")
          .definedBy("dev.weft.runtime.graph..")
          .layer("backend")
          .definedBy("dev.weft.runtime.backend..")
          .layer("train")
          .definedBy("dev.weft.runtime.train..")
          .layer("verify")
          .definedBy("dev.weft.runtime.verify..")
          .whereLayer("checkpoint")
          .mayOnlyBeAccessedByLayers("data", "train", "verify")
          .whereLayer("data")
          .mayOnlyBeAccessedByLayers("train")
          .whereLayer("graph")
          .mayOnlyBeAccessedByLayers("train", "verify")
          .whereLayer("backend")
          .mayOnlyBeAccessedByLayers("train", "verify")
          .whereLayer("verify")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("train")
          .mayNotBeAccessedByAnyLayer();

  /** The command line uses what models are good for, which knows nothing of it. */
  @ArchTest
  static final ArchRule usesOfModelsStandAlone =
      slices().matching("dev.weft.models.(explain|export)..").should().notDependOnEachOther();

  @ArchTest
  static final ArchRule modelsDoNotFormCycles =
      slices().matching("dev.weft.models.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule onlyReportsDraw =
      noClasses()
          .that()
          .resideOutsideOfPackages("dev.weft.models.report..", "dev.weft.models.compare..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.knowm.xchart..");

  @ArchTest
  static final ArchRule onlyTornadoUsesTornadoVm =
      noClasses()
          .that()
          .resideOutsideOfPackage(TORNADO)
          .should()
          .dependOnClassesThat()
          .resideInAPackage("uk.ac.manchester..");

  @ArchTest
  static final ArchRule noJavaSerialisation =
      noClasses()
          .should()
          .dependOnClassesThat()
          .areAssignableTo(ObjectInputStream.class)
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(ObjectOutputStream.class);

  @ArchTest
  static final ArchRule noReflectionByName =
      noClasses()
          .should()
          .callMethod(Class.class, "forName", String.class)
          .orShould()
          .callMethod(Class.class, "forName", String.class, boolean.class, ClassLoader.class);

  @ArchTest static final ArchRule noStaticState = fields().that().areStatic().should().beFinal();
}
