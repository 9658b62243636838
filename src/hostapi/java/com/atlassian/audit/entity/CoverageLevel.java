package com.atlassian.audit.entity;

/** Signature only: the product supplies the type. */
public enum CoverageLevel {
  BASE,
  ADVANCED,
  FULL
}
