/**
 * What is remembered from one run to the next: a cache of what Port holds, and a history of runs.
 */
@NullMarked
package dev.portage.reconcile.state;

import org.jspecify.annotations.NullMarked;
