package io.hearth.cli;

import io.hearth.application.Limits;
import io.hearth.application.Texts;
import io.hearth.cli.Command.Wrong;
import io.hearth.collectors.TimeWindow;
import io.hearth.host.Product;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the command line. */
final class Arguments {

  private static final Set<String> WITH_VALUE =
      Set.of(
          "--home",
          "--install",
          "--out",
          "--product",
          "--items",
          "--max-bytes",
          "--since",
          "--from",
          "--to",
          "--max-time");

  private static final Set<String> FLAGS = Set.of("--force", "--no-check");
  private static final Set<String> FOR_VERIFY = Set.of("--home", "--install");

  private final Texts texts;
  private final List<String> knownItems;
  private final ZoneId zone;

  /** {@code zone} is that of moments without an offset, as of the log lines. */
  Arguments(Texts texts, List<String> knownItems, ZoneId zone) {
    this.texts = texts;
    this.knownItems = knownItems;
    this.zone = zone;
  }

  Command parse(String... args) throws Wrong {
    List<String> all = List.of(args);
    if (all.contains("--help") || all.contains("-h")) {
      return new Command.Help();
    }
    if (all.isEmpty()) {
      throw wrong("no-command");
    }
    return switch (all.get(0)) {
      case "support-zip" -> supportZip(options(all.subList(1, all.size())));
      case "verify" -> verify(all.subList(1, all.size()));
      default -> throw wrong("unknown-command", all.get(0));
    };
  }

  private Command verify(List<String> args) throws Wrong {
    if (args.isEmpty() || args.get(0).startsWith("--")) {
      throw wrong("no-file");
    }
    Path file = path("verify", args.get(0));
    if (!Files.isRegularFile(file)) {
      throw wrong("not-a-file", args.get(0));
    }
    Map<String, String> options = options(args.subList(1, args.size()));
    for (String name : options.keySet()) {
      if (!FOR_VERIFY.contains(name)) {
        throw wrong("unknown-option", name);
      }
    }
    return new Command.Verify(file, folderOf(options, "--home"), folderOf(options, "--install"));
  }

  private Optional<Path> folderOf(Map<String, String> options, String name) throws Wrong {
    return options.containsKey(name)
        ? Optional.of(folder(name, options.get(name)))
        : Optional.empty();
  }

  private Command supportZip(Map<String, String> options) throws Wrong {
    for (String required : List.of("--home", "--out")) {
      if (!options.containsKey(required)) {
        throw wrong("required", required);
      }
    }
    return new Command.SupportZip(
        folder("--home", options.get("--home")),
        folderOf(options, "--install"),
        out(options.get("--out"), options.containsKey("--force")),
        product(Optional.ofNullable(options.get("--product"))),
        items(Optional.ofNullable(options.get("--items"))),
        limits(options),
        !options.containsKey("--no-check"));
  }

  private Map<String, String> options(List<String> args) throws Wrong {
    Map<String, String> options = new HashMap<>();
    for (int i = 0; i < args.size(); i++) {
      String name = args.get(i);
      String value = "";
      if (WITH_VALUE.contains(name)) {
        i++;
        if (i >= args.size() || args.get(i).isBlank()) {
          throw wrong("no-value", name);
        }
        value = args.get(i);
      } else if (!FLAGS.contains(name)) {
        throw wrong("unknown-option", name);
      }
      if (options.put(name, value) != null) {
        throw wrong("twice", name);
      }
    }
    return options;
  }

  private Path folder(String name, String value) throws Wrong {
    Path folder = path(name, value);
    if (!Files.isDirectory(folder)) {
      throw wrong("not-a-folder", name, value);
    }
    return folder;
  }

  private Path out(String value, boolean force) throws Wrong {
    Path out = path("--out", value);
    if (Files.isDirectory(out)) {
      throw wrong("is-a-folder", value);
    }
    if (Files.exists(out) && !force) {
      throw wrong("exists", value);
    }
    return out;
  }

  private Path path(String name, String value) throws Wrong {
    try {
      return Path.of(value).toAbsolutePath().normalize();
    } catch (InvalidPathException e) {
      throw wrong("not-a-path", name, value);
    }
  }

  private Optional<Product.Kind> product(Optional<String> value) throws Wrong {
    if (value.isEmpty()) {
      return Optional.empty();
    }
    for (Product.Kind kind : Product.Kind.values()) {
      if (kind.name().equals(value.get().toUpperCase(Locale.ROOT))) {
        return Optional.of(kind);
      }
    }
    throw wrong("product", value.get());
  }

  private List<String> items(Optional<String> value) throws Wrong {
    if (value.isEmpty()) {
      return List.of();
    }
    Set<String> items = new LinkedHashSet<>();
    for (String item : value.get().split(",", -1)) {
      if (!knownItems.contains(item.strip())) {
        throw wrong("item", item.strip(), String.join(", ", knownItems));
      }
      items.add(item.strip());
    }
    return List.copyOf(items);
  }

  /** Offline nobody waits for the machine, so what is not limited by hand is taken whole. */
  private Limits limits(Map<String, String> options) throws Wrong {
    Optional<String> size = Optional.ofNullable(options.get("--max-bytes"));
    Optional<String> age = Optional.ofNullable(options.get("--since"));
    long bytes = Limits.MAX_BYTES.max();
    if (size.isPresent()) {
      bytes =
          Quantities.bytes(size.get())
              .filter(n -> n >= 1 && n <= Limits.MAX_BYTES.max())
              .orElseThrow(() -> wrong("bytes", size.get(), Limits.MAX_BYTES.max()));
    }
    Optional<Duration> since = age.flatMap(Quantities::age);
    if (age.isPresent() && since.isEmpty()) {
      throw wrong("since", age.get());
    }
    Optional<TimeWindow> window = window(options);
    if (window.isPresent() && age.isPresent()) {
      throw wrong("age-or-window");
    }
    return new Limits(bytes, bytes, since, window, maxTime(options));
  }

  private Optional<TimeWindow> window(Map<String, String> options) throws Wrong {
    Optional<Instant> from = moment(options, "--from");
    Optional<Instant> to = moment(options, "--to");
    if (from.isPresent() && to.isPresent() && !from.get().isBefore(to.get())) {
      throw wrong("window-order", options.get("--from"), options.get("--to"));
    }
    return from.isPresent() || to.isPresent()
        ? Optional.of(new TimeWindow(from, to))
        : Optional.empty();
  }

  private Optional<Instant> moment(Map<String, String> options, String name) throws Wrong {
    Optional<String> value = Optional.ofNullable(options.get(name));
    Optional<Instant> moment = value.flatMap(text -> Quantities.moment(text, zone));
    if (value.isPresent() && moment.isEmpty()) {
      throw wrong("moment", name, value.get());
    }
    return moment;
  }

  private Optional<Duration> maxTime(Map<String, String> options) throws Wrong {
    Optional<String> value = Optional.ofNullable(options.get("--max-time"));
    Optional<Duration> time =
        value.flatMap(Quantities::time).filter(one -> Limits.MAX_SECONDS.contains(one.toSeconds()));
    if (value.isPresent() && time.isEmpty()) {
      throw wrong("max-time", value.get());
    }
    return time;
  }

  private Wrong wrong(String key, Object... values) {
    return new Wrong(texts.text("cli.wrong." + key, values));
  }
}
