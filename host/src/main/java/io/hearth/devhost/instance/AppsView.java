package io.hearth.devhost.instance;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What the instance shows of its apps; asked anew for every page, since apps come and go. */
public interface AppsView {

  List<WebItem> webItems();

  List<AppRecord> apps();

  /** The patterns of all enabled apps' i18n resources by key. */
  Map<String, String> translations(Locale locale);

  /** A file inside the JAR of a running app. */
  Optional<byte[]> file(String key, String path);
}
