package com.atlassian.sal.api.user;

import java.io.Serializable;

/** Signature only: the product supplies the class. */
public final class UserKey implements Serializable {
  private final String userkey;

  public UserKey(String userkey) {
    this.userkey = userkey;
  }

  public String getStringValue() {
    return userkey;
  }
}
