/**
 * One run and what it carries through the routes: plans of kinds, endpoints, pages, batches on
 * their way, progress.
 */
@NullMarked
package dev.portage.route.run;

import org.jspecify.annotations.NullMarked;
