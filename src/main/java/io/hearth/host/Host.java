package io.hearth.host;

import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Everything that the product gives us passes here: one implementation looks the product's services
 * up, another reads the files of a product that is down. No {@code com.atlassian} type shows.
 */
public interface Host {

  /** The person behind the request of this thread; empty when nobody is logged in. */
  Optional<HostUser> currentUser();

  boolean isSystemAdministrator(HostUser user);

  /** The person who logs in with this name; empty when the product's directory knows none. */
  Optional<HostUser> user(String name);

  Product product();

  /** The address under which people reach the instance; empty when it is not known offline. */
  Optional<URI> baseUrl();

  Layout layout();

  /** This node's id, unique in the cluster and fit for a file name. */
  String nodeId();

  /** Installed apps, sorted by key; empty when the product is down and keeps them elsewhere. */
  List<InstalledApp> apps();

  /**
   * A file inside an installed app's JAR, such as a source map beside a script; the caller closes
   * it. Empty when there is none, and when the product is down.
   *
   * @param location from the root of the JAR, without a leading slash
   */
  Optional<InputStream> appFile(String appKey, String location);

  /** The locale of the person behind the request, or the instance's own. */
  Locale locale();

  Optional<String> supportEntitlementNumber();

  Settings settings();

  /**
   * Puts a deed into the product's own audit log, where it has one.
   *
   * @param did the id of what was done
   * @param what its details, as JSON
   */
  void audit(HostUser who, String did, String what);
}
