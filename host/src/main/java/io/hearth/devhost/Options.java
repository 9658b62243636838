package io.hearth.devhost;

import io.hearth.devhost.instance.Platform;
import io.hearth.devhost.instance.ProductKind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The command line, read once. */
record Options(
    Path jar,
    Platform platform,
    int port,
    String contextPath,
    ProductKind product,
    Optional<Path> home,
    Optional<Path> install,
    Path state,
    String node,
    Optional<String> address) {

  static final String USAGE =
      """
      Options:
        --jar FILE        the app
        --platform 7|8    the platform to stand in for (default: what this host was built for)
        --port N          default 8090; 0 takes a free one
        --context PATH    such as /jira; default: none
        --product NAME    jira, confluence or bitbucket; default jira
        --home DIR        serve this tree as the product's home
        --install DIR     serve this tree as the product's installation folder
        --state DIR       where the host keeps everything it writes
        --node NAME       this node of several that share --state; default node1
        --address URL     under which people reach it, when something stands in front""";

  private static final List<String> NAMES =
      List.of(
          "jar",
          "platform",
          "port",
          "context",
          "product",
          "home",
          "install",
          "state",
          "node",
          "address");

  /** A command line that makes no sense; the message says which part. */
  static final class Misused extends Exception {
    Misused(String message) {
      super(message);
    }
  }

  static Options parse(List<String> arguments) throws Misused {
    Map<String, String> given = new HashMap<>();
    for (int i = 0; i < arguments.size(); i += 2) {
      String name = arguments.get(i).replaceFirst("^--", "");
      if (!arguments.get(i).startsWith("--") || !NAMES.contains(name)) {
        throw new Misused("there is no option " + arguments.get(i));
      }
      if (i + 1 == arguments.size()) {
        throw new Misused("--" + name + " needs a value");
      }
      given.put(name, arguments.get(i + 1));
    }
    Values values = new Values(given);
    return new Options(
        values.path("jar").orElseThrow(() -> new Misused("--jar FILE is missing")),
        platform(values.text("platform")),
        port(values.text("port").orElse("8090")),
        context(values.text("context").orElse("")),
        product(values.text("product").orElse("jira")),
        values.folder("home"),
        values.folder("install"),
        values.path("state").orElseThrow(() -> new Misused("--state DIR is missing")),
        node(values.text("node").orElse("node1")),
        address(values.text("address")));
  }

  private record Values(Map<String, String> given) {
    Optional<String> text(String name) {
      return Optional.ofNullable(given.get(name));
    }

    Optional<Path> path(String name) {
      return text(name).map(value -> Path.of(value).toAbsolutePath().normalize());
    }

    Optional<Path> folder(String name) throws Misused {
      Optional<Path> folder = path(name);
      if (folder.filter(Files::isDirectory).isEmpty() && folder.isPresent()) {
        throw new Misused("--" + name + ": " + folder.get() + " is not a folder");
      }
      return folder;
    }
  }

  /** The servlet types are compiled in, so each platform has a build of this host. */
  private static Platform platform(Optional<String> asked) throws Misused {
    Platform built = Platform.ofThisBuild();
    if (asked.isPresent() && !asked.get().equals(Integer.toString(built.number()))) {
      throw new Misused(
          "--platform "
              + asked.get()
              + ": this host was built for Platform "
              + built.number()
              + "; hearth-host.jar is for 8, hearth-host-javax.jar for 7");
    }
    return built;
  }

  private static int port(String text) throws Misused {
    if (!text.matches("\\d{1,5}") || Integer.parseInt(text) > 65_535) {
      throw new Misused("--port " + text + ": a number from 0 to 65535 is wanted");
    }
    return Integer.parseInt(text);
  }

  private static String context(String text) throws Misused {
    String path = text.replaceFirst("/+$", "");
    if (!path.isEmpty() && !path.matches("(/[A-Za-z0-9._~-]+)+")) {
      throw new Misused("--context " + text + ": a path such as /jira is wanted");
    }
    return path;
  }

  private static String node(String text) throws Misused {
    if (!text.matches("[A-Za-z0-9][A-Za-z0-9_-]{0,63}")) {
      throw new Misused("--node " + text + ": 1 to 64 letters, digits, _ and - are wanted");
    }
    return text;
  }

  private static Optional<String> address(Optional<String> text) throws Misused {
    if (text.filter(url -> !url.matches("https?://[^/?#]+(/[^?#]*[^/?#])?")).isPresent()) {
      throw new Misused("--address " + text.get() + ": http://… without a slash at its end");
    }
    return text;
  }

  private static ProductKind product(String text) throws Misused {
    return Arrays.stream(ProductKind.values())
        .filter(kind -> kind.id().equals(text))
        .findFirst()
        .orElseThrow(() -> new Misused("--product " + text + ": one of " + products()));
  }

  private static String products() {
    return Arrays.stream(ProductKind.values())
        .map(ProductKind::id)
        .collect(Collectors.joining(", "));
  }
}
