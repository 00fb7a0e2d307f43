/** What starts a resync: the steps of the routes {@code trigger-...} and {@code requests}. */
@NullMarked
package dev.portage.route.trigger;

import org.jspecify.annotations.NullMarked;
