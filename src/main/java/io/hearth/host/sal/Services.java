package io.hearth.host.sal;

import java.util.Optional;
import java.util.function.Function;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;

/**
 * The product's services, looked up by interface name in the OSGi registry for every call. Nothing
 * is kept, so a service that the product restarts is never called after its end.
 */
final class Services {

  /** {@code call} runs while the service is held; its answer may be empty, never null. */
  <T, R> R call(Class<T> type, Function<T, R> call) {
    return callIfPresent(type, call).orElseThrow(() -> new ServiceMissing(type));
  }

  <T, R> Optional<R> callIfPresent(Class<T> type, Function<T, R> call) {
    BundleContext context = context();
    ServiceReference<T> reference = context.getServiceReference(type);
    if (reference == null) {
      return Optional.empty();
    }
    T service = context.getService(reference);
    if (service == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(call.apply(service));
    } finally {
      context.ungetService(reference);
    }
  }

  private static BundleContext context() {
    Bundle bundle = FrameworkUtil.getBundle(Services.class);
    if (bundle == null || bundle.getBundleContext() == null) {
      throw new IllegalStateException(
          "Hearth's bundle is not active in an OSGi framework, so the product cannot be asked");
    }
    return bundle.getBundleContext();
  }
}
