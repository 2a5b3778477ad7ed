package io.github.consentgateway.policy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the purposes, each in every language of the site. */
final class PurposesReader {

  private static final String VERSION = "a whole number from 1 to 999999";
  private static final String ID = "1 to 32 of a-z, 0-9, - and _, a letter first";
  private static final Pattern IDS = Pattern.compile("[a-z][a-z0-9_-]{0,31}");
  private static final Pattern VERSIONS = Pattern.compile("[1-9][0-9]{0,5}");
  private static final String CONCRETE =
      "at least " + VagueText.SHORTEST + " characters that say what is stored or read, and why";

  private final Section section;
  private final List<String> languages;
  private final Problems problems;

  PurposesReader(Section section, List<String> languages, Problems problems) {
    this.section = section;
    this.languages = languages;
    this.problems = problems;
  }

  List<Purpose> read() {
    List<Purpose> purposes = new ArrayList<>();
    for (Node.Entry entry : section.named().values()) {
      String path = section.path() + "." + Problems.oneLine(entry.key().text());
      checkId(entry.key());
      Section.of(entry.value(), path, problems).map(this::purpose).ifPresent(purposes::add);
    }
    if (purposes.size() > PurposeTable.MOST) {
      problems.add(
          section.node(),
          section.path() + " has " + purposes.size() + " entries; allowed: " + PurposeTable.MOST);
    }
    return purposes;
  }

  private void checkId(Node.Scalar key) {
    if (!isId(key.text())) {
      String quoted = Problems.quote(key.text());
      problems.add(key, "the purpose id is " + quoted + "; allowed: " + ID);
    }
  }

  /** Whether the text may name a purpose or a service. */
  static boolean isId(String text) {
    return IDS.matcher(text).matches();
  }

  private Purpose purpose(Section purpose) {
    String id = purpose.path().substring(section.path().length() + 1);
    int version = version(purpose);
    Map<String, Node.Scalar> title = texts(purpose, "title");
    Map<String, Node.Scalar> description = texts(purpose, "description");
    description.values().forEach(text -> checkDescription(purpose, text));
    PolicyReader.refuseLegalBasis(purpose);
    purpose.close();
    return new Purpose(id, version, plain(title), plain(description));
  }

  private static int version(Section purpose) {
    Optional<Node.Scalar> version = purpose.requireText("version", VERSION);
    if (version.filter(scalar -> VERSIONS.matcher(scalar.text()).matches()).isPresent()) {
      return Integer.parseInt(version.get().text());
    }
    version.ifPresent(scalar -> purpose.wrong(scalar, "version", VERSION));
    return 0;
  }

  private Map<String, Node.Scalar> texts(Section purpose, String key) {
    Map<String, Node.Scalar> texts = new LinkedHashMap<>();
    Optional<Section> section = purpose.requireSection(key, "a text in each of the languages");
    for (String language : languages) {
      section
          .flatMap(in -> in.requireText(language, "a text in each of the languages"))
          .ifPresent(text -> texts.put(language, text));
    }
    // Without languages every key would be reported, though the mistake is elsewhere.
    section.filter(in -> !languages.isEmpty()).ifPresent(Section::close);
    return texts;
  }

  private static void checkDescription(Section purpose, Node.Scalar text) {
    if (text.text().strip().length() < VagueText.SHORTEST) {
      purpose.wrong(text, "description", CONCRETE);
    } else if (VagueText.isVague(text.text())) {
      purpose.problem(
          text,
          "description",
          "is vague: " + Problems.quote(text.text()) + "; allowed: " + CONCRETE);
    }
  }

  private static Map<String, String> plain(Map<String, Node.Scalar> texts) {
    Map<String, String> plain = new LinkedHashMap<>();
    texts.forEach((language, text) -> plain.put(language, text.text().strip()));
    return plain;
  }
}
