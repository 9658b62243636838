package com.atlassian.webresource.api.assembler;

/** Signature only: the product supplies the type. */
public interface WebResourceAssembler {
  AssembledResources assembled();

  RequiredResources resources();

  RequiredData data();
}
