package com.atlassian.sal.api.user;

import java.net.URI;

/** Signature only. Every answer but the key and the user name may be null. */
public interface UserProfile {
  UserKey getUserKey();

  String getUsername();

  String getFullName();

  String getEmail();

  URI getProfilePictureUri(int width, int height);

  URI getProfilePictureUri();

  URI getProfilePageUri();
}
