package io.hearth.devhost.server;

import io.hearth.devhost.plugin.Descriptor.ServletModule;
import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletContext;
import java.util.Collections;
import java.util.Enumeration;

/** What the descriptor says about a servlet. */
record ModuleConfig(ServletModule module, ServletContext context) implements ServletConfig {

  @Override
  public String getServletName() {
    return module.key();
  }

  @Override
  public ServletContext getServletContext() {
    return context;
  }

  @Override
  public String getInitParameter(String name) {
    return module.parameters().get(name);
  }

  @Override
  public Enumeration<String> getInitParameterNames() {
    return Collections.enumeration(module.parameters().keySet());
  }
}
