/**
 * One generated route for each resource of the mapping, and for each of its path parameters, with
 * their steps.
 */
@NullMarked
package dev.portage.route.kind;

import org.jspecify.annotations.NullMarked;
