package com.atlassian.audit.api;

import com.atlassian.audit.entity.AuditEvent;

/** Signature only: the product supplies the type. */
public interface AuditService {
  void audit(AuditEvent event);
}
