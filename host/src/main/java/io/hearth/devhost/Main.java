package io.hearth.devhost;

import io.hearth.devhost.plugin.Refusal;
import java.io.PrintStream;
import java.net.BindException;
import java.util.List;

/** Starts the development host; the last line it prints is the address. */
public final class Main {
  private static final int FAILED = 1;
  private static final int MISUSED = 2;

  private Main() {}

  public static void main(String[] arguments) {
    int code = start(List.of(arguments), System.out, System.err);
    if (code != 0) {
      // Threads of a half-started host would keep the JVM alive.
      System.exit(code);
    }
  }

  private static int start(List<String> arguments, PrintStream out, PrintStream err) {
    try {
      DevelopmentHost host = DevelopmentHost.start(Options.parse(arguments));
      Runtime.getRuntime().addShutdownHook(new Thread(host::close, "host-stop"));
      out.println("Home: " + host.home());
      out.println("Hearth is ready: " + host.url());
      return 0;
    } catch (Options.Misused e) {
      err.println(e.getMessage() + "\n" + Options.USAGE);
      return MISUSED;
    } catch (BindException e) {
      err.println("The port cannot be had (" + e.getMessage() + "); choose another with --port N");
      return FAILED;
    } catch (Refusal e) {
      err.println(e.getMessage());
      return FAILED;
    } catch (Exception e) {
      err.println("The development host did not start: " + e);
      e.printStackTrace(err);
      return FAILED;
    }
  }
}
