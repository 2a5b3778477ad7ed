/**
 * HTML out: the pages that the gateway itself shows to a visitor, in the visitor's language. They
 * are rendered from the policy, so that what is shown cannot disagree with what is enforced, and
 * they need neither a script nor anything from elsewhere. The question that other pages carry is
 * kept as octets, for all visitors of one standing; a script of ours only spares a reload.
 */
@NullMarked
package io.github.consentgateway.page;

import org.jspecify.annotations.NullMarked;
