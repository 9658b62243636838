package io.hearth.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LeakSearchTest {

  private static SearchWords words() {
    SearchWords.Builder words = new SearchWords.Builder();
    words.add("user", "jdoe7");
    words.add("full-name", "Jane Doe");
    words.add("full-name", "Özlem Äß");
    words.add("host", "db1.acme.internal");
    words.add("host", "db1.acme.internal.backup");
    words.add("user", "abc");
    return words.build();
  }

  private static SearchedText search(String text, Charset charset, int piece) {
    SearchedText searched = new LeakSearch(words()).begin();
    byte[] bytes = text.getBytes(charset);
    for (int p = 0; p < bytes.length; p += piece) {
      searched.write(bytes, p, Math.min(piece, bytes.length - p));
    }
    searched.close();
    return searched;
  }

  private static Map<String, Long> found(String text) {
    return search(text, StandardCharsets.UTF_8, 4096).counts();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "user        | login of jdoe7 failed",
        "user        | /home/JDOE7/x",
        "user        | user%3Djdoe7 %40jdoe7",
        "user        | {\"text\":\"a\\njdoe7 \\u003djdoe7\"}",
        "full-name   | Hello JANE DOE!",
        "full-name   | ÖZLEM ÄSS and ÖZLEM Äß",
        "host        | tcp://db1.acme.internal:5432",
        "mail        | from jane.roe+x@acme-corp.com to",
        "token       | id=eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.c2lnbmF0dXJl",
        "token       | AKIAIOSFODNN7EXAMPLX in a log",
        "token       | git clone with ghp_0123456789abcdefghijABCDEFGHIJ012345",
        "token       | Authorization: Bearer 9f8e7d6c5b4a3210ffee",
        "password    | authorization: Basic dXNlcjpwYXNzd29yZDE=",
        "password    | db.password=s3cr3tvalue",
        "password    | \"dbPassword\": \"s3cr3tvalue\"",
        "password    | -Djavax.net.ssl.trustStorePassword=chang3it9",
        "password    | postgres://app:hunt3rpass@db/x",
        "session     | Cookie: JSESSIONID=0A1B2C3D4E5F60718293A4B5",
        "private-key | -----BEGIN RSA PRIVATE KEY-----\\nMIIEpAIBAAKCAQEAuX8k2f8oE5o1x9w3",
      })
  void whatMustNotStandInAZipIsFound(String kind, String text) {
    assertEquals(List.of(kind), List.copyOf(found(text).keySet()), text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "login of user-7f3a2b19c4 failed, password=redacted-0123456789",
        "mail user-7f3a2b19c4@domain-19c4aabbcc.example and x@example.com",
        "Authorization: Bearer redacted-0123456789abcdef",
        "password=${DB_PASSWORD} password={ATL_SECURED} password=******** password=null",
        "password reset for all; passwordField.label.text; token: required",
        "abcjdoe7 jdoe77 jdoe7x Jane Doenitz abc",
        "https://app:redacted-0123456789@host-0123456789/x",
        "git@github.com:acme/app.git",
        "javax.net.ssl.keyStorePassword com.acme.TokenBucket$1.apply(Token.java:12)",
        "-----BEGIN CERTIFICATE-----\nMIIEpAIBAAKCAQEAuX8k2f8oE5o1x9w3",
      })
  void whatMayStandInAZipIsNotFound(String text) {
    assertEquals(Map.of(), found(text), text);
  }

  @Test
  void theTextCutAnywhereGivesTheSame() {
    String text = "x".repeat(300) + " jdoe7, Jane Doe at db1.acme.internal: password=s3cr3tvalue\n";
    Map<String, Long> whole = found(text.repeat(400));
    for (int piece : new int[] {1, 7, 63, 1023, 65_536}) {
      assertEquals(
          whole, search(text.repeat(400), StandardCharsets.UTF_8, piece).counts(), "" + piece);
    }
    assertEquals(400L, whole.get("user"));
    assertEquals(400L, whole.get("password"));
  }

  @Test
  void textOfTwoBytesACharacterIsSearched() {
    assertEquals(
        Map.of("user", 1L), search("login of jdoe7", StandardCharsets.UTF_16, 100).counts());
  }

  @Test
  void aLeakTellsItsLineAndIsNoLeakItself() {
    List<Leak> leaks = search("a\nb\npassword=s3cr3tvalue\n", StandardCharsets.UTF_8, 5).leaks();
    assertEquals(List.of(new Leak("password", 3, "s3… (11)")), leaks);
    assertFalse(leaks.toString().contains("s3cr3t"));
  }

  @Test
  void theLongestWordIsTaken() {
    assertEquals(Map.of("host", 1L), found("db1.acme.internal.backup"));
  }

  @Test
  void aLineWithoutEndIsSearchedInBoundedMemory() {
    SearchedText searched = new LeakSearch(words()).begin();
    byte[] block = "x".repeat(1 << 16).getBytes(StandardCharsets.US_ASCII);
    for (int n = 0; n < 400; n++) {
      searched.write(block, 0, block.length);
    }
    searched.write(" jdoe7".getBytes(StandardCharsets.US_ASCII), 0, 6);
    searched.close();
    assertEquals(Map.of("user", 1L), searched.counts());
  }
}
