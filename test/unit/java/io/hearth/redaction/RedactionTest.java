package io.hearth.redaction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RedactionTest {
  private final RedactionSession session =
      new RedactionSession(RedactionSettings.standard(), PseudonymKey.random());

  private void learn(String name, String text) throws IOException {
    session.learn(name, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  private String redact(String name, String text) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (RedactedEntry entry = session.redactor().open(name, out)) {
      entry.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  private static String user(String redacted) {
    int at = redacted.indexOf("user-");
    return redacted.substring(at, at + 15);
  }

  @Test
  void aMailAddressTeachesTheUserAndTheFullName() throws IOException {
    learn("a.log", "Sent mail to jane.doe@acme-tools.com\n");
    String tag = user(redact("b.log", "by jane.doe today\n")).substring(5);
    assertEquals("name-" + tag + " wrote\n", redact("c.log", "Jane Doe wrote\n"));
    assertEquals("name-" + tag + " wrote\n", redact("c.log", "DOE, JANE wrote\n"));
    assertEquals("/home/user-" + tag + "/x\n", redact("c.log", "/home/jane.doe/x\n"));
  }

  @Test
  void anOrdinaryWordIsAUserOnlyWhereTheContextSaysSo() throws IOException {
    String line = "mark the issue, user=mark\n";
    learn("a.log", line);
    String redacted = redact("a.log", line);
    assertTrue(redacted.startsWith("mark the issue, user=user-"), redacted);
  }

  @Test
  void twoSessionsGiveUnrelatedPseudonyms() throws IOException {
    RedactionSession other =
        new RedactionSession(RedactionSettings.standard(), PseudonymKey.random());
    String text = "user=jdoe.smith host=db7.acme-tools.com 10.3.4.5";
    String one = session.redactor().redactText(text);
    String two = other.redactor().redactText(text);
    for (String word : one.split("[ =]")) {
      boolean name = word.equals("user") || word.equals("host");
      assertTrue(name || !two.contains(word), word);
    }
  }

  @Test
  void redactedTextStaysAsItIs() throws IOException {
    String text =
        "mail a.b@acme-tools.com token=s3cr3tValue 10.1.2.3 fe80::1:2 dn CN=Jane Doe,OU=x,DC=a,DC=b"
            + " https://u:pw@h1.acme-tools.com/x \\\\srv12\\share +49 30 1234567\n";
    learn("a.log", text);
    String once = redact("a.log", text);
    assertEquals(once, redact("a.log", once));
    assertFalse(once.contains("acme"), once);
  }

  @Test
  void runsOfBackslashesNamesListsAndCookiesTakeLinearTime() {
    for (String part : new String[] {"\\", "key=", "\"secret\":[", "Cookie=a;"}) {
      String text = part.repeat(600_000 / part.length());
      assertTimeoutPreemptively(Duration.ofSeconds(20), () -> session.redactor().redactText(text));
    }
  }

  @Test
  void aSettingOfSeveralWordsInALogIsTakenWhole() throws IOException {
    String redacted = redact("a.log", "db.password = two words\n");
    assertTrue(redacted.matches("db\\.password = redacted-[0-9a-f]{10}\n"), redacted);
    redacted = redact("a.log", "  db.password = two, x = 3\n");
    assertTrue(redacted.matches("  db\\.password = redacted-[0-9a-f]{10}, x = 3\n"), redacted);
    redacted = redact("a.log", "12:00:00 DEBUG ldapPassword = two words\n");
    assertTrue(redacted.matches("12:.* = redacted-[0-9a-f]{10}\n"), redacted);
    for (String prose :
        new String[] {
          "password: required field",
          "db.password = not set",
          "login.forgot.password = Your password expires"
        }) {
      assertEquals(prose + "\n", redact("a.log", prose + "\n"));
    }
  }

  @Test
  void aProjectKeyHasOnePseudonymWhenProjectsAreSwitchedOn() throws IOException {
    String text =
        "GET /browse/SHOP-42 /projects/SHOP/repos /scm/shop/x.git {\\\"projectKey\\\":\\\"SHOP\\\"}"
            + " project = SHOP AND key in (SHOP-7,WEB_2-8) /display/DOC/Home [SHOP-42]: UTF-8\n";
    assertEquals(text, redact("a.log", text));
    RedactionSession on =
        new RedactionSession(
            new RedactionSettings(Set.of(), Set.of(), List.of(), List.of(), List.of()),
            PseudonymKey.random());
    String once = on.redactor().redactText(text);
    String shop = once.substring(12, 30);
    assertTrue(shop.matches("project-[0-9a-f]{10}"), once);
    String expected = text.replace("SHOP", shop).replace("scm/shop", "scm/" + shop);
    String web = once.replaceAll(".*(project-\\w{10})-8\\).*\n", "$1");
    String doc = once.replaceAll(".*display/(project-\\w{10})/.*\n", "$1");
    assertEquals(expected.replace("WEB_2", web).replace("DOC", doc), once);
    assertEquals(3, Set.of(shop, web, doc).size());
    assertEquals(once, on.redactor().redactText(once));
  }

  /** Redacts a text and puts a dot for each pseudonym of a secret. */
  private String dotted(String name, String text) throws IOException {
    String once = redact(name, text);
    assertEquals(once, redact(name, once));
    return once.replaceAll("redacted-[0-9a-f]{10}", ".");
  }

  @Test
  void listsOfSecretsInJsonAreTakenOneByOne() throws IOException {
    assertEquals(
        "{\"secret\": [[\".\", \".\"], [true, \".\"]], \"x\": 1}\n",
        dotted("a.json", "{\"secret\": [[1, \"a\"], [true, \"b c\"]], \"x\": 1}\n"));
    assertEquals(
        "\"secret\": [\n  \".\", \".\",\n  \".\"\n],\n\"x\": \"y\"\n",
        dotted("a.json", "\"secret\": [\n  \"a\", 12,\n  \"b\"\n],\n\"x\": \"y\"\n"));
    assertEquals("\"secret\":[\".\",\".\n", dotted("a.log", "\"secret\":[\"a\",\"b c\n"));
    assertEquals("secret:[,\".\n", dotted("a.json", "secret:[,\"i\n").replace("..", "."));
  }

  @Test
  void anObjectBehindATellingNameKeepsItsForm() throws IOException {
    String text = "{\"credentials\": {\n  \"a\": [1]},\n \"tokens\": [{\"n\": 3}], \"pw\": {}}\n";
    assertEquals(text, redact("a.json", text));
  }

  @Test
  void aLineBreakInsideAJsonTextPartsItsWords() throws IOException {
    learn("a.log", "login failed for username=jroth77\n");
    String redacted = redact("a.json", "[\"x\\njroth77 y\", \"a\\nwiki.acme-tools.com\"]\n");
    assertTrue(
        redacted.matches(
            "\\[\"x\\\\nuser-\\w{10} y\", \"a\\\\nhost-\\w{10}\\.domain-\\w{10}\\.example\"]\n"),
        redacted);
  }

  @Test
  void aCDataSectionOfSeveralLinesKeepsItsEnd() throws IOException {
    assertEquals(
        "<password><![CDATA[\n.\n]]></password>\n",
        dotted("a.xml", "<password><![CDATA[\na<b\n]]></password>\n"));
  }

  @Test
  void otherValuesOfACookieHeaderAreLookedAt() throws IOException {
    String redacted = redact("a.log", "Cookie: a=jane.doe@acme-tools.com; b=10.1.2.3\n");
    assertFalse(redacted.contains("acme") || redacted.contains("10.1.2.3"), redacted);
  }

  @Test
  void aShellsFolderIsNoPassword() throws IOException {
    for (String line :
        new String[] {"PWD=/opt/atlassian/jira/bin", "PWD=/root", "OLDPWD=\"C:\\jira\\bin\""}) {
      assertEquals(line + "\n", redact("a.env", line + "\n"));
      assertEquals(line + "\n", redact("a.log", line + "\n"));
    }
    for (String line : new String[] {"pwd=/aB3kd9", "pwd=/x1+Zq/", "DB_PWD=/opt/x/y"}) {
      String redacted = redact("a.env", line + "\n");
      assertTrue(redacted.matches("\\w+=redacted-[0-9a-f]{10}\n"), redacted);
    }
  }

  @Test
  void wordsBehindBase64AreNoValueOfIt() throws IOException {
    String line = "digest cGFzc3dvcmQpw== checked\n";
    assertEquals(line, redact("a.log", line));
  }
}
