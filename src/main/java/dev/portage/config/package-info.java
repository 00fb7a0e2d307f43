/** Environment and files become records; every mistake in them is reported at once. */
@NullMarked
package dev.portage.config;

import org.jspecify.annotations.NullMarked;
