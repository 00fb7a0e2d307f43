/** Turns an item of a source API into an entity of the catalog. */
@NullMarked
package dev.portage.mapping;

import org.jspecify.annotations.NullMarked;
