package io.hearth.egress;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Looks through the app's own classes, as they are installed, for whatever could open a connection.
 * It begins with the classes that the product calls and follows every name in their constant pools,
 * so it sees all that can run. A name that is put together while the code runs would escape it; the
 * checks of the build and of a network namespace stand beside it.
 */
public final class Doors {

  /**
   * What was found.
   *
   * @param classes that were looked at
   * @param doors classes that name something that opens connections, with its name
   */
  public record Found(int classes, List<Door> doors) {}

  public record Door(String type, String opens) {}

  private static final List<String> OWN =
      List.of("io/hearth/", "com/google/gson/", "com/google/re2j/", "com/exceptionfactory/jagged/");
  private static final List<String> OPENERS =
      List.of(
          "java/net/http/",
          "java/net/Socket",
          "java/net/ServerSocket",
          "java/net/DatagramSocket",
          "java/net/MulticastSocket",
          "java/net/URLConnection",
          "java/net/HttpURLConnection",
          "java/nio/channels/SocketChannel",
          "java/nio/channels/ServerSocketChannel",
          "java/nio/channels/DatagramChannel",
          "java/nio/channels/AsynchronousSocketChannel",
          "java/rmi/",
          "javax/net/",
          "javax/mail/",
          "jakarta/mail/",
          "javax/naming/",
          "org/apache/http/",
          "okhttp3/",
          "com/atlassian/sal/api/net/");
  private static final int MOST_CLASSES = 5000;
  private static final int LARGEST = 1 << 20;

  private final Deque<String> open = new ArrayDeque<>();
  private final Set<String> seen = new HashSet<>();
  private final Set<String> doors = new TreeSet<>();

  private Doors() {}

  /**
   * @param roots names of classes that the product calls
   */
  public static Found behind(List<Class<?>> roots) throws IOException {
    Doors look = new Doors();
    roots.forEach(root -> look.follow(root.getName().replace('.', '/')));
    while (!look.open.isEmpty()) {
      look.read(look.open.poll());
    }
    List<Door> found = new ArrayList<>();
    for (String line : look.doors) {
      String[] parts = line.split(" ");
      found.add(new Door(parts[0], parts[1]));
    }
    return new Found(look.seen.size(), found);
  }

  private void follow(String name) {
    boolean ours = OWN.stream().anyMatch(name::startsWith);
    if (ours && seen.size() < MOST_CLASSES && seen.add(name)) {
      open.add(name);
    }
  }

  private void read(String type) throws IOException {
    try (InputStream in = Doors.class.getResourceAsStream("/" + type + ".class")) {
      if (in == null) {
        // A type that is only named, such as one of an optional library.
        seen.remove(type);
        return;
      }
      byte[] bytes = in.readNBytes(LARGEST);
      for (String name : names(new DataInputStream(new ByteArrayInputStream(bytes)))) {
        opener(name).ifPresent(opens -> doors.add(type.replace('/', '.') + " " + opens));
        follow(name);
      }
    }
  }

  private static Optional<String> opener(String name) {
    return OPENERS.stream().anyMatch(opens -> name.equals(opens) || isBelow(name, opens))
        ? Optional.of(name.replace('/', '.'))
        : Optional.empty();
  }

  private static boolean isBelow(String name, String opens) {
    return opens.endsWith("/") && name.startsWith(opens);
  }

  /** All texts of a constant pool that are or hold names of classes; JVMS 4.4. */
  private static Set<String> names(DataInputStream in) throws IOException {
    Set<String> names = new HashSet<>();
    in.skipNBytes(8);
    int count = in.readUnsignedShort();
    for (int n = 1; n < count; n++) {
      int tag = in.readUnsignedByte();
      switch (tag) {
        case 1 -> addNames(in.readUTF(), names);
        case 3, 4, 9, 10, 11, 12, 17, 18 -> in.skipNBytes(4);
        case 5, 6 -> {
          in.skipNBytes(8);
          // Long and double take two places.
          n++;
        }
        case 7, 8, 16, 19, 20 -> in.skipNBytes(2);
        case 15 -> in.skipNBytes(3);
        default -> throw new IOException("constant pool: tag " + tag);
      }
    }
    return names;
  }

  /** A name of a class, also with points as for reflection, or the types of a descriptor. */
  private static void addNames(String text, Set<String> names) {
    if (text.startsWith("(") || text.startsWith("L") || text.startsWith("[")) {
      for (String part : text.split("[();<>\\[]")) {
        names.add(part.startsWith("L") ? part.substring(1) : part);
      }
    }
    names.add(text.replace('.', '/'));
  }
}
