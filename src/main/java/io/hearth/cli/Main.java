package io.hearth.cli;

import io.hearth.application.BuiltInRedaction;
import io.hearth.application.Texts;
import io.hearth.collectors.Collectors;
import io.hearth.errors.bundle.BrowserErrors;
import io.hearth.host.Host;
import io.hearth.host.Product;
import io.hearth.host.offline.OfflineHost;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;

/** {@code java -jar}: gives the commands the real files, clock and terminal. */
public final class Main {

  private Main() {}

  public static void main(String... args) {
    Cli.Ground ground =
        new Cli.Ground(
            Main::host,
            Collectors.all(BrowserErrors.offline()),
            BuiltInRedaction.standard(),
            Clock.systemUTC(),
            Texts.in(Locale.getDefault()),
            System.out,
            System.err,
            Terminal.isWatched());
    System.exit(new Cli(ground).run(args));
  }

  private static Optional<Host> host(
      Path home, Optional<Path> install, Optional<Product.Kind> product) {
    return product.isPresent()
        ? Optional.of(OfflineHost.of(product.get(), home, install))
        : OfflineHost.detect(home, install).map(Host.class::cast);
  }
}
