/**
 * HTML in, HTML out: places what the gateway has to show in a page that passes through as octets.
 * {@link io.github.consentgateway.markup.MarkupGate} reads just as much of the page as a browser's
 * tokenizer would need to know where its body begins and ends, and never waits for more than one
 * unfinished tag. Every octet of the page leaves unchanged and in order, whatever its mistakes; the
 * rules are those of <a href="https://html.spec.whatwg.org/multipage/parsing.html">the HTML
 * Standard</a>. Of a page's content only one thing is told: that it has a consent interface of its
 * own. Nothing here knows of visitors, texts or containers, and nothing depends on more than the
 * JDK.
 */
@NullMarked
package io.github.consentgateway.markup;

import org.jspecify.annotations.NullMarked;
