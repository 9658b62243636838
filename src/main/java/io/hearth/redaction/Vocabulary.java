package io.hearth.redaction;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The people and hosts of an instance, as learned from its files or told by the product. Bounded:
 * beyond {@link #MOST} values new ones are still replaced where the context tells them, but not
 * looked for elsewhere; {@link #full()} says so.
 *
 * <p>All spellings of one person form a group (union-find); its entity is the least of the texts
 * that stand for the members, so that it does not depend on the order of learning.
 */
public final class Vocabulary {
  static final int MOST = 500_000;

  /** One spelling, as what it is known, and a spelling of the same person. */
  record Learned(String spelling, String entity, int kind, int group) {}

  static final int USER = 1;
  static final int NAME = 2;
  static final int HOST = 3;

  /** A user whose name is short or an ordinary word: looked for in contexts only. */
  static final int WEAK_USER = 4;

  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<String> spellings = new ArrayList<>();
  private final List<String> entities = new ArrayList<>();
  private byte[] kinds = new byte[256];
  private int[] parents = new int[256];

  /** A person of whom several things are known at once: they share one pseudonym. */
  public synchronized void person(String userName, String fullName, String mail) {
    int user = userNumber(userName);
    int name = nameNumber(fullName);
    int at = mail.lastIndexOf('@');
    int local = at > 0 ? localNumber(mail.substring(0, at)) : -1;
    if (at > 0) {
      host(mail.substring(at + 1));
    }
    join(user, name);
    join(name, local);
    join(user, local);
  }

  /** A login name. */
  public synchronized void user(String userName) {
    userNumber(userName);
  }

  /** A person's full name, as {@code Jane Doe} or {@code Doe, Jane}. */
  public synchronized void fullName(String fullName) {
    nameNumber(fullName);
  }

  /** A mail address: it also teaches the name before the at sign, and the domain. */
  public synchronized void mail(String address) {
    int at = address.lastIndexOf('@');
    if (at > 0) {
      localNumber(address.substring(0, at));
      host(address.substring(at + 1));
    }
  }

  /** A host or domain name. */
  public synchronized void host(String hostName) {
    String folded = Folding.fold(hostName.strip());
    if (folded.length() < 3 || folded.length() > 253 || PublicHosts.keeps(folded)) {
      return;
    }
    int dot = folded.indexOf('.');
    if (dot > 0) {
      putHost(folded);
      String rest = folded.substring(dot + 1);
      if (rest.indexOf('.') > 0 && !PublicHosts.keeps(rest) && !PublicHosts.isShared(rest)) {
        host(rest);
      }
      folded = folded.substring(0, dot);
    }
    if (tells(folded)) {
      putHost(folded);
    }
  }

  /** A label that is no ordinary word and no mere number names a machine wherever it stands. */
  private boolean tells(String label) {
    boolean digit = label.chars().anyMatch(c -> c >= '0' && c <= '9');
    boolean letters = label.chars().filter(Character::isLetter).count() > 2;
    return label.length() > 4
        && digit
        && letters
        && !OrdinaryWords.isOrdinary(label)
        && !isOrdinal(label);
  }

  /** {@code node1}, {@code user42}: an ordinary word and a number, found in any log. */
  private boolean isOrdinal(String word) {
    int p = word.length();
    while (p > 0 && (Character.isDigit(word.charAt(p - 1)) || word.charAt(p - 1) == '-')) {
      p--;
    }
    return p < word.length() && (p < 3 || OrdinaryWords.isOrdinary(word.substring(0, p)));
  }

  private void putHost(String folded) {
    put(folded, folded, HOST);
  }

  /** The login names that were learned, as they were folded; the product may know more of them. */
  public synchronized List<String> userNames() {
    List<String> names = new ArrayList<>();
    for (int n = 0; n < spellings.size(); n++) {
      if (kinds[n] == USER || kinds[n] == WEAK_USER) {
        names.add(spellings.get(n));
      }
    }
    return names;
  }

  /** A word that is replaced wherever it stands, and as what. */
  @FunctionalInterface
  public interface Known {
    void word(Kind kind, String word);
  }

  /** Without names that are short or ordinary words: those are replaced in contexts only. */
  public synchronized void eachReplaced(Known known) {
    for (int n = 0; n < spellings.size(); n++) {
      switch (kinds[n]) {
        case USER -> known.word(Kind.USER, spellings.get(n));
        case NAME -> known.word(Kind.FULL_NAME, spellings.get(n));
        case HOST -> known.word(Kind.HOST, spellings.get(n));
        default -> {
          // Only where the context tells that a person is meant.
        }
      }
    }
  }

  public synchronized int size() {
    return spellings.size();
  }

  public synchronized boolean full() {
    return spellings.size() >= MOST;
  }

  private int userNumber(String userName) {
    String folded = Folding.fold(userName.strip());
    boolean fits = folded.length() > 1 && folded.length() < 100;
    if (!fits || OrdinaryWords.isNobody(folded) || OrdinaryWords.isService(folded)) {
      return -1;
    }
    return put(folded, folded, isWeak(folded) ? WEAK_USER : USER);
  }

  private int localNumber(String local) {
    String folded = Folding.fold(local);
    int plus = folded.indexOf('+');
    String user = plus > 0 ? folded.substring(0, plus) : folded;
    int number = userNumber(user);
    String name = Person.nameOfLocal(user);
    if (number >= 0 && !name.isEmpty()) {
      join(number, nameNumber(name));
    }
    return number;
  }

  private int nameNumber(String fullName) {
    String[] parts = Person.parts(fullName);
    if (parts.length < 2 || parts.length > 5 || !tellsPerson(parts)) {
      return -1;
    }
    String entity = String.join(".", parts);
    String plain = String.join(" ", parts);
    String last = parts[parts.length - 1];
    String before = plain.substring(0, plain.length() - last.length() - 1);
    int number = put(plain, entity, NAME);
    put(last + ", " + before, entity, NAME);
    put(last + "," + before, entity, NAME);
    put(last + " " + before, entity, NAME);
    join(number, numbers.getOrDefault(last + ", " + before, -1));
    join(number, numbers.getOrDefault(last + "," + before, -1));
    join(number, numbers.getOrDefault(last + " " + before, -1));
    join(number, put(entity, entity, USER));
    join(number, put(String.join("_", parts), entity, USER));
    return number;
  }

  private boolean tellsPerson(String[] parts) {
    boolean telling = false;
    for (String part : parts) {
      if (part.chars().anyMatch(c -> !Character.isLetter(c) && ".-'’`".indexOf(c) < 0)) {
        return false;
      }
      telling |= part.length() > 2 && !OrdinaryWords.isOrdinary(part);
    }
    return telling;
  }

  private boolean isWeak(String folded) {
    boolean words = true;
    int letters = 0;
    for (String part : folded.split("[^\\p{L}\\p{N}]+")) {
      words &= part.length() < 4 || OrdinaryWords.isOrdinary(part);
    }
    for (int i = 0; i < folded.length(); i++) {
      letters += Character.isLetter(folded.charAt(i)) ? 1 : 0;
    }
    return folded.length() < 4 || letters < 2 || words || isOrdinal(folded);
  }

  private int put(String spelling, String entity, int kind) {
    Integer known = numbers.get(spelling);
    if (known != null) {
      // A person's name outweighs a machine's: both are replaced, but people have several forms.
      if (kinds[known] == HOST && kind != HOST) {
        kinds[known] = (byte) kind;
      }
      return known;
    }
    if (full()) {
      return -1;
    }
    int number = spellings.size();
    if (number == kinds.length) {
      kinds = Arrays.copyOf(kinds, number * 2);
      parents = Arrays.copyOf(parents, number * 2);
    }
    numbers.put(spelling, number);
    spellings.add(spelling);
    entities.add(entity);
    kinds[number] = (byte) kind;
    parents[number] = number;
    return number;
  }

  private void join(int one, int other) {
    if (one < 0 || other < 0) {
      return;
    }
    int a = root(one);
    int b = root(other);
    boolean less = entities.get(a).compareTo(entities.get(b)) < 0;
    parents[less ? b : a] = less ? a : b;
  }

  private int root(int number) {
    int n = number;
    while (parents[n] != n) {
      parents[n] = parents[parents[n]];
      n = parents[n];
    }
    return n;
  }

  /** All that is known, for {@link VocabularyFile}. */
  synchronized List<Learned> learned() {
    List<Learned> learned = new ArrayList<>();
    for (int n = 0; n < spellings.size(); n++) {
      learned.add(new Learned(spellings.get(n), entities.get(n), kinds[n], root(n)));
    }
    return learned;
  }

  /** Takes what another one knows; what both know is one person's or host's. */
  synchronized void add(List<Learned> others) {
    int[] mine = new int[others.size()];
    for (int n = 0; n < mine.length; n++) {
      Learned other = others.get(n);
      boolean empty = other.spelling().isEmpty();
      mine[n] = empty ? -1 : put(other.spelling(), other.entity(), other.kind());
    }
    for (int n = 0; n < mine.length; n++) {
      join(mine[n], mine[others.get(n).group()]);
    }
  }

  /** Forgets everything. */
  synchronized void clear() {
    numbers.clear();
    spellings.clear();
    entities.clear();
  }

  synchronized String spelling(int number) {
    return spellings.get(number);
  }

  synchronized int kind(int number) {
    return kinds[number];
  }

  /** Whom the value belongs to: all spellings of one person give the same text. */
  synchronized String entity(int number) {
    return entities.get(root(number));
  }

  synchronized Set<String> all() {
    return Set.copyOf(spellings);
  }
}
