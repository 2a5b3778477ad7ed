package io.github.consentgateway.policy;

import java.net.URI;

/**
 * The supervisory authority to which a visitor may complain (GDPR article 13(2)(d)).
 *
 * @param name the name of the authority
 * @param url the https page where complaints are taken
 */
public record Authority(String name, URI url) {}
