package io.hearth.redaction;

import io.hearth.redaction.Vocabulary.Learned;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * What one node learned, for another one that redacts the same ZIP. It holds names as they are, so
 * whoever writes it sees to it that nobody else reads it, and that it goes when it was read.
 */
public final class VocabularyFile {

  private static final int MARK = 0x48564f31;

  /** Longer ones name nobody. */
  private static final int LONGEST = 1000;

  private VocabularyFile() {}

  public static void write(Vocabulary vocabulary, OutputStream out) throws IOException {
    DataOutputStream data = new DataOutputStream(new BufferedOutputStream(out));
    List<Learned> learned = vocabulary.learned();
    data.writeInt(MARK);
    data.writeInt(learned.size());
    for (Learned one : learned) {
      boolean fits = one.spelling().length() <= LONGEST && one.entity().length() <= LONGEST;
      data.writeUTF(fits ? one.spelling() : "");
      data.writeUTF(fits ? one.entity() : "");
      data.writeByte(one.kind());
      data.writeInt(one.group());
    }
    data.flush();
  }

  /** Adds what was written to what is known already. */
  public static void add(InputStream in, Vocabulary to) throws IOException {
    to.add(read(in));
  }

  /** The same instead of what is known: whoever reads the same file knows exactly the same. */
  public static void replace(InputStream in, Vocabulary to) throws IOException {
    List<Learned> learned = read(in);
    to.clear();
    to.add(learned);
  }

  private static List<Learned> read(InputStream in) throws IOException {
    DataInputStream data = new DataInputStream(new BufferedInputStream(in));
    if (data.readInt() != MARK) {
      throw new IOException("not what a node learned");
    }
    int count = data.readInt();
    require(count >= 0 && count <= Vocabulary.MOST);
    List<Learned> learned = new ArrayList<>();
    for (int n = 0; n < count; n++) {
      Learned one =
          new Learned(data.readUTF(), data.readUTF(), data.readUnsignedByte(), data.readInt());
      require(one.spelling().length() <= LONGEST && one.entity().length() <= LONGEST);
      require(one.kind() >= Vocabulary.USER && one.kind() <= Vocabulary.WEAK_USER);
      require(one.group() >= 0 && one.group() < count);
      learned.add(one);
    }
    return learned;
  }

  private static void require(boolean holds) throws IOException {
    if (!holds) {
      throw new IOException("what a node learned is broken");
    }
  }
}
