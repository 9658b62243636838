package io.hearth.reports;

import io.hearth.egress.Content;
import io.hearth.store.PrivateFolder;
import io.hearth.store.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The sendings of one report in its folder: {@code sending-000001.json} and on, of which the newest
 * stays, and beside it what is sent while it is. A sending takes the next number that no file has,
 * so that of two nodes which begin at once only one does. A {@code .stop} beside it, or its own
 * file gone, tells the node that sends to stop.
 */
final class SendingFiles {

  private static final Pattern STATE = Pattern.compile("sending-(\\d{6})\\.json");
  private static final Pattern ANY = Pattern.compile("sending-(\\d{6})\\.(json|zip|stop)");
  private static final String RECEIPT = "receipt.json";

  private final PrivateFolder folder;

  SendingFiles(PrivateFolder folder) {
    this.folder = folder;
  }

  private static String name(long number, String ending) {
    return String.format("sending-%06d.%s", number, ending);
  }

  /** One that cannot be read is none, and its number stays taken. */
  Optional<Sending> last() throws IOException {
    long number = highest();
    try {
      return number == 0
          ? Optional.empty()
          : Optional.of(SendingText.sending(number, folder.read(name(number, "json"))));
    } catch (NoSuchFileException | IllegalArgumentException broken) {
      return Optional.empty();
    }
  }

  /** The number of the last sending; 0 when there was none. */
  long highest() throws IOException {
    long highest = 0;
    for (String name : folder.names()) {
      Matcher matcher = STATE.matcher(name);
      if (matcher.matches()) {
        highest = Math.max(highest, Long.parseLong(matcher.group(1)));
      }
    }
    return highest;
  }

  /** Whether nobody else was first. */
  boolean claim(Sending mine) throws IOException {
    if (!folder.writeOnce(name(mine.number(), "json"), SendingText.write(mine))) {
      return false;
    }
    for (String name : folder.names()) {
      Matcher matcher = ANY.matcher(name);
      if (matcher.matches() && Long.parseLong(matcher.group(1)) < mine.number()) {
        folder.delete(name);
      }
    }
    return true;
  }

  /** Not of a report that was deleted meanwhile. */
  void note(Sending now) throws IOException {
    if (folder.names().contains(name(now.number(), "json"))) {
      folder.write(name(now.number(), "json"), SendingText.write(now));
    }
  }

  boolean isWanted(long number) throws IOException {
    List<String> names = folder.names();
    return names.contains(name(number, "json")) && !names.contains(name(number, "stop"));
  }

  void stop(long number) throws IOException {
    folder.writeOnce(name(number, "stop"), "");
  }

  /** What is sent, kept until the sending is over so that every attempt sends the same bytes. */
  Sending pack(Sending one, PrivateFolder.Content content) throws IOException {
    String name = name(one.number(), "zip");
    MessageDigest digest = Sha256.begin();
    folder.write(name, out -> content.write(new DigestOutputStream(out, digest)));
    return one.of(Sha256.of(digest), folder.size(name));
  }

  Content packed(Sending one) {
    return new Content() {
      @Override
      public long length() {
        return one.bytes();
      }

      @Override
      public InputStream open() throws IOException {
        return folder.open(name(one.number(), "zip"));
      }
    };
  }

  /** The outcome, and nothing left of what was sent. */
  void end(Sending over) throws IOException {
    folder.delete(name(over.number(), "zip"));
    note(over);
    folder.delete(name(over.number(), "stop"));
  }

  /** As if it never began. */
  void drop(Sending one) throws IOException {
    folder.delete(name(one.number(), "zip"));
    folder.delete(name(one.number(), "json"));
  }

  Optional<SentReceipt> receipt() throws IOException {
    try {
      return Optional.of(SendingText.receipt(folder.read(RECEIPT)));
    } catch (NoSuchFileException | IllegalArgumentException none) {
      return Optional.empty();
    }
  }

  void keep(SentReceipt receipt) throws IOException {
    folder.write(RECEIPT, SendingText.write(receipt));
  }
}
