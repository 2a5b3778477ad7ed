package io.github.consentgateway.page;

import java.util.List;

/**
 * A purpose as a page shows it.
 *
 * @param terms the longest life of its cookies and who gets at them, as sentences
 * @param parties those who get at them, beside the site itself
 * @param granted whether the visitor's earlier yes is to be shown back
 * @param state what was chosen, in words: never by the box alone (AX-06)
 */
record PurposeRow(
    String id,
    String title,
    String description,
    String terms,
    List<Party> parties,
    boolean granted,
    String state) {}
