package com.atlassian.webresource.api;

/** Signature only: the product supplies the type. */
public enum UrlMode {
  ABSOLUTE,
  RELATIVE,
  AUTO
}
