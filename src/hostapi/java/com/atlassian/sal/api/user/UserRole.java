package com.atlassian.sal.api.user;

/** Signature only: the product supplies the type. */
public enum UserRole {
  SYSADMIN,
  ADMIN,
  USER
}
