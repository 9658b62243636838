package io.hearth.devhost.webresource;

import java.util.Locale;

/** What is put together into batches. */
enum ResourceType {
  CSS,
  JS;

  String extension() {
    return name().toLowerCase(Locale.ROOT);
  }
}
