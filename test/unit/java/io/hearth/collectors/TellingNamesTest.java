package io.hearth.collectors;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TellingNamesTest {
  private static final String LEFT_OUT = TellingNames.LEFT_OUT;

  private static String variable(String name, String value) {
    return TellingNames.keepEnvironment(Map.of(name, value)).get(name);
  }

  private static String property(String name, String value) {
    Properties properties = new Properties();
    properties.setProperty(name, value);
    return TellingNames.keepProperties(properties).get(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "JIRA_PW",
        "JIRA_DBPW",
        "JIRA_DB_PASS",
        "CONFLUENCE_PASSWORD",
        "ATL_JDBC_PASSWORD",
        "JIRA_DBPASS",
        "BITBUCKET_API_KEY",
        "JIRA_KENNWORT",
        "JIRA_PIN",
        "ATL_JWT",
        "JIRA_APIKEY"
      })
  void aVariableThatTellsOfASecretIsLeftOut(String name) {
    assertEquals(LEFT_OUT, variable(name, "x-y"), name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "JIRA_HOME",
        "PWD",
        "ATL_PROXY_NAME",
        "JIRA_BYPASS",
        "JAVA_HOME",
        "CONF_COMPASS_URL",
        "JIRA_PINGS"
      })
  void aVariableThatIsKnownIsShown(String name) {
    assertEquals("/opt/x", variable(name, "/opt/x"), name);
  }

  @Test
  void aVariableThatNobodyKnowsIsLeftOutUnlessItIsASwitch() {
    assertEquals(LEFT_OUT, variable("ACME_MOOD", "fine"));
    assertEquals("true", variable("ACME_MOOD", "true"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"jira.dbpw", "jira.pw", "jira.mail.pass", "javax.net.ssl.keyStorePassword"})
  void aPropertyThatTellsOfASecretIsLeftOut(String name) {
    assertEquals(LEFT_OUT, property(name, "x-y"), name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"jira.home", "http.nonProxyHosts", "java.vm.name", "jira.websudo.bypass"})
  void aPropertyThatIsKnownIsShown(String name) {
    assertEquals("x-y", property(name, "x-y"), name);
  }

  @Test
  void aSecretArgumentIsLeftOutWhereverItsValueStands() {
    assertEquals(
        List.of(
            "--password",
            LEFT_OUT,
            "-Djira.dbpw=" + LEFT_OUT,
            "--token=" + LEFT_OUT,
            "-Djira.home=/x",
            "-Xmx2g"),
        TellingNames.keepArguments(
            List.of("--password", "X", "-Djira.dbpw=X", "--token=X", "-Djira.home=/x", "-Xmx2g")));
    assertEquals(
        List.of("--password", "--verbose", "run"),
        TellingNames.keepArguments(List.of("--password", "--verbose", "run")));
    assertEquals(
        List.of("-jar", "x.jar", "--bypass", "y"),
        TellingNames.keepArguments(List.of("-jar", "x.jar", "--bypass", "y")));
  }

  @Test
  void argumentsInOneVariableAreJudgedOneByOne() {
    assertEquals(
        "-Xmx2g -Djira.dbpw=" + LEFT_OUT + " --dbpw " + LEFT_OUT + " -Djira.home=/x",
        variable("JAVA_OPTS", "-Xmx2g -Djira.dbpw='a b' --dbpw X -Djira.home=/x"));
  }
}
