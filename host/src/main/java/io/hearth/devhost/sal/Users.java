package io.hearth.devhost.sal;

import com.atlassian.sal.api.user.UserKey;
import com.atlassian.sal.api.user.UserManager;
import com.atlassian.sal.api.user.UserProfile;
import io.hearth.devhost.instance.Account;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.security.Principal;
import java.util.Optional;

/** Who is who, and who asks. */
final class Users implements UserManager {
  private final Surroundings around;
  private final CurrentRequest current;

  Users(Surroundings around, CurrentRequest current) {
    this.around = around;
    this.current = current;
  }

  /** Nobody here has set a picture. */
  private record Profile(Account account, String pages) implements UserProfile {

    @Override
    public UserKey getUserKey() {
      return new UserKey(account.key());
    }

    @Override
    public String getUsername() {
      return account.name();
    }

    @Override
    public String getFullName() {
      return account.fullName();
    }

    @Override
    public String getEmail() {
      return account.email();
    }

    @Override
    public URI getProfilePictureUri(int width, int height) {
      return null;
    }

    @Override
    public URI getProfilePictureUri() {
      return null;
    }

    @Override
    public URI getProfilePageUri() {
      return URI.create(pages + "/");
    }
  }

  private UserProfile profile(Optional<Account> account) {
    return account.map(found -> new Profile(found, around.contextPath())).orElse(null);
  }

  private static UserKey key(Optional<Account> account) {
    return account.map(found -> new UserKey(found.key())).orElse(null);
  }

  private Optional<Account> remote() {
    return current.request().flatMap(around.sessions()::of);
  }

  private Optional<Account> withKey(UserKey key) {
    return Optional.ofNullable(key)
        .flatMap(given -> around.directory().withKey(given.getStringValue()));
  }

  @Override
  public UserProfile getRemoteUser() {
    return profile(remote());
  }

  @Override
  public UserProfile getRemoteUser(HttpServletRequest request) {
    return profile(around.sessions().of(request));
  }

  @Override
  public UserKey getRemoteUserKey() {
    return key(remote());
  }

  @Override
  public UserKey getRemoteUserKey(HttpServletRequest request) {
    return key(around.sessions().of(request));
  }

  @Override
  public UserProfile getUserProfile(String username) {
    return profile(Optional.ofNullable(username).flatMap(around.directory()::named));
  }

  @Override
  public UserProfile getUserProfile(UserKey userKey) {
    return profile(withKey(userKey));
  }

  @Override
  public boolean isUserInGroup(UserKey userKey, String group) {
    return withKey(userKey).filter(account -> account.groups().contains(group)).isPresent();
  }

  @Override
  public boolean isSystemAdmin(UserKey userKey) {
    return withKey(userKey).filter(Account::systemAdministrator).isPresent();
  }

  @Override
  public boolean isAdmin(UserKey userKey) {
    return withKey(userKey).filter(Account::administrator).isPresent();
  }

  @Override
  public boolean isLicensed(UserKey userKey) {
    return withKey(userKey).isPresent();
  }

  @Override
  public Principal resolve(String username) {
    Optional<Account> account = around.directory().named(username);
    return account.<Principal>map(found -> found::name).orElse(null);
  }

  @Override
  public boolean isAnonymousAccessEnabled() {
    return false;
  }
}
