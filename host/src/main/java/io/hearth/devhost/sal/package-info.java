/**
 * The product's services as apps know them, under the signatures that the app is compiled against.
 * They answer null where those of the products do.
 */
package io.hearth.devhost.sal;
