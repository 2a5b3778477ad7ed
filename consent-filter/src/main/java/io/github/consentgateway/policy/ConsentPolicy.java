package io.github.consentgateway.policy;

import io.github.consentgateway.cookie.ParsedCookie;
import io.github.consentgateway.cookie.SetCookie;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The registry of purposes, cookies, services and headers that one file declares, and the decision
 * over it. Immutable, and therefore safe for any number of threads. What the file does not name is
 * refused in both directions.
 */
public final class ConsentPolicy {

  /**
   * The longest life of any cookie, the essential ones and our own included: 13 times 30 days. The
   * calendar makes 13 months 393 to 397 days, and a visitor's clock may leave summer time between;
   * 390 days lie within 13 calendar months from every day in every time zone, whereas 393 do not in
   * some zones and 395 to 400, the usual constants, often do not. It cannot be raised (<a
   * href="https://www.legifrance.gouv.fr/jorf/id/JORFTEXT000042388197">CNIL, recommendation
   * 2020-092</a>, article 5).
   */
  public static final Duration LONGEST_LIFE = Duration.ofDays(390);

  private final Registry registry;
  private final List<Problem> remarks;
  private final Judge judge;
  private final String fingerprint;
  private final long shared;

  ConsentPolicy(Registry registry, List<Problem> remarks) {
    this.registry = registry;
    this.remarks = remarks;
    this.judge = new Judge(registry);
    this.fingerprint = Fingerprint.of(registry);
    this.shared = shared(registry);
  }

  /**
   * Reads a policy file, UTF-8 of at most 1 MiB.
   *
   * @throws PolicyException with all problems, if the file cannot be read or may not be used
   */
  public static ConsentPolicy load(Path file) {
    return read(PolicyText.bytes(file), file.toString(), Clock.systemUTC());
  }

  /**
   * Reads the text of a policy file.
   *
   * @param place the name of the file in messages
   * @throws PolicyException with all problems, if the text may not be used
   */
  public static ConsentPolicy parse(String yaml, String place) {
    return parse(yaml, place, Clock.systemUTC());
  }

  /**
   * Reads the text of a policy file.
   *
   * @param place the name of the file in messages
   * @param clock tells how long ago a measurement was reviewed; the system's by default
   * @throws PolicyException with all problems, if the text may not be used
   */
  public static ConsentPolicy parse(String yaml, String place, Clock clock) {
    return PolicyReader.read(PolicyText.checked(yaml, place), place, clock);
  }

  static ConsentPolicy read(byte[] bytes, String place, Clock clock) {
    return parse(PolicyText.decode(bytes, place), place, clock);
  }

  /** The origin of the site, such as {@code https://www.example.fr}. */
  public String site() {
    return registry.site();
  }

  /** Who decides about the processing. */
  public Controller controller() {
    return registry.controller();
  }

  /** The contact of the data protection officer: an e-mail or https address. */
  public String dpo() {
    return registry.dpo();
  }

  /** Where a visitor may complain. */
  public Authority authority() {
    return registry.authority();
  }

  /** The version of the policy, as its authors call it. */
  public String version() {
    return registry.version();
  }

  /**
   * Whether no cookie that needs consent outlives the consent; {@code bindToConsent} in the file,
   * false by default. A choice on another day begins a new consent, and a cookie that is set again
   * under it lives on.
   */
  public boolean bindsToConsent() {
    return registry.bindToConsent();
  }

  /**
   * Whether the site is meant for children, who cannot consent by themselves: nobody is asked and
   * nothing can be granted (<a
   * href="https://www.legifrance.gouv.fr/loda/article_lc/LEGIARTI000037822953">loi 78-17, article
   * 45</a>); {@code minors} in the file, false by default.
   */
  public boolean isForMinors() {
    return registry.minors();
  }

  /** How the question is shown. */
  public Banner banner() {
    return registry.banner();
  }

  /** The languages of the texts, as BCP 47 tags; the first is the default. */
  public List<String> languages() {
    return registry.languages();
  }

  /** The purposes in the order of the file, 32 at most. */
  public List<Purpose> purposes() {
    return registry.purposes().all();
  }

  /** The purpose of this id. */
  public Optional<Purpose> purpose(String id) {
    return purposes().stream().filter(purpose -> purpose.id().equals(id)).findAny();
  }

  /** The cookies in the order of the file. */
  public List<CookieRule> cookies() {
    return registry.cookies();
  }

  /** The third parties in the order of the file. */
  public List<Service> services() {
    return registry.services();
  }

  /** The gated headers that pass with consent, in the order of the file. */
  public List<HeaderRule> headers() {
    return registry.headers();
  }

  /**
   * A name for what visitors are asked: 22 characters of base64url over the site, the purposes with
   * their versions, the cookies, services and headers. Wording and order do not count.
   */
  public String fingerprint() {
    return fingerprint;
  }

  /**
   * The policy as a text that {@link #parse} reads back: JSON, one text for one policy. It says
   * nothing of how the question looks.
   */
  public String text() {
    return RegistryText.of(registry);
  }

  /** What an operator should look at, though the policy may be used. */
  public List<Problem> warnings() {
    if (registry.site().startsWith("https:")) {
      return remarks;
    }
    List<Problem> all = new ArrayList<>(remarks);
    all.add(
        new Problem(
            0, 0, "site is plain http: the consent cookie is not protected; for tests only"));
    return List.copyOf(all);
  }

