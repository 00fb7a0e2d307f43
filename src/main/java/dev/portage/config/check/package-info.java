/**
 * Checks settings and mappings against everything the program knows, and says where what stands.
 */
@NullMarked
package dev.portage.config.check;

import org.jspecify.annotations.NullMarked;
