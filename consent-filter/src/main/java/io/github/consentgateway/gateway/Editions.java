package io.github.consentgateway.gateway;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import io.github.consentgateway.page.Edition;
import io.github.consentgateway.page.ShownText;
import io.github.consentgateway.record.ConsentLedger;
import io.github.consentgateway.record.Publication;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** All that was ever shown to visitors, for whoever wants to see it (PV-02). */
final class Editions {

  private static final String FOR_EVER = "public, max-age=31536000, immutable";
  private static final String PAGE = "text/html";
  private static final int AROUND = 1;

  /** The file names and the place that a comparison begins with. */
  private static final int HEAD = 2;

  private final ConsentLedger ledger;
  private final OwnPages pages;

  Editions(ConsentLedger ledger, OwnPages pages) {
    this.ledger = ledger;
    this.pages = pages;
  }

  Answer list(Visit visit) {
    String language = pages.language(visit);
    List<Edition> editions = new ArrayList<>();
    String before = "";
    for (Publication known : ledger.publications()) {
      String text = known.textOf("cookies", language).orElse("");
      editions.add(new Edition(known.hash(), known.version(), known.since(), text, before));
      before = known.hash();
    }
    Collections.reverse(editions);
    return pages.versions(visit, editions);
  }

  /**
   * A manifest by its hash, the list of its texts, one of them as it was written or as the page
   * that it was, or what has changed since another: {@code <hash>}, {@code <hash>/texts}, {@code
   * <hash>/<text>}, {@code <hash>/page/<text>}, {@code <hash>/since/<hash>}.
   */
  Optional<Answer> find(Visit visit, String path) {
    String[] parts = path.split("/", -1);
    Optional<Publication> known = ledger.publication(parts[0]);
    return switch (parts.length) {
      case 1 -> known.map(of -> kept("application/json", of.manifest()));
      case 2 ->
          parts[1].equals("texts")
              ? known.map(of -> texts(visit, of))
              : known.flatMap(of -> text(of, parts[1]));
      case 3 -> known.flatMap(of -> more(visit, of, parts[1], parts[2]));
      default -> Optional.empty();
    };
  }

  private Optional<Answer> more(Visit visit, Publication of, String what, String hash) {
    return switch (what) {
      case "since" -> ledger.publication(hash).map(was -> difference(visit, was, of));
      case "page" -> page(of, hash);
      default -> Optional.empty();
    };
  }

  private Answer texts(Visit visit, Publication of) {
    Edition edition = new Edition(of.hash(), of.version(), of.since(), "", "");
    return pages.shown(
        visit,
        edition,
        of.shownTexts().stream()
            .map(
                text ->
                    new ShownText(
                        text.kind(), text.language(), text.type().equals(PAGE), text.hash()))
            .toList());
  }

  /** As it looked, and as nothing that could act: its forms decide on what is asked no more. */
  private Optional<Answer> page(Publication of, String hash) {
    return of.typeOf(hash)
        .filter(PAGE::equals)
        .flatMap(type -> ledger.text(hash))
        .map(text -> kept(PAGE + "; charset=utf-8", text))
        .map(answer -> answer.with("Content-Security-Policy", "sandbox"));
  }

  /** As plain text, whatever it is: it is to be read and hashed, not to be run. */
  private Optional<Answer> text(Publication of, String hash) {
    return of.typeOf(hash)
        .flatMap(type -> ledger.text(hash))
        .map(text -> kept("text/plain; charset=utf-8", text));
  }

  private static Answer kept(String type, String text) {
    return Answer.of(200, type, text).with("Cache-Control", FOR_EVER);
  }

  private Answer difference(Visit visit, Publication was, Publication is) {
    String language = pages.language(visit);
    List<String> lines = new ArrayList<>();
    for (String kind : List.of("cookies", "registry")) {
      lines.addAll(compared(lines(was, kind, language), lines(is, kind, language)));
    }
    return pages.difference(visit, lines);
  }

  private static List<String> compared(List<String> was, List<String> is) {
    List<String> lines =
        UnifiedDiffUtils.generateUnifiedDiff("", "", was, DiffUtils.diff(was, is), AROUND);
    return lines.isEmpty() ? lines : lines.subList(HEAD, lines.size());
  }

  /** The words of a page without its tags; of a registry, its lines. */
  private List<String> lines(Publication of, String kind, String language) {
    return of.textOf(kind, language)
        .flatMap(ledger::text)
        .map(text -> kind.equals("registry") ? text : text.replaceAll("<[^>]*>", "\n"))
        .map(text -> text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList())
        .orElse(List.of());
  }
}
