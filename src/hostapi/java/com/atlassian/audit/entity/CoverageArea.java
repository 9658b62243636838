package com.atlassian.audit.entity;

/** Signature only, and only the area that is used: the product supplies the type. */
public enum CoverageArea {
  GLOBAL_CONFIG_AND_ADMINISTRATION
}
