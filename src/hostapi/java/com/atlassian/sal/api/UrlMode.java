package com.atlassian.sal.api;

/** Signature only: the product supplies the type. */
public enum UrlMode {
  CANONICAL,
  ABSOLUTE,
  RELATIVE,
  RELATIVE_CANONICAL,
  AUTO
}
