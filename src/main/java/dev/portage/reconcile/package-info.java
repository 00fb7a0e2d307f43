/** What a run saw, whether that is complete, and what may therefore be deleted. */
@NullMarked
package dev.portage.reconcile;

import org.jspecify.annotations.NullMarked;
