/**
 * Every request to Port: the steps of the routes {@code port-call}, {@code port-login} and {@code
 * port-send}.
 */
@NullMarked
package dev.portage.route.port;

import org.jspecify.annotations.NullMarked;
