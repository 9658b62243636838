package io.hearth.devhost.sal;

import com.atlassian.sal.api.license.LicenseHandler;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** A licence as one of Data Center looks, with a support entitlement number (SEN). */
final class Licence implements LicenseHandler {
  private final Surroundings around;

  Licence(Surroundings around) {
    this.around = around;
  }

  @Override
  public String getServerId() {
    return around.serverId();
  }

  /** The SEN belongs to the server id, so that two instances differ. */
  @Override
  public SortedSet<String> getAllSupportEntitlementNumbers() {
    int number = Math.floorMod(around.serverId().hashCode(), 90_000_000) + 10_000_000;
    return new TreeSet<>(Set.of("SEN-" + number));
  }

  @Override
  public Set<String> getProductKeys() {
    return switch (around.product().kind()) {
      case JIRA -> Set.of("jira-core", "jira-software");
      case CONFLUENCE -> Set.of("conf");
      case BITBUCKET -> Set.of("stash");
    };
  }
}
