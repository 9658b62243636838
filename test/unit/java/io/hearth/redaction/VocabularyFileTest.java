package io.hearth.redaction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class VocabularyFileTest {

  private final PseudonymKey key = PseudonymKey.random();

  private static byte[] written(Vocabulary vocabulary) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    VocabularyFile.write(vocabulary, out);
    return out.toByteArray();
  }

  private RedactionSession session() {
    return new RedactionSession(RedactionSettings.standard(), key);
  }

  @Test
  void allWhoTakeWhatTheOthersLearnedGiveEachPersonTheSameWord() throws IOException {
    RedactionSession one = session();
    one.vocabulary().person("jdoe", "Jane Doe", "");
    RedactionSession two = session();
    two.vocabulary().mail("jane.doe@acme.example");
    two.vocabulary().user("mlovelace");
    // Each had learned the same in another order and in other groups.
    two.vocabulary().fullName("Doe Jane");

    VocabularyFile.add(new ByteArrayInputStream(written(two.vocabulary())), one.vocabulary());
    byte[] all = written(one.vocabulary());
    VocabularyFile.replace(new ByteArrayInputStream(all), two.vocabulary());

    Redactor first = one.redactor();
    Redactor second = two.redactor();
    for (String name : new String[] {"jdoe", "jane.doe", "Jane Doe", "Doe, Jane", "mlovelace"}) {
      String text = "by " + name + " of db7.acme.example";
      assertEquals(first.redactText(text), second.redactText(text));
      assertNotEquals(text, second.redactText(text));
    }
    assertEquals(one.vocabulary().size(), two.vocabulary().size());
    assertEquals(Arrays.toString(all), Arrays.toString(written(two.vocabulary())));
  }

  @Test
  void whatIsBrokenIsRefusedAndChangesNothing() throws IOException {
    Vocabulary full = new Vocabulary();
    full.person("jdoe", "Jane Doe", "jane.doe@acme.example");
    byte[] good = written(full);
    Random random = new Random(1);
    for (int round = 0; round < 500; round++) {
      byte[] bad = Arrays.copyOf(good, random.nextInt(good.length));
      Vocabulary into = new Vocabulary();
      assertThrows(
          IOException.class, () -> VocabularyFile.add(new ByteArrayInputStream(bad), into));
      assertEquals(0, into.size());
    }
    byte[] many = good.clone();
    many[4] = 0x7f;
    assertThrows(
        IOException.class,
        () -> VocabularyFile.replace(new ByteArrayInputStream(many), new Vocabulary()));
  }
}
