package io.hearth.devhost.instance;

import jakarta.servlet.http.HttpServlet;

/**
 * A page of the product.
 *
 * @param path a servlet mapping within the context
 */
public record Route(String path, HttpServlet servlet) {}
