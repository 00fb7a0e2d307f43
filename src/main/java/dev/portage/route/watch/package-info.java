/**
 * What an operator sees of the process and of each kind, and what he can ask for: run again, pause,
 * resume.
 */
@NullMarked
package dev.portage.route.watch;

import org.jspecify.annotations.NullMarked;
