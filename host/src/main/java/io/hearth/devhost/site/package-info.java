/** The product's own pages, and the frame around those of apps. */
package io.hearth.devhost.site;
