/** What starts a resync. */
@NullMarked
package dev.portage.trigger;

import org.jspecify.annotations.NullMarked;
