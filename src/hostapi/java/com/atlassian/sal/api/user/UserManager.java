package com.atlassian.sal.api.user;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;

/** Signature only. Remote user and profiles are null when there is none. */
public interface UserManager {
  UserProfile getRemoteUser();

  UserProfile getRemoteUser(HttpServletRequest request);

  UserKey getRemoteUserKey();

  UserKey getRemoteUserKey(HttpServletRequest request);

  UserProfile getUserProfile(String username);

  UserProfile getUserProfile(UserKey userKey);

  boolean isUserInGroup(UserKey userKey, String group);

  boolean isSystemAdmin(UserKey userKey);

  boolean isAdmin(UserKey userKey);

  boolean isLicensed(UserKey userKey);

  Principal resolve(String username);

  boolean isAnonymousAccessEnabled();
}
