package com.atlassian.audit.entity;

/** The product supplies the class; this one holds what it is given. */
public class AuditAttribute {
  private final String nameI18nKey;
  private final String value;

  private AuditAttribute(Builder builder) {
    this.nameI18nKey = builder.nameI18nKey;
    this.value = builder.value;
  }

  public static Builder fromI18nKeys(String nameI18nKey, String value) {
    return new Builder(nameI18nKey, value);
  }

  public String getNameI18nKey() {
    return nameI18nKey;
  }

  public String getValue() {
    return value;
  }

  /** Collects one attribute. */
  public static class Builder {
    private final String nameI18nKey;
    private final String value;

    private Builder(String nameI18nKey, String value) {
      this.nameI18nKey = nameI18nKey;
      this.value = value;
    }

    public AuditAttribute build() {
      return new AuditAttribute(this);
    }
  }
}
