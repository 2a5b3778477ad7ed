/**
 * The audit of a site from outside: a visitor who has not answered, one who has refused, and one
 * who has accepted walk through it, and what each is given is held against the policy.
 */
@NullMarked
package io.github.consentgateway.demo.audit;

import org.jspecify.annotations.NullMarked;
