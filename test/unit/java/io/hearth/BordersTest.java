package io.hearth;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.conditions.ArchConditions;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The borders between the parts, held over the compiled classes. */
class BordersTest {

  private static final String HEARTH = "io.hearth..";
  private static final String SECURITY_ANNOTATIONS = "com.atlassian.annotations.security..";

  private static final JavaClasses APP =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("io.hearth");

  @TestFactory
  List<DynamicTest> borders() {
    return List.of(
        border(
            "redaction knows the JDK and RE2/J only", onlyUses("redaction..", "com.google.re2j..")),
        border("zip knows the JDK only", onlyUses("zip..")),
        border(
            "what sums up logs knows lines of redacted text only",
            onlyUses("insight..", "io.hearth.logtime", "com.google.gson..")),
        border("times of log lines know the JDK only", onlyUses("logtime..")),
        border(
            "handing over knows the age format only",
            onlyUses("handover..", "com.exceptionfactory.jagged..")),
        border("the host port knows the JDK only", onlyUses("host")),
        border(
            "collectors know the host port and no other part",
            onlyUses("collectors..", "io.hearth.host", "io.hearth.logtime", "com.google.gson..")),
        border(
            "application knows the parts below it, and neither who calls nor which host it is",
            onlyUses(
                "application..",
                "io.hearth.cluster",
                "io.hearth.edits",
                "io.hearth.host",
                "io.hearth.collectors",
                "io.hearth.insight",
                "io.hearth.privacy",
                "io.hearth.redaction",
                "io.hearth.store",
                "io.hearth.verify",
                "io.hearth.zip",
                "com.google.gson..")),
        border(
            "stored collections know one collection and where files are kept",
            onlyUses(
                "collections..",
                "io.hearth.application",
                "io.hearth.cluster",
                "io.hearth.host",
                "io.hearth.insight",
                "io.hearth.privacy",
                "io.hearth.redaction",
                "io.hearth.store",
                "io.hearth.zip",
                "com.google.gson..")),
        border(
            "the watch over health knows stored ZIPs, not how they are made",
            onlyUses(
                "watch..",
                "io.hearth.application",
                "io.hearth.cluster",
                "io.hearth.collections",
                "io.hearth.collectors",
                "io.hearth.host",
                "com.google.gson..")),
        border("the store of files knows the JDK only", onlyUses("store..")),
        border("what takes lines and words out of a text knows the JDK only", onlyUses("edits..")),
        border(
            "nodes know each other through the store of files",
            onlyUses("cluster..", "io.hearth.store", "com.google.gson..")),
        border(
            "what is told of kept data knows no kind of it",
            onlyUses(
                "privacy..",
                "io.hearth.cluster",
                "io.hearth.host",
                "io.hearth.store",
                "com.google.gson..")),
        border(
            "what the parts of browser errors share knows the JDK only", onlyUses("errors.base..")),
        border("an error event knows the JDK only", onlyUses("errors.event..")),
        border(
            "envelopes are read with the JSON library into events",
            onlyUses("errors.envelope..", "io.hearth.errors.event", "com.google.gson..")),
        border(
            "user agents are read with RE2/J into a browser",
            onlyUses(
                "errors.agent..",
                "io.hearth.errors.base",
                "io.hearth.errors.event",
                "com.google.re2j..")),
        border(
            "the intake knows the parts of browser errors, and no servlet",
            onlyUses(
                "errors.intake..",
                "io.hearth.errors.base",
                "io.hearth.errors.envelope",
                "io.hearth.errors.event",
                "io.hearth.errors.grouping",
                "io.hearth.errors.page",
                "io.hearth.errors.store",
                "io.hearth.host",
                "io.hearth.privacy",
                "io.hearth.redaction",
                "com.google.gson..",
                "com.google.re2j..")),
        border(
            "forwarding knows what passed the intake and the one door out",
            onlyUses(
                "errors.forward..",
                "io.hearth.egress",
                "io.hearth.errors.base",
                "io.hearth.errors.event",
                "io.hearth.errors.intake",
                "com.google.gson..")),
        border(
            "errors come into a Support ZIP as an item, from what is stored and decided",
            onlyUses(
                "errors.bundle..",
                "io.hearth.collectors",
                "io.hearth.errors.event",
                "io.hearth.errors.store",
                "io.hearth.errors.triage",
                "io.hearth.host",
                "io.hearth.store",
                "com.google.gson..")),
        border(
            "who decides about errors knows what is stored and how it is grouped",
            onlyUses(
                "errors.triage..",
                "io.hearth.errors.event",
                "io.hearth.errors.grouping",
                "io.hearth.errors.store",
                "io.hearth.errors.timeline")),
        border(
            "grouping knows events and RE2/J",
            onlyUses(
                "errors.grouping..",
                "io.hearth.errors.base",
                "io.hearth.errors.event",
                "com.google.re2j..")),
        border(
            "the store of errors knows events and the store of files",
            onlyUses(
                "errors.store..",
                "io.hearth.cluster",
                "io.hearth.errors.event",
                "io.hearth.privacy",
                "io.hearth.store",
                "com.google.gson..")),
        border(
            "source maps know the host port and the store of files",
            onlyUses(
                "errors.maps..",
                "io.hearth.host",
                "io.hearth.privacy",
                "io.hearth.store",
                "com.google.gson..")),
        border(
            "the timeline knows the host port and the store of files",
            onlyUses(
                "errors.timeline..",
                "io.hearth.cluster",
                "io.hearth.host",
                "io.hearth.privacy",
                "io.hearth.store",
                "com.google.gson..")),
        border(
            "what pages carry knows the host port",
            onlyUses("errors.page..", "io.hearth.host", "com.google.gson..")),
        border(
            "problem reports know the host port, the one door out, the store of files and what a"
                + " kind of data tells",
            onlyUses(
                "reports..",
                "io.hearth.egress",
                "io.hearth.host",
                "io.hearth.privacy",
                "io.hearth.store",
                "com.google.gson..")),
        border(
            "what apps declare knows the host port",
            onlyUses("usage.declare..", "io.hearth.host", "com.google.gson..")),
        border(
            "consent to counting knows the host port, and how long data may stay",
            onlyUses(
                "usage.consent..", "io.hearth.host", "io.hearth.privacy", "com.google.gson..")),
        border(
            "counters know what was agreed to and the store of files",
            onlyUses(
                "usage.store..",
                "io.hearth.store",
                "io.hearth.usage.consent",
                "io.hearth.usage.declare",
                "com.google.gson..")),
        border(
            "what browsers counted knows the counters, and no servlet",
            onlyUses("usage.intake..", "io.hearth.usage.store", "com.google.gson..")),
        border(
            "what is shown of usage knows the counters",
            onlyUses(
                "usage.report..",
                "io.hearth.usage.consent",
                "io.hearth.usage.store",
                "javax.crypto..")),
        border(
            "the second search shares nothing with redaction",
            onlyUses("verify..", "com.google.gson..")),
        border("only host names types of the product", noneButHostNamesTheProduct()),
        border(
            "only web annotates for the product",
            noneOutside("io.hearth.web").should().dependOnClassesThat(in(SECURITY_ANNOTATIONS))),
        border(
            "only web and the request guard name servlet types",
            noneOutside("io.hearth.web", "io.hearth.host.sal")
                .should()
                .dependOnClassesThat(in("jakarta.servlet..", "javax.servlet.."))),
        border(
            "in host only the request guard names servlet types",
            noClasses()
                .that()
                .resideInAPackage("io.hearth.host..")
                .and()
                .doNotHaveSimpleName("SalRequestGuard")
                .should()
                .dependOnClassesThat(in("jakarta.servlet.."))),
        border(
            "what runs without the product needs no logging of its own",
            noneOutside("io.hearth.web").should().dependOnClassesThat(in("org.slf4j.."))),
        border(
            "only host knows the framework",
            noneOutside("io.hearth.host.sal")
                .should()
                .dependOnClassesThat(in("org.osgi..", "org.springframework.."))),
        border(
            "the command line and the servlets do not know each other",
            noClasses()
                .that(in("io.hearth.cli.."))
                .should()
                .dependOnClassesThat(in("io.hearth.web.."))),
        border(
            "nobody uses the servlets or the command line",
            noneOutside("io.hearth.web", "io.hearth.cli")
                .should()
                .dependOnClassesThat(in("io.hearth.web..", "io.hearth.cli.."))),
        border(
            "what goes out knows the host port",
            onlyUses("egress..", "io.hearth.host", "com.google.gson..", "javax.net.ssl..")),
        border("only the one door out can open a connection", noneButEgressOpensConnections()),
        border("the one door out has one way", egressHasOneWay()),
        border("nobody opens what an address names", noClasses().should(openAnAddress())),
        border(
            "no part uses types that OSGi hides",
            noClasses()
                .should()
                .dependOnClassesThat(in("com.sun.management..", "sun..", "jdk.internal.."))));
  }

