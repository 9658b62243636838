package io.hearth.redaction;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/** Lines of every rule and of none, and texts put together from them at random. */
public final class Samples {
  static final List<String> LINES =
      List.of(
          "2026-03-01 12:00:00,123+0000 http-nio-8080-exec-7 url:/x username:kmeier ERROR kmeier"
              + " 815x1234x1 1abcd2e 10.20.30.40,10.0.0.9 /x [c.a.jira.web.Filter] failed",
          "10.1.2.3 720x1234x1 jroth [01/Mar/2026:12:00:00 +0000] \"GET /browse/OPS-1 HTTP/1.1\" 200",
          "\tat com.atlassian.jira.issue.IssueManager.get(IssueManager.java:120) [x-1.2.jar:1.2]",
          "password=hunter2x&x=1 and apiKey: 8fGh2kLmN0pQrStUvWx2z token=\"a b c\"",
          "{\"name\":\"jroth\",\"displayName\":\"Jana Roth\",\"emailAddress\":\"jana.roth@acme.de\"}",
          "\"password\": \"x\\\"y\", \"token\": 12345, \"n\": 300, \"secret\": [\"a1b2\", \"c3d4\"]",
          "<property name=\"db.password\">s3cr3t</property> <password><![CDATA[x<y]]></password>",
          "<user name=\"jroth\" mail=\"jana.roth@acme.de\"/> &lt;password&gt;abc12&lt;/password&gt;",
          "Authorization: Basic YWRtaW46aHVudGVyMg== Cookie: JSESSIONID=0123456789ABCDEF0123; a=b",
          "jdbc:postgresql://db7.acme.de:5432/x?user=jroth&password=p%40ss ldaps://u:pw@h9.acme.de/",
          "cn=Jana Roth,ou=people,dc=acme,dc=de and /home/jroth/x C:\\Users\\jroth\\y ~jroth",
          "\\\\fileserver7\\share fe80::1:2%eth0 [2a02:1:2::3]:80 00:1b:44:11:3a:b7 +49 30 1234567",
          "card 4111 1111 1111 1111 JIRAUSER10100 ghp_0123456789abcdefghijABCDEFGHIJ456789",
          "-----BEGIN RSA PRIVATE KEY-----",
          "MIIEowIBAAKCAQEA0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOP",
          "-----END RSA PRIVATE KEY-----",
          "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9PlFUP0THsR8U",
          "AAABrQ0ODAoPeNptkV9vgjAUxd/5FCR7LilVEjXhQaEqm1AiYNweltrdaTMtpBQzv/0q6P5meWvPPefc2/t7KE",
          "license=AAABrQ0ODAoPeNptkV9vgjAUxd/5FCR7LilVEjXhQaEqm1AiYNweltrd\\",
          "  aTMtpBQzv/0q6P5meWvPPefc2/t7KE=X02ab",
          "db.password = two words \\",
          "   continued here",
          "Jana Roth wrote; ROTH, JANA; Jana+Roth; J&#97;na Roth; jana%2Eroth%40acme.de; jana.roth",
          "caf\u00e9 M\u00fcller <m.mueller@acme.de> Stra\u00dfe \u4e2d\u6587",
          "mysql -u root -pAbHBmWx2 x; tool --password pw12 --verbose; IDENTIFIED BY 'x''y';",
          "export DB_PASSWORD='two words' PGPASSWORD=abc12 # by jana.roth@acme.de",
          "https://hooks.slack.com/services/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",
          "key: |",
          "  indented: yes",
          "password: |",
          "password: \"open quote",
          "= : @ < > - ~ \\ + [ ' \" & % \\u00 %4 &# &#x; \\x",
          "");

  private Samples() {}

  /** A text of lines, some of them cut, joined or with stray bytes, with mixed line ends. */
  public static byte[] text(Random random, int lines) {
    return text(random, lines, 6);
  }

  /** Whole lines of {@link #LINES} on one line. */
  public static byte[] oneLine(Random random, int lines) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < lines; i++) {
      String line = LINES.get(random.nextInt(LINES.size()));
      // What opens a value without an end takes all that follows.
      boolean open = line.endsWith("\\") || line.contains("open quote") || line.endsWith("|");
      boolean ofKey = line.contains("PRIVATE") || line.startsWith("MII");
      text.append(open || line.startsWith("=") || ofKey ? "" : line).append(" ;; ");
    }
    return text.append('\n').toString().getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] text(Random random, int lines, int together) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int i = 0; i < lines; i++) {
      byte[] line = LINES.get(random.nextInt(LINES.size())).getBytes(StandardCharsets.UTF_8);
      int from = random.nextInt(4) == 0 ? random.nextInt(line.length + 1) : 0;
      int to = random.nextInt(4) == 0 ? from + random.nextInt(line.length - from + 1) : line.length;
      out.write(line, from, to - from);
      if (random.nextInt(8) == 0) {
        out.write(random.nextInt(256));
      }
      if (random.nextInt(together) > 0) {
        out.writeBytes(random.nextInt(4) == 0 ? new byte[] {'\r', '\n'} : new byte[] {'\n'});
      } else {
        out.write(' ');
      }
    }
    return out.toByteArray();
  }

  public static RedactionSession learned(String name, byte[] text) {
    RedactionSession session =
        new RedactionSession(RedactionSettings.standard(), PseudonymKey.of("07".repeat(32)));
    try {
      session.learn(name, new ByteArrayInputStream(text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return session;
  }

  /** Writes the text in chunks of at most so many bytes, at random. */
  public static byte[] redact(
      Redactor redactor, String name, byte[] text, Random random, int most) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (RedactedEntry entry = redactor.open(name, out)) {
      for (int at = 0; at < text.length; ) {
        int count = Math.min(text.length - at, 1 + random.nextInt(most));
        entry.write(text, at, count);
        at += count;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
