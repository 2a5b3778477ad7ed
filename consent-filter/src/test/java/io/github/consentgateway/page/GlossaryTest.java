package io.github.consentgateway.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The words of yes and no, kept apart in every language (UI-05, T04): what refuses has a word of
 * refusal and none of acceptance, and the other way round; nothing threatens (UI-16, T07).
 */
class GlossaryTest {

  /** Language; beginnings of words of acceptance; of refusal; of withdrawal; of loss. */
  private static final String STEMS =
      """
      bg; прием съглас; отка отхвърл; оттегл; загуб
      cs; přij přijm souhlas povol; odmít; odvol; ztrat
      da; accept godkend tillad samtyk; afvis; træk; miste
      de; akzept zustimm annehm einverstand erlaub; ablehn; widerruf; verlier
      el; αποδ συμφων συναιν; απόρρ απορρ; ανάκλ ανακαλ; χάσ χάν
      en; accept agree allow ok yes; refus reject declin; withdraw; lose lost loss
      es; acept consient permit acuerdo; rechaz; retir; perd pierd
      et; nõus luba aktsept; keeld; tagasi; kaota
      fi; hyväksy salli suostu; hylk hylä kielt; peru; menet
      fr; accept autoris consent accord ok; refus; retir; perd
      ga; glac ceadaigh toiligh; diúlt dhiúlt; siar; caill
      hr; prihva slaž pristaj dopu; odbij; povlač povuć; izgub
      hu; elfogad engedély hozzájárul; elutas; visszavon; elvesz elvész
      it; accett consent acconsent permett; rifiut; revoc; perd
      lt; sutik priim leis; atmes nesutin; atšauk; prarad neteks
      lv; piekr pieņem atļau; noraid atsak; atsauk; zaud
      mt; aċċett naqbel ippermett; irrifjut tirrifjut; irtira tirtira; titlef
      nl; accept akkoord toesta instem; weiger; intrek; verlies verliez
      pl; akcept zgadz zezw zgod; odrzu odmów; wycof; strac utrac
      pt; aceit concord permit; recus rejeit; retir; perd
      ro; accept acord permit; refuz respin; retrag; pierd
      sk; prij prijm súhlas povol; odmiet; odvol; strat
      sl; sprejm strinj dovol; zavrn; prekli; izgub
      sv; accept godkänn tillåt samtyck; nek avvis; återkall; förlor
      """;

  private record Glossary(
      List<String> yes, List<String> no, List<String> withdrawal, List<String> loss) {

    static Glossary of(String[] columns) {
      return new Glossary(
          stems(columns[1]), stems(columns[2]), stems(columns[3]), stems(columns[4]));
    }

    private static List<String> stems(String column) {
      return Arrays.asList(column.strip().split(" "));
    }
  }

  private static final Map<String, Glossary> GLOSSARIES =
      STEMS
          .lines()
          .map(line -> line.split(";", -1))
          .collect(Collectors.toMap(columns -> columns[0], Glossary::of));

  static List<String> union() {
    return Wording.OURS;
  }

  private static Glossary glossary(String language) {
    Glossary glossary = GLOSSARIES.get(language);
    if (glossary == null) {
      throw new AssertionError("no glossary for " + language);
    }
    return glossary;
  }

  private static Function<String, String> texts(String language) {
    Texts texts = new Wording(GlossaryTest.class.getClassLoader()).in(language);
    return key -> texts.find(key).orElseThrow().toLowerCase(Locale.forLanguageTag(language));
  }

  /** Whether a word of the text begins with one of the stems. */
  private static boolean says(String text, List<String> stems) {
    return Stream.of(text.split("[\\s,.;:!?()«»„“”’{}-]+"))
        .anyMatch(word -> stems.stream().anyMatch(word::startsWith));
  }

  @ParameterizedTest
  @DisplayName("UI-05, T04, T13: each button says what it does, and nothing of the other")
  @MethodSource("union")
  void buttonsSayWhatTheyDo(String language) {
    Function<String, String> text = texts(language);
    Glossary words = glossary(language);
    String refuse = text.apply("button.refuse");
    String accept = text.apply("button.accept");

    assertTrue(says(refuse, words.no()), refuse);
    assertFalse(says(refuse, words.yes()), refuse);
    assertTrue(says(accept, words.yes()), accept);
    assertFalse(says(accept, words.no()), accept);
    assertTrue(Math.abs(refuse.length() - accept.length()) <= 6, () -> refuse + " | " + accept);
    assertTrue(says(text.apply("button.withdraw"), words.withdrawal()));
    for (String key : List.of("button.save", "button.customise", "control.manage", "close")) {
      assertFalse(says(text.apply(key), words.yes()), key);
      assertFalse(says(text.apply(key), words.no()), key);
    }
  }

  @ParameterizedTest
  @DisplayName("UI-16, T07: nobody is threatened with a loss")
  @MethodSource("union")
  void nobodyIsThreatened(String language) {
    Texts texts = new Wording(getClass().getClassLoader()).in(language);
    List<String> threats =
        texts.keys().stream()
            .filter(key -> says(texts(language).apply(key), glossary(language).loss()))
            .toList();

    assertEquals(List.of(), threats);
    assertTrue(says(texts(language).apply("banner.same"), glossary(language).no()), language);
  }

  @ParameterizedTest
  @DisplayName("buttons fit on the smallest phone: 30 characters at most")
  @MethodSource("union")
  void labelsAreShort(String language) {
    for (String key : List.of("button.refuse", "button.accept", "button.save", "button.withdraw")) {
      String label = texts(language).apply(key);
      assertTrue(label.length() <= 30, () -> label + " has " + label.length());
    }
  }

  @ParameterizedTest
  @DisplayName("positive control: the labels that were fined, and threats, are found")
  @ValueSource(
      strings = {
        "Accepter les cookies",
        "Continuer sans accepter",
        "OK pour moi",
        "J’autorise : tout",
      })
  void finedLabelsAreFound(String label) {
    assertTrue(says(label.toLowerCase(Locale.FRENCH), glossary("fr").yes()), label);
    assertFalse(says("tout refuser", glossary("fr").yes()));
    assertTrue(says("vous perdrez l’accès à votre messagerie", glossary("fr").loss()));
    assertTrue(says("you will lose access", glossary("en").loss()));
  }

  @Test
  void everyLanguageHasItsGlossary() {
    assertEquals(Wording.OURS, GLOSSARIES.keySet().stream().sorted().toList());
  }
}
