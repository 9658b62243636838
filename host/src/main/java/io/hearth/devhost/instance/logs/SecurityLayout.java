package io.hearth.devhost.instance.logs;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.LayoutBase;
import io.hearth.devhost.instance.ProductKind;
import java.util.Optional;

/** The line of the log of logins; Bitbucket writes them to its main log. */
final class SecurityLayout extends LayoutBase<ILoggingEvent> {
  private final ProductKind kind;
  private final ProductLayout main;

  SecurityLayout(ProductKind kind) {
    this.kind = kind;
    this.main = new ProductLayout(kind);
  }

  /** Jira leaves out level and logger. */
  @Override
  public String doLayout(ILoggingEvent event) {
    if (kind != ProductKind.JIRA) {
      return main.doLayout(event);
    }
    String user =
        Optional.of(ProductLayout.fact(event, Visit.USER))
            .filter(name -> !name.isEmpty())
            .orElse("anonymous");
    return String.join(
            " ",
            ProductLayout.timeWithZone(event),
            event.getThreadName(),
            user,
            ProductLayout.fact(event, Visit.REQUEST),
            ProductLayout.fact(event, Visit.SESSION),
            ProductLayout.fact(event, Visit.ADDRESS),
            ProductLayout.fact(event, Visit.URL),
            event.getFormattedMessage())
        + "\n";
  }
}
