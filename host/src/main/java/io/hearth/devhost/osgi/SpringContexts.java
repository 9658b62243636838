package io.hearth.devhost.osgi;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Hashtable;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Hears from Gemini Blueprint when the Spring context of an app is there or has failed. Gemini's
 * event types live in its bundle, out of the host's sight, so the listener is a proxy.
 */
public final class SpringContexts {
  private static final String EVENTS = "org.eclipse.gemini.blueprint.context.event.";

  private final Map<Long, CompletableFuture<ConfigurableApplicationContext>> byBundle =
      new ConcurrentHashMap<>();

  SpringContexts(BundleContext system, Bundle gemini) {
    try {
      Class<?> type = gemini.loadClass(EVENTS + "OsgiBundleApplicationContextListener");
      Object listener =
          Proxy.newProxyInstance(
              type.getClassLoader(),
              new Class<?>[] {type},
              (proxy, method, arguments) ->
                  switch (method.getName()) {
                    case "onOsgiApplicationEvent" -> {
                      heard(arguments[0]);
                      yield null;
                    }
                    case "equals" -> proxy == arguments[0];
                    case "hashCode" -> System.identityHashCode(proxy);
                    default -> "contexts of the host";
                  });
      system.registerService(type.getName(), listener, new Hashtable<>());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("Gemini Blueprint has no context events", e);
    }
  }

  private void heard(Object event) throws ReflectiveOperationException {
    Bundle bundle = (Bundle) read(event, "getBundle");
    CompletableFuture<ConfigurableApplicationContext> waiting =
        byBundle.computeIfAbsent(bundle.getBundleId(), id -> new CompletableFuture<>());
    switch (event.getClass().getSimpleName()) {
      case "OsgiBundleContextRefreshedEvent" ->
          waiting.complete((ConfigurableApplicationContext) read(event, "getApplicationContext"));
      case "OsgiBundleContextFailedEvent" ->
          waiting.completeExceptionally((Throwable) read(event, "getFailureCause"));
      default -> byBundle.remove(bundle.getBundleId());
    }
  }

  private static Object read(Object event, String getter) throws ReflectiveOperationException {
    try {
      return event.getClass().getMethod(getter).invoke(event);
    } catch (InvocationTargetException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  /** Waits for the context of a bundle that was just started. */
  public ConfigurableApplicationContext await(Bundle bundle, Duration limit) throws ContextFailed {
    CompletableFuture<ConfigurableApplicationContext> waiting =
        byBundle.computeIfAbsent(bundle.getBundleId(), id -> new CompletableFuture<>());
    try {
      return waiting.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw new ContextFailed(rootOf(e.getCause()));
    } catch (TimeoutException e) {
      throw new ContextFailed(
          new IllegalStateException("no Spring context within " + limit.toSeconds() + " s", e));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ContextFailed(e);
    }
  }

  public void forget(Bundle bundle) {
    byBundle.remove(bundle.getBundleId());
  }

  private static Throwable rootOf(Throwable failure) {
    Throwable root = failure;
    while (Optional.ofNullable(root.getCause()).isPresent()) {
      root = root.getCause();
    }
    return root;
  }

  /** The context of an app could not be made; the cause is the innermost one. */
  public static final class ContextFailed extends Exception {
    ContextFailed(Throwable cause) {
      super(cause.getClass().getSimpleName() + ": " + cause.getMessage(), cause);
    }
  }
}
