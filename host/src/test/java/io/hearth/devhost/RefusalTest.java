package io.hearth.devhost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.hearth.devhost.apps.Apps;
import io.hearth.devhost.check.AppCheck;
import io.hearth.devhost.instance.Platform;
import io.hearth.devhost.instance.Product;
import io.hearth.devhost.instance.ProductKind;
import io.hearth.devhost.osgi.AppFramework;
import io.hearth.devhost.osgi.HostPackages;
import io.hearth.devhost.plugin.AppArchive;
import io.hearth.devhost.plugin.Refusal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A JAR that would not load in the products is refused, and each reason names the culprit. */
class RefusalTest {
  private static final String OK = "response.setStatus(200);";

  @TempDir static Path folder;
  private static AppFramework framework;
  private static Apps apps;

  @BeforeAll
  static void start() throws Exception {
    HostPackages packages = HostPackages.of(Platform.P8);
    framework = new AppFramework(packages, folder.resolve("felix"));
    Product product = Product.of(ProductKind.JIRA, Platform.P8);
    apps = new Apps(framework, new AppCheck(product, packages), "product:known"::equals, all -> {});
  }

  @AfterAll
  static void stop() {
    apps.close();
    framework.close();
  }

  static Stream<Arguments> broken() {
    return Stream.of(
        arguments(
            "an import that nobody exports",
            servlet().imports("com.google.common.collect"),
            "Import-Package: com.google.common.collect is not exported by the products"),
        arguments(
            "an import with a version",
            servlet().imports("org.slf4j;version=\"[1.7,2)\""),
            "Import-Package: org.slf4j asks for version [1.7,2); the products export under versions"
                + " of their own, import without one"),
        arguments(
            "an import of the other platform's servlets",
            servlet().imports("javax.servlet"),
            "Import-Package: javax.servlet is not exported by the products (Platform 8 has"
                + " jakarta.servlet)"),
        arguments(
            "servlets of the other platform",
            new FixtureApp()
                .source("Old", "public class Old extends javax.servlet.http.HttpServlet {}")
                .module(
                    "<servlet key='Old' class='fixture.Old'><url-pattern>/x</url-pattern></servlet>"),
            "package javax.servlet.http is used by fixture.Old but not imported, and the products do"
                + " not export it (Platform 8 has jakarta.servlet)"),
        arguments(
            "a package of the JDK that is not imported",
            servlet().source("Uses", "public class Uses { javax.management.MBeanServer server; }"),
            "package javax.management is used by fixture.Uses but not imported"),
        arguments(
            "com.sun.management, which is not visible",
            servlet()
                .source(
                    "Uses",
                    "public class Uses { Object a(Object o) {"
                        + " return ((com.sun.management.OperatingSystemMXBean) o); } }"),
            "package com.sun.management is used by fixture.Uses but not imported, and the products"
                + " do not export it"),
        arguments(
            "an unknown module type",
            servlet().module("<teleporter key='t'/>"),
            "atlassian-plugin.xml: module type <teleporter> is unknown, or none that this host runs"),
        arguments(
            "a component in an app that is not transformed",
            servlet().module("<component-import key='c'/>"),
            "atlassian-plugin.xml: <component-import> has no effect in an app whose manifest has"
                + " Atlassian-Plugin-Key; use META-INF/spring/*.xml"),
        arguments(
            "a servlet whose class is missing",
            servlet()
                .module(
                    "<servlet key='g' class='fixture.Gone'><url-pattern>/g</url-pattern></servlet>"),
            "servlet g: class fixture.Gone is not in the JAR"),
        arguments(
            "a servlet that is none",
            servlet()
                .source("Plain", "public class Plain {}")
                .module(
                    "<servlet key='p' class='fixture.Plain'><url-pattern>/p</url-pattern></servlet>"),
            "servlet p: fixture.Plain is no jakarta.servlet.Servlet"),
        arguments(
            "a file that is missing",
            servlet()
                .module(
                    "<web-resource key='w'><resource type='download' name='a.js'"
                        + " location='gone.js'/></web-resource>"),
            "web-resource fixture:w: resource a.js is not in the JAR at gone.js"),
        arguments(
            "a dependency on an unknown web resource",
            servlet().module("<web-resource key='w'><dependency>a.b:c</dependency></web-resource>"),
            "web-resource fixture:w depends on the unknown web resource a.b:c"),
        arguments(
            "a descriptor that is not well-formed",
            servlet().file("atlassian-plugin.xml", "<atlassian-plugin>"),
            "atlassian-plugin.xml is not well-formed XML: XML document structures must start and end"
                + " within the same entity."),
        arguments(
            "no Spring context",
            servlet().without("Spring-Context"),
            "Cannot autowire object because the Spring context is unavailable. Ensure your OSGi"
                + " bundle contains the 'Spring-Context' header."),
        arguments(
            "a bean class that is missing",
            servlet().bean("b", "class='fixture.Gone'"),
            "META-INF/spring/fixture.xml: bean class fixture.Gone is not in the JAR"),
        arguments(
            "a bean that fails",
            servlet()
                .source(
                    "Bad",
                    "public class Bad { public Bad() { throw new IllegalStateException(\"no\"); } }")
                .bean("b", "class='fixture.Bad'"),
            "its Spring context fails: IllegalStateException: no"),
        arguments(
            "a bean with a property that is not there",
            servlet()
                .source("Bean", "public class Bean {}")
                .bean("b", "class='fixture.Bean' init-method='missing'"),
            "its Spring context fails: BeanDefinitionValidationException: Could not find an init"
                + " method named 'missing' on bean with name 'b'"),
        arguments(
            "a key that differs between manifest and descriptor",
            servlet().header("Atlassian-Plugin-Key", "other"),
            "Atlassian-Plugin-Key is other, the descriptor's key is fixture"),
        arguments(
            "a version that OSGi does not take",
            servlet().version("1.0-beta"),
            "version \"1.0-beta\" is not MAJOR.MINOR.MICRO.QUALIFIER as OSGi wants"));
  }

