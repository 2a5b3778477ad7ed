package io.github.consentgateway.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamePatternTest {

  @DisplayName("case 10, T24: matching is anchored and counts case")
  @ParameterizedTest
  @CsvSource({
    "_ga_*, _ga_ABC, true",
    "_ga_*, _ga_, true",
    "_ga_*, _gallery, false",
    "_ga_*, my_ga_session, false",
    "_ga_*, _GA_ABC, false",
    "ga, ga, true",
    "ga, gallery, false",
    "ga, ag, false",
    "ga, Ga, false",
    "*_id, my_id, true",
    "*_id, _id, true",
    "*_id, id, false",
    "*_id, my_ids, false"
  })
  void matchesFromTheAnchor(String pattern, String name, boolean matches) {
    assertEquals(matches, NamePattern.of(pattern).matches(name));
    assertEquals(pattern, NamePattern.of(pattern).toString());
  }

  @DisplayName("a name is the region and no more, whatever stands around it")
  @ParameterizedTest
  @CsvSource({
    "ga, true, false",
    "g, false, true",
    "ga*, true, false",
    "gax*, false, false",
    "*ga, true, false",
    "*=ga, false, false"
  })
  void looksAtTheRegionOnly(String pattern, boolean whole, boolean first) {
    NamePattern name = NamePattern.of(pattern);
    NameTable table = new NameTable(List.of(name));
    String text = "x=ga=gax";

    assertEquals(whole, name.matches(text, 2, 4));
    assertEquals(first, name.matches(text, 2, 3));
    assertEquals(whole, Math.max(table.exact(text, 2, 4), table.open(text, 2, 4)) == 0);
    assertEquals(first, Math.max(table.exact(text, 2, 3), table.open(text, 2, 3)) == 0);
  }

  @DisplayName("CK-07: overlaps are found both ways")
  @ParameterizedTest
  @CsvSource({
    "_g*, _ga*, true",
    "_ga*, _g*, true",
    "_ga*, _gid, false",
    "_ga*, _gallery, true",
    "_ga, _ga, true",
    "_ga, _gat, false",
    "*_id, user_id, true",
    "*_id, _id*, true",
    "*_id, my*, true",
    "*_id, *id, true",
    "*_id, *_idx, false",
    "a*, b*, false"
  })
  void overlapsBothWays(String one, String other, boolean overlap) {
    assertEquals(overlap, NamePattern.of(one).overlaps(NamePattern.of(other)));
    assertEquals(overlap, NamePattern.of(other).overlaps(NamePattern.of(one)));
  }

  @DisplayName("CK-07: at least 60 trackers are known, each once and with its owner")
  @Test
  void knowsTrackers() {
    Set<String> names =
        Trackers.ALL.stream().map(it -> it.pattern().toString()).collect(Collectors.toSet());

    System.out.println("trackers known: " + names.size());
    assertEquals(Trackers.ALL.size(), names.size());
    assertEquals(true, names.size() >= 60);
    assertEquals(0, Trackers.ALL.stream().filter(it -> it.owner().isBlank()).count());
    for (String name : names) {
      assertEquals(true, Trackers.include("x" + name, 1, name.length() + 1), name);
    }
    assertEquals(
        Set.of("Matomo", "Piano Analytics"),
        Trackers.ALL.stream()
            .filter(Trackers.Tracker::audience)
            .map(Trackers.Tracker::owner)
            .collect(Collectors.toSet()));
  }

  @DisplayName("CK-07: the trackers that regulators named are known")
  @ParameterizedTest
  @CsvSource({
    "_ga",
    "_ga_X",
    "_gid",
    "_gat",
    "_gcl_au",
    "__utma",
    "_fbp",
    "_fbc",
    "fr",
    "NID",
    "IDE",
    "DSID",
    "test_cookie",
    "ANID",
    "1P_JAR",
    "MUID",
    "MR",
    "_uetsid",
    "_clck",
    "_clsk",
    "CLID",
    "_hjid",
    "__stripe_mid",
    "__stripe_sid",
    "_pin_unauth",
    "_pinterest_ct",
    "_ttp",
    "_tt_x",
    "li_sugr",
    "bcookie",
    "bscookie",
    "lidc",
    "AnalyticsSyncHistory",
    "UserMatchHistory",
    "personalization_id",
    "guest_id",
    "guest_id_ads",
    "muc_ads",
    "_scid",
    "_scid_r",
    "sc_at",
    "_rdt_uuid",
    "VISITOR_INFO1_LIVE",
    "YSC",
    "VISITOR_PRIVACY_METADATA",
    "vuid",
    "hubspotutk",
    "__hstc",
    "__hssc",
    "__hssrc",
    "_mkto_trk",
    "mp_x_mixpanel",
    "amplitude_id_x",
    "AMP_x",
    "ajs_user_id",
    "_pk_id.1",
    "optimizelyEndUserId",
    "_vwo_uuid",
    "_vis_opt_s",
    "s_vi",
    "s_cc",
    "AMCV_x",
    "demdex",
    "_kuid_",
    "cto_bundle",
    "uid",
    "_cc_id",
    "__qca",
    "_ym_uid",
    "yandexuid",
    "intercom-id-x",
    "__zlcmid",
    "driftt_aid",
    "tawkUUID",
    "_ce.s",
    "_lfa"
  })
  void knowsTheTracker(String name) {
    assertEquals(true, Trackers.overlapping(NamePattern.of(name), false).isPresent());
  }
}
