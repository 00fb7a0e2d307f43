/**
 * The only package that knows Camel: loads the routes, generates one per kind, carries their steps,
 * and puts the application together.
 */
@NullMarked
package dev.portage.route;

import org.jspecify.annotations.NullMarked;
