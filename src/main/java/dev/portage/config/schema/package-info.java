/** JSON Schemas of the two files that a user edits, made from the tables of their readers. */
@NullMarked
package dev.portage.config.schema;

import org.jspecify.annotations.NullMarked;
