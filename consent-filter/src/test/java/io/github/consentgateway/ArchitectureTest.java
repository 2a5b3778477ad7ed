package io.github.consentgateway;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Holds the picture of the house: arrows go down only, rooms do not know each other. */
class ArchitectureTest {

  private static final String ROOT = "io.github.consentgateway";
  private static final JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(ROOT);

  @Test
  void arrowsGoDownOnly() {
    picture("cookie").check(HOUSE);
  }

  @Test
  void wrongPictureIsNoticed() {
    assertThrows(AssertionError.class, () -> picture("gateway").check(HOUSE));
  }

  private static ArchRule picture(String ground) {
    return layeredArchitecture()
        .consideringOnlyDependenciesInAnyPackage(ROOT + "..")
        .layer("servlet")
        .definedBy(ROOT + ".servlet..")
        .layer("jetty")
        .definedBy(ROOT + ".jetty..")
        .layer("gateway")
        .definedBy(ROOT + ".gateway..")
        .layer("token")
        .definedBy(ROOT + ".token..")
        .layer("record")
        .definedBy(ROOT + ".record..")
        .layer("page")
        .definedBy(ROOT + ".page..")
        .layer("markup")
        .definedBy(ROOT + ".markup..")
        .layer("traffic")
        .definedBy(ROOT + ".traffic..")
        .layer("policy")
        .definedBy(ROOT + ".policy..")
        .layer("ground")
        .definedBy(ROOT + "." + ground + "..")
        .whereLayer("servlet")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("jetty")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("gateway")
        .mayOnlyBeAccessedByLayers("servlet", "jetty")
        .whereLayer("token")
        .mayOnlyBeAccessedByLayers("gateway")
        .whereLayer("record")
        .mayOnlyBeAccessedByLayers("gateway")
        .whereLayer("page")
        .mayOnlyBeAccessedByLayers("gateway")
        .whereLayer("markup")
        .mayOnlyBeAccessedByLayers("gateway")
        .whereLayer("traffic")
        .mayOnlyBeAccessedByLayers("gateway")
        .whereLayer("markup")
        .mayNotAccessAnyLayer()
        .whereLayer("ground")
        .mayNotAccessAnyLayer();
  }

  @Test
  void packagesHaveNoCycles() {
    slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(HOUSE);
  }

  @Test
  void cookieAndMarkupKnowOnlyTheJdk() {
    for (String room : List.of(".cookie", ".markup")) {
      classes()
          .that()
          .resideInAPackage(ROOT + room)
          .should()
          .onlyDependOnClassesThat(
              resideInAnyPackage("java..", ROOT + room, "org.jspecify.annotations.."))
          .check(HOUSE);
    }
  }

  @Test
  void onlyTheEdgesKnowContainers() {
    noClasses()
        .that()
        .resideOutsideOfPackages(ROOT + ".servlet..", ROOT + ".jetty..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("jakarta.servlet..", "org.eclipse.jetty..")
        .check(HOUSE);
  }

  @Test
  void onlyTheTokenRoomKnowsTheTokenLibrary() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + ".token..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.jsonwebtoken..", "javax.crypto..")
        .check(HOUSE);
  }

  @Test
  void noTypeIsCalledUtilImplManagerOrHelper() {
    noClasses().should().haveNameMatching(".*(Util|Utils|Impl|Manager|Helper)").check(HOUSE);
  }

  @Test
  void nothingOpensAConnection() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .haveNameMatching("java\\.net\\.(Socket|URL|URLConnection|http\\..*|DatagramSocket)")
        .because("the gateway calls nobody (AC-09)")
        .check(HOUSE);
  }

  @Test
  void houseIsNotEmpty() {
    assertFalse(HOUSE.isEmpty());
  }
}
