package io.hearth.host.sal;

import com.atlassian.audit.api.AuditService;
import com.atlassian.audit.entity.AuditAttribute;
import com.atlassian.audit.entity.AuditEvent;
import com.atlassian.audit.entity.CoverageArea;
import com.atlassian.audit.entity.CoverageLevel;
import io.hearth.host.HostUser;

/**
 * Writes into the product's own audit log. A product without one has none of these types: then this
 * class cannot be linked, and {@link SalHost} leaves the deed to the app's own trail.
 */
final class ProductAudit {

  /** Some products keep attributes in a column of a bounded size. */
  static final int LONGEST = 2000;

  private static final String CATEGORY = "io.hearth.section";
  private static final String WHO = "io.hearth.audit.who";
  private static final String DETAILS = "io.hearth.audit.details";

  private ProductAudit() {}

  /** The product adds time, node, address and, on a thread that serves a request, the person. */
  static void write(Services services, HostUser who, String did, String what) {
    AuditEvent event =
        AuditEvent.fromI18nKeys(
                CATEGORY, did, CoverageLevel.BASE, CoverageArea.GLOBAL_CONFIG_AND_ADMINISTRATION)
            .extraAttribute(AuditAttribute.fromI18nKeys(WHO, who.name()).build())
            .extraAttribute(AuditAttribute.fromI18nKeys(DETAILS, bounded(what)).build())
            .build();
    services.callIfPresent(
        AuditService.class,
        audit -> {
          audit.audit(event);
          return true;
        });
  }

  private static String bounded(String what) {
    return what.length() <= LONGEST ? what : what.substring(0, LONGEST - 1) + "…";
  }
}
