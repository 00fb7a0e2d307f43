/** Traces of the runs of kinds, for OpenTelemetry; nothing of it is loaded while they are off. */
@NullMarked
package dev.portage.route.trace;

import org.jspecify.annotations.NullMarked;
