package com.atlassian.webresource.api.assembler;

/** Signature only: the product supplies the type. */
public interface RequiredResources {
  RequiredResources requireWebResource(String moduleCompleteKey);

  RequiredResources requireModule(String name);

  RequiredResources requireContext(String context);

  RequiredResources requirePage(String page);
}