  private static DynamicTest border(String name, ArchRule rule) {
    return DynamicTest.dynamicTest(name, () -> rule.allowEmptyShould(true).check(APP));
  }

  /** The classes of a part use themselves, Java and these. */
  private static ArchRule onlyUses(String part, String... others) {
    String own = "io.hearth." + part;
    DescribedPredicate<JavaClass> allowed =
        in(own).or(in("java..", "javax.management..")).or(in(others)).or(primitive());
    return classes().that(in(own)).should().onlyDependOnClassesThat(allowed);
  }

  private static DescribedPredicate<JavaClass> in(String... packages) {
    return resideInAnyPackage(packages);
  }

  /** Also arrays of primitives, which have no package. */
  private static DescribedPredicate<JavaClass> primitive() {
    return DescribedPredicate.describe(
        "primitive", type -> type.getBaseComponentType().isPrimitive());
  }

  private static com.tngtech.archunit.lang.syntax.elements.GivenClassesConjunction noneOutside(
      String... packages) {
    return noClasses().that(in(HEARTH).and(not(in(packages))));
  }

  private static ArchRule noneButHostNamesTheProduct() {
    return noneOutside("io.hearth.host.sal")
        .should()
        .dependOnClassesThat(
            resideInAPackage("com.atlassian..").and(not(in(SECURITY_ANNOTATIONS))));
  }

