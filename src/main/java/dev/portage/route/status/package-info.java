/**
 * What Port is told beside a run: the steps of the routes {@code status}, {@code heartbeat} and
 * {@code ship-logs}.
 */
@NullMarked
package dev.portage.route.status;

import org.jspecify.annotations.NullMarked;
