package io.hearth.web;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.exceptionfactory.jagged.framework.stream.StandardDecryptingChannelFactory;
import com.exceptionfactory.jagged.x25519.X25519KeyPairGenerator;
import com.exceptionfactory.jagged.x25519.X25519RecipientStanzaReaderFactory;
import com.google.gson.JsonObject;
import io.hearth.handover.Age;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class HandOverCallsTest {

  private static final int MIB = 1 << 20;

  @TempDir Path home;
  private RedactionInstance jira;
  private String one;
  private byte[] whole;

  @BeforeEach
  void start() throws IOException {
    jira = new RedactionInstance(home);
    jira.stored.start();
    StringBuilder log = new StringBuilder();
    Random random = new Random(7);
    while (log.length() < 3 * MIB) {
      log.append(Integer.toString(random.nextInt(46_656), 36)).append(' ');
      log.append(random.nextInt(12) == 0 ? "\n" : "");
    }
    jira.write("log/atlassian-jira.log", log.toString());
    JsonObject zip = jira.post("/support-zips", "{\"items\": [\"product-logs\"]}").json();
    one = "/support-zips/" + zip.get("id").getAsString();
    while (!jira.get(one).json().get("state").getAsString().equals("done")) {
      Thread.onSpinWait();
    }
    whole = jira.get(one + "/content").bytes();
    assertTrue(whole.length > MIB, "the ZIP has " + whole.length + " bytes");
  }

  @AfterEach
  void stop() {
    jira.close();
  }

  private Exchange asked(String path, String size, String to) throws IOException {
    Exchange exchange = Exchange.get(one + path);
    exchange = size.isEmpty() ? exchange : exchange.query("size", size);
    return jira.send(to.isEmpty() ? exchange : exchange.query("to", to));
  }

  private JsonObject plan(String size, String to) throws IOException {
    return RedactionInstance.fits(asked("/hand-over", size, to).json(), "HandOver");
  }

  private static byte[] decrypted(byte[] bytes, CharSequence identity) throws Exception {
    try (var in =
        new StandardDecryptingChannelFactory()
            .newDecryptingChannel(
                Channels.newChannel(new ByteArrayInputStream(bytes)),
                List.of(X25519RecipientStanzaReaderFactory.newRecipientStanzaReader(identity)))) {
      return Channels.newInputStream(in).readAllBytes();
    }
  }

  @Test
  void partsJoinToTheFileAndTheNoteTellsHow() throws Exception {
    JsonObject plan = plan("" + MIB, "");
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    for (int n = 1; n <= plan.getAsJsonArray("files").size(); n++) {
      JsonObject file = plan.getAsJsonArray("files").get(n - 1).getAsJsonObject();
      Exchange part = asked("/hand-over/" + n, "" + MIB, "");
      assertEquals(file.get("bytes").getAsLong(), part.bytes().length);
      assertTrue(file.get("name").getAsString().endsWith(".zip.00" + n));
      joined.writeBytes(part.bytes());
    }
    assertArrayEquals(whole, joined.toByteArray());
    String note = plan.get("note").getAsString();
    assertTrue(note.contains("copy /b ") && note.contains(plan.get("sha256").getAsString()), note);
    assertEquals(404, asked("/hand-over/3", "" + MIB, "").status());
    assertEquals(404, asked("/hand-over/0", "" + MIB, "").status());
    assertTrue(jira.audited().contains("\"parts\":2"), jira.audited());
  }

  @Test
  void whatIsEncryptedIsOpenedByItsKeyAloneAndIsAsLongAsWasSaid() throws Exception {
    KeyPair pair = new X25519KeyPairGenerator().generateKeyPair();
    String to = new String(pair.getPublic().getEncoded(), US_ASCII);
    String identity = new String(pair.getPrivate().getEncoded(), US_ASCII);
    long said =
        plan("", to).getAsJsonArray("files").get(0).getAsJsonObject().get("bytes").getAsLong();
    byte[] sealed = asked("/hand-over/1", "", to).bytes();
    assertEquals(said, sealed.length);
    assertArrayEquals(whole, decrypted(sealed, identity));
    byte[] first = asked("/hand-over/1", "" + MIB, to).bytes();
    assertTrue(first.length <= MIB && first.length > MIB - 100, "" + first.length);
    assertTrue(plan("" + MIB, to).get("note").getAsString().contains("age --decrypt"));
    assertTrue(jira.audited().contains("\"encryptedTo\":\"" + to), jira.audited());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "age1",
        "AGE-SECRET-KEY-1QQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQ",
        "age1qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq",
        "ssh-ed25519 AAAA"
      })
  void whatIsNoKeyIsRefused(String to) throws IOException {
    assertEquals("invalid-field", asked("/hand-over", "", to).problem());
    assertEquals("invalid-field", asked("/hand-over/1", "", to).problem());
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "1048575", "1e40", "x", "99999999999999"})
  void aSizeOutOfBoundsIsRefused(String size) throws IOException {
    assertEquals("invalid-field", asked("/hand-over", size, "").problem());
  }

  @ParameterizedTest
  @CsvSource({"0", "1", "65535", "65536", "65537", "131072", "10000000"})
  void asMuchAsFitsIntoAFileFits(long plain) {
    assertTrue(Age.mostPlain(Age.length(plain)) >= plain);
    assertTrue(Age.length(Age.mostPlain(MIB + plain)) <= MIB + plain);
  }
}
