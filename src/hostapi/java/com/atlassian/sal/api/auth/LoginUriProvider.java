package com.atlassian.sal.api.auth;

import com.atlassian.sal.api.user.UserRole;
import java.net.URI;

/** Signature only: the product supplies the type. */
public interface LoginUriProvider {
  URI getLoginUri(URI returnUri);

  URI getLoginUriForRole(URI returnUri, UserRole role);
}
