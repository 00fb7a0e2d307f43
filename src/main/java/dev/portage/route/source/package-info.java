/**
 * Every request to the source API: the steps of the routes {@code source-call}, {@code
 * source-login} and {@code source-send}.
 */
@NullMarked
package dev.portage.route.source;

import org.jspecify.annotations.NullMarked;
