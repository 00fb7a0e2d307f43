/** The records of the catalog: entities, their keys, and what became of them. */
@NullMarked
package dev.portage.catalog;

import org.jspecify.annotations.NullMarked;