  private static ArchRule noneButEgressOpensConnections() {
    return noneOutside("io.hearth.egress")
        .should()
        .dependOnClassesThat(in("java.net.http..", "javax.net..").or(otherConnections()));
  }

  private static ArchRule egressHasOneWay() {
    return noClasses()
        .that(in("io.hearth.egress.."))
        .should()
        .dependOnClassesThat(otherConnections().or(named("javax.net.ssl.SSLContext")));
  }

  /** All that can open a connection but {@code java.net.http}. */
  private static DescribedPredicate<JavaClass> otherConnections() {
    return in(
            "java.nio.channels.spi..", "javax.net", "java.rmi..", "javax.mail..", "javax.naming..")
        .or(named("java.net.Socket"))
        .or(named("java.net.ServerSocket"))
        .or(named("java.net.DatagramSocket"))
        .or(named("java.net.MulticastSocket"))
        .or(named("java.net.URLConnection"))
        .or(named("java.net.HttpURLConnection"))
        .or(named("java.nio.channels.SocketChannel"))
        .or(named("java.nio.channels.DatagramChannel"))
        .or(named("java.nio.channels.AsynchronousSocketChannel"));
  }

  /** {@code URL.openStream} and the like name no type of a connection. */
  private static ArchCondition<JavaClass> openAnAddress() {
    return ArchConditions.callMethodWhere(
        DescribedPredicate.describe(
            "opens a URL",
            call ->
                call.getTarget().getOwner().getName().equals("java.net.URL")
                    && Set.of("openConnection", "openStream", "getContent")
                        .contains(call.getTarget().getName())));
  }

  private static DescribedPredicate<JavaClass> named(String name) {
    return DescribedPredicate.describe(name, type -> type.getName().equals(name));
  }
}
