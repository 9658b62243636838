/** The product's logs, in the product's formats, with what truly happens in the host. */
package io.hearth.devhost.instance.logs;