  /**
   * The same policy for another origin.
   *
   * @throws PolicyException if {@code site} is no origin as the file may name it, or the gateway
   *     uses a name there that the policy declares
   */
  public ConsentPolicy withSite(String site) {
    return new ConsentPolicy(registry.withSite(site), remarks);
  }

  /**
   * The same policy with one more exempt cookie, such as the session cookie of the container; this
   * very policy if a rule for the name exists.
   *
   * @param cookieName an exact name
   * @param why the justification in one line
   * @throws PolicyException if the gateway uses the name itself
   */
  public ConsentPolicy withExempt(String cookieName, ExemptClass exempt, String why) {
    return rule(cookieName).isPresent()
        ? this
        : new ConsentPolicy(registry.with(CookieRule.exempt(cookieName, exempt, why)), remarks);
  }

  /**
   * The rule for a cookie: an exact name goes before a pattern, a longer pattern before a shorter.
   */
  public Optional<CookieRule> rule(String name) {
    return judge.rule(name);
  }

  /**
   * What a verified choice is worth under this policy. A purpose that was neither accepted nor
   * declined in its present version makes the choice {@link Consent.State#OUTDATED} and is not
   * granted.
   */
  public Consent standing(Choice choice) {
    Map<String, Integer> granted = isForMinors() ? Map.of() : choice.granted();
    Map<String, Integer> refused = choice.refused();
    long mask = 0;
    Consent.State state = Consent.State.DECIDED;
    for (int i = 0; i < purposes().size(); i++) {
      Purpose purpose = purposes().get(i);
      if (holds(refused, purpose)) {
        continue;
      }
      if (holds(granted, purpose)) {
        mask |= 1L << i;
      } else {
        state = choice.isSilent() ? Consent.State.UNDECIDED : Consent.State.OUTDATED;
      }
    }
    return new Consent(state, registry.purposes(), mask, 0, Optional.of(choice), Optional.empty());
  }

  /**
   * What a standing under this policy is worth when the browser sends {@code Sec-GPC: 1}: purposes
   * that give third parties access are refused, unless they were granted while the signal was on
   * (<a href="https://www.w3.org/TR/gpc/">Global Privacy Control</a>; GDPR articles 7 and 21).
   */
  public Consent obeying(Consent consent) {
    return consent.obeying(registry.purposes(), shared);
  }

  /** Whether an audience is measured without consent, so that a visitor may object. */
  public boolean canBeObjectedTo() {
    return registry.cookies().stream().anyMatch(CookieRule::isOpenToObjection);
  }

  /** Whether some purpose gives third parties access, so that the signal makes a difference. */
  public boolean heedsSignal() {
    return shared != 0;
  }

  private static long shared(Registry registry) {
    PurposeTable purposes = registry.purposes();
    long shared = 0;
    for (CookieRule rule : registry.cookies()) {
      shared |= rule.thirdPartyAccess() ? purposes.mask(rule.purposes()) : 0;
    }
    for (Service service : registry.services()) {
      shared |= purposes.bit(service.purpose());
    }
    return shared;
  }

  private static boolean holds(Map<String, Integer> versions, Purpose purpose) {
    Integer version = versions.get(purpose.id());
    return version != null && version == purpose.version();
  }

  /**
   * Whether the application may see a cookie whose name is the region of {@code text} from {@code
   * from} up to but without {@code to}. Makes no object; takes time in proportion to the region.
   */
  public boolean mayRead(String text, int from, int to, Consent consent) {
    return judge.mayRead(text, from, to, consent);
  }

  /** What the application may know of the cookie whose name is a region of {@code text}. */
  public Access access(String text, int from, int to, Consent consent) {
    return judge.access(text, from, to, consent);
  }

  /** Judges what reading a {@code Set-Cookie} field yielded. Never throws on any field. */
  public Verdict judge(ParsedCookie parsed, Consent consent, FirstDeposits deposits, Instant now) {
    return judge.judge(parsed, consent, deposits, now);
  }

  /**
   * Judges a cookie that the application wants to set. The first that applies decides: a name of
   * the gateway is dropped; a deletion leaves without its value, whatever its name; unknown names,
   * purposes not granted and broken prefix rules drop it; a life above the cap, above the declared
   * one, beyond the cap from the first deposit, or beyond the consent where {@linkplain
   * #bindsToConsent cookies are bound to it}, is shortened; all else leaves as it is. A session
   * cookie stays one, and no life is ever lengthened.
   *
   * @param deposits asked only if the cookie is persistent and would leave
   * @param now the instant that lives are counted from
   */
  public Verdict judge(SetCookie cookie, Consent consent, FirstDeposits deposits, Instant now) {
    return judge.judge(cookie, consent, deposits, now);
  }

  /**
   * Whether a response header makes the terminal store something or send it later, so that it
   * leaves only with consent (EDPB, guidelines 2/2023). Case does not count.
   */
  public static boolean gatesHeader(String name) {
    return GatedHeaders.contain(name);
  }

  /** Whether a response header may leave: it is not gated, or registered and consented to. */
  public boolean mayTell(String headerName, Consent consent) {
    return !gatesHeader(headerName) || judge.mayTell(headerName, consent);
  }
}