  private static FixtureApp servlet() {
    return new FixtureApp().servlet("Fine", "/fine", "", OK);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("broken")
  void is_refused(String what, FixtureApp app, String reason) throws Exception {
    AppArchive archive = AppArchive.read(app.jar(folder));
    Refusal refusal = assertThrows(Refusal.class, () -> apps.install(archive));
    assertTrue(refusal.reasons().contains(reason), refusal.getMessage());
    assertEquals(List.of(), apps.running());
  }

  /** The known signatures are those that the app is compiled against; a newer API has more. */
  @Test
  void a_member_beyond_the_known_signatures_is_refused() throws Exception {
    FixtureApp app =
        servlet()
            .imports("com.atlassian.sal.api.user")
            .source(
                "Uses",
                """
                public class Uses {
                  Object look(com.atlassian.sal.api.user.UserManager users) {
                    return users.getUserCount();
                  }
                }
                """)
            .against(
                "com/atlassian/sal/api/user/UserManager",
                "package com.atlassian.sal.api.user; public interface UserManager {"
                    + " int getUserCount(); }");
    AppArchive archive = AppArchive.read(app.jar(folder));
    Refusal refusal = assertThrows(Refusal.class, () -> apps.install(archive));
    assertEquals(
        List.of(
            "fixture.Uses uses com.atlassian.sal.api.user.UserManager.getUserCount()I, which is not"
                + " among the known signatures of the products"),
        refusal.reasons());
  }

  @Test
  void an_app_that_would_load_is_not_refused() throws Exception {
    apps.install(AppArchive.read(servlet().version("7.0.0").jar(folder)));
    assertEquals(1, apps.running().size());
    apps.disable(FixtureApp.KEY);
  }

  @Test
  void something_that_is_no_jar_is_refused() throws Exception {
    Path file = Files.writeString(folder.resolve("note.txt"), "hello");
    assertThrows(Refusal.class, () -> AppArchive.read(file));
  }
}
