package io.hearth.application;

import io.hearth.host.HostUser;
import io.hearth.host.TestProduct;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/** A product with people, one of whom asks. */
final class StaffedHost extends TestProduct {

  private final Function<String, Optional<HostUser>> directory;

  StaffedHost(
      Optional<HostUser> asking,
      Optional<URI> address,
      Function<String, Optional<HostUser>> directory) {
    super(Path.of("nowhere"));
    this.user = asking;
    this.baseUrl = address;
    this.directory = directory;
  }

  @Override
  public Optional<HostUser> user(String name) {
    return directory.apply(name);
  }
}
