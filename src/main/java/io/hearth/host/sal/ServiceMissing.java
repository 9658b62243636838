package io.hearth.host.sal;

/** The product does not offer a service that Hearth cannot do without. */
public final class ServiceMissing extends IllegalStateException {
  ServiceMissing(Class<?> type) {
    super(
        "The product offers no service "
            + type.getName()
            + ". If it is still starting, try again in a minute; otherwise check in the"
            + " administration of apps that the system app which provides it is enabled.");
  }
}
