package io.hearth.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class EntryNamingProperties {

  private static final String SEED = "20260301";

  @Property(seed = SEED)
  void everyNameIsFitToBeUnpackedAnywhereAndGivenOnce(@ForAll("names") List<String> names) {
    EntryNaming naming = new EntryNaming(new Unlearning());
    Set<String> given = new HashSet<>();
    for (String name : names) {
      String claimed = naming.claim("logs", name);
      assertTrue(given.add(claimed.toLowerCase(Locale.ROOT)), claimed + " was given twice");
      assertTrue(claimed.startsWith("logs"), claimed);
      for (String segment : claimed.split("/", -1)) {
        assertFalse(segment.isEmpty() || segment.matches(".*[. ]"), claimed);
        assertFalse(segment.matches(".*[\\p{Cntrl}\\\\:*?\"<>|].*"), claimed);
      }
    }
  }

  @Example
  void twoNamesThatRedactionMakesEqualAreNumbered() {
    EntryNaming naming = new EntryNaming(new Unlearning());

    assertEquals("logs/a.log", naming.claim("logs", "a.log"));
    assertEquals("logs/A~2.log", naming.claim("logs", "A.log"));
    assertEquals("logs/a~3.log", naming.claim("logs", "a.log"));
    assertEquals("logs/.rc", naming.claim("logs", ".rc"));
    assertEquals("logs/.rc~2", naming.claim("logs", ".rc"));
  }

  @Example
  void namesThatWindowsWouldTakeForSomethingElseAreChanged() {
    EntryNaming naming = new EntryNaming(new Unlearning());

    assertEquals("logs/_con.log", naming.claim("logs", "con.log"));
    assertEquals("logs/_COM1", naming.claim("logs", "COM1"));
    assertEquals("logs/console.log", naming.claim("logs", "console.log"));
    assertEquals("logs/a_", naming.claim("logs", "a. ."));
    assertEquals("logs/_/b", naming.claim("logs", "../b"));
    assertEquals("logs/C__evil", naming.claim("logs", "C:\\evil"));
    assertEquals("logs/C:\\u005cevil", naming.shown("logs", "C:\\u005cevil"));
  }

  @Provide
  Arbitrary<List<String>> names() {
    return Arbitraries.strings()
        .withChars("ab./\\:\n\0*?\u202e\u2028 ~é😀".toCharArray())
        .ofMinLength(1)
        .ofMaxLength(8)
        .list()
        .ofMaxSize(20);
  }
}
