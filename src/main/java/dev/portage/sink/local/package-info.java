/**
 * A catalog on this machine that speaks the part of Port's API which Portage uses, so that a
 * mapping can be tried without an account.
 */
@NullMarked
package dev.portage.sink.local;

import org.jspecify.annotations.NullMarked;
