package io.hearth.devhost.apps;

import java.beans.Introspector;
import java.lang.reflect.Field;
import java.util.Map;
import java.util.ResourceBundle;
import org.springframework.beans.CachedIntrospectionResults;
import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.AnnotationUtils;
import org.springframework.util.ClassUtils;
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
    forgetInterfaceMethods();
    Introspector.flushCaches();
    ResourceBundle.clearCache(loader);
  }

  /** The methods by which beans are destroyed; Spring has no call that empties this one. */
  private static void forgetInterfaceMethods() {
    try {
      Field cache = ClassUtils.class.getDeclaredField("interfaceMethodCache");
      cache.setAccessible(true);
      ((Map<?, ?>) cache.get(null)).clear();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("Spring's ClassUtils is another than in 5.3", e);
    }
  }
}
