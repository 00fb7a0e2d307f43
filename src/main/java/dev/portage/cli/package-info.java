/** The commands: what a person types, what is printed, and the exit codes. */
@NullMarked
package dev.portage.cli;

import org.jspecify.annotations.NullMarked;
