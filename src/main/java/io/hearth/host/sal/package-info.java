/**
 * The host port over the services that Jira, Confluence and Bitbucket offer to apps. No other
 * package names {@code com.atlassian} types, but for the security annotations on servlets.
 */
package io.hearth.host.sal;
