package com.atlassian.audit.entity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The product supplies the class; this one holds what it is given. */
public class AuditEvent {
  private final String categoryI18nKey;
  private final String actionI18nKey;
  private final CoverageLevel level;
  private final CoverageArea area;
  private final List<AuditAttribute> extraAttributes;

  private AuditEvent(Builder builder) {
    this.categoryI18nKey = builder.categoryI18nKey;
    this.actionI18nKey = builder.actionI18nKey;
    this.level = builder.level;
    this.area = builder.area;
    this.extraAttributes = List.copyOf(builder.extraAttributes);
  }

  public static Builder fromI18nKeys(
      String categoryI18nKey, String actionI18nKey, CoverageLevel level, CoverageArea area) {
    return new Builder(categoryI18nKey, actionI18nKey, level, area);
  }

  public String getCategoryI18nKey() {
    return categoryI18nKey;
  }

  public String getActionI18nKey() {
    return actionI18nKey;
  }

  public CoverageLevel getLevel() {
    return level;
  }

  public CoverageArea getArea() {
    return area;
  }

  public Collection<AuditAttribute> getExtraAttributes() {
    return extraAttributes;
  }

  /** Collects one event. */
  public static class Builder {
    private final String categoryI18nKey;
    private final String actionI18nKey;
    private final CoverageLevel level;
    private final CoverageArea area;
    private final List<AuditAttribute> extraAttributes = new ArrayList<>();

    private Builder(
        String categoryI18nKey, String actionI18nKey, CoverageLevel level, CoverageArea area) {
      this.categoryI18nKey = categoryI18nKey;
      this.actionI18nKey = actionI18nKey;
      this.level = level;
      this.area = area;
    }

    public Builder extraAttribute(AuditAttribute extraAttribute) {
      extraAttributes.add(extraAttribute);
      return this;
    }

    public AuditEvent build() {
      return new AuditEvent(this);
    }
  }
}
