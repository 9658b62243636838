package io.hearth.verify;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Looks through a piece of text atom by atom: is one of the words here, does a shape begin here, is
 * there a mail address around this at sign. One pass; all that costs more happens after a hash or a
 * sign has hit.
 */
final class LineSearch {

  /** Told what is found, by places in the text. */
  @FunctionalInterface
  interface Found {
    void at(int start, int end, String kind);
  }

  private static final int WINDOW = 600;
  private static final Pattern DOMAIN =
      Pattern.compile("@([A-Za-z0-9](?:[A-Za-z0-9-]{0,62}\\.){1,8}[A-Za-z]{2,24})(?![\\w-])");
  private final SearchWords words;

  LineSearch(SearchWords words) {
    this.words = words;
  }

  /** {@code end} of what is looked at; a value that begins before it may reach on to {@code to}. */
  void search(byte[] text, int from, int end, int to, Found found) {
    int p = from;
    while (p < end) {
      byte b = text[p];
      if (!Atoms.isAtom(b)) {
        if (b == '@') {
          mail(text, from, p, to, found);
        }
        p += Escapes.length(text, p, to);
        continue;
      }
      // The end of the atom and its hash, in one go: most time is spent here.
      long sum = Atoms.SEED;
      int stop = p;
      for (byte c = Atoms.FOLDED[b & 0xff]; c != 0; c = Atoms.FOLDED[text[stop] & 0xff]) {
        sum = sum * 31 + c;
        stop++;
        if (stop == to) {
          break;
        }
      }
      long hash = Atoms.spread(sum);
      if (words.mayHold(hash)) {
        word(text, p, to, hash, found);
      }
      if (Marks.mayStand(text, p, stop)) {
        shape(text, p, stop, to, found);
      }
      p = stop;
    }
  }

  private void word(byte[] text, int from, int to, long hash, Found found) {
    int word = words.find(text, from, to, hash);
    if (word >= 0) {
      found.at(from, from + words.length(word), words.kind(word));
    }
  }

  private static void shape(byte[] text, int from, int stop, int to, Found found) {
    for (Shape shape : Marks.in(text, from, stop)) {
      boolean beginning = shape.place() == Shape.Place.BEGINNING;
      int start = beginning ? from : stop - shape.mark().length();
      int length = Math.min(WINDOW, to - start);
      String window = new String(text, start, length, StandardCharsets.ISO_8859_1);
      Matcher matcher = shape.pattern().matcher(window);
      if (matcher.lookingAt() && isLeak(matcher)) {
        int group = matcher.groupCount();
        found.at(start + matcher.start(group), start + matcher.end(group), shape.kind());
        return;
      }
    }
  }

  /** A whole of a published form is one; a value after a name must look like one. */
  private static boolean isLeak(Matcher matcher) {
    int group = matcher.groupCount();
    String value = matcher.group(group);
    return group > 0 ? !Harmless.isNoSecret(value) : !Harmless.isPseudonym(value);
  }

  private static void mail(byte[] text, int from, int at, int to, Found found) {
    int start = at;
    while (start > from && at - start < 64 && isLocal(text[start - 1])) {
      start--;
    }
    if (start == at) {
      return;
    }
    userInfo(text, from, start, at).ifPresent(from2 -> found.at(from2, at, "password"));
    String window = new String(text, at, Math.min(WINDOW, to - at), StandardCharsets.ISO_8859_1);
    Matcher domain = DOMAIN.matcher(window);
    String local = new String(text, start, at - start, StandardCharsets.ISO_8859_1);
    if (domain.lookingAt() && !isNobody(local) && !Harmless.isReserved(domain.group(1))) {
      found.at(start, at + domain.end(), "mail");
    }
  }

  /** Accounts of programs, as in {@code git@host:path}. */
  private static boolean isNobody(String local) {
    return local.equals("git") || local.equals("noreply") || local.equals("no-reply");
  }

  private static boolean isLocal(byte b) {
    return Atoms.isAtom(b) || b == '.' || b == '_' || b == '+' || b == '-' || b == '%';
  }

  /** RFC 3986, 3.2.1: where the password of {@code ://user:password@} begins. */
  private static Optional<Integer> userInfo(byte[] text, int from, int start, int at) {
    if (start - 1 < from || text[start - 1] != ':') {
      return Optional.empty();
    }
    int user = start - 1;
    while (user > from && start - user < 100 && isLocal(text[user - 1])) {
      user--;
    }
    boolean address =
        user - 3 >= from
            && text[user - 1] == '/'
            && text[user - 2] == '/'
            && text[user - 3] == ':'
            && user < start - 1;
    String password = new String(text, start, at - start, StandardCharsets.ISO_8859_1);
    return address && !Harmless.isPseudonym(password) && password.charAt(0) != '$'
        ? Optional.of(start)
        : Optional.empty();
  }
}
