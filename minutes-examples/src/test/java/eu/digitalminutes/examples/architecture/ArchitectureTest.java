// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.examples.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.File;
import java.nio.file.Path;
import java.util.List;

/** The walls of the house. */
@AnalyzeClasses(packages = "eu.digitalminutes", importOptions = ArchitectureTest.NoTests.class)
class ArchitectureTest {
    /** Test classes and the published test kit stand outside the house. */
    static final class NoTests implements ImportOption {
        private final ImportOption tests = new ImportOption.DoNotIncludeTests();

        @Override
        public boolean includes(Location location) {
            return tests.includes(location)
                    && !location.contains("/testkit/")
                    && !location.contains("/test-classes/")
                    && !location.contains("-tests.jar");
        }
    }

    @ArchTest
    static final ArchRule noCirclesBetweenPackages =
            slices().matching("eu.digitalminutes.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule dssAndBouncyCastleStayInTheCellar = noClasses()
            .that()
            .resideOutsideOfPackages("eu.digitalminutes.signature.internal..", "eu.digitalminutes.signature.dss..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("eu.europa.esig..", "org.bouncycastle..");

    @ArchTest
    static final ArchRule checksKnowNoDss = noClasses()
            .that()
            .resideInAnyPackage(
                    "eu.digitalminutes.signature.internal.check..", "eu.digitalminutes.signature.internal.container..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("eu.europa.esig..", "org.bouncycastle..");

    @ArchTest
    static final ArchRule archiveNeverSeesSignature = noClasses()
            .that()
            .resideInAPackage("eu.digitalminutes.archive..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("eu.digitalminutes.signature..");

    @ArchTest
    static final ArchRule signatureNeverSeesArchive = noClasses()
            .that()
            .resideInAPackage("eu.digitalminutes.signature..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("eu.digitalminutes.archive..");

    @ArchTest
    static final ArchRule coreSeesNeither = noClasses()
            .that()
            .resideInAPackage("eu.digitalminutes.core..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("eu.digitalminutes.signature..", "eu.digitalminutes.archive..");

    @ArchTest
    static final ArchRule nothingBelowImportsTheRoofOfSignature = noClasses()
            .that()
            .resideInAPackage("eu.digitalminutes.signature.*..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("eu.digitalminutes.signature");

    @ArchTest
    static final ArchRule nothingBelowImportsTheRoofOfArchive = noClasses()
            .that()
            .resideInAPackage("eu.digitalminutes.archive.*..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("eu.digitalminutes.archive");

    @ArchTest
    static final ArchRule jacksonIsInNoExportedMethod = noMethods()
            .that()
            .arePublic()
            .and()
            .areDeclaredInClassesThat()
            .arePublic()
            .and()
            .areDeclaredInClassesThat()
            .resideInAnyPackage(
                    "eu.digitalminutes.core..", "eu.digitalminutes.archive..", "eu.digitalminutes.signature..")
            .and()
            .areDeclaredInClassesThat()
            .resideOutsideOfPackage("..internal..")
            .should()
            .haveRawReturnType(inJackson())
            .orShould()
            .haveRawParameterTypes(anyInJackson());

    @ArchTest
    static final ArchRule librariesUsePathsNotFiles = noClasses()
            .that()
            .resideInAnyPackage(
                    "eu.digitalminutes.core..", "eu.digitalminutes.archive..", "eu.digitalminutes.signature..")
            // A method that this interface wants names one, and does nothing.
            .and()
            .areNotAssignableTo("com.openhtmltopdf.extend.SVGDrawer")
            // DSS's cache of revocation data takes its folder so, and only so.
            .and()
            .doNotHaveSimpleName("RevocationServices")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(File.class)
            .orShould()
            .callMethod(Path.class, "toFile");

    @ArchTest
    static final ArchRule librariesDoNotPrint = noClasses()
            .that()
            .resideInAnyPackage(
                    "eu.digitalminutes.core..", "eu.digitalminutes.archive..", "eu.digitalminutes.signature..")
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err");

    private static DescribedPredicate<JavaClass> inJackson() {
        return DescribedPredicate.describe(
                "of Jackson", type -> type.getPackageName().startsWith("com.fasterxml.jackson"));
    }

    private static DescribedPredicate<List<JavaClass>> anyInJackson() {
        return DescribedPredicate.describe("of Jackson", types -> types.stream().anyMatch(inJackson()));
    }
}
