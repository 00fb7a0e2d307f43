/** What a run writes to Port: the steps of the routes {@code port-upsert} and {@code reconcile}. */
@NullMarked
package dev.portage.route.write;

import org.jspecify.annotations.NullMarked;
