package dev.portage;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.portage.auth.Authentication;
import dev.portage.pagination.Pagination;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules of DESIGN, section 4. */
@Tag("slow")
class ArchitectureTest {
  private static final String ALL_BELOW_ROUTE =
      "config trigger sink reconcile mapping pagination auth catalog http jq";

  private static final JavaClasses PORTAGE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.portage");

  /** What a package may use besides itself. */
  record Row(String name, String mayUse) {
    String[] allowed() {
      List<String> packages = new ArrayList<>(List.of("dev.portage." + name + ".."));
      Arrays.stream(mayUse.split(" "))
          .filter(other -> !other.isEmpty())
          .forEach(other -> packages.add("dev.portage." + other + ".."));
      return packages.toArray(String[]::new);
    }
  }

  /** A package uses only what stands below it. */
  static Stream<Row> table() {
    return Stream.of(
        // The demonstration and the jq command need no Camel: they use the parts themselves.
        new Row("cli", "route config reconcile sink.local auth catalog http jq"),
        new Row("route", ALL_BELOW_ROUTE),
        new Row("config", "trigger sink reconcile mapping pagination auth catalog http jq"),
        new Row("trigger", "http"),
        new Row("sink", "auth catalog http"),
        new Row("reconcile", "catalog"),
        new Row("mapping", "catalog http jq"),
        new Row("pagination", "http jq"),
        new Row("auth", "http jq"),
        new Row("catalog", ""),
        new Row("http", ""),
        new Row("jq", ""));
  }

  @ParameterizedTest
  @MethodSource("table")
  void aPackageUsesOnlyWhatItMay(Row row) {
    classes()
        .that()
        .resideInAPackage("dev.portage." + row.name() + "..")
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(row.allowed()).or(not(resideInAPackage("dev.portage.."))))
        .check(PORTAGE);
  }

  @Test
  void thereAreTwelvePackagesAndMain() {
    List<String> listed = table().map(Row::name).toList();
    JavaPackage root = PORTAGE.getPackage("dev.portage");
    assertThat(root.getSubpackages())
        .hasSizeLessThanOrEqualTo(12)
        .extracting(JavaPackage::getRelativeName)
        .containsExactlyInAnyOrderElementsOf(listed);
    assertThat(root.getClasses())
        .extracting(JavaClass::getSimpleName)
        .filteredOn(name -> !name.equals("package-info"))
        .containsExactly("Main");
  }

  @Test
  void noPackagesUseEachOtherInACircle() {
    slices().matching("dev.portage.(*)..").should().beFreeOfCycles().check(PORTAGE);
  }

  @Test
  void noPartsOfTheRoutesUseEachOtherInACircle() {
    slices().matching("dev.portage.route.(*)..").should().beFreeOfCycles().check(PORTAGE);
  }

  @Test
  void thePartsOfTheRoutesDoNotKnowWhoPutsThemTogether() {
    noClasses()
        .that()
        .resideInAPackage("dev.portage.route.*..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("dev.portage.route")
        .check(PORTAGE);
  }

  @Test
  void onlyTheRoutesKnowCamel() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.portage.route..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.apache.camel..")
        .check(PORTAGE);
  }

  @Test
  void theConfigurationKnowsNoRoutes() {
    noClasses()
        .that()
        .resideOutsideOfPackages("dev.portage", "dev.portage.cli..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("dev.portage.cli..")
        .check(PORTAGE);
  }

  @ParameterizedTest
  @CsvSource({
    "Manager", "Helper", "Util", "Utils", "Impl", "Factory", "Handler", "Data", "Info",
  })
  void aNameSaysWhatAThingIs(String word) {
    noClasses().should().haveSimpleNameEndingWith(word).check(PORTAGE);
  }

  @Test
  void everyPackageSaysWhatItIsForAndIsNullMarked() {
    Set<JavaPackage> packages =
        PORTAGE.getPackage("dev.portage").getSubpackagesInTree().stream()
            .filter(one -> !one.getClasses().isEmpty())
            .collect(Collectors.toSet());
    assertThat(packages)
        .isNotEmpty()
        .allSatisfy(
            one -> assertThat(one.isAnnotatedWith(NullMarked.class)).as(one.getName()).isTrue());
  }

  @Test
  void onlyTheCommandsPrint() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.portage.cli..")
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .orShould()
        .callMethod(Throwable.class, "printStackTrace")
        .check(PORTAGE);
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAPackage("java.util.logging..")
        .check(PORTAGE);
  }

  @Test
  void onlyMainEndsTheProcess() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName("dev.portage.Main")
        .should()
        .callMethod(System.class, "exit", int.class)
        .orShould()
        .callMethod(Runtime.class, "halt", int.class)
        .check(PORTAGE);
  }

  @ParameterizedTest
  @MethodSource("variants")
  void aVariantIsARecordAndDocumented(Class<?> variant, String setting) throws Exception {
    assertThat(variant).isRecord();
    String row =
        Files.readString(Path.of("docs/configuration.md"))
            .lines()
            .filter(line -> line.startsWith("| `" + setting + "` |"))
            .findFirst()
            .orElseThrow();
    assertThat(names(row)).contains(configurationName(variant));
  }

  @ParameterizedTest
  @CsvSource({"NoPagination, none", "NextLinkPagination, next_link", "BearerToken, bearer_token"})
  void aConfigurationNameIsThatOfTheClass(String simpleName, String expected) {
    assertThat(configurationName(simpleName)).isEqualTo(expected);
  }

  static Stream<Object[]> variants() {
    return Stream.concat(
        variants(Pagination.class, "integration.config.pagination_type"),
        variants(Authentication.class, "integration.config.auth_type"));
  }

  private static Stream<Object[]> variants(Class<?> type, String setting) {
    return Arrays.stream(type.getPermittedSubclasses())
        .map(variant -> new Object[] {variant, setting});
  }

  /** The names after "one of" in a row of the table of settings. */
  private static List<String> names(String row) {
    String values = row.replaceFirst(".*\\| one of ([^|]*) \\|.*", "$1");
    return List.of(values.split(", "));
  }

  private static String configurationName(Class<?> variant) {
    return configurationName(variant.getSimpleName());
  }

  private static String configurationName(String simpleName) {
    String bare = simpleName.replaceFirst("(Pagination|Authentication)$", "");
    String name = bare.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
    return name.equals("no") ? "none" : name;
  }
}
