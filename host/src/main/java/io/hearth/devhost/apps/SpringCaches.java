package io.hearth.devhost.apps;

import java.beans.Introspector;
import java.util.ResourceBundle;
import org.springframework.beans.CachedIntrospectionResults;
import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.AnnotationUtils;
import org.springframework.util.ReflectionUtils;

/**
 * Spring and the JDK remember classes in soft references, which the garbage collector keeps while
 * memory is plentiful. Emptied, so that a class loader still alive is held by the app itself.
 */
final class SpringCaches {
  private SpringCaches() {}

  static void forget(ClassLoader loader) {
    CachedIntrospectionResults.clearClassLoader(loader);
    ReflectionUtils.clearCache();
    AnnotationUtils.clearCache();
    ResolvableType.clearCache();
    Introspector.flushCaches();
    ResourceBundle.clearCache(loader);
  }
}
