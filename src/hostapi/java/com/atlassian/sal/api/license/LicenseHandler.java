package com.atlassian.sal.api.license;

import java.util.Set;
import java.util.SortedSet;

/** Signature only. The server id is null before set-up. */
public interface LicenseHandler {
  String getServerId();

  SortedSet<String> getAllSupportEntitlementNumbers();

  Set<String> getProductKeys();
}
