package io.github.consentgateway.page;

import io.github.consentgateway.policy.ConsentPolicy;
import io.github.consentgateway.policy.CookieRule;
import io.github.consentgateway.policy.Service;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The third parties that a policy names, each once: those whose services pages load, and those who
 * get at a cookie (UI-12).
 */
final class Parties {

  /** What one entry of the policy says of a third party. */
  private record Mention(
      Optional<Service> service, Optional<String> policyUrl, Set<String> purposes) {

    static Mention of(Service service) {
      return new Mention(
          Optional.of(service),
          Optional.of(service.policyUrl().toString()),
          Set.of(service.purpose()));
    }

    static Mention of(CookieRule rule) {
      return new Mention(
          Optional.empty(), rule.policyUrl().map(Objects::toString), rule.purposes());
    }
  }

  private final Map<String, List<Mention>> mentions = new LinkedHashMap<>();
  private final Texts texts;
  private final Function<Collection<String>, List<String>> titles;

  Parties(ConsentPolicy policy, Texts texts, Function<Collection<String>, List<String>> titles) {
    this.texts = texts;
    this.titles = titles;
    policy.services().forEach(service -> add(service.provider(), Mention.of(service)));
    policy.cookies().stream()
        .filter(CookieRule::thirdPartyAccess)
        .forEach(rule -> rule.provider().ifPresent(name -> add(name, Mention.of(rule))));
  }

  private void add(String provider, Mention mention) {
    mentions.computeIfAbsent(provider, name -> new ArrayList<>()).add(mention);
  }

  List<Party> all() {
    return mentions.entrySet().stream()
        .map(entry -> party(entry.getKey(), entry.getValue()))
        .toList();
  }

  List<Party> serving(String purpose) {
    return mentions.entrySet().stream()
        .filter(entry -> entry.getValue().stream().anyMatch(m -> m.purposes().contains(purpose)))
        .map(entry -> party(entry.getKey(), entry.getValue()))
        .toList();
  }

  /** Each once, all of them: a second country is no detail. */
  private static Optional<String> joined(Stream<String> words) {
    return Optional.of(words.distinct().collect(Collectors.joining(", ")))
        .filter(text -> !text.isEmpty());
  }

  private Party party(String name, List<Mention> said) {
    List<Service> services = said.stream().flatMap(m -> m.service().stream()).toList();
    Set<String> purposes = new TreeSet<>();
    said.forEach(mention -> purposes.addAll(mention.purposes()));
    return new Party(
        name,
        joined(services.stream().map(Service::country).map(texts::country)),
        joined(titles.apply(purposes).stream()).orElseGet(() -> texts.say("cookies.exempt")),
        joined(services.stream().flatMap(service -> service.safeguard().stream())),
        said.stream().flatMap(mention -> mention.policyUrl().stream()).findFirst().orElse(""));
  }
}
