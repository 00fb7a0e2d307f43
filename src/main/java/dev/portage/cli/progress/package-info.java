/**
 * Live progress of a run in a terminal: what is drawn is a pure function, how it gets there is not.
 */
@NullMarked
package dev.portage.cli.progress;

import org.jspecify.annotations.NullMarked;
