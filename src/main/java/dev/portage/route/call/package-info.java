/**
 * What every HTTP call shares, to the API and to Port: its components, its limits, its failures,
 * its end.
 */
@NullMarked
package dev.portage.route.call;

import org.jspecify.annotations.NullMarked;
