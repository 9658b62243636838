package io.hearth.devhost.instance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class InstanceTest {
  @TempDir Path state;

  private InstanceOptions options(ProductKind kind) {
    return InstanceServer.options(kind, "/ctx", state);
  }

  private static List<String> files(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return new TreeSet<>(
              files.filter(Files::isRegularFile).map(f -> root.relativize(f).toString()).toList())
          .stream().toList();
    }
  }

  @ParameterizedTest
  @EnumSource(ProductKind.class)
  void aFirstStartMakesTheProductsFilesAndASecondLeavesThemAlone(ProductKind kind)
      throws Exception {
    Path database =
        switch (kind) {
          case JIRA -> Path.of("home/dbconfig.xml");
          case CONFLUENCE -> Path.of("home/confluence.cfg.xml");
          case BITBUCKET -> Path.of("home/shared/bitbucket.properties");
        };
    Path file = state.resolve(kind.id()).resolve("node1").resolve(database);
    Instance.open(options(kind), Clock.systemUTC()).close();
    String first = Files.readString(file);
    assertTrue(first.contains("db.example.com"), first);
    assertFalse(first.contains("devhost."), "holes are filled: " + first);
    Instance.open(options(kind), Clock.systemUTC()).close();
    assertEquals(first, Files.readString(file));
  }

  @ParameterizedTest
  @EnumSource(ProductKind.class)
  void noFileHasAHoleLeft(ProductKind kind) throws Exception {
    Instance.open(options(kind), Clock.systemUTC()).close();
    Path node = state.resolve(kind.id()).resolve("node1");
    for (String name : files(node)) {
      assertFalse(Files.readString(node.resolve(name)).contains("${devhost"), name);
    }
  }

  @Test
  void givenTreesAreServedAndNotWrittenTo(@TempDir Path home, @TempDir Path install)
      throws Exception {
    Files.writeString(home.resolve("dbconfig.xml"), "<x/>");
    InstanceOptions given =
        new InstanceOptions(
            ProductKind.JIRA,
            Platform.ofThisBuild(),
            0,
            "",
            state,
            Optional.of(home),
            Optional.of(install),
            "node1");
    try (Instance instance = Instance.open(given, Clock.systemUTC())) {
      assertEquals(home, instance.localHome());
      assertEquals(install, instance.installFolder());
      assertEquals(install.toString(), System.getProperty("catalina.base"));
    }
    assertEquals(List.of("dbconfig.xml"), files(home));
    assertEquals(List.of(), files(install));
    assertTrue(Files.exists(state.resolve("jira/node1/home/log/atlassian-jira.log")));
  }

  @Test
  void nodesShareTheSharedHomeAndNothingElse() throws Exception {
    InstanceOptions one = options(ProductKind.BITBUCKET);
    InstanceOptions two =
        new InstanceOptions(
            one.product(), one.platform(), 0, "", state, one.home(), one.install(), "node2");
    try (Instance first = Instance.open(one, Clock.systemUTC());
        Instance second = Instance.open(two, Clock.systemUTC())) {
      assertEquals(first.sharedHome(), second.sharedHome());
      assertEquals(
          first.sharedHome().toRealPath(), second.localHome().resolve("shared").toRealPath());
      assertFalse(first.localHome().equals(second.localHome()));
    }
  }
}
