/** The steps of the route {@code resync}: from the request for a run to its result. */
@NullMarked
package dev.portage.route.resync;

import org.jspecify.annotations.NullMarked;
